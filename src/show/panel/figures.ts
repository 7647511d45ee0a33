import type { Kpi } from '../../metrics/kpi.ts';
import { KPIS } from '../../metrics/kpis.ts';
import { kpiValue } from '../format.ts';
import { keyed } from '../names.ts';
import { type Key, lookUp, type PluralKey, plural, t } from '../text.ts';

/** How it is worked out, in one sentence. */
export const aboutOf = (id: string): string => lookUp(`kpi_${keyed(id)}_about`) ?? '';

/** What `n` counts, where that is not the first table that the KPI reads. */
const COUNTED: Record<string, PluralKey> = {
  'lead-response-time': 'n_raises',
  'lead-response-time-p90': 'n_raises',
  'lead-response-time-business': 'n_raises',
  'answered-within-target': 'n_raises',
  'owner-response-time': 'n_raises',
  'first-contact-time': 'n_raises',
  'activity-meter': 'n_appointments',
};
const TABLES: Record<string, PluralKey> = {
  leads: 'n_leads',
  deals: 'n_deals',
  activities: 'n_activities',
  quotes: 'n_quotes',
  tickets: 'n_tickets',
  customers: 'n_customers',
};

/** "14 deals": the records that a figure rests on. */
export const counted = (id: string, n: number): string =>
  plural(COUNTED[id] ?? TABLES[KPIS[id]?.needs[0] ?? ''] ?? 'n_leads', n);

/** What moved out of its sight only makes it greater. */
const AT_LEAST: ReadonlySet<string> = new Set(['slippage']);

export function written(id: string, { value, unit }: Kpi, currency: string | null): string {
  const text = kpiValue(value, unit, currency);
  return value !== null && AT_LEAST.has(id) ? t('at_least', { value: text }) : text;
}

export const targetOf = ({ target }: Kpi): number | undefined =>
  typeof target === 'number' ? target : target?.value;

/** The KPIs as they are offered, by what they are about. */
export const GROUPS: readonly { title: Key; ids: readonly string[] }[] = [
  {
    title: 'group_response',
    ids: [
      'answered-within-target',
      'untouched-leads',
      'lead-response-time',
      'lead-response-time-business',
      'lead-response-time-p90',
      'owner-response-time',
      'routing-delay',
      'first-contact-time',
      'attempts-per-lead',
    ],
  },
  {
    title: 'group_four_p',
    ids: ['four-p', 'promptness', 'persistence', 'personalization', 'performance'],
  },
  {
    title: 'group_deals',
    ids: [
      'win-rate',
      'win-rate-value',
      'closing-ratio',
      'first-appointment-to-proposal',
      'lead-conversion',
      'sales-cycle-length',
      'average-revenue-per-sale',
      'total-sales',
      'sales-volume',
      'revenue-growth',
      'sales-velocity',
      'weighted-pipeline',
      'slippage',
      'quote-turnaround',
    ],
  },
  { title: 'group_plan', ids: ['activity-meter', 'magic-number', 'pipeline-coverage'] },
  {
    title: 'group_customers',
    ids: [
      'retention',
      'churn',
      'upsell-rate',
      'cross-sell-rate',
      'value-added-calls',
      'first-reply-time',
      'first-contact-resolution',
      'issues-resolved',
      'complaints',
      'customer-satisfaction',
      'customer-acquisition-cost',
      'cost-per-interaction',
    ],
  },
];
