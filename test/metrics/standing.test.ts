import { expect, it } from 'vitest';
import type { Settings } from '../../src/contract/settings.ts';
import { reportOf } from '../../src/metrics/report.ts';
import { factsOf } from '../../src/metrics/scene.ts';
import { standing, standingOf } from '../../src/metrics/standing.ts';
import { bigHistory } from '../bench/history.ts';
import { DAY, t } from './make.ts';

const ASOF = t('2026-04-01T15:00');
const settings: Settings = {
  timeZone: 'UTC',
  goal: { revenue: 4_000_000, months: 12 },
  target: { promptness: 3.5 },
  baseline: { promptness: { value: 2 } },
  firstAppointmentStage: 'Appointment',
  proposalStage: 'Proposal',
};
const { settings: _, ...records } = bigHistory(400, 3, ASOF);

it('says of a rep and of the team what the Report says', () => {
  for (const rep of ['Rep 1', null]) {
    const report = reportOf(records, settings, { asOf: ASOF, rep });
    const stand = standingOf(factsOf(records, settings, ASOF), rep);
    for (const p of ['promptness', 'persistence', 'personalization', 'performance'] as const)
      expect(stand.fourP[p]).toMatchObject({ value: report.kpis[p]?.value, n: report.kpis[p]?.n });
    expect(stand.meter.value).toBe(report.kpis['activity-meter']?.value);
    expect(stand).toMatchObject({ weekly: report.plan.weekly, perWeek: report.plan.actualPerWeek });
    const due = report.coaching.filter(({ tips }) => tips.length > 0);
    expect(new Set(stand.advice.map(({ rule }) => rule))).toEqual(new Set(due.map(({ rule }) => rule)));
    expect(stand.fourP.promptness).toMatchObject({ target: 3.5, baseline: 2 });
  }
});

it('compares with the period before', () => {
  const earlier = reportOf(records, settings, { asOf: ASOF, period: [ASOF - 180 * DAY, ASOF - 90 * DAY] });
  const stand = standingOf(factsOf(records, settings, ASOF), null);
  expect(stand.fourP.promptness.before).toBe(earlier.kpis.promptness?.value);
});

it('is small, and what is kept of it is what it was', () => {
  const stand = standingOf(factsOf(records, settings, ASOF), 'Rep 1');
  const text = JSON.stringify(stand);
  expect(text.length).toBeLessThan(10_000);
  expect(standing.parse(JSON.parse(text))).toEqual(JSON.parse(text));
});
