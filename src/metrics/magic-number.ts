import type { Settings } from '../contract/settings.ts';
import { type Figure, type KpiFile, notComputable, type Why } from './kpi.ts';
import { kpi as averageRevenue } from './kpis/average-revenue-per-sale.ts';
import { kpi as closingRatio } from './kpis/closing-ratio.ts';
import { kpi as appointmentRatio } from './kpis/first-appointment-to-proposal.ts';
import type { Scene } from './scene.ts';

/** What its inputs depend on. */
export const MAGIC_SETTINGS = [
  'goal',
  'firstAppointmentStage',
  'proposalStage',
  'nonDecisionStages',
  'currency',
  'rates',
  'stageOutcomes',
] as const;

export interface MagicInputs {
  revenue: number;
  weeks: number;
  /** Mean won amount. */
  average: number;
  /** First appointment → proposal. */
  appointments: number;
  /** Proposal → won. */
  closing: number;
}

export interface Magic {
  sales: number;
  proposals: number;
  appointments: number;
  /** First appointments per week. */
  perWeek: number;
}

/** What a goal takes (Hardesty): unrounded. Throws a RangeError for inputs that are not above 0, or ratios above 1. */
export function magic({ revenue, weeks, average, appointments, closing }: MagicInputs): Magic {
  const isUsable = [revenue, weeks, average, appointments, closing].every((input) => input > 0);
  if (!isUsable || appointments > 1 || closing > 1) {
    throw new RangeError('magic: every input must be above 0, and a ratio at most 1.');
  }
  const sales = revenue / average;
  const proposals = sales / closing;
  const needed = proposals / appointments;
  return { sales, proposals, appointments: needed, perWeek: needed / weeks };
}

const WEEKS_PER_MONTH = 52 / 12;

/** Weeks of the goal; typed weeks win over months. */
export const weeksOf = ({ weeks, months }: NonNullable<Settings['goal']>): number | undefined =>
  weeks ?? (months === undefined ? undefined : months * WEEKS_PER_MONTH);

/** The inputs from the scene's own period and rep, with the goal as typed (rule 79); or why there are none. */
export function magicInputs(scene: Scene): { inputs: MagicInputs; n: number } | Figure {
  if (scene.records.deals.length === 0) return notComputable('no deals seen');
  const { goal } = scene.settings;
  const weeks = goal && weeksOf(goal);
  if (!goal || weeks === undefined) return notComputable('needs settings.goal');
  const [average, appointments, closing] = [averageRevenue, appointmentRatio, closingRatio].map(
    (part: KpiFile) => part.figure(scene),
  );
  const n = Math.min(appointments?.n ?? 0, closing?.n ?? 0); // rule 75
  for (const part of [average, appointments, closing]) {
    if (!part?.value || part.value < 0) return notComputable(whyOf(part), n);
  }
  const parts = {
    average: average?.value ?? 0,
    appointments: appointments?.value ?? 0,
    closing: closing?.value ?? 0,
  };
  return { inputs: { revenue: goal.revenue, weeks, ...parts }, n };
}

/** What must be given is passed on; the rest would be unclear away from the part that it is said of. */
function whyOf(part: Figure | undefined): Why {
  const why = part?.why;
  return why && (why.startsWith('needs') || why === 'no won deal') ? why : 'a ratio of it is not computable';
}
