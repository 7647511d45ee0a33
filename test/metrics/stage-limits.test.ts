import { describe, expect, it } from 'vitest';
import type { Records } from '../../src/contract/records.ts';
import { stageLimitOf, stageLimitsOf } from '../../src/metrics/stage-limits.ts';
import { move, times, won } from './kpis/deals.ts';
import { ASOF, sceneWith } from './kpis/scene.ts';
import { DAY, deal } from './make.ts';

const START = ASOF - 100 * DAY;
const standing = (days: number, fields = {}) =>
  deal({ id: 'Dx', createdAt: ASOF - days * DAY, stage: 'Qualify', ...fields });
/** Won after so many days in its first stage. */
const history = (fields = {}): Partial<Records> => {
  const deals = times(4, () =>
    won(1, { createdAt: START, closedAt: START + 60 * DAY, stage: 'Won', ...fields }),
  );
  const left = deals.map((d, i) => move(d, 'Qualify', 'Won', START + (i + 1) * 10 * DAY));
  return { deals, stageChanges: left };
};
const limitOf = (one: ReturnType<typeof deal>, records: Partial<Records>, options = {}) => {
  const scene = sceneWith({ ...records, deals: [...(records.deals ?? []), one] }, options);
  const facts = scene.deals.find((d) => d.deal.id === one.id);
  return facts && stageLimitOf(stageLimitsOf(scene.team), facts, scene.asOf);
};

describe('the limit of a stage', () => {
  it('is what three quarters of the won deals took, beside the days that this deal has stood there', () => {
    expect(limitOf(standing(35), history())).toEqual({ limitDays: 32.5, n: 5, days: 35 });
  });

  it('is the stage’s own where that is longer', () => {
    const settings = { stageLimitDays: { ' qualify': 50 } };
    expect(limitOf(standing(35), history(), { settings })?.limitDays).toBe(50);
    const shorter = { stageLimitDays: { qualify: 5 } };
    expect(limitOf(standing(35), history(), { settings: shorter })?.limitDays).toBe(32.5);
  });

  it('is that of the deal’s own pipeline, and of the stage however it is typed', () => {
    expect(limitOf(standing(35), history({ pipeline: 'Renewals' }))).toBeNull();
    expect(limitOf(standing(35, { stage: 'QUALIFY ' }), history())?.limitDays).toBe(32.5);
  });

  it('counts from the end of an uncertain entry', () => {
    const from = ASOF - 35 * DAY;
    expect(limitOf(standing(0, { createdAt: [from, from + DAY] }), history())?.days).toBe(34);
  });

  it('has no days where the entry was not seen, and is none where nothing is known', () => {
    const settings = { stageLimitDays: { qualify: 50 } };
    expect(limitOf(standing(35, { createdAt: undefined }), history(), { settings })?.days).toBeNull();
    expect(limitOf(standing(35, { stage: undefined }), history())).toBeNull();
    expect(limitOf(standing(35), {})).toBeNull();
  });
});
