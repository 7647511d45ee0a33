import { describe, expect, it } from 'vitest';
import { RAISE, t } from '../make.ts';
import { ticket } from '../service.ts';
import { kpiWith } from './scene.ts';

const ID = 'complaints';

describe('complaints', () => {
  const tickets = [
    ticket({ complaint: true, owner: 'Ana' }),
    ticket({ complaint: true, openedAt: t('2026-03-20T00:00') }),
    ticket({ complaint: false }),
    ticket(),
    ticket({ complaint: true, openedAt: t('2026-04-01T00:00') }),
  ];

  it('are the tickets opened in the period that are marked so', () => {
    expect(kpiWith(ID, { tickets })).toMatchObject({
      value: 2,
      n: 2,
      coverage: 0.75,
      unit: 'count',
      state: 'ok',
    });
  });

  it('are those of the rep, by asOf', () => {
    expect(kpiWith(ID, { tickets }, { rep: 'Ana' }).value).toBe(1);
    expect(kpiWith(ID, { tickets }, { asOf: RAISE }).value).toBe(1);
  });

  it('are 0 where tickets were seen, unknown where none was (rule 69)', () => {
    expect(kpiWith(ID, { tickets }, { rep: 'Cem' })).toMatchObject({ value: 0, coverage: null, state: 'ok' });
    expect(kpiWith(ID, {})).toMatchObject({ value: null, why: 'no tickets seen' });
  });
});
