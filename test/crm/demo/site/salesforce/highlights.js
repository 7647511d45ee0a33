// @ts-check
import { h, icon } from '../common.js';
import { component } from './component.js';

/** The panel across the top of a record: object, name, a few fields by their label alone. */
export function highlights(
  /** @type {string} */ object,
  /** @type {string} */ label,
  /** @type {Node} */ name,
  /** @type {any[]} */ fields,
) {
  const title = /** @type {HTMLElement} */ (name);
  title.slot = 'primaryField';
  const own = h(
    'div',
    { class: 'highlights slds-page-header slds-page-header_record-home' },
    h(
      'div',
      { class: 'slds-page-header__row' },
      h(
        'div',
        { class: `badge slds-icon-standard-${object.toLowerCase()}` },
        icon(object === 'Lead' ? 'lead' : 'deal'),
      ),
      h(
        'h1',
        {},
        h('div', { class: 'entityNameTitle slds-line-height_reset' }, label),
        h('slot', {
          name: 'primaryField',
          class: 'slds-page-header__title slds-m-right_small slds-align-middle clip-text',
        }),
      ),
      h(
        'ul',
        { class: 'actions' },
        ...['+ Follow', 'Edit', 'Clone'].map((a) =>
          h('li', {}, h('button', { class: 'slds-button slds-button_neutral', type: 'button' }, a)),
        ),
      ),
    ),
    h('div', { class: 'secondaryFields slds-page-header__row' }, h('slot', { name: 'secondaryFields' })),
  );
  const items = fields.map(([title, value]) => item(title, value));
  return component('records-lwc-highlights-panel', {}, [
    component('records-lwc-record-layout', {}, [
      h(
        `forcegenerated-highlightspanel_${object.toLowerCase()}___012000000000000aaa___compact___view___recordlayout2`,
        { class: 'forcegenerated-record-layout2' },
        component('records-highlights2', {}, [own], [title, ...items]),
      ),
    ]),
  ]);
}

function item(/** @type {string} */ label, /** @type {Node} */ value) {
  return component(
    'records-highlights-details-item',
    { slot: 'secondaryFields', class: 'slds-page-header__detail-block' },
    [
      h(
        'div',
        {},
        h('p', { class: 'slds-text-title slds-truncate', title: label }, label),
        h(
          'p',
          { class: 'fieldComponent slds-text-body_regular slds-show_inline-block slds-truncate' },
          h('slot', {}, value),
        ),
      ),
    ],
  );
}
