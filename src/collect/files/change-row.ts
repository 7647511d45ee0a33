import { clean } from '../../contract/clean.ts';
import { interpretActivity } from '../../contract/interpret-activity.ts';
import { isExact, type Moment, start } from '../../contract/moment.ts';
import type { RawActivity } from '../../contract/raw.ts';
import { noRecords, type Records, type StageChange } from '../../contract/records.ts';
import { fieldNamed } from './columns.ts';
import type { Register } from './register.ts';
import { collectFaults, fault, fieldOf, type Line, type Sheet } from './sheet.ts';
import { namingField, subjectIn } from './subject.ts';

/** A row of a history report → a move to a stage or an owner. Rows about other fields say nothing that is kept. */
export function takeChange(line: Line, register: Register, into: Records): boolean {
  const { sheet } = line;
  const told = line.text('field');
  const subject = subjectIn(line, register);
  const field = told === undefined ? 'stage' : fieldNamed(told);
  if (field !== 'stage' && field !== 'owner') return false;
  const on = typeof subject === 'string' ? unknownDeal(line) : subject.on;
  if (!on) {
    fault(line, namingField(line), typeof subject === 'string' ? subject : 'names no deal');
    return false;
  }
  const org = (typeof subject === 'string' ? undefined : subject.record?.org) ?? sheet.org;
  const time = fieldOf(line, 'at');
  const by = line.text('by');
  const row: RawActivity = {
    ...{ on, type: 'history' },
    change: { field, from: line.text('from') ?? '', to: line.text('to') ?? '' },
    ...(time && !time.unread ? { time } : {}),
    ...(by ? { by } : {}),
  };
  if (time?.unread) sheet.desk.unread.push({ field: 'at', why: time.unread });
  const own = noRecords();
  const desk = { ...sheet.desk, raw: { ...sheet.desk.raw, org } };
  interpretActivity(row, desk, own);
  collectFaults(line);
  into.stageChanges.push(...own.stageChanges);
  into.ownerChanges.push(...own.ownerChanges);
  return own.stageChanges.length + own.ownerChanges.length > 0;
}

/** A deal that no file has is still the one of its id. */
function unknownDeal(line: Line): { kind: 'deal'; id: string } | undefined {
  const id = line.texts('deal').find((text) => /^[A-Za-z0-9-]*\d[A-Za-z0-9-]*$/.test(text));
  return id ? { kind: 'deal', id: clean(id) } : undefined;
}

/**
 * A report that lists the stages that a deal had, and not from which to which: each comes from the one before; rows that
 * keep the stage are no moves.
 */
export function chained(changes: readonly StageChange[], { places }: Sheet): StageChange[] {
  if (places.has('from')) return [...changes];
  const byDeal = new Map<string, StageChange[]>();
  for (const change of inOrder(changes)) {
    const before = byDeal.get(change.deal) ?? [];
    byDeal.set(change.deal, before);
    const from = before.at(-1)?.to;
    if (from !== change.to) before.push(from === undefined ? change : { ...change, from });
  }
  return [...byDeal.values()].flat();
}

/** Earliest first; of one day, in the order in which the file runs. */
function inOrder(changes: readonly StageChange[]): StageChange[] {
  const [first, last] = [changes.at(0), changes.at(-1)];
  const runsBack = first && last && start(first.at) > start(last.at);
  const rows = runsBack ? [...changes].reverse() : [...changes];
  return rows.sort((a, b) => start(a.at) - start(b.at));
}

/** A deal was closed when it came to the stage in which it is; without its history on the day of its close date. */
export function closeByHistory(records: Records): void {
  const last = new Map<string, Moment>();
  const key = (org: string, deal: string, stage: string | undefined) => JSON.stringify([org, deal, stage]);
  for (const { org, deal, to, at } of records.stageChanges) {
    const known = last.get(key(org, deal, to));
    if (known === undefined || start(at) > start(known) || (start(at) === start(known) && isExact(at)))
      last.set(key(org, deal, to), at);
  }
  for (const deal of records.deals) {
    const at = last.get(key(deal.org, deal.id, deal.stage));
    if (deal.outcome !== 'open' && at !== undefined) deal.closedAt = at;
  }
}
