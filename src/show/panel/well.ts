import { KPIS } from '../../metrics/kpis.ts';
import type { Overview } from '../../metrics/overview.ts';
import { kpiValue, money, percent } from '../format.ts';
import { kpiName } from '../names.ts';
import { t } from '../text.ts';
import { changeOf } from './change.ts';
import { counted, targetOf, written } from './figures.ts';

/** More than that is no longer heard. */
const MOST = 4;

export interface Well {
  sentence: string;
  /** The KPI that it is of. */
  kpi?: string;
}

/** What a talk begins with: only what is certain, the strongest first; plain facts where nothing is. */
export function wentWell(overview: Overview): Well[] {
  const said = [...reached(overview), ...improved(overview), ...beyondPeers(overview), ...coached(overview)];
  const once = new Map((said.length > 0 ? said : facts(overview)).map((well) => [well.sentence, well]));
  return [...once.values()].slice(0, MOST);
}

const figures = ({ report }: Overview) => Object.entries(report.kpis);

const reached = (overview: Overview): Well[] =>
  figures(overview).flatMap(([id, kpi]) => {
    if (kpi.reached !== 'reached' || kpi.state !== 'ok') return [];
    const target = kpiValue(targetOf(kpi), kpi.unit, overview.currency);
    const value = written(id, kpi, overview.currency);
    return [{ kpi: id, sentence: t('well_reached', { name: kpiName(id), value, target }) }];
  });

const improved = (overview: Overview): Well[] =>
  figures(overview).flatMap(([id, kpi]) => {
    if (changeOf(id, kpi) !== 'better') return [];
    const before = kpiValue(kpi.baseline?.value, kpi.unit, overview.currency);
    const said = { name: kpiName(id), value: written(id, kpi, overview.currency), before };
    const key = KPIS[id]?.better === 'lower' ? 'well_lowered' : 'well_improved';
    return [{ kpi: id, sentence: t(key, said) }];
  });

const beyondPeers = ({ peers, report, currency }: Overview): Well[] =>
  Object.entries(peers).flatMap(([id, band]) => {
    const kpi = report.kpis[id];
    if (!band || kpi?.value == null || kpi.state !== 'ok') return [];
    const isBeyond = KPIS[id]?.better === 'higher' ? kpi.value > band.high : kpi.value < band.low;
    const [low, high] = [band.low, band.high].map((end) => kpiValue(end, kpi.unit, currency));
    const said = { name: kpiName(id), value: written(id, kpi, currency), low: low ?? '', high: high ?? '' };
    return isBeyond ? [{ kpi: id, sentence: t('well_peers', said) }] : [];
  });

/** What the coach's rules find good; a much shorter cycle is one of these. */
const coached = ({ report, currency }: Overview): Well[] =>
  report.coaching.flatMap(({ kpi: id, state, threshold }) => {
    const kpi = report.kpis[id];
    if (!kpi || kpi.value === null) return [];
    const said = { name: kpiName(id), value: written(id, kpi, currency) };
    if (id === 'sales-cycle-length')
      return state === 'coach' ? [{ kpi: id, sentence: t('well_cycle', said) }] : [];
    const isOver = state === 'ok' && threshold > 0;
    return isOver ? [{ kpi: id, sentence: t('well_coach', { ...said, threshold: percent(threshold) }) }] : [];
  });

function facts({ report, currency }: Overview): Well[] {
  const { 'total-sales': sold, 'answered-within-target': answered } = report.kpis;
  const said: Well[] = [];
  if (sold?.value) {
    const value = money(sold.value, currency);
    said.push({
      kpi: 'total-sales',
      sentence: t('well_sold', { value, n: counted('total-sales', sold.n) }),
    });
  }
  if (answered?.x)
    said.push({
      kpi: 'answered-within-target',
      sentence: t('well_answered', { x: answered.x, n: answered.n }),
    });
  return said.length > 0 ? said : [{ sentence: t('well_nothing') }];
}
