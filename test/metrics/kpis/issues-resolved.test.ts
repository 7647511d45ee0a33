import { describe, expect, it } from 'vitest';
import { DAY, RAISE, t } from '../make.ts';
import { ticket } from '../service.ts';
import { kpiWith } from './scene.ts';

const ID = 'issues-resolved';

describe('issues resolved', () => {
  const tickets = [
    ticket({ resolvedAt: RAISE + DAY, owner: 'Ana' }),
    ticket({ openedAt: t('2026-01-01T00:00'), resolvedAt: RAISE, owner: 'Bo' }),
    ticket({ resolvedAt: t('2026-04-01T00:00') }),
    ticket({ resolvedAt: [t('2026-03-31T12:00'), t('2026-04-01T12:00')] }),
    ticket(),
  ];

  it('are those resolved in the period, whenever opened', () => {
    const april = t('2026-04-10T00:00');
    expect(kpiWith(ID, { tickets }, { asOf: april })).toMatchObject({
      value: 3,
      n: 3,
      unit: 'count',
      state: 'ok',
    });
  });

  it('are those of the rep, by asOf', () => {
    expect(kpiWith(ID, { tickets }, { rep: 'Ana' }).value).toBe(1);
    expect(kpiWith(ID, { tickets }, { asOf: RAISE }).value).toBe(1);
  });

  it('are 0 where tickets were seen, unknown where none was (rule 69)', () => {
    expect(kpiWith(ID, { tickets }, { rep: 'Cem' })).toMatchObject({ value: 0, state: 'ok' });
    expect(kpiWith(ID, {})).toMatchObject({ value: null, why: 'no tickets seen', state: 'not-computable' });
  });
});
