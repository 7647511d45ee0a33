import type { RawActivity, RawPage } from '../../../contract/raw.ts';
import { all } from '../../flat.ts';
import { shown } from './dom.ts';
import { newestFirst, orderOf, type Row, rowsIn, type Shown, TITLE, timeOf } from './history-rows.ts';
import type { Subject } from './objects.ts';
import { headingCount, listAround, relationLinks } from './related.ts';

type Histories = Pick<RawPage, 'activities' | 'announced' | 'more' | 'unread'>;

/** The histories among a record's related lists. */
export function collectHistories(host: Element, on: Subject): Histories {
  const found: Histories = { activities: [], announced: {}, more: false, unread: [] };
  for (const relation of ['OpportunityHistories', 'Histories'] as const) {
    const links = relationLinks(host, relation, on.id);
    const link = links.find((a) => rowsIn(listAround(a)).length > 0);
    const list = link && listAround(link);
    // A heading that announces rows which are not there.
    found.more ||= !link && links.some((a) => headingCount(a) !== 0);
    if (!link || !list) continue;
    const changes = { rows: rowsIn(list), count: headingCount(link), order: orderOf(list) };
    const { activities, announced, more, unread } = changesOf(relation, changes, on);
    found.activities.push(...activities);
    found.unread.push(...unread);
    Object.assign(found.announced, announced);
    found.more ||= more;
  }
  // Cards in a tab that is not in front.
  found.more ||= all(host, 'lst-history-card').some((card) => !shown(card));
  return found;
}

export const changesOf = (relation: string, shown: Shown, on: Subject): Histories =>
  relation === 'OpportunityHistories' ? stageChanges(shown, on) : fieldChanges(shown, on);

const USER_KEY = /^(CreatedBy|LastModifiedBy)/;

const changeRow = (row: Row, on: Subject, change: NonNullable<RawActivity['change']>): RawActivity => {
  const time = timeOf(row);
  const by = row.cells.find((c) => c.isUser || USER_KEY.test(c.key))?.text;
  return {
    ...(row.id ? { id: row.id } : {}),
    on,
    type: 'history',
    change,
    ...(time
      ? { time: { text: time.text, by: 'structure', ...(time.machine ? { machine: time.machine } : {}) } }
      : {}),
    ...(by ? { by } : {}),
  };
};

/**
 * One row for each change of stage, amount or date: the stage before is the one of the row below. Of the oldest row
 * of a list that goes on, nobody knows what it changed.
 */
function stageChanges(shown: Shown, on: Subject): Histories {
  const { rows, count } = shown;
  const ordered = newestFirst(shown);
  const unknown = (why: string): Histories => ({
    activities: [],
    announced: { stageChanges: null },
    more: true,
    unread: [{ field: 'stageChanges', why }],
  });
  if (ordered.length < rows.length) return unknown('not sorted by its date');
  const stageOf = ({ cells }: Row) => cells.find((c) => c.key === TITLE || /^Stage/.test(c.key))?.text ?? '';
  if (!rows.every(stageOf)) return unknown('a row without a stage');
  const complete = typeof count === 'number' && count <= rows.length;
  const activities = ordered.flatMap((row, i) => {
    const to = stageOf(row);
    const older = ordered[i + 1];
    if (!older) return complete ? [changeRow(row, on, { field: 'stage', to })] : [];
    const from = stageOf(older);
    return from === to ? [] : [changeRow(row, on, { field: 'stage', from, to })];
  });
  const announced = complete ? activities.length : (count ?? null);
  return { activities, announced: { stageChanges: announced }, more: !complete, unread: [] };
}

/** Date, field, user, old and new value; which field it was is told by its label. */
function fieldChanges({ rows, count }: Shown, on: Subject): Histories {
  const activities = rows.flatMap((row) => {
    const user = row.cells.findIndex((c) => c.isUser);
    const value = (key: RegExp, beside: number) =>
      row.cells.find((c) => key.test(c.key))?.text ?? (user < 1 ? undefined : row.cells[user + beside]?.text);
    const [field, from, to] = [value(/^Field/, -1), value(/^OldValue/, 1), value(/^NewValue/, 2)];
    // A value that is not there and an empty one are two things.
    const isWhole = row.id ? row.cells.some((c) => /^NewValue/.test(c.key)) : row.cells.length > user + 2;
    if (!field || !isWhole) return [];
    return [changeRow(row, on, { field, ...(from ? { from } : {}), ...(to ? { to } : {}) })];
  });
  const unknown = rows.length - activities.length;
  const unread =
    unknown > 0 ? [{ field: 'ownerChanges', why: `${unknown} changes of an unknown shape` }] : [];
  return {
    activities,
    announced: {},
    more: unknown > 0 || typeof count !== 'number' || count > rows.length,
    unread,
  };
}
