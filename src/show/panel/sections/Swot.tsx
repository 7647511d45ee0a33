import type { Overview } from '../../../metrics/overview.ts';
import type { SwotLine } from '../../../metrics/swot.ts';
import { kpiValue } from '../../format.ts';
import { kpiName } from '../../names.ts';
import { type Key, lookUp, type Params, t } from '../../text.ts';
import type { Section, SectionProps } from '../Section.tsx';

const BOXES = {
  strengths: 'swot_strengths',
  weaknesses: 'swot_weaknesses',
  opportunities: 'swot_opportunities',
  threats: 'swot_threats',
} as const satisfies Record<string, Key>;

/** A draft by rules: only what is certain stands in it. */
const Swot = ({ overview }: SectionProps) => (
  <>
    <div class="swot">
      {(Object.keys(BOXES) as (keyof typeof BOXES)[]).map((box) => (
        <section key={box} data-box={box}>
          <h3>{t(BOXES[box])}</h3>
          <Lines lines={overview.report.swot[box]} overview={overview} />
        </section>
      ))}
    </div>
    <p class="quiet small">{t('swot_about')}</p>
  </>
);

const Lines = ({ lines, overview }: { lines: readonly SwotLine[]; overview: Overview }) =>
  lines.length === 0 ? (
    <p class="quiet small">{t('swot_nothing')}</p>
  ) : (
    <ul>
      {lines.map((line) => (
        <li key={`${line.key} ${line.kpi ?? line.params.competitor}`}>{sentenceOf(line, overview)}</li>
      ))}
    </ul>
  );

/** Figures are written in the unit of the KPI they are of, but the magic number in appointments a week. */
function sentenceOf({ key, kpi, params }: SwotLine, { report, currency }: Overview): string {
  const unit = (name: string) =>
    name === 'magic' || name === 'after' ? 'per-week' : (kpi && report.kpis[kpi]?.unit) || 'count';
  const written: Params = {};
  for (const [name, value] of Object.entries(params))
    written[name] = typeof value === 'string' ? value : kpiValue(value, unit(name), currency);
  if (kpi) written.name = kpiName(kpi);
  return lookUp(key, written) ?? key;
}

export const swot: Section = {
  id: 'swot',
  title: 'section_swot',
  isOpen: false,
  from: '/report/swot',
  Body: Swot,
};
