// @ts-check
import { h, log } from '../common.js';

/** @typedef {import('../common.js').Lead} Lead */
/** @typedef {import('../common.js').Deal} Deal */

/** The box above the timeline: two buttons, and the form that the last one opened. */
export function composer(
  /** @type {'lead' | 'deal'} */ kind,
  /** @type {Lead | Deal} */ record,
  /** @type {() => void} */ changed,
) {
  const place = h('div', { class: 'composerForm' });
  const open = (/** @type {'call' | 'email'} */ what) => place.replaceChildren(form(what));
  const form = (/** @type {'call' | 'email'} */ what) => {
    const subject = /** @type {HTMLInputElement} */ (
      h('input', { 'data-demo': `${what}-subject`, value: what === 'call' ? 'Call' : '', required: true })
    );
    const rest = /** @type {HTMLInputElement} */ (
      what === 'call'
        ? h(
            'select',
            { 'data-demo': 'call-result' },
            option('connected', 'Connected'),
            option('voicemail', 'Left Voicemail'),
            option('no-answer', 'No Answer'),
          )
        : h('textarea', { 'data-demo': 'email-body', rows: '5' })
    );
    const save = async (/** @type {Event} */ event) => {
      event.preventDefault();
      await log(kind, record, {
        activity: what,
        subject: subject.value,
        ...(what === 'call' ? { result: rest.value } : { body: rest.value }),
      });
      place.replaceChildren();
      changed();
    };
    return h(
      'form',
      { onsubmit: save },
      h('label', {}, h('span', {}, 'Subject'), subject),
      h('label', {}, h('span', {}, what === 'call' ? 'Call Result' : 'Body'), rest),
      h(
        'div',
        { class: 'composerActions' },
        h(
          'button',
          {
            type: 'button',
            class: 'slds-button slds-button_neutral',
            onclick: () => place.replaceChildren(),
          },
          'Cancel',
        ),
        h(
          'button',
          { type: 'submit', class: 'slds-button slds-button_brand', 'data-demo': `${what}-save` },
          what === 'call' ? 'Save' : 'Send',
        ),
      ),
    );
  };
  return h(
    'div',
    { id: 'activityPanelContainer' },
    h(
      'runtime_sales_activities-activity-panel-composer',
      {},
      h(
        'div',
        { class: 'composerButtons' },
        h(
          'button',
          {
            class: 'slds-button slds-button_neutral',
            'data-demo': 'email-open',
            onclick: () => open('email'),
          },
          'Email',
        ),
        h(
          'button',
          { class: 'slds-button slds-button_neutral', 'data-demo': 'call-open', onclick: () => open('call') },
          'Log a Call',
        ),
      ),
      place,
    ),
  );
}

const option = (/** @type {string} */ value, /** @type {string} */ label) => h('option', { value }, label);
