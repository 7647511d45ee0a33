// @ts-check
import { clockTime, daysFromToday, h, icon, longDay, monthName, rep, shortDay, story, thisYear } from '../common.js';

/** @typedef {import('../common.js').Lead} Lead */
/** @typedef {import('../common.js').Deal} Deal */
/** @typedef {import('../common.js').Activity} Activity */

const TYPES = {
  call: { row: 'Call', box: 'call', glyph: 'log-a-call' },
  email: { row: 'Email', box: 'email', glyph: 'email' },
  meeting: { row: 'Event', box: 'event', glyph: 'event' },
  task: { row: 'Task', box: 'task', glyph: 'task' },
};
const RESULTS = { connected: 'Connected', voicemail: 'Left Voicemail', 'no-answer': 'No Answer', held: 'Held' };

/** Notes and form submissions do not appear in this timeline. */
const shown = (/** @type {Activity} */ a) => a.kind in TYPES;

export function timeline(/** @type {'Lead' | 'Opportunity'} */ object, /** @type {Lead | Deal} */ record) {
  const all = record.activities.filter(shown);
  const planned = all.filter((a) => a.state === 'planned').sort((a, b) => a.at - b.at);
  const past = all.filter((a) => a.state !== 'planned').sort((a, b) => b.at - a.at);
  const row = (/** @type {Activity} */ a) => item(object, record, a);
  return h('div', { class: 'skip-timeline-wrapper runtime_sales_activitiesActivityTimeline2 NARROW', 'data-aura-class': 'runtime_sales_activitiesActivityTimeline2' },
    header(),
    h('div', { class: 'standardTimelineUpcomingActivities' },
      group('Upcoming & Overdue', '', planned.map(row), 'No activities to show.')),
    h('past-activity-groups', {},
      h('div', { class: 'pastActivities' },
        h('div', { class: 'activityHistories' },
          ...months(past).map(([title, when, list]) => group(title, `${when ? `${when} ` : ''}(${list.length})`, list.map(row), '')),
          past.length ? h('p', { class: 'endOfTimeline' }, 'No more past activities to load.') : h('p', { class: 'emptyTimeline' }, 'No past activity. Past meetings and tasks marked as done show up here.')))));
}

function header() {
  return h('div', { class: 'timelineHeader' },
    h('span', { class: 'filterText' }, 'Filters: All time • All activities • All types'),
    h('button', { class: 'slds-button filterMenuLink', title: 'Timeline Settings' }, '⚙'),
    h('div', { class: 'timelineLinks' },
      h('button', { class: 'slds-button' }, 'Refresh'), ' • ',
      h('button', { class: 'slds-button', onclick: expandAll }, 'Expand All'), ' • ',
      h('button', { class: 'slds-button' }, 'View All')));
}

/** Activities of one month together, with what the month is called beside its name. */
function months(/** @type {Activity[]} */ past) {
  /** @type {Map<string, Activity[]>} */
  const found = new Map();
  for (const a of past) {
    const title = `${monthName(a.at)} • ${new Date(a.at).getFullYear()}`;
    found.set(title, [...(found.get(title) ?? []), a]);
  }
  const now = new Date();
  return [...found].map(([title, list]) => {
    const then = new Date(list[0]?.at ?? 0);
    const back = (now.getFullYear() - then.getFullYear()) * 12 + now.getMonth() - then.getMonth();
    return /** @type {[string, string, Activity[]]} */ ([title, back === 0 ? 'This Month' : back === 1 ? 'Last Month' : '', list]);
  });
}

function group(/** @type {string} */ title, /** @type {string} */ right, /** @type {Node[]} */ rows, /** @type {string} */ empty) {
  const list = h('ul', { class: 'slds-timeline' }, ...rows, empty && !rows.length ? h('li', { class: 'emptyTimeline' }, empty) : null);
  const toggle = h('button', {
    class: 'slds-button slds-timeline__group', 'aria-expanded': 'true',
    onclick: () => {
      list.hidden = !list.hidden;
      toggle.setAttribute('aria-expanded', String(!list.hidden));
    },
  }, h('span', { class: 'groupTitle' }, title), right && h('span', { class: 'groupWhen slds-text-color_weak' }, right));
  return h('div', { class: 'slds-timeline__month' }, h('h3', {}, toggle), list);
}

