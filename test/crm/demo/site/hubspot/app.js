// @ts-check
import { h, loading, rep, ribbon, routed, story } from '../common.js';
import { OBJECTS, PORTAL } from './objects.js';
import { left, right } from './sidebars.js';
import { indexPage } from './table.js';
import { middle } from './timeline.js';

/** @typedef {import('./objects.js').TypeId} TypeId */

const crm = /** @type {HTMLElement} */ (document.getElementById('crm'));
let visit = 0;

/** Address first; the old record's nodes stay until the new ones have come, the timeline last. */
async function show() {
  const mine = ++visit;
  markNav();
  if (!crm.firstChild) crm.append(...skeleton());
  await loading(300);
  if (mine !== visit) return;
  const made = pageFor(location.pathname);
  document.title = made.title;
  crm.replaceChildren(...made.nodes);
  scrollTo(0, 0);
  await loading(400);
  made.fill?.();
}

/** @returns {{ nodes: Node[], fill?: () => void, title: string }} */
function pageFor(/** @type {string} */ path) {
  const [, type, id] = /\/record\/(0-[13])\/(\d+)/.exec(path) ?? [];
  if (type && id) {
    const object = OBJECTS[/** @type {TypeId} */ (type)];
    const record = /** @type {any[]} */ (object.records).find((r) => r.ids.hubspot === id);
    if (record) {
      const { pane, fill } = middle(record);
      return {
        nodes: [
          left(/** @type {TypeId} */ (type), record, fill),
          pane,
          right(/** @type {TypeId} */ (type), record),
        ],
        fill,
        title: record.name,
      };
    }
  }
  const [, listed] = /\/objects\/(0-[13])\/views\/[^/]+\/list/.exec(path) ?? [];
  if (listed) {
    const { page, fill, title } = indexPage(/** @type {TypeId} */ (listed));
    return { nodes: [page], fill, title };
  }
  return {
    nodes: [h('div', { class: 'card missing' }, 'This page is not part of the demo.')],
    title: 'HubSpot',
  };
}

const skeleton = () =>
  [0, 1, 2].map(() =>
    h(
      'div',
      { class: 'card', 'data-test-id': 'record-skeleton' },
      ...[40, 80, 60, 70].map((w) => h('div', { class: 'bar', style: `width:${w}%` })),
    ),
  );

const NAV = /** @type {const} */ ([
  ['Contacts', '0-1'],
  ['Deals', '0-3'],
]);
const nav = h(
  'nav',
  { 'data-test-id': 'hs-vertical-nav', 'aria-label': 'Main' },
  h('span', { class: 'brand', 'aria-hidden': 'true' }, 'N'),
  ...NAV.map(([label, type]) =>
    h(
      'a',
      {
        href: `/contacts/${PORTAL}/objects/${type}/views/all/list`,
        class: 'nav-link',
        'data-test-id': label.toLowerCase(),
      },
      label,
    ),
  ),
);

function markNav() {
  for (const [i, link] of nav.querySelectorAll('a').entries())
    link.classList.toggle('here', location.pathname.includes(`/${NAV[i]?.[1]}/`));
}

document.getElementById('hs-global-toolbar-root')?.append(
  ribbon(),
  h(
    'div',
    { class: 'toolbar', 'data-test-id': 'hs-global-toolbar' },
    nav,
    h('input', {
      type: 'search',
      placeholder: 'Search',
      'data-test-id': 'global-search-input-react',
      'aria-label': 'Search',
    }),
    h('button', { class: 'account', id: 'account-menu' }, (rep(story.me)?.name ?? '')[0] ?? ''),
  ),
);
routed(show);
