import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PAGE, reference } from '../../scripts/reference.ts';
import { KPIS } from '../../src/metrics/kpis.ts';

/** The ids of Reports: other programs read them, so none may be renamed or dropped. */
const IDS = [
  'lead-response-time',
  'lead-response-time-p90',
  'lead-response-time-business',
  'answered-within-target',
  'untouched-leads',
  'owner-response-time',
  'routing-delay',
  'first-contact-time',
  'promptness',
  'persistence',
  'personalization',
  'performance',
  'four-p',
  'attempts-per-lead',
  'lead-conversion',
  'first-appointment-to-proposal',
  'closing-ratio',
  'win-rate',
  'win-rate-value',
  'average-revenue-per-sale',
  'sales-cycle-length',
  'total-sales',
  'sales-volume',
  'revenue-growth',
  'sales-velocity',
  'weighted-pipeline',
  'pipeline-coverage',
  'slippage',
  'customer-acquisition-cost',
  'retention',
  'churn',
  'upsell-rate',
  'cross-sell-rate',
  'first-contact-resolution',
  'value-added-calls',
  'quote-turnaround',
  'first-reply-time',
  'issues-resolved',
  'complaints',
  'customer-satisfaction',
  'cost-per-interaction',
  'magic-number',
  'activity-meter',
];

describe('the KPIs', () => {
  it('are those of a Report, no fewer and no other', () => {
    expect(Object.keys(KPIS).sort()).toEqual([...IDS].sort());
  });

  it('are described as their files say', () => {
    expect(readFileSync(PAGE, 'utf8') === reference(), `${PAGE} is out of date: run npm run reference.`).toBe(
      true,
    );
  });
});
