// @ts-check
import { clockTime, daysFromToday, h, icon, longDay, rep, shortDay, thisYear, zoneName } from '../common.js';
import { STAGES } from './objects.js';

/** @typedef {import('../common.js').Lead} Lead */
/** @typedef {import('../common.js').Deal} Deal */
/** @typedef {import('../common.js').Activity} Activity */

/**
 * What one card of the timeline says. `type` is the page's own word for it.
 * @typedef {{ type: string, at: number, header: (Node | string)[], title?: string, body?: string, drawing: any, planned?: boolean, pinned?: boolean, group?: string }} Told
 */

const OUTCOMES = {
  connected: 'Connected',
  voicemail: 'Left voicemail',
  'no-answer': 'No answer',
  held: 'Completed',
};

const strong = (/** @type {string | undefined} */ text) => h('strong', {}, text);

/** All that ever happened to the record, newest first, its creation last. */
export function tell(/** @type {Lead | Deal} */ record) {
  const what = 'stages' in record ? 'deal' : 'contact';
  const who = 'people' in record ? (record.people[0]?.name ?? record.company) : record.name;
  /** @type {Told[]} */
  const told = [
    {
      type: `${what}-created`,
      at: record.createdAt,
      drawing: 'star',
      group: `${what === 'deal' ? 'Deal' : 'Contact'} activity`,
      header: [`This ${what} was created by `, strong(rep(record.createdBy)?.name)],
    },
    ...('stages' in record
      ? record.stages.slice(1).map((s) => ({
          type: 'deal-stage',
          at: s.at,
          drawing: 'deal',
          group: 'Deal activity',
          header: [strong(rep(s.by)?.name), ' moved ', record.name, ' to ', strong(STAGES[s.to])],
        }))
      : []),
    ...('owners' in record
      ? record.owners.slice(1).map((o) => ({
          type: 'property-change',
          at: o.at,
          drawing: 'lead',
          group: 'Contact activity',
          header: [strong(rep(o.by)?.name), ' changed Contact owner to ', strong(rep(o.to)?.name)],
        }))
      : []),
    ...record.activities.map((a) => activity(a, who, rep(a.by)?.name ?? '', rep(record.owner)?.name ?? '')),
  ];
  return told
    .map((t, i) => ({ t, i }))
    .sort((a, b) => b.t.at - a.t.at || b.i - a.i)
    .map(({ t }) => t);
}

/** @returns {Told} */
function activity(
  /** @type {Activity} */ a,
  /** @type {string} */ who,
  /** @type {string} */ by,
  /** @type {string} */ owner,
) {
  const planned = a.state === 'planned';
  const common = {
    at: a.at,
    drawing: a.kind,
    title: a.subject,
    planned,
    ...(a.body ? { body: a.body } : {}),
    ...(a.pinned ? { pinned: true } : {}),
  };
  switch (a.kind) {
    case 'call':
      return {
        ...common,
        type: 'call',
        header: a.result
          ? [strong(`Call - ${OUTCOMES[a.result]}`), ` made by ${by} with ${who}`]
          : [strong('Logged call'), ` by ${by}`],
      };
    case 'email':
      if (a.automated)
        return { ...common, type: 'email', header: [strong('Automated email'), ` sent to ${who} by ${by}`] };
      if (a.state === 'bounced')
        return {
          ...common,
          type: 'email',
          header: [strong('Logged email'), ` from ${by} to ${who} `, h('span', { class: 'tag' }, 'Bounced')],
        };
      return {
        ...common,
        type: 'email',
        header: [
          strong('Logged email'),
          a.direction === 'in' ? ` from ${who} to ${owner}` : ` from ${by} to ${who}`,
        ],
      };
    case 'meeting':
      return {
        ...common,
        type: 'meeting',
        header: [strong(planned ? 'Meeting' : 'Meeting - Completed'), ` hosted by ${by} with ${who}`],
      };
    case 'task':
      return {
        ...common,
        type: 'task',
        header: [strong('Task'), ` assigned to ${by}`, planned ? '' : ' - Completed'],
      };
    case 'note':
      return { ...common, type: 'note', header: [strong('Note'), ` by ${by}`] };
    default:
      return { ...common, type: 'form-submission', header: [strong('Form submission'), ` by ${who}`] };
  }
}

