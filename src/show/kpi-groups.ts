import type { Key } from './text.ts';

/** Every KPI once, by what it is about; the order is that of the sales work. */
export const GROUPS: readonly { name: Key; ids: readonly string[] }[] = [
  {
    name: 'kpis_speed',
    ids: [
      'lead-response-time',
      'lead-response-time-p90',
      'lead-response-time-business',
      'answered-within-target',
      'untouched-leads',
      'owner-response-time',
      'routing-delay',
      'first-contact-time',
    ],
  },
  {
    name: 'kpis_four_p',
    ids: [
      'four-p',
      'promptness',
      'persistence',
      'personalization',
      'performance',
      'attempts-per-lead',
      'value-added-calls',
    ],
  },
  {
    name: 'kpis_pipeline',
    ids: [
      'lead-conversion',
      'first-appointment-to-proposal',
      'closing-ratio',
      'win-rate',
      'win-rate-value',
      'sales-cycle-length',
      'slippage',
      'weighted-pipeline',
      'pipeline-coverage',
      'sales-velocity',
      'magic-number',
      'activity-meter',
    ],
  },
  {
    name: 'kpis_sales',
    ids: [
      'total-sales',
      'sales-volume',
      'average-revenue-per-sale',
      'revenue-growth',
      'customer-acquisition-cost',
      'cost-per-interaction',
    ],
  },
  {
    name: 'kpis_customers',
    ids: [
      'retention',
      'churn',
      'upsell-rate',
      'cross-sell-rate',
      'customer-satisfaction',
      'first-contact-resolution',
      'first-reply-time',
      'quote-turnaround',
      'issues-resolved',
      'complaints',
    ],
  },
];