function item(/** @type {string} */ object, /** @type {Lead | Deal} */ record, /** @type {Activity} */ a) {
  const type = TYPES[/** @type {keyof typeof TYPES} */ (a.kind)];
  const body = detailsOf(a);
  const open = h('button', {
    class: 'slds-button slds-button_icon toggleDetails', title: `Toggle details for ${a.subject}`, 'aria-expanded': 'false',
    onclick: () => {
      body.hidden = !body.hidden;
      open.setAttribute('aria-expanded', String(!body.hidden));
    },
  }, icon('more'), h('span', { class: 'slds-assistive-text' }, `Details for ${a.subject}`));
  const overdue = a.state === 'planned' && daysFromToday(a.at) < 0;
  return h('li', { class: `row ${type.row} runtime_sales_activitiesActivityTimelineFixedStencil` },
    h('div', { class: `slds-timeline__item_expandable slds-timeline__item_${type.box}` },
      open,
      h('div', { class: `slds-icon_container slds-icon-standard-${type.glyph} slds-timeline__icon` }, icon(/** @type {any} */ (a.kind))),
      h('div', { class: 'slds-media__body' },
        h('div', { class: 'slds-grid slds-grid_align-spread timelineGridItem' },
          h('div', { class: 'slds-col slds-truncate timelineGridItemLeft' },
            a.kind === 'task' && h('input', { type: 'checkbox', class: 'taskStatusCheckbox', title: 'Task status', disabled: true, checked: a.state === 'done' }),
            h('a', { class: `subjectLink slds-truncate${a.kind === 'task' && a.state === 'done' ? ' closedTask' : ''}`, title: a.subject, href: `/lightning/r/${a.ids.salesforce}/view` }, a.subject)),
          h('div', { class: `slds-var-m-right_small dueDate${overdue ? ' overdue' : ' slds-text-color_weak'}` }, dateText(a))),
        h('p', { class: 'sentence' }, ...sentence(object, record, a)),
        body)));
}

/** `10:12 AM | Today`; a task has a day only. The year stands there when it is not this one. */
function dateText(/** @type {Activity} */ a) {
  const days = daysFromToday(a.at);
  const near = { '-1': 'Yesterday', 0: 'Today', 1: 'Tomorrow' }[days];
  const day = near ?? (thisYear(a.at) ? shortDay(a.at) : longDay(a.at));
  return a.kind === 'task' ? day : `${clockTime(a.at)} | ${day}`;
}

/** @returns {(Node | string)[]} */
function sentence(/** @type {string} */ object, /** @type {Lead | Deal} */ record, /** @type {Activity} */ a) {
  const link = h('a', { href: `/lightning/r/${object}/${record.ids.salesforce}/view` }, record.name);
  const who = rep(a.by);
  /** @type {Node | string} */
  const actor = a.by === story.me ? 'You' : who ? h('a', { href: `/lightning/r/User/${who.ids.salesforce}/view` }, who.name) : link;
  const upcoming = a.state === 'planned';
  switch (a.kind) {
    case 'call':
      return [actor, ' logged a call with ', link];
    case 'email':
      if (!who) return [link, ' sent an email to ', a.by === story.me ? 'you' : repLink(record.owner)];
      return [actor, ' sent an email to ', link, a.state === 'bounced' ? h('span', { class: 'slds-badge bounced' }, 'Bounced') : ''];
    case 'meeting':
      return upcoming ? [actor, actor === 'You' ? ' have an upcoming event with ' : ' has an upcoming event with ', link] : [actor, ' had an event with ', link];
    default:
      return upcoming ? [actor, actor === 'You' ? ' have an upcoming task with ' : ' has an upcoming task with ', link] : [actor, ' had a task with ', link];
  }
}

/** @returns {Node | string} */
function repLink(/** @type {string} */ key) {
  const who = rep(key);
  return key === story.me ? 'you' : h('a', { href: `/lightning/r/User/${who?.ids.salesforce}/view` }, who?.name);
}

/** What opens below an item. An e-mail's body is in the tree only here, as the real one keeps it. */
function detailsOf(/** @type {Activity} */ a) {
  const pair = (/** @type {string} */ label, /** @type {string} */ value) => [h('dt', { class: 'slds-item--label' }, label), h('dd', { class: 'slds-item--detail' }, value)];
  const box = h('article', { class: 'slds-box slds-timeline__item_details', hidden: true });
  if (a.kind === 'email') {
    if (a.body) {
      const html = h('div', {}, ...a.body.split('\n').map((line) => h('p', {}, line || '\u00a0')));
      box.append(h('emailui-rich-text-output', { value: html.innerHTML }, html));
    } else box.append('This email has no text.');
    return box;
  }
  box.append(h('dl', { class: 'slds-list--horizontal' },
    ...(a.result ? pair(a.kind === 'call' ? 'Call Result' : 'Status', RESULTS[a.result]) : []),
    ...(a.seconds ? pair('Duration', `${Math.round(a.seconds / 60)} min`) : []),
    ...pair('Assigned To', rep(a.by)?.name ?? ''),
    ...(a.kind === 'task' ? pair('Status', a.state === 'done' ? 'Completed' : 'Not Started') : [])));
  return box;
}

function expandAll(/** @type {Event} */ event) {
  const region = /** @type {HTMLElement} */ (event.currentTarget).closest('.skip-timeline-wrapper');
  for (const button of region?.querySelectorAll('.toggleDetails[aria-expanded=false]') ?? []) /** @type {HTMLElement} */ (button).click();
}
