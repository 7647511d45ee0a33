import { describe, expect, it } from 'vitest';
import { dueIn, dueOf, openDueIn } from '../../src/metrics/due.ts';
import { open, won } from './kpis/deals.ts';
import { sceneWith } from './kpis/scene.ts';
import { t } from './make.ts';

const datesOf = (deals: ReturnType<typeof dueIn>) => deals.map(({ deal }) => deal.closeDate);

describe('the day on which a deal is due', () => {
  it('is that of its close date in the zone of the settings', () => {
    const [one] = sceneWith({ deals: [open(1, { closeDate: '2026-03-29' })] }).deals;
    const berlin = { timeZone: 'Europe/Berlin' };
    expect(one && dueOf(one, berlin)).toEqual([t('2026-03-29T00:00+01:00'), t('2026-03-30T00:00+02:00')]);
    expect(one && dueOf(one, {})).toEqual([t('2026-03-29T00:00'), t('2026-03-30T00:00')]);
  });

  it('is unknown without a close date', () => {
    const [one] = sceneWith({ deals: [open(1, { closeDate: undefined })] }).deals;
    expect(one && dueOf(one, {})).toBeUndefined();
  });
});

describe('deals due in a period', () => {
  const dates = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'];
  const deals = dates.map((closeDate, i) => open(1, { id: `D${i}`, closeDate }));

  it('are those whose day begins in it, also when that is ahead', () => {
    const scene = sceneWith({ deals }, { asOf: t('2026-03-10T00:00') });
    expect(datesOf(dueIn(scene))).toEqual(['2026-03-01', '2026-03-31']);
  });

  it('are open as long as they have not closed by asOf', () => {
    const done = won(1, { closeDate: '2026-03-15', closedAt: t('2026-03-15T12:00') });
    const of = (asOf: number) => datesOf(openDueIn(sceneWith({ deals: [done] }, { asOf })));
    expect(of(t('2026-03-15T11:00'))).toEqual(['2026-03-15']);
    expect(of(t('2026-03-15T12:00'))).toEqual([]);
  });
});
