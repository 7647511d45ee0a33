import { end, type Moment } from '../../contract/moment.ts';
import { DAY } from '../../contract/zone.ts';
import { type RecordHistory, withMerged } from '../histories.ts';
import { type KpiFile, ratio, withCoverage } from '../kpi.ts';
import { endOf, isDiscarded } from '../outcome.ts';
import { isWithin } from '../scene.ts';
import { earliest } from '../spans.ts';

/** A lead that is younger may still convert: counting it would make every recent period look bad. */
const MATURE = 90 * DAY;

/**
 * Leads that became deals.
 * @formula converted by asOf ÷ all, over the leads that started in the period at least 90 days before asOf. A lead
 * starts when it was raised, else created; cold and imported leads count, spam and duplicates do not.
 * @source Oracle CX, Leads metrics (lead status is converted); matured leads alone as in Hanowell (Gelman 2019).
 * @fields lead: createdAt, raisedAt, outcome, closedAt
 * @missing No lead that started in the period is 90 days old.
 */
export const kpi: KpiFile = {
  unit: 'ratio',
  better: 'higher',
  needs: ['leads'],
  settings: [],
  figure: (scene) => {
    const { asOf, settings } = scene;
    const accepted = scene.leads
      .filter(({ history }) => history.kind === 'lead' && !isDiscarded(history.record))
      .map(({ history }) => ({ history, started: startOf(history) }));
    const { rows, coverage } = withCoverage(accepted, ({ started }) => started !== undefined);
    const mature = rows.filter(({ started }) => isWithin(started, scene) && isMature(started, asOf));
    const converted = mature.filter(({ history }) => endOf(history, settings, asOf)?.outcome === 'converted');
    return { ...ratio(converted.length, mature.length), coverage };
  },
};

/** Rules 56, 77: of a lead with others merged into it, the first of their starts. */
const startOf = (history: RecordHistory): Moment | undefined =>
  earliest(
    withMerged(history)
      .map((record) => ('raisedAt' in record ? record.raisedAt : undefined) ?? record.createdAt)
      .filter((at) => at !== undefined),
  );

const isMature = (started: Moment | undefined, asOf: number): boolean =>
  started !== undefined && asOf - end(started) >= MATURE;
