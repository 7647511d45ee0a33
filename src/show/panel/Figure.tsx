import type { Kpi } from '../../metrics/kpi.ts';
import { kpiAt } from '../parts/from.ts';
import { written } from './figures.ts';

interface Props {
  id: string;
  kpi: Kpi;
  currency: string | null;
  /** Whose, where several people stand side by side. */
  rep?: string | undefined;
  /** Where it stands, where that is not the Report; see parts/from.ts. */
  from?: string | undefined;
}

/** A value as a Report has it. Its attributes say which, so that it can be held against that. */
export const Figure = ({ id, kpi, currency, rep, from = kpiAt(id) }: Props) => (
  <span
    class="figure"
    data-kpi={id}
    data-value={String(kpi.value)}
    data-n={kpi.n}
    data-state={kpi.state}
    data-rep={rep}
    data-from={`${from}/value`}
  >
    {written(id, kpi, currency)}
  </span>
);
