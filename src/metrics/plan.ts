import type { Settings } from '../contract/settings.ts';
import { newPerWeek } from './activity.ts';
import type { Why } from './kpi.ts';
import { type MagicInputs, magic, magicInputs } from './magic-number.ts';
import type { Scene } from './scene.ts';

/** The magic number when an input changes, by the KPI id of that input. */
type ByInput = Record<string, number>;

/** What the goal takes, and where the present pace leads; all null, with `why`, where that cannot be said. */
export interface Plan {
  goal: NonNullable<Settings['goal']> | null;
  salesNeeded: number | null;
  proposalsNeeded: number | null;
  firstAppointmentsNeeded: number | null;
  /** First appointments per week, not rounded; `weekly` is the whole number to aim at. */
  magicNumber: number | null;
  weekly: number | null;
  /** New opportunities per week of late; 0 without any. */
  actualPerWeek: number;
  activityMeter: number | null;
  /** What the present pace would bring in the goal's time. */
  impliedRevenue: number | null;
  /** With one of the ratios a percentage point higher. */
  whatIf: ByInput | null;
  /** With one input a tenth higher. */
  sensitivity: ByInput | null;
  why?: Why;
}

// A whole number of appointments must not become one more by its last bit.
const ROUNDING = 1e-9;

export function plan(scene: Scene): Plan {
  const goal = scene.settings.goal ?? null;
  const { perWeek } = newPerWeek(scene);
  const given = magicInputs(scene);
  if (!('inputs' in given))
    return { ...NONE, goal, actualPerWeek: perWeek, ...(given.why && { why: given.why }) };
  const { sales, proposals, appointments, perWeek: needed } = magic(given.inputs);
  return {
    goal,
    salesNeeded: sales,
    proposalsNeeded: proposals,
    firstAppointmentsNeeded: appointments,
    magicNumber: needed,
    weekly: Math.ceil(needed - ROUNDING),
    actualPerWeek: perWeek,
    activityMeter: perWeek / needed,
    impliedRevenue: (given.inputs.revenue * perWeek) / needed,
    whatIf: changed(given.inputs, RATIOS, (ratio) => Math.min(1, ratio + 0.01)),
    sensitivity: {
      ...changed(given.inputs, { 'average-revenue-per-sale': 'average' }, (amount) => amount * 1.1),
      ...changed(given.inputs, RATIOS, (ratio) => Math.min(1, ratio * 1.1)),
    },
  };
}

const NONE = {
  salesNeeded: null,
  proposalsNeeded: null,
  firstAppointmentsNeeded: null,
  magicNumber: null,
  weekly: null,
  activityMeter: null,
  impliedRevenue: null,
  whatIf: null,
  sensitivity: null,
};

const RATIOS = { 'first-appointment-to-proposal': 'appointments', 'closing-ratio': 'closing' } as const;

function changed(
  inputs: MagicInputs,
  names: Record<string, keyof MagicInputs>,
  change: (input: number) => number,
): ByInput {
  const entries = Object.entries(names);
  return Object.fromEntries(
    entries.map(([kpi, name]) => [kpi, magic({ ...inputs, [name]: change(inputs[name]) }).perWeek]),
  );
}
