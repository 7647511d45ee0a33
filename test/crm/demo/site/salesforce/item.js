// @ts-check
import { clockTime, daysFromToday, h, icon, longDay, rep, shortDay, story, thisYear } from '../common.js';

/** @typedef {import('../common.js').Lead} Lead */
/** @typedef {import('../common.js').Deal} Deal */
/** @typedef {import('../common.js').Activity} Activity */

/** The kinds that this timeline has: no notes, no form submissions. */
export const TYPES = {
  call: { row: 'Call', box: 'call', glyph: 'log-a-call' },
  email: { row: 'Email', box: 'email', glyph: 'email' },
  meeting: { row: 'Event', box: 'event', glyph: 'event' },
  task: { row: 'Task', box: 'task', glyph: 'task' },
};
const RESULTS = {
  connected: 'Connected',
  voicemail: 'Left Voicemail',
  'no-answer': 'No Answer',
  held: 'Held',
};

/** One row of the timeline. */
export function item(
  /** @type {string} */ object,
  /** @type {Lead | Deal} */ record,
  /** @type {Activity} */ a,
) {
  const type = TYPES[/** @type {keyof typeof TYPES} */ (a.kind)];
  const body = h('article', { class: 'slds-box slds-timeline__item_details', hidden: true });
  const open = h(
    'button',
    {
      class: 'slds-button slds-button_icon toggleDetails',
      title: `Toggle details for ${a.subject}`,
      'aria-expanded': 'false',
      // A closed item has no details in the tree, an e-mail no text.
      onclick: () => {
        body.hidden = !body.hidden;
        body.replaceChildren(...(body.hidden ? [] : [detailsOf(a)]));
        open.setAttribute('aria-expanded', String(!body.hidden));
      },
    },
    icon('more'),
    h('span', { class: 'slds-assistive-text' }, `Details for ${a.subject}`),
  );
  const overdue = a.state === 'planned' && daysFromToday(a.at) < 0;
  return h(
    'li',
    { class: `row ${type.row} runtime_sales_activitiesActivityTimelineFixedStencil` },
    h(
      'div',
      { class: `slds-timeline__item_expandable slds-timeline__item_${type.box}` },
      open,
      h(
        'div',
        { class: `slds-icon_container slds-icon-standard-${type.glyph} slds-timeline__icon` },
        icon(/** @type {any} */ (a.kind)),
      ),
      h(
        'div',
        { class: 'slds-media__body' },
        h(
          'div',
          { class: 'slds-grid slds-grid_align-spread timelineGridItem' },
          h(
            'div',
            { class: 'slds-col slds-truncate timelineGridItemLeft' },
            a.kind === 'task' &&
              h('input', {
                type: 'checkbox',
                class: 'taskStatusCheckbox',
                title: 'Task status',
                disabled: true,
                checked: a.state === 'done',
              }),
            h(
              'a',
              {
                class: `subjectLink slds-truncate${a.kind === 'task' && a.state === 'done' ? ' closedTask' : ''}`,
                title: a.subject,
                href: `/lightning/r/${a.ids.salesforce}/view`,
              },
              a.subject,
            ),
          ),
          h(
            'div',
            { class: `slds-var-m-right_small dueDate${overdue ? ' overdue' : ' slds-text-color_weak'}` },
            dateText(a),
          ),
        ),
        h('p', { class: 'sentence' }, ...sentence(object, record, a)),
        body,
      ),
    ),
  );
}

/** `10:12 AM | Today`; a task has a day only. The year stands there when it is not this one. */
function dateText(/** @type {Activity} */ a) {
  const days = daysFromToday(a.at);
  const near = { '-1': 'Yesterday', 0: 'Today', 1: 'Tomorrow' }[days];
  const day = near ?? (thisYear(a.at) ? shortDay(a.at) : longDay(a.at));
  return a.kind === 'task' ? day : `${clockTime(a.at)} | ${day}`;
}

/** @returns {(Node | string)[]} */
function sentence(
  /** @type {string} */ object,
  /** @type {Lead | Deal} */ record,
  /** @type {Activity} */ a,
) {
  const person = 'people' in record ? record.people[0] : undefined;
  const link = person
    ? h('a', { href: `/lightning/r/Contact/${person.ids.salesforce}/view` }, person.name)
    : h('a', { href: `/lightning/r/${object}/${record.ids.salesforce}/view` }, record.name);
  const who = rep(a.by);
  /** @type {Node | string} */
  const actor =
    a.by === story.me
      ? 'You'
      : who
        ? h('a', { href: `/lightning/r/User/${who.ids.salesforce}/view` }, who.name)
        : link;
  const upcoming = a.state === 'planned';
  switch (a.kind) {
    case 'call':
      return [actor, ' logged a call with ', link];
    case 'email':
      if (!who) return [link, ' sent an email to ', repLink(record.owner)];
      return [
        actor,
        ' sent an email to ',
        link,
        ...(a.state === 'bounced' ? [' ', h('span', { class: 'slds-badge bounced' }, 'Bounced')] : []),
      ];
    case 'meeting':
      return upcoming
        ? [actor, actor === 'You' ? ' have an upcoming event with ' : ' has an upcoming event with ', link]
        : [actor, ' had an event with ', link];
    default:
      return upcoming
        ? [actor, actor === 'You' ? ' have an upcoming task with ' : ' has an upcoming task with ', link]
        : [actor, ' had a task with ', link];
  }
}

/** @returns {Node | string} */
function repLink(/** @type {string} */ key) {
  const who = rep(key);
  return key === story.me
    ? 'you'
    : h('a', { href: `/lightning/r/User/${who?.ids.salesforce}/view` }, who?.name);
}

/** What opens below an item. */
function detailsOf(/** @type {Activity} */ a) {
  if (a.kind === 'email') {
    if (!a.body) return h('p', {}, 'This email has no text.');
    const html = h('div', {}, ...a.body.split('\n').map((line) => h('p', {}, line || '\u00a0')));
    return h('emailui-rich-text-output', { value: html.innerHTML }, html);
  }
  const pair = (/** @type {string} */ label, /** @type {string | undefined} */ value) =>
    value
      ? [h('dt', { class: 'slds-item--label' }, label), h('dd', { class: 'slds-item--detail' }, value)]
      : [];
  return h(
    'dl',
    { class: 'slds-list--horizontal' },
    ...pair(a.kind === 'call' ? 'Call Result' : 'Status', a.result && RESULTS[a.result]),
    ...pair('Duration', a.seconds ? `${Math.round(a.seconds / 60)} min` : ''),
    ...pair('Assigned To', rep(a.by)?.name),
    ...(a.kind === 'task' ? pair('Status', a.state === 'done' ? 'Completed' : 'Not Started') : []),
  );
}
