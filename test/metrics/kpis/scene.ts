import { noRecords, type Records } from '../../../src/contract/records.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import type { Kpi } from '../../../src/metrics/kpi.ts';
import { kpiOf } from '../../../src/metrics/kpis.ts';
import { factsOf, type Scene, sceneOf } from '../../../src/metrics/scene.ts';
import { t } from '../make.ts';

export const ASOF = t('2026-04-01T00:00');
/** March 2026, UTC. */
export const MARCH: [number, number] = [t('2026-03-01T00:00'), t('2026-04-01T00:00')];

interface Options {
  settings?: Settings;
  asOf?: number;
  period?: [number, number];
  rep?: string | null;
}

export const sceneWith = (
  records: Partial<Records>,
  { settings = {}, asOf = ASOF, period = MARCH, rep = null }: Options = {},
): Scene => sceneOf(factsOf({ ...noRecords(), ...records }, settings, asOf), period, rep);

/** A KPI of these records in March 2026 as seen at its end, unless `options` say otherwise. */
export const kpiWith = (id: string, records: Partial<Records>, options: Options = {}): Kpi =>
  kpiOf(id, sceneWith(records, options));
