import { noRecords, type Records } from '../../../src/contract/records.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import { act, t } from '../make.ts';
import { lost, move, times, won } from './deals.ts';

/** The goal of the example: 15,000 a month. */
export const GOAL: Settings = { goal: { revenue: 15_000, months: 1 }, proposalStage: 'Proposal' };

const PROPOSED = t('2026-02-10T10:00');
const MET = t('2026-03-03T10:00');

interface Example {
  /** Won deals of so much each, and lost ones, all with a proposal: the closing ratio. */
  amount?: number;
  won?: number;
  lost?: number;
  /** First appointments of the period, and how many of them led to a proposal. */
  met?: number;
  proposed?: number;
  owner?: string;
}

/** What makes 2,500 per sale, 60 % first appointment → proposal, 40 % closing, unless `example` says otherwise. */
export function goalRecords(example: Example = {}): Records {
  const { amount = 2500, won: wins = 4, lost: losses = 6, met = 10, proposed = 6, owner = 'Ana' } = example;
  const decided = [...times(wins, () => won(amount, { owner })), ...times(losses, () => lost(1, { owner }))];
  // Decided long ago: they count as first appointments alone.
  const appointed = times(met, () => lost(1, { owner, closedAt: t('2026-01-20T10:00') }));
  return {
    ...noRecords(),
    deals: [...decided, ...appointed],
    stageChanges: [
      ...decided.map((d) => move(d, 'New', 'Proposal', PROPOSED)),
      ...appointed.slice(0, proposed).map((d) => move(d, 'New', 'Proposal', MET)),
    ],
    activities: appointed.map(({ id }) =>
      act(MET, { on: { kind: 'deal', id }, kind: 'meeting', result: 'held', milestone: 'first-appointment' }),
    ),
  };
}

export const together = (...all: Records[]): Records => ({
  ...noRecords(),
  deals: all.flatMap(({ deals }) => deals),
  stageChanges: all.flatMap(({ stageChanges }) => stageChanges),
  activities: all.flatMap(({ activities }) => activities),
});
