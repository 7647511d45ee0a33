// @ts-check
import { h, icon, log } from '../common.js';

/** @typedef {import('../common.js').Lead} Lead */
/** @typedef {import('../common.js').Deal} Deal */
/** @typedef {'note' | 'email' | 'call' | 'task' | 'meeting'} What */

/** The round buttons under the name. Calls and e-mails open a form in the corner, as the real ones do. */
export function composer(
  /** @type {'lead' | 'deal'} */ kind,
  /** @type {Lead | Deal} */ record,
  /** @type {() => void} */ changed,
) {
  const place = h('div', {});
  const button = (/** @type {What} */ what) =>
    h(
      'button',
      {
        class: 'create',
        'data-test-id': `create-engagement-${what}-button`,
        'data-demo': `${what}-open`,
        onclick: () => (what === 'call' || what === 'email') && place.replaceChildren(form(what)),
      },
      h('span', { 'data-test-id': `activity-button-icon-${what}` }, icon(what)),
      h('span', {}, what[0]?.toUpperCase() + what.slice(1)),
    );
  const close = () => place.replaceChildren();
  const form = (/** @type {'call' | 'email'} */ what) => {
    const subject = /** @type {HTMLInputElement} */ (
      h('input', { 'data-demo': `${what}-subject`, required: true, value: what === 'call' ? 'Call' : '' })
    );
    const rest = /** @type {HTMLInputElement} */ (
      what === 'call'
        ? h(
            'select',
            { 'data-demo': 'call-result' },
            h('option', { value: 'connected' }, 'Connected'),
            h('option', { value: 'voicemail' }, 'Left voicemail'),
            h('option', { value: 'no-answer' }, 'No answer'),
          )
        : h('textarea', { 'data-demo': 'email-body', rows: '6' })
    );
    const save = async (/** @type {Event} */ event) => {
      event.preventDefault();
      await log(kind, record, {
        activity: what,
        subject: subject.value,
        ...(what === 'call' ? { result: rest.value } : { body: rest.value }),
      });
      close();
      changed();
    };
    return h(
      'form',
      { class: 'corner', onsubmit: save },
      h('h3', {}, what === 'call' ? 'Log Call' : 'Email'),
      h('label', {}, h('span', {}, what === 'call' ? 'Title' : 'Subject'), subject),
      h('label', {}, h('span', {}, what === 'call' ? 'Outcome' : 'Text'), rest),
      h(
        'div',
        { class: 'formActions' },
        h(
          'button',
          { type: 'submit', class: 'primary', 'data-demo': `${what}-save` },
          what === 'call' ? 'Log activity' : 'Send',
        ),
        h('button', { type: 'button', class: 'secondary', onclick: close }, 'Cancel'),
      ),
    );
  };
  return h(
    'div',
    {},
    h(
      'div',
      { class: 'creates' },
      .../** @type {What[]} */ (['note', 'email', 'call', 'task', 'meeting']).map(button),
    ),
    place,
  );
}
