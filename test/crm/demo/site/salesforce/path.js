// @ts-check
import { h } from '../common.js';
import { component } from './component.js';

/**
 * The row of stages, in the older (Aura) make that carries the picklist values.
 * @param {{ steps: string[], current: string, closed: string, lastLabel: string }} path
 */
export function path({ steps, current, closed, lastLabel }) {
  const at = steps.indexOf(current);
  const items = steps.map((step, i) => {
    const state = i < at ? 'complete' : i === at ? 'current' : 'ahead';
    const label = (i === steps.length - 1 && lastLabel) || step;
    const won = i === at && closed && `slds-is-${closed}`;
    return h(
      'li',
      {
        class: [
          'slds-path__item runtime_sales_pathassistantPathAssistantTab',
          {
            complete: 'slds-is-complete',
            current: 'slds-is-current slds-is-active',
            ahead: 'slds-is-incomplete',
          }[state],
          won,
        ]
          .filter(Boolean)
          .join(' '),
        'data-name': step,
        role: 'presentation',
      },
      h(
        'a',
        {
          class: 'tabHeader slds-path__link',
          href: '#',
          role: 'option',
          title: label,
          'data-tab-name': step,
          'aria-selected': String(i === at),
          onclick: choose,
        },
        h(
          'span',
          { class: `${state} slds-path__stage` },
          h(
            'span',
            { class: 'slds-assistive-text' },
            state === 'complete' ? 'stage complete' : state === 'current' ? 'current stage' : '',
          ),
        ),
        h('span', { class: 'title slds-path__title' }, label),
      ),
    );
  });
  return component('flexipage-aura-wrapper', {}, [
    h(
      'div',
      {
        class: 'runtime_sales_pathassistantPathAssistant',
        'data-aura-class': 'runtime_sales_pathassistantPathAssistant',
      },
      h(
        'div',
        { class: 'slds-path' },
        h('ul', { class: 'slds-path__nav', role: 'listbox', 'aria-label': 'Path Options' }, ...items),
      ),
    ),
  ]);
}

/** Looking at another stage's guidance does not change the record's stage. */
function choose(/** @type {MouseEvent} */ event) {
  event.preventDefault();
  const item = /** @type {HTMLElement} */ (event.currentTarget).parentElement;
  for (const other of item?.parentElement?.children ?? []) {
    other.classList.toggle('slds-is-active', other === item);
    other.firstElementChild?.setAttribute('aria-selected', String(other === item));
  }
}
