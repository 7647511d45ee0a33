// @ts-check
import { h, icon, longDay, money, story } from '../common.js';
import { composer } from './composer.js';
import { OBJECTS, recordPath, stageOf } from './objects.js';

/** @typedef {import('../common.js').Lead} Lead */
/** @typedef {import('../common.js').Deal} Deal */
/** @typedef {import('./objects.js').Property} Property */
/** @typedef {import('./objects.js').TypeId} TypeId */

const shown = (/** @type {Property} */ p) => p.value || '--';

/** @param {string} type what stands after `card-wrapper-` */
function card(type, /** @type {string} */ id, /** @type {string} */ title, /** @type {Node[]} */ ...content) {
  return h(
    'div',
    {
      class: 'card',
      'data-test-id': `card-wrapper-${type}`,
      'data-card-type': type.split('/')[0],
      'data-card-id': id,
    },
    title && h('h3', { class: 'cardTitle' }, title),
    h('div', { 'data-test-id': 'crm-card-content' }, ...content),
  );
}

/** Name and main values, the buttons that create activities, and the list of properties. */
export function left(
  /** @type {TypeId} */ type,
  /** @type {Lead | Deal} */ record,
  /** @type {() => void} */ changed,
) {
  const object = /** @type {any} */ (OBJECTS[type]);
  const highlight = card(
    `OBJECT_HIGHLIGHT-FAS-${type}-1`,
    'highlight',
    '',
    h(
      'div',
      { 'data-test-id': 'record-highlight-content' },
      h(
        'div',
        { class: 'highlightHead' },
        h('span', { class: 'avatar' }, icon(object.kind)),
        h(
          'div',
          { 'data-test-id': 'record-highlight-main-content' },
          h('h2', { 'data-test-id': 'highlight-record-label' }, record.name),
          ...object.highlights(record).map(highlightRow),
        ),
      ),
    ),
    composer(object.kind, record, changed),
  );
  const about = card(
    `PROPERTIES_V3/${type}/V2`,
    'about',
    object.heading,
    h(
      'ul',
      { class: 'properties', 'data-selenium-test': 'profile-properties-list' },
      ...object.properties(record).map(propertyRow),
    ),
  );
  return h(
    'div',
    { id: 'record-page-left-sidebar' },
    h(
      'div',
      { 'data-test-id': 'left-sidebar' },
      h(
        'div',
        { class: 'crumbs' },
        h('a', { href: `/contacts/1234567/objects/${type}/views/all/list` }, `‹ ${object.plural}`),
        h('button', { 'data-selenium-test': 'profile-settings-actions-btn', class: 'plain' }, 'Actions ▾'),
      ),
      highlight,
      about,
    ),
  );
}

function highlightRow(/** @type {Property} */ p) {
  const value =
    p.name === 'dealstage'
      ? h('button', { class: 'plain stage', 'data-test-id': 'property-input-dealstage' }, shown(p))
      : shown(p);
  return h(
    'div',
    { class: 'highlightRow', 'data-test-id': `highlight-property-item-${p.name}` },
    p.label && h('span', { class: 'label' }, p.label),
    ' ',
    h('span', { 'data-test-id': `highlight-property-display-${p.name}` }, value),
  );
}

/** The owner is plain text and may end in a button's word; the others are inputs that open on a click. */
function propertyRow(/** @type {Property} */ p) {
  const owner = p.name === 'hubspot_owner_id';
  return h(
    'span',
    { class: 'property', 'data-test-id': p.name },
    h(
      'div',
      {
        'data-deferred-property-input-root': 'true',
        'data-deferred-property-input-state': 'deferred',
        'data-deferred-property-input-mode': 'display',
      },
      h('label', {}, p.label),
      owner
        ? h(
            'div',
            { class: 'value' },
            h('span', {}, shown(p)),
            h('button', { class: 'plain hoverOnly' }, 'Details'),
          )
        : h('div', { class: 'value', 'data-selenium-test': `property-input-${p.name}` }, shown(p)),
    ),
  );
}

/** Other records of this one. Their properties bear the same ids as this record's own. */
export function right(/** @type {TypeId} */ type, /** @type {Lead | Deal} */ record) {
  const lead = type === '0-1' ? /** @type {Lead} */ (record) : null;
  const people = lead ? [] : /** @type {Deal} */ (record).people;
  const deals = lead
    ? story.deals.filter((d) => d.key === lead.deal || d.people.some((p) => p.name === lead.name))
    : [];
  const decoy = (/** @type {string} */ name, /** @type {string} */ label, /** @type {string} */ value) =>
    h(
      'span',
      { class: 'decoy', 'data-test-id': name },
      h('label', {}, label),
      h('span', { 'data-selenium-test': `property-input-${name}` }, value),
    );
  const person = (/** @type {{ name: string, ids: { hubspot: string } }} */ p) => {
    const known = story.leads.find((l) => l.name === p.name);
    return chiclet(
      '0-1',
      p.ids.hubspot,
      p.name,
      known
        ? [
            decoy('email', 'Email:', known.email),
            decoy('createdate', 'Create date:', longDay(known.createdAt)),
          ]
        : [],
    );
  };
  return h(
    'div',
    { 'data-test-id': 'records-right-sidebar' },
    h(
      'div',
      { 'data-test-id': 'right-sidebar' },
      associations('0-1', 'Contacts', people.map(person)),
      associations('0-2', 'Companies', [chiclet('0-2', record.companyIds.hubspot, record.company, [])]),
      associations(
        '0-3',
        'Deals',
        deals.map((d) =>
          chiclet('0-3', d.ids.hubspot, d.name, [
            decoy('amount', 'Amount:', d.amount === undefined ? '--' : money(d.amount)),
            decoy('dealstage', 'Stage:', stageOf(d)),
            decoy('createdate', 'Create date:', longDay(d.createdAt)),
          ]),
        ),
      ),
    ),
  );
}

const associations = (/** @type {string} */ type, /** @type {string} */ title, /** @type {Node[]} */ items) =>
  card(
    `ASSOCIATION_V3/${type}`,
    `association-${type}`,
    `${title} (${items.length})`,
    h(
      'div',
      { 'data-test-id': `associated-objects-card-content-${type}` },
      ...items,
      items.length ? '' : h('p', { class: 'weak' }, 'Nothing associated yet.'),
    ),
  );

const chiclet = (
  /** @type {string} */ type,
  /** @type {string} */ id,
  /** @type {string} */ name,
  /** @type {Node[]} */ more,
) =>
  h(
    'div',
    { class: 'chiclet', 'data-test-id': `chicklet-${id}` },
    h('a', { href: recordPath(type, id) }, name),
    ...more,
  );
