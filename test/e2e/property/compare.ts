import type { ReadResult } from '../../../scripts/reader.ts';
import type { Moment } from '../../../src/contract/moment.ts';
import { end, start } from '../../../src/contract/moment.ts';
import type { Records } from '../../../src/contract/records.ts';

type Row = Record<string, unknown>;

/** Something that a changed page was read as and that the page as it was does not bear out. */
export interface Fault {
  table: string;
  /** The field that is wrong, `row` for a row too many, `complete` for a reading that claims too much. */
  field: string;
  want?: unknown;
  got?: unknown;
  /** The row as it was and as it is now. */
  before?: Row | undefined;
  after?: Row | undefined;
}

/** All that is wrong in `after`, for which `before` is the truth. Less, absent and less precise is never wrong. */
export function faultsOf(before: ReadResult, after: ReadResult): Fault[] {
  if (after.adapter && before.adapter !== after.adapter)
    return [{ table: 'page', field: 'adapter', want: before.adapter, got: after.adapter }];
  const tables = Object.keys(before.history).filter((t) => Array.isArray(before.history[t as keyof Records]));
  const rows = (result: ReadResult, table: string) =>
    result.history[table as keyof Records] as unknown as Row[];
  const faults = tables.flatMap((table) => faultsIn(table, rows(before, table), rows(after, table)));
  const missing = tables.filter((table) => rows(after, table).length < rows(before, table).length);
  const claims = after.coverage.complete && missing.length > 0;
  return [
    ...faults,
    ...missing.filter(() => claims).map((table) => ({ table, field: 'complete', want: false, got: true })),
  ];
}

/** Pairs every row with one of the truth, those that fit first; what is left over is a row too many. */
function faultsIn(table: string, before: Row[], after: Row[]): Fault[] {
  const free = new Set(before);
  const pairs = after.flatMap((row) =>
    before.map((truth) => ({ row, truth, faults: differences(truth, row) })),
  );
  const likeness = ({ row, truth, faults }: (typeof pairs)[number]) =>
    (row.id === truth.id ? 1000 : 0) -
    10 * faults.length +
    Object.keys(row).filter((k) => same(truth[k], row[k])).length;
  pairs.sort((a, b) => likeness(b) - likeness(a));
  const placed = new Map<Row, Fault[]>();
  for (const { row, truth, faults } of pairs) {
    if (placed.has(row) || !free.has(truth)) continue;
    free.delete(truth);
    placed.set(
      row,
      faults.map((f) => ({ ...f, table, before: truth, after: row })),
    );
  }
  return after.flatMap((row) => placed.get(row) ?? [{ table, field: 'row', after: row }]);
}

const differences = (truth: Row, row: Row): Omit<Fault, 'table'>[] =>
  Object.keys(row).flatMap((field) =>
    field !== 'derived' && field !== 'amountInexact' && !fits(field, truth, row)
      ? [{ field, want: truth[field], got: row[field] }]
      : [],
  );

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const isDerived = (id: unknown) => typeof id === 'string' && id.startsWith('~');

/** As it was, or less precise. */
function fits(field: string, truth: Row, row: Row): boolean {
  const [want, got] = [truth[field], row[field]];
  if (same(want, got)) return true;
  // A derived id stands for the content, which is compared field by field.
  if (field === 'id' || field === 'deal' || field === 'lead') return isDerived(want) || isDerived(got);
  if (field === 'on') return fits('id', want as Row, got as Row) && (want as Row).kind === (got as Row).kind;
  if (field === 'personal') return isLess(want as Row | undefined, got as Row);
  if (field === 'amount' && row.amountInexact && typeof want === 'number')
    return Math.abs(want - Number(got)) <= want / 20;
  return isMoment(want) && isMoment(got) && start(got) <= start(want) && end(got) >= end(want);
}

const isMoment = (value: unknown): value is Moment =>
  typeof value === 'number' || (Array.isArray(value) && value.length === 2);

/** Elements of a message that are seen no more are none, or unknown; none is found that was not there. */
const isLess = (want: Row | undefined, got: Row) =>
  want !== undefined && Object.entries(got).every(([k, v]) => v === want[k] || !v);
