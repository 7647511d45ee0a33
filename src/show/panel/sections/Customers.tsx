import { GROUPS } from '../../kpi-groups.ts';
import { KpiList } from '../KpiList.tsx';
import type { Section, SectionProps } from '../Section.tsx';

/** What customers feel of the work: answers, solutions, and whether they stay. */
const IDS = GROUPS.find(({ name }) => name === 'kpis_customers')?.ids ?? [];

const Customers = ({ overview }: SectionProps) => <KpiList ids={IDS} overview={overview} />;

export const customers: Section = {
  id: 'customers',
  title: 'section_customers',
  isOpen: false,
  Body: Customers,
};
