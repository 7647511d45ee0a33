// @ts-check
import { clockTime, dateOf, h, money, numericDay, rep } from '../common.js';
import { component } from './component.js';
import { STAGES } from './objects.js';
import * as value from './value.js';

/** @typedef {import('../common.js').Lead} Lead */
/** @typedef {import('../common.js').Deal} Deal */

/** The related list that tells a record's past: stages of an opportunity, owners of a lead. Newest first. */
export function related(/** @type {'Lead' | 'Opportunity'} */ object, /** @type {Lead | Deal} */ record) {
  const at = (/** @type {number} */ t) => `${numericDay(t)}, ${clockTime(t)}`;
  const user = (/** @type {string} */ key) =>
    value.lookup('User', rep(key)?.ids.salesforce ?? '', rep(key)?.name ?? '');
  if ('stages' in record) {
    const cards = record.stages.map(({ to, at: t, by }) => {
      const [label, probability] = STAGES[to];
      return card(label, [
        ['Amount', record.amount === undefined ? '' : money(record.amount)],
        ['Probability (%)', `${probability}%`],
        ['Expected Revenue', record.amount === undefined ? '' : money((record.amount * probability) / 100)],
        ['Close Date', numericDay(dateOf(record.closeDate))],
        ['Last Modified By', user(by)],
        ['Last Modified', at(t)],
      ]);
    });
    return list(object, record, 'OpportunityHistories', 'Stage History', cards.reverse());
  }
  const cards = record.owners.slice(1).map(({ to, at: t, by }, i) =>
    card(at(t), [
      ['Field', 'Lead Owner'],
      ['User', user(by)],
      ['Original Value', rep(record.owners[i]?.to)?.name ?? ''],
      ['New Value', rep(to)?.name ?? ''],
    ]),
  );
  return list(object, record, 'Histories', 'Lead History', cards.reverse());
}

function list(
  /** @type {string} */ object,
  /** @type {Lead | Deal} */ record,
  /** @type {string} */ relation,
  /** @type {string} */ title,
  /** @type {Node[]} */ cards,
) {
  const header = h(
    'h2',
    {},
    h(
      'a',
      {
        class: 'slds-card__header-link',
        href: `/lightning/r/${object}/${record.ids.salesforce}/related/${relation}/view`,
      },
      h('span', { title }, title),
      ' ',
      h('span', { title: `(${cards.length})` }, `(${cards.length})`),
    ),
  );
  return [
    'lst-related-list-container',
    'lst-related-list-single-container',
    'lst-related-list-single-app-builder-mapper',
    'lst-related-list-view-manager',
    'lst-common-list-internal',
  ].reduceRight(
    (inner, tag) => h(tag, {}, inner),
    h(
      'article',
      { class: 'relatedList', 'aria-label': title },
      h('lst-list-view-manager-header', {}, header),
      h(
        'lst-primary-display-manager',
        {},
        h('lst-primary-display', {}, h('lst-primary-display-card', {}, h('lst-template-list', {}, ...cards))),
      ),
    ),
  );
}

const card = (/** @type {string} */ title, /** @type {[string, Node | string][]} */ pairs) =>
  h(
    'lst-template-list-item-factory',
    {},
    h(
      'lst-history-card',
      {},
      h(
        'div',
        { class: 'slds-tile' },
        h('h3', { class: 'slds-tile__title slds-truncate' }, title),
        h(
          'dl',
          {},
          ...pairs.flatMap(([label, v]) => [
            h('dt', { class: 'slds-item_label' }, `${label}:`),
            h(
              'dd',
              { class: 'slds-item_detail' },
              h(
                'lst-template-list-field',
                {},
                typeof v === 'string' ? component('lst-formatted-text', {}, [v]) : v,
              ),
            ),
          ]),
        ),
      ),
    ),
  );
