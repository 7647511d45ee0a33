// @ts-check
import { h, monthName } from '../common.js';
import { item, TYPES } from './item.js';

/** @typedef {import('../common.js').Lead} Lead */
/** @typedef {import('../common.js').Deal} Deal */
/** @typedef {import('../common.js').Activity} Activity */

const shown = (/** @type {Activity} */ a) => a.kind in TYPES;

export function timeline(/** @type {'Lead' | 'Opportunity'} */ object, /** @type {Lead | Deal} */ record) {
  const all = record.activities.filter(shown);
  const planned = all.filter((a) => a.state === 'planned').sort((a, b) => a.at - b.at);
  const past = all.filter((a) => a.state !== 'planned').sort((a, b) => b.at - a.at);
  const row = (/** @type {Activity} */ a) => item(object, record, a);
  return h(
    'div',
    {
      class: 'skip-timeline-wrapper runtime_sales_activitiesActivityTimeline2 NARROW',
      'data-aura-class': 'runtime_sales_activitiesActivityTimeline2',
    },
    header(),
    h(
      'div',
      { class: 'standardTimelineUpcomingActivities' },
      group('Upcoming & Overdue', '', planned.map(row), 'No activities to show.'),
    ),
    h(
      'past-activity-groups',
      {},
      h(
        'div',
        { class: 'pastActivities' },
        h(
          'div',
          { class: 'activityHistories' },
          ...months(past).map(([title, when, list]) =>
            group(title, `${when ? `${when} ` : ''}(${list.length})`, list.map(row), ''),
          ),
          past.length
            ? h('p', { class: 'endOfTimeline' }, 'No more past activities to load.')
            : h(
                'p',
                { class: 'emptyTimeline' },
                'No past activity. Past meetings and tasks marked as done show up here.',
              ),
        ),
      ),
    ),
  );
}

function header() {
  return h(
    'div',
    { class: 'timelineHeader' },
    h('span', { class: 'filterText' }, 'Filters: All time • All activities • All types'),
    h('button', { class: 'slds-button filterMenuLink', title: 'Timeline Settings' }, '⚙'),
    h(
      'div',
      { class: 'timelineLinks' },
      h('button', { class: 'slds-button' }, 'Refresh'),
      h('button', { class: 'slds-button', onclick: expandAll }, 'Expand All'),
      h('button', { class: 'slds-button' }, 'View All'),
    ),
  );
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
    return /** @type {[string, string, Activity[]]} */ ([
      title,
      back === 0 ? 'This Month' : back === 1 ? 'Last Month' : '',
      list,
    ]);
  });
}

function group(
  /** @type {string} */ title,
  /** @type {string} */ right,
  /** @type {Node[]} */ rows,
  /** @type {string} */ empty,
) {
  const list = h(
    'ul',
    { class: 'slds-timeline' },
    ...rows,
    empty && !rows.length ? h('li', { class: 'emptyTimeline' }, empty) : null,
  );
  const toggle = h(
    'button',
    {
      class: 'slds-button slds-timeline__group',
      'aria-expanded': 'true',
      onclick: () => {
        list.hidden = !list.hidden;
        toggle.setAttribute('aria-expanded', String(!list.hidden));
      },
    },
    h('span', { class: 'groupTitle' }, title),
    right && h('span', { class: 'groupWhen slds-text-color_weak' }, right),
  );
  return h('div', { class: 'slds-timeline__month' }, h('h3', {}, toggle), list);
}

function expandAll(/** @type {Event} */ event) {
  const region = /** @type {HTMLElement} */ (event.currentTarget).closest('.skip-timeline-wrapper');
  /** @type {NodeListOf<HTMLElement> | undefined} */
  const closed = region?.querySelectorAll('.toggleDetails[aria-expanded=false]');
  for (const toggle of closed ?? []) toggle.click();
}
