import { KpiList } from '../KpiList.tsx';
import type { Section, SectionProps } from '../Section.tsx';

/** What customers feel of the work: answers, solutions, quotes, whether they stay, and what that costs. */
const IDS = [
  'first-contact-resolution',
  'first-reply-time',
  'issues-resolved',
  'complaints',
  'customer-satisfaction',
  'value-added-calls',
  'quote-turnaround',
  'cost-per-interaction',
  'customer-acquisition-cost',
  'retention',
  'churn',
  'upsell-rate',
  'cross-sell-rate',
];

const Customers = ({ overview }: SectionProps) => <KpiList ids={IDS} overview={overview} />;

export const customers: Section = {
  id: 'customers',
  title: 'section_customers',
  isOpen: false,
  Body: Customers,
};
