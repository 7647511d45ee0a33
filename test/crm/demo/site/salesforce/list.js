// @ts-check
import { dateOf, h, longDay, money, rep } from '../common.js';
import { component } from './component.js';
import { OBJECTS, STAGES, STATUSES, stageOf } from './objects.js';

/** @typedef {import('../common.js').Lead} Lead */
/** @typedef {import('../common.js').Deal} Deal */

/** @typedef {{ key: string, label: string, raw: (r: any) => string | number | undefined, shown?: (r: any) => string, link?: (r: any) => string }} Column */

const alias = (/** @type {Lead | Deal} */ r) => rep(r.owner)?.name ?? '';
const created = {
  key: 'CreatedDate-dateTime',
  label: 'Created Date',
  raw: (/** @type {any} */ r) => new Date(r.createdAt).toISOString(),
  shown: (/** @type {any} */ r) => longDay(r.createdAt),
};

/** @type {Record<'Lead' | 'Opportunity', Column[]>} */
const COLUMNS = {
  Lead: [
    {
      key: 'Name-customUrl',
      label: 'Name',
      raw: (l) => l.name,
      link: (l) => `/lightning/r/Lead/${l.ids.salesforce}/view`,
    },
    { key: 'Company-text', label: 'Company', raw: (l) => l.company },
    { key: 'Status-text', label: 'Lead Status', raw: (l) => STATUSES[/** @type {Lead} */ (l).status] },
    { key: 'LeadSource-text', label: 'Lead Source', raw: (l) => l.source },
    created,
    { key: 'OwnerId-text', label: 'Owner', raw: alias },
  ],
  Opportunity: [
    {
      key: 'Name-customUrl',
      label: 'Opportunity Name',
      raw: (d) => d.name,
      link: (d) => `/lightning/r/Opportunity/${d.ids.salesforce}/view`,
    },
    {
      key: 'AccountId-customLookup',
      label: 'Account Name',
      raw: () => undefined,
      shown: (d) => d.company,
      link: (d) => `/lightning/r/Account/${d.companyIds.salesforce}/view`,
    },
    {
      key: 'Amount-currency',
      label: 'Amount',
      raw: (d) => d.amount,
      shown: (d) => (d.amount === undefined ? '' : money(d.amount)),
    },
    {
      key: 'CloseDate-date-local',
      label: 'Close Date',
      raw: (d) => d.closeDate,
      shown: (d) => longDay(dateOf(d.closeDate)),
    },
    { key: 'StageName-text', label: 'Stage', raw: (d) => STAGES[stageOf(d)][0] },
    created,
    { key: 'OwnerId-text', label: 'Owner', raw: alias },
  ],
};

const TITLES = /** @type {Record<string, (plural: string) => string>} */ ({
  Recent: () => 'Recently Viewed',
  Mine: (p) => `My ${p}`,
});

/** What the list's header says before and after its rows have come. */
export function listPage(/** @type {'Lead' | 'Opportunity'} */ name, /** @type {string} */ filter) {
  const object = OBJECTS[name];
  const title = (TITLES[filter] ?? ((p) => `All ${p}`))(object.plural);
  const records = /** @type {any[]} */ (object.records).toSorted((a, b) => b.createdAt - a.createdAt);
  const status = h('span', { class: 'countSortedByFilteredBy' }, '0 items');
  const body = h(
    'lst-primary-display-manager',
    {},
    h(
      'lst-stencil-table',
      { class: 'stencil' },
      ...Array.from({ length: 8 }, () => h('div', { class: 'bar' })),
    ),
  );
  const fill = () => {
    status.textContent = `${records.length} items • Sorted by Created Date • Filtered by ${title} • Updated a few seconds ago`;
    body.replaceChildren(
      h(
        'lst-primary-display',
        {},
        h('lst-primary-display-grid', {}, h('lst-customized-datatable', {}, grid(COLUMNS[name], records))),
      ),
    );
  };
  const page = h(
    'lst-object-home',
    {},
    h(
      'lst-list-view-manager',
      {},
      h(
        'lst-common-list-internal',
        {},
        h(
          'lst-list-view-manager-header',
          {},
          h(
            'div',
            { class: 'slds-page-header listHeader' },
            h('span', { class: 'entityLabel' }, object.plural),
            h('h1', { class: 'slds-page-header__title' }, h('span', { class: 'selectedListView' }, title)),
            status,
          ),
        ),
        body,
      ),
    ),
  );
  return { page, fill, title: `${title} | ${object.plural} | Salesforce` };
}

function grid(/** @type {Column[]} */ columns, /** @type {any[]} */ records) {
  const columnKey = (/** @type {Column} */ c, /** @type {number} */ i) => `${c.key}-${i}`;
  return h(
    'table',
    { class: 'slds-table', role: 'grid', 'data-num-rows': String(records.length), 'aria-label': 'List' },
    h(
      'thead',
      {},
      h(
        'tr',
        { 'data-row-key-value': 'HEADER' },
        ...columns.map((c, i) =>
          h(
            'th',
            {
              scope: 'col',
              role: 'columnheader',
              'data-col-key-value': columnKey(c, i),
              'aria-label': c.label,
              ...(c.label === 'Created Date' ? { 'aria-sort': 'descending' } : {}),
            },
            h('span', { class: 'slds-truncate', title: c.label }, c.label),
          ),
        ),
      ),
    ),
    h(
      'tbody',
      {},
      ...records.map((r, n) =>
        h(
          'tr',
          {
            class: 'slds-hint-parent',
            'data-row-key-value': r.ids.salesforce,
            'data-row-number': String(n + 1),
          },
          ...columns.map((c, i) => cell(c, columnKey(c, i), r)),
        ),
      ),
    ),
  );
}

function cell(/** @type {Column} */ column, /** @type {string} */ key, /** @type {any} */ record) {
  const raw = column.raw(record);
  const shown = column.shown?.(record) ?? String(raw ?? '');
  const href = column.link?.(record);
  const head = column.key.startsWith('Name-');
  return h(
    head ? 'th' : 'td',
    {
      role: head ? 'rowheader' : 'gridcell',
      scope: head ? 'row' : undefined,
      'data-label': column.label,
      'data-col-key-value': key,
      'data-cell-value': raw === undefined ? undefined : String(raw),
    },
    h(
      'lightning-primitive-cell-factory',
      {},
      h(
        'span',
        { class: 'slds-grid' },
        component(
          `lightning-base-formatted-${href ? 'url' : column.key.startsWith('Amount') ? 'number' : /date/i.test(column.key) ? 'date-time' : 'text'}`,
          { class: 'slds-truncate' },
          [href ? h('a', { href, title: shown }, shown) : shown],
        ),
        head
          ? null
          : h(
              'button',
              { class: 'slds-button editButton', 'data-action-edit': 'true', tabindex: '-1' },
              h('span', { class: 'slds-assistive-text' }, `Edit ${column.label}: Item ${shown}`),
            ),
      ),
    ),
  );
}
