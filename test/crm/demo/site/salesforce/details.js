// @ts-check
import { h } from '../common.js';
import { component } from './component.js';

/** @typedef {import('./objects.js').Field} Field */

const OUTPUT = { slot: 'outputField', 'data-output-element-id': 'output-field' };

/** The Details tab: `sections` are pairs of a title and its fields. */
export function details(/** @type {string} */ object, /** @type {any[]} */ sections) {
  const layout = h(
    'div',
    { class: 'slds-form' },
    ...sections.map(([title, fields]) => section(object, title, fields)),
  );
  return component('records-lwc-detail-panel', {}, [
    component('records-base-record-form', {}, [
      component('records-lwc-record-layout', {}, [
        h(
          `forcegenerated-detailpanel_${object.toLowerCase()}___012000000000000aaa___full___view___recordlayout2`,
          { class: 'forcegenerated-record-layout2', style: 'display: block' },
          layout,
        ),
      ]),
    ]),
  ]);
}

function section(/** @type {string} */ object, /** @type {string} */ title, /** @type {Field[]} */ fields) {
  const box = h('div', { class: 'slds-section has-header slds-is-open' });
  const content = h(
    'div',
    { class: 'slds-section__content section-content' },
    ...pairs(fields).map((row) =>
      component('records-record-layout-row', {}, [
        h('div', { class: 'slds-form__row' }, ...row.map((f) => item(object, f))),
      ]),
    ),
  );
  const toggle = h(
    'button',
    {
      class: 'slds-button slds-section__title-action',
      'aria-expanded': 'true',
      onclick: () => {
        const open = box.classList.toggle('slds-is-open');
        content.hidden = !open;
        toggle.setAttribute('aria-expanded', String(open));
      },
    },
    h('span', { class: 'slds-truncate', title }, title),
  );
  box.append(h('h3', { class: 'slds-section__title' }, toggle), content);
  return component('records-record-layout-section', {}, [box]);
}

function item(/** @type {string} */ object, /** @type {Field} */ field) {
  const label = h(
    'div',
    { class: 'test-id__field-label-container slds-form-element__label' },
    h('span', { class: 'test-id__field-label' }, field.label),
  );
  const value = h(
    'span',
    {
      class: `test-id__field-value slds-form-element__static slds-grow${field.readOnly ? ' is-read-only' : ''}`,
    },
    h('slot', { name: 'outputField' }),
  );
  const edit = field.readOnly
    ? null
    : h(
        'button',
        { class: 'test-id__inline-edit-trigger slds-button slds-button_icon', title: `Edit ${field.label}` },
        h('span', { class: 'slds-assistive-text' }, `Edit ${field.label}`),
        h('span', { class: 'pencil', 'aria-hidden': 'true' }, '✎'),
      );
  const own = h(
    'div',
    {
      class: 'slds-grid slds-size_1-of-2',
      'data-target-selection-name': `sfdc:RecordField.${object}.${field.api}`,
      role: 'listitem',
    },
    h(
      'div',
      { class: 'slds-form-element slds-form-element_readonly slds-hint-parent test-id__output-root' },
      label,
      h('div', { class: 'slds-form-element__control' }, value, edit),
    ),
  );
  return component(
    'records-record-layout-item',
    { 'field-label': field.label },
    [own],
    [/** @type {HTMLElement} */ (field.show(OUTPUT))],
  );
}

const pairs = (/** @type {Field[]} */ list) =>
  Array.from({ length: Math.ceil(list.length / 2) }, (_, i) => list.slice(2 * i, 2 * i + 2));
