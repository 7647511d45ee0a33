import { t } from '../../text.ts';
import { GROUPS } from '../figures.ts';
import { KpiList } from '../KpiList.tsx';
import type { Section, SectionProps } from '../Section.tsx';

/** Every other KPI that there is. */
const Figures = ({ overview }: SectionProps) => (
  <>
    {GROUPS.filter(({ title }) => title !== 'group_customers').map(({ title, ids }) => (
      <section key={title}>
        <h3>{t(title)}</h3>
        <KpiList ids={ids} overview={overview} />
      </section>
    ))}
  </>
);

export const figures: Section = { id: 'figures', title: 'section_figures', isOpen: false, Body: Figures };
