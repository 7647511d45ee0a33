import type { Unit } from '../../metrics/kpi.ts';
import { duration } from '../format.ts';
import { number, t } from '../text.ts';

/** A KPI's value for the eye: rounded, in its unit. */
export function figureText(unit: Unit, value: number, currency: string | undefined): string {
  if (unit === 's') return duration(value);
  if (unit === 'ratio') return number(value, { style: 'percent', maximumFractionDigits: 1 });
  if (unit === 'days') return number(value, { style: 'unit', unit: 'day', maximumFractionDigits: 1 });
  if ((unit === 'money' || unit === 'money/day') && currency)
    return number(value, { style: 'currency', currency, maximumFractionDigits: 0 });
  return number(value, { maximumFractionDigits: Math.abs(value) >= 100 ? 0 : 2 });
}

interface Limited {
  lo?: number | null | undefined;
  hi?: number | null | undefined;
}

/** Its 95 % interval; nothing where there is none, an open end where one lies beyond what was seen. */
export function limitsText(
  unit: Unit,
  { lo, hi }: Limited,
  currency: string | undefined,
): string | undefined {
  if (lo === undefined && hi === undefined) return undefined;
  const side = (limit: number | null | undefined) =>
    limit == null ? '…' : figureText(unit, limit, currency);
  return t('from_to', { from: side(lo), to: side(hi) });
}