/** `Today at 2:26 PM`, `Aug 28 at 9:45 AM`, and of another year with year and zone. */
export function when(/** @type {number} */ t) {
  const near = { '-1': 'Yesterday', 0: 'Today', 1: 'Tomorrow' }[daysFromToday(t)];
  if (near) return `${near} at ${clockTime(t)}`;
  return thisYear(t) ? `${shortDay(t)} at ${clockTime(t)}` : withYear(t);
}
const withYear = (/** @type {number} */ t) => `${longDay(t)} at ${clockTime(t)} ${zoneName(t)}`;

/**
 * One card. Real pages have been seen with the card around its accordion and with the accordion around its
 * card: deals get the first here, contacts the second.
 */
export function draw(
  /** @type {Told} */ t,
  /** @type {'card-outside' | 'card-inside'} */ nesting,
  /** @type {boolean} */ opened,
) {
  const attributes = {
    class: 'timelineCard',
    'data-selenium-test': 'timeline-card',
    'data-selenium-event-type': t.type,
  };
  const accordion = h('div', { 'data-test-id': 'collapsible-event-accordion', class: 'accordion' });
  const outer = nesting === 'card-outside' ? h('div', attributes, accordion) : accordion;
  const inner = nesting === 'card-outside' ? accordion : accordion.appendChild(h('div', attributes));
  const fill = (/** @type {boolean} */ open) =>
    inner.replaceChildren(...(open ? expanded(t, () => fill(false)) : collapsed(t, () => fill(true))));
  fill(opened);
  return outer;
}

const toggle = (/** @type {boolean} */ open, /** @type {() => void} */ flip) =>
  h(
    'div',
    {
      class: 'toggle',
      role: 'button',
      tabindex: '0',
      'aria-expanded': String(open),
      'aria-label': open ? 'Collapse' : 'Expand',
      onclick: flip,
    },
    icon('more'),
  );

/** What is overdue stands among what is to come, so its year is printed. */
function time(/** @type {Told} */ t) {
  const overdue = t.planned && t.at < Date.now();
  const text = overdue ? withYear(t.at) : when(t.at);
  return h(
    'span',
    { class: overdue ? 'when overdue' : 'when' },
    t.planned && (overdue ? 'Overdue: ' : 'Due: '),
    h('span', { 'data-test-id': 'event-timestamp' }, text),
  );
}
const parts = (/** @type {Told} */ t) =>
  t.header.map((part) => (typeof part === 'string' ? part : part.cloneNode(true)));

/** Closed, a card holds its preview twice: once to be seen, once for screen readers. */
function collapsed(/** @type {Told} */ t, /** @type {() => void} */ flip) {
  const preview = (/** @type {Record<string, string>} */ extra) =>
    h(
      'div',
      { 'data-test-id': 'timeline-preview-event', ...extra },
      h(
        'div',
        { class: 'cardTop' },
        h('span', { class: 'glyph' }, icon(t.drawing)),
        h('h4', {}, h('span', { 'data-test-id': 'generic-preview-event-header' }, ...parts(t))),
        time(t),
      ),
      t.title && h('p', { class: 'cardTitleLine' }, h('strong', {}, t.title)),
    );
  return [toggle(false, flip), preview({}), preview({ class: 'screenReader', 'aria-hidden': 'true' })];
}

function expanded(/** @type {Told} */ t, /** @type {() => void} */ flip) {
  const body = t.body
    ? h(
        'div',
        { 'data-test-id': 'rte-content' },
        ...t.body
          .split('\n\n')
          .map((p) => h('p', {}, ...p.split('\n').flatMap((line, i) => (i ? [h('br'), line] : [line])))),
      )
    : null;
  return [
    toggle(true, flip),
    h(
      'div',
      { class: 'cardTop' },
      h('span', { class: 'glyph' }, icon(t.drawing)),
      h('div', { class: 'header', 'data-test-id': 'header-message' }, ...parts(t)),
      time(t),
    ),
    h(
      'div',
      { class: 'cardBody', ...(t.type === 'note' ? { 'data-test-id': 'timeline-note-event' } : {}) },
      t.title && h('p', { class: 'cardTitleLine' }, h('strong', {}, t.title)),
      body,
      h(
        'div',
        { class: 'noise' },
        h('button', { class: 'plain' }, 'Pin'),
        h('button', { class: 'plain' }, 'Copy link'),
        h('button', { class: 'plain' }, 'Add comment'),
      ),
    ),
  ];
}
