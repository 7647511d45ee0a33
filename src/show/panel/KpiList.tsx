import type { Overview } from '../../metrics/overview.ts';
import { kpiName } from '../names.ts';
import { kpiAt } from '../parts/from.ts';
import { Evidence } from './Evidence.tsx';
import { Figure } from './Figure.tsx';

/** KPIs by name, each of which opens what it rests on. */
export const KpiList = ({ ids, overview }: { ids: readonly string[]; overview: Overview }) => (
  <ul class="kpi-list">
    {ids.map((id) => (
      <Row key={id} id={id} overview={overview} />
    ))}
  </ul>
);

function Row({ id, overview: { report, currency, settings } }: { id: string; overview: Overview }) {
  const kpi = report.kpis[id];
  if (!kpi) return null;
  return (
    <li>
      <details data-from={kpiAt(id)}>
        <summary>
          <span>{kpiName(id)}</span>
          <Figure id={id} kpi={kpi} currency={currency} />
        </summary>
        <Evidence id={id} kpi={kpi} currency={currency} zone={settings.timeZone} />
      </details>
    </li>
  );
}
