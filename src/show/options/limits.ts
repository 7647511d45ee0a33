import type { Unit } from '../../metrics/kpi.ts';
import { kpiValue } from '../format.ts';
import { t } from '../text.ts';

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
  const side = (limit: number | null | undefined) => (limit == null ? '…' : kpiValue(limit, unit, currency));
  return t('from_to', { from: side(lo), to: side(hi) });
}
