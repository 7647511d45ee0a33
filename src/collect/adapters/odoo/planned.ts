import type { RawActivity, RawField } from '../../../contract/raw.ts';
import { all, one, text } from '../../flat.ts';
import type { Chatter, Form } from './chatter.ts';
import { behindLabel, titled, typeOf } from './fields.ts';

/** Planned activities and messages that are to be sent later; what is folded away is counted. */
export function collectPlanned(chatter: Element, form: Form, page: Chatter): void {
  const items = all(chatter, '.o-mail-Activity, .o_Activity');
  const folded = items.length === 0 ? one(chatter, '.o-mail-ActivityList, .o_ActivityBox') : undefined;
  if (folded) {
    page.collapsed += Number(text(folded.querySelector('.badge'))) || 0;
    page.more = true;
  }
  for (const el of items) {
    const row = plannedActivity(el, form, page.people);
    if (row.by && !page.people.includes(row.by)) page.people.push(row.by);
    page.activities.push(row);
    if (!row.time) page.unread.push({ field: 'activity.at', why: 'no due day shown' });
  }
  for (const el of all(chatter, '.o-mail-Scheduled-Message'))
    page.activities.push(scheduledMessage(el, form));
}

function plannedActivity(el: Element, form: Form, known: string[]): RawActivity {
  const due = el.querySelector(DUE);
  const title = el.querySelector(
    `.o-mail-Activity-info > :is(.fw-bolder, .fw-bold):not(${DUE}), .o_Activity_summary`,
  );
  const by = assignee(el.querySelector('.o-mail-Activity-user, .o_Activity_userName'), known);
  return {
    on: form.on,
    type: typeOf(el.querySelectorAll('i:not(button i)')),
    planned: true,
    ...(due ? { time: dueOf(el, due) } : {}),
    ...(due?.matches(OVERDUE) ? { overdue: true } : {}),
    ...titled(text(title).replace(/^["“”„«»‹›「『](.*)["“”«»‹›」』]$/su, '$1')),
    ...(by ? { by } : {}),
  };
}

const OVERDUE = ':is(.text-danger, .o-overdue)';
const DUE =
  ':is(.o-mail-Activity-info > :is(.text-danger, .text-warning, .text-success), .o_Activity_dueDateText)';

/** Opened details give the day; else the text counts the days from today, and its colour tells which way. */
function dueOf(el: Element, due: Element): RawField {
  const day = text([...el.querySelectorAll('.o-mail-Activity-details tr:last-child td')].at(-1));
  if (day) return { text: day, by: 'structure' };
  const shown = text(due)
    .replace(/[:：]$/u, '')
    .trim();
  const days = due.matches('.text-warning, .o-today') ? '0' : (/\d+/.exec(shown)?.[0] ?? '1');
  return { text: shown, by: 'machine', machine: `${due.matches(OVERDUE) ? '-' : ''}P${days}D` };
}

/** "for Tomás O'Neill": in a saved page one text, of which the label is the first word in every language. */
function assignee(el: Element | null, known: string[]): string | undefined {
  const whole = text(el);
  return behindLabel(el) ?? known.find((name) => whole.endsWith(name)) ?? /^\S+\s+(.+)$/su.exec(whole)?.[1];
}

function scheduledMessage(el: Element, form: Form): RawActivity {
  const date = el.querySelector('.o-mail-Message-date');
  const by = text(el.querySelector('.o-mail-Message-author'));
  return {
    on: form.on,
    type: 'message',
    planned: true,
    direction: 'out',
    time: { text: date?.getAttribute('title') || text(date), by: 'machine' },
    ...titled(behindLabel(el.querySelector('.o-mail-Message-body em'))),
    ...(by ? { by } : {}),
  };
}
