// @ts-check
import { h, loading, rep, ribbon, routed, story } from '../common.js';
import { loadStyles } from './component.js';
import { homePage } from './home.js';
import { listPage } from './list.js';
import { OBJECTS } from './objects.js';
import { recordPage, stencil } from './record.js';

/** The pages that were opened before stay in the document, hidden, as in the real thing. */
const CACHED = 4;
const container = h('div', { class: 'oneWorkspace navexStandardManager', role: 'main' });
/** @type {Map<string, HTMLElement>} */
const hosts = new Map();
let visit = 0;

/** Address first, then for a while nothing, then the record, then its timeline. */
async function show() {
  const mine = ++visit;
  const key = location.pathname + location.search;
  if (hosts.size === 0) activate('waiting', host(stencil()));
  markTab();
  await loading(250);
  if (mine !== visit) return;
  const cached = hosts.get(key);
  if (cached) return activate(key, cached);
  const made = pageFor(location.pathname, new URLSearchParams(location.search));
  drop('waiting');
  document.title = made.title;
  const shown = activate(key, host(made.page));
  shown.dataset.title = made.title;
  await loading(350);
  made.fill?.();
}

/** @returns {{ page: Node, fill?: () => void, title: string }} */
function pageFor(/** @type {string} */ path, /** @type {URLSearchParams} */ query) {
  const [, name, id] = /^\/lightning\/r\/(\w+)\/(\w{15,18})\/view$/.exec(path) ?? [];
  if (id && (name === 'Lead' || name === 'Opportunity')) {
    const record = /** @type {any[]} */ (OBJECTS[name].records).find((r) =>
      r.ids.salesforce.startsWith(id.slice(0, 15)),
    );
    if (record)
      return { ...recordPage(name, record), title: `${record.name} | ${OBJECTS[name].label} | Salesforce` };
  }
  const [, listed] = /^\/lightning\/o\/(Lead|Opportunity)\/(?:list|home)$/.exec(path) ?? [];
  if (listed)
    return listPage(/** @type {'Lead' | 'Opportunity'} */ (listed), query.get('filterName') ?? 'Recent');
  if (path === '/lightning/page/home') return { page: homePage(), title: 'Home | Salesforce' };
  return {
    page: h('div', { class: 'card missing' }, h('h1', {}, 'This page is not part of the demo.')),
    title: 'Salesforce',
  };
}

const host = (/** @type {Node} */ content) =>
  h('div', { class: 'windowViewMode-normal oneContent lafPageHost' }, content);

function activate(/** @type {string} */ key, /** @type {HTMLElement} */ chosen) {
  hosts.delete(key);
  hosts.set(key, chosen);
  if (!chosen.isConnected) container.append(chosen);
  for (const other of hosts.values()) {
    other.classList.toggle('active', other === chosen);
    other.style.display = other === chosen ? '' : 'none';
  }
  while (hosts.size > CACHED) drop(/** @type {string} */ (hosts.keys().next().value));
  if (chosen.dataset.title) document.title = chosen.dataset.title;
  scrollTo(0, 0);
  return chosen;
}

function drop(/** @type {string} */ key) {
  hosts.get(key)?.remove();
  hosts.delete(key);
}

/** @type {[string, string, RegExp][]} */
const TABS = [
  ['Home', '/lightning/page/home', /page\/home/],
  ['Leads', '/lightning/o/Lead/list?filterName=AllLeads', /\/Lead\//],
  ['Opportunities', '/lightning/o/Opportunity/list?filterName=AllOpportunities', /\/Opportunity\//],
];
const nav = h(
  'nav',
  { class: 'appNav', 'aria-label': 'Global' },
  h('span', { class: 'appName' }, 'Sales'),
  ...TABS.map(([label, href]) => h('a', { href }, /** @type {string} */ (label))),
);

function markTab() {
  for (const [i, link] of nav.querySelectorAll('a').entries()) {
    link.classList.toggle('here', TABS[i]?.[2].test(location.pathname) ?? false);
  }
}

document.body.append(
  ribbon(),
  h(
    'header',
    { class: 'oneHeader slds-global-header_container' },
    h('span', { class: 'brand', 'aria-hidden': 'true' }, 'N'),
    h('input', { type: 'search', placeholder: 'Search…', 'aria-label': 'Search' }),
    h('button', { class: 'slds-button userProfileCardTriggerRoot', title: 'View profile' }, initials()),
  ),
  nav,
  container,
);
await loadStyles();
routed(show);

function initials() {
  return (rep(story.me)?.name ?? '')
    .split(' ')
    .map((part) => part[0])
    .join('');
}
