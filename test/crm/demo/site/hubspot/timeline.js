// @ts-check
import { h, monthName } from '../common.js';
import { draw, tell } from './cards.js';

/** @typedef {import('../common.js').Lead} Lead */
/** @typedef {import('../common.js').Deal} Deal */
/** @typedef {import('./cards.js').Told} Told */

/** The middle of a record: tabs, filters, what is pinned, what is planned, what was. */
export function middle(/** @type {Lead | Deal} */ record) {
  const region = h('div', { class: 'timelineRegion' }, loadingState());
  const names = ['Overview', 'Activities'];
  const panels = [
    h('div', { 'data-test-id': 'tab-0-content', class: 'card', style: 'display: none' }, overview(record)),
    h('div', { 'data-test-id': 'tab-1-content' }, filters(), region),
  ];
  const links = names.map((name, i) =>
    h('a', { href: '#', 'data-tab-id': String(i), 'data-tab-link': 'true', onclick: () => open(i) }, name),
  );
  const open = (/** @type {number} */ chosen) => {
    for (const [i, panel] of panels.entries()) {
      panel.style.display = i === chosen ? '' : 'none';
      links[i]?.setAttribute('data-tab-selected', String(i === chosen));
      links[i]?.classList.toggle('here', i === chosen);
    }
  };
  open(1);
  const fill = () => region.replaceChildren(...timeline(record));
  return {
    pane: h(
      'div',
      { 'data-test-id': 'middle-pane' },
      h('div', { class: 'tabs', role: 'tablist' }, ...links),
      ...panels,
    ),
    fill,
  };
}

function filters() {
  const kinds = ['activity', 'notes', 'emails', 'calls', 'tasks', 'meetings'];
  return h(
    'div',
    { class: 'filterRow' },
    h('input', { type: 'search', placeholder: 'Search activities', 'aria-label': 'Search activities' }),
    h(
      'div',
      { class: 'kinds' },
      ...kinds.map((k, i) =>
        h(
          'button',
          { class: i ? 'plain' : 'plain here', 'data-test-id': `timeline-tab-filter-${k}` },
          k[0]?.toUpperCase() + k.slice(1),
        ),
      ),
    ),
    h(
      'div',
      { class: 'filterText' },
      h(
        'div',
        { 'data-selenium-test': 'timeline-filter-container' },
        'Filter by: ',
        h('button', { class: 'plain' }, 'All activities'),
        ' ',
        h('button', { class: 'plain' }, 'All users'),
      ),
      h('button', { class: 'plain expandAll', onclick: expandAll }, 'Expand all'),
    ),
  );
}

function expandAll() {
  /** @type {NodeListOf<HTMLElement>} */
  const closed = document.querySelectorAll('[data-test-id="middle-pane"] .toggle[aria-expanded=false]');
  for (const toggle of closed) toggle.click();
}

const loadingState = () =>
  h(
    'div',
    { 'data-test-id': 'timeline-event-container-loading-state', class: 'card' },
    ...[60, 90, 40, 80].map((w) => h('div', { class: 'SkeletonText-x bar', style: `width:${w}%` })),
  );

/** The first mail of the past and every note stand open, the rest is closed. */
function timeline(/** @type {Lead | Deal} */ record) {
  const nesting = 'stages' in record ? 'card-outside' : 'card-inside';
  const all = tell(record);
  const newest = all.find((t) => t.type === 'email' && t.body);
  const card = (/** @type {Told} */ t) => draw(t, nesting, t === newest || t.type === 'note');
  const planned = all.filter((t) => t.planned).reverse();
  const pinned = all.filter((t) => t.pinned);
  const list = h('div', {
    'data-test-id': 'crm-events-viz-timeline',
    role: 'list',
    'aria-label': 'Activities',
  });
  if (planned.length) list.append(h('h3', { class: 'month' }, 'Upcoming'), ...planned.map(card));
  let month = '';
  for (const t of all.filter((t) => !t.planned)) {
    const here = `${monthName(t.at)} ${new Date(t.at).getFullYear()}`;
    if (here !== month) list.append(h('h3', { class: 'month' }, here));
    month = here;
    if (t.group) list.append(h('div', { class: 'groupName' }, t.group));
    list.append(card(t));
  }
  return [
    pinned.length
      ? h(
          'div',
          { class: 'pinned', 'data-test-id': 'pinned-activity-section' },
          h('h3', { class: 'month' }, 'Pinned'),
          ...pinned.map(card),
        )
      : '',
    list,
  ];
}

function overview(/** @type {Lead | Deal} */ record) {
  return h(
    'div',
    {},
    h('h3', { class: 'cardTitle' }, 'Data highlights'),
    h(
      'div',
      { 'data-test-id': 'crm-data-highlights-item' },
      h('p', {}, 'Activities'),
      h('p', {}, String(record.activities.length)),
    ),
  );
}
