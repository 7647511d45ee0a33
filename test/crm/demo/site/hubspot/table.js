// @ts-check
import { h } from '../common.js';
import { OBJECTS, recordPath } from './objects.js';

/** @typedef {import('./objects.js').TypeId} TypeId */
/** @typedef {import('./objects.js').Property} Property */

/** The index of all contacts or deals, and the function that puts its rows in. */
export function indexPage(/** @type {TypeId} */ type) {
  const object = /** @type {any} */ (OBJECTS[type]);
  const records = object.records.toSorted(
    (/** @type {any} */ a, /** @type {any} */ b) => b.createdAt - a.createdAt,
  );
  /** @type {Property[]} */
  const columns = object.columns(records[0]);
  const head = h(
    'thead',
    {},
    h(
      'tr',
      {},
      ...columns.map((c) =>
        h(
          'th',
          { 'data-test-id': `header-${type}-${c.name}`, scope: 'col' },
          h('span', { 'data-test-id': 'truncated-object-label' }, c.label),
        ),
      ),
    ),
  );
  const body = h(
    'tbody',
    {},
    ...Array.from({ length: 8 }, () =>
      h(
        'tr',
        {},
        ...columns.map(() => h('td', {}, h('div', { class: 'bar', 'data-test-id': 'cell-skeleton' }))),
      ),
    ),
  );
  const table = h(
    'table',
    { 'data-test-id': 'framework-data-table', 'data-test-loading': 'true' },
    head,
    body,
  );
  const footer = h('div', { class: 'footer', 'data-test-id': 'table-paginator' });
  const fill = () => {
    body.replaceChildren(...records.map((/** @type {any} */ r) => row(type, r, object.columns(r))));
    table.setAttribute('data-test-loading', 'false');
    footer.append(
      h('span', { 'data-test-id': 'viz-sync-footer' }, `${records.length} records`),
      h('button', { class: 'plain', 'data-next-page': 'true', disabled: true }, 'Next ›'),
    );
  };
  const page = h(
    'div',
    { class: 'index' },
    h(
      'div',
      { class: 'indexHead' },
      h('h1', {}, object.plural),
      h('span', { class: 'weak' }, `${records.length} records`),
    ),
    h(
      'div',
      { class: 'views' },
      h(
        'a',
        { href: '#', class: 'view here', 'data-test-id': 'view-tab-all' },
        `All ${object.plural.toLowerCase()}`,
      ),
      h(
        'a',
        { href: '#', class: 'view', 'data-test-id': 'view-tab-my' },
        `My ${object.plural.toLowerCase()}`,
      ),
    ),
    h(
      'div',
      { class: 'tableBox', 'data-test-id': 'framework-data-table-container' },
      h('div', { 'data-test-id': 'fdt-scroll-window' }, table),
    ),
    footer,
  );
  return { page, fill, title: object.plural };
}

function row(/** @type {TypeId} */ type, /** @type {any} */ record, /** @type {Property[]} */ cells) {
  const id = record.ids.hubspot;
  return h(
    'tr',
    { 'data-test-id': `row-${id}` },
    ...cells.map((c, i) => {
      const cell = `cell-${type}-${c.name}-${id}`;
      const value = h(
        'span',
        { 'data-test-id': i ? `label-cell-formatted-property-${c.name}` : 'truncated-object-label' },
        c.value || '--',
      );
      return h(
        'td',
        { 'data-test-id': cell, 'data-table-external-id': cell },
        i ? value : h('a', { href: recordPath(type, id) }, value),
      );
    }),
  );
}
