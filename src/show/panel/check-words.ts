import type { Moment } from '../../contract/moment.ts';
import type { DealCheck } from '../../metrics/deal-checks.ts';
import type { Reason } from '../../metrics/exceptions.ts';
import { briefWorkDuration, date, days, money, when } from '../format.ts';
import { keyed, reason } from '../names.ts';
import { touchNames } from '../parts/evidence.ts';
import { lookUp, type Params, t } from '../text.ts';

type Value = DealCheck['params'][string];

export const checkName = (id: string): string => lookUp(`check_${keyed(id)}`) ?? id;

/** What a check of a deal found, in a sentence. `now` in epoch ms. */
export function checkSaid({ id, state, params }: Omit<DealCheck, 'snoozed'>, now: number): string {
  if (state === 'unknown') return t('check_cannot', { why: reason(String(params.why)) });
  if (id === 'planned-activity' && state === 'pass' && params.at === undefined)
    return t('check_planned_activity_undated');
  return lookUp(`check_${keyed(id)}_${state}`, written(params, now)) ?? '';
}

/** What is wrong when that check fails, or the wait is too long. */
export const reasonName = (id: string): string => lookUp(`reason_${keyed(id)}`) ?? id;

/** Why a record wants a look, in a few words. */
export const reasonSaid = ({ id, params }: Reason): string =>
  lookUp(`reason_${keyed(id)}_said`, written(params, 0)) ?? '';

/** Each value is written by what its name says it holds; see metrics/deal-checks.ts. */
function written(params: DealCheck['params'], now: number): Params {
  const all = Object.entries(params).map(([name, value]) => [name, oneOf(name, value, params, now)]);
  return Object.fromEntries(all);
}

function oneOf(name: string, value: Value, { currency }: DealCheck['params'], now: number): string | number {
  if (value === null || value === undefined) return '—';
  if (name === 'at' || name === 'last' || name === 'raisedAt') return when(value as Moment, now);
  if (name === 'days' || name === 'norm' || name === 'limit') return days(Number(value));
  if (name === 'seconds' || name === 'target' || name === 'over') return briefWorkDuration(Number(value));
  if (name === 'closeDate') return date(String(value));
  if (name === 'amount') return money(Number(value), currency === null ? null : String(currency ?? ''));
  if (name === 'kind') return t(touchNames[value as keyof typeof touchNames]);
  return typeof value === 'object' ? when(value, now) : value;
}
