import { KPIS } from '../../metrics/kpis.ts';
import type { Overview } from '../../metrics/overview.ts';
import { kpiValue, money, percent } from '../format.ts';
import { kpiName } from '../names.ts';
import { t } from '../text.ts';
import { changeOf } from './change.ts';
import { counted, targetOf, written } from './figures.ts';

/** More than that is no longer heard. */
const MOST = 4;

/** What a talk begins with: only what is certain, the strongest first; plain facts where nothing is. */
export function wentWell(overview: Overview): string[] {
  const said = [...reached(overview), ...improved(overview), ...beyondPeers(overview), ...coached(overview)];
  return [...new Set(said.length > 0 ? said : facts(overview))].slice(0, MOST);
}

const figures = ({ report }: Overview) => Object.entries(report.kpis);

const reached = (overview: Overview): string[] =>
  figures(overview).flatMap(([id, kpi]) => {
    if (kpi.reached !== 'reached' || kpi.state !== 'ok') return [];
    const target = kpiValue(targetOf(kpi), kpi.unit, overview.currency);
    return [t('well_reached', { name: kpiName(id), value: written(id, kpi, overview.currency), target })];
  });

const improved = (overview: Overview): string[] =>
  figures(overview).flatMap(([id, kpi]) => {
    if (changeOf(id, kpi) !== 'better') return [];
    const before = kpiValue(kpi.baseline?.value, kpi.unit, overview.currency);
    const said = { name: kpiName(id), value: written(id, kpi, overview.currency), before };
    return [t(KPIS[id]?.better === 'lower' ? 'well_lowered' : 'well_improved', said)];
  });

const beyondPeers = ({ peers, report, currency }: Overview): string[] =>
  Object.entries(peers).flatMap(([id, band]) => {
    const kpi = report.kpis[id];
    if (!band || kpi?.value == null || kpi.state !== 'ok') return [];
    const isBeyond = KPIS[id]?.better === 'higher' ? kpi.value > band.high : kpi.value < band.low;
    const [low, high] = [band.low, band.high].map((end) => kpiValue(end, kpi.unit, currency));
    const said = { name: kpiName(id), value: written(id, kpi, currency), low: low ?? '', high: high ?? '' };
    return isBeyond ? [t('well_peers', said)] : [];
  });

/** What the coach's rules find good; a much shorter cycle is one of these. */
const coached = ({ report, currency }: Overview): string[] =>
  report.coaching.flatMap(({ kpi: id, state, threshold }) => {
    const kpi = report.kpis[id];
    if (!kpi || kpi.value === null) return [];
    const said = { name: kpiName(id), value: written(id, kpi, currency) };
    if (id === 'sales-cycle-length') return state === 'coach' ? [t('well_cycle', said)] : [];
    const isOver = state === 'ok' && threshold > 0;
    return isOver ? [t('well_coach', { ...said, threshold: percent(threshold) })] : [];
  });

function facts({ report, currency }: Overview): string[] {
  const { 'total-sales': sold, 'answered-within-target': answered } = report.kpis;
  const said: string[] = [];
  if (sold?.value)
    said.push(t('well_sold', { value: money(sold.value, currency), n: counted('total-sales', sold.n) }));
  if (answered?.x) said.push(t('well_answered', { x: answered.x, n: answered.n }));
  return said.length > 0 ? said : [t('well_nothing')];
}
