import type { Kpi } from '../../metrics/kpi.ts';
import { KPIS } from '../../metrics/kpis.ts';
import { kpiValue } from '../format.ts';
import { keyed } from '../names.ts';
import { lookUp, type PluralKey, plural, t } from '../text.ts';

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
