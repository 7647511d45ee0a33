import { GROUPS } from '../figures.ts';
import { KpiList } from '../KpiList.tsx';
import type { Section, SectionProps } from '../Section.tsx';

/** What customers feel of the work: answers, solutions, whether they stay, and what that costs. */
const IDS = GROUPS.find(({ title }) => title === 'group_customers')?.ids ?? [];

const Customers = ({ overview }: SectionProps) => <KpiList ids={IDS} overview={overview} />;

export const customers: Section = {
  id: 'customers',
  title: 'section_customers',
  isOpen: false,
  Body: Customers,
};
