import { GROUPS } from '../../kpi-groups.ts';
import { t } from '../../text.ts';
import { KpiList } from '../KpiList.tsx';
import type { Section, SectionProps } from '../Section.tsx';

/** Every other KPI that there is. */
const Figures = ({ overview }: SectionProps) => (
  <>
    {GROUPS.filter(({ name }) => name !== 'kpis_customers').map(({ name, ids }) => (
      <section key={name}>
        <h3>{t(name)}</h3>
        <KpiList ids={ids} overview={overview} />
      </section>
    ))}
  </>
);

export const figures: Section = { id: 'figures', title: 'section_figures', isOpen: false, Body: Figures };
