import type { Records } from '../contract/records.ts';
import type { Settings } from '../contract/settings.ts';
import { coaching } from './coaching.ts';
import { type Competition, competitors } from './competitors.ts';
import { type Forecast, forecast } from './forecast.ts';
import { type FourP, fourP } from './four-p-report.ts';
import type { Kpi } from './kpi.ts';
import { kpisOf } from './kpis.ts';
import { plan } from './plan.ts';
import { type Facts, factsOf, nextOf, type Scene, sceneOf } from './scene.ts';
import { stages } from './stages.ts';
import { swot } from './swot.ts';

export interface Question {
  /** Epoch ms; nothing later is used. */
  asOf: number;
  /** `[from, to)`, epoch ms; the 90 days before asOf when left out (rule 80). */
  period?: readonly [from: number, to: number];
  /** One rep by exact name; the whole team when left out. */
  rep?: string | null;
}

export interface Report {
  format: 'fourfold-report';
  version: 1;
  asOf: number;
  period: readonly [number, number];
  rep: string | null;
  fourP: FourP;
  kpis: Record<string, Kpi>;
  stages: ReturnType<typeof stages>;
  coaching: ReturnType<typeof coaching>;
  plan: ReturnType<typeof plan>;
  swot: ReturnType<typeof swot>;
  competitors: Competition;
  /** Of the period of equal length that begins at asOf. */
  forecast: Forecast;
  coverage: { seen: Record<string, number> };
}

const DAYS_90 = 90 * 86_400_000;

/** Everything that can be said of a History. Throws an Error that names the setting when a calendar cannot be used. */
export const reportOf = (records: Records, settings: Settings, question: Question): Report =>
  reportFrom(factsOf(records, settings, question.asOf), question);

/** The same from facts that are at hand: many reps and periods can share them. */
export function reportFrom(facts: Facts, question: Omit<Question, 'asOf'> = {}): Report {
  const { period = [facts.asOf - DAYS_90, facts.asOf], rep = null } = question;
  return reportOn(sceneOf(facts, period, rep));
}

/** The same of a scene. */
export function reportOn(scene: Scene): Report {
  const { asOf, period, rep, records } = scene;
  const kpis = kpisOf(scene);
  return {
    format: 'fourfold-report',
    version: 1,
    asOf,
    period,
    rep,
    fourP: fourP(scene),
    kpis,
    stages: stages(scene),
    coaching: coaching(scene),
    plan: plan(scene),
    swot: swot(scene, kpis),
    competitors: competitors(scene),
    forecast: forecast(nextOf(scene)),
    coverage: {
      seen: Object.fromEntries(Object.entries(records).map(([table, rows]) => [table, rows.length])),
    },
  };
}
