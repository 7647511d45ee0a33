// @ts-check
import { clockTime, dateOf, h, money, numericDay, rep } from '../common.js';
import { component } from './component.js';

/* The components that show a field's value. `at` are attributes that the place demands (slot and so on). */
/** @typedef {Record<string, string>} At */

export const text = (/** @type {string | number} */ value, /** @type {At} */ at = {}) =>
  component('lightning-formatted-text', at, [String(value)]);

export const number = (/** @type {string} */ shown, /** @type {At} */ at = {}) =>
  component('lightning-formatted-number', at, [shown]);

export const currency = (/** @type {number | undefined} */ n, /** @type {At} */ at = {}) =>
  n === undefined ? text('', at) : number(money(n), at);

export const name = (/** @type {string} */ shown, /** @type {At} */ at = {}) =>
  component('lightning-formatted-name', at, [shown]);

export const day = (/** @type {string} */ iso, /** @type {At} */ at = {}) =>
  text(numericDay(dateOf(iso)), at);

export const email = (/** @type {string} */ address, /** @type {At} */ at = {}) =>
  component('emailui-formatted-email-lead', at, [
    component('emailui-formatted-email-wrapper', {}, [
      component('lightning-formatted-email', {}, [h('a', { href: `mailto:${address}` }, address)]),
    ]),
  ]);

export const phone = (/** @type {string} */ value, /** @type {At} */ at = {}) =>
  component('records-output-phone', at, [
    component('lightning-formatted-phone', {}, [h('a', { href: `tel:${value.replaceAll(' ', '')}` }, value)]),
  ]);

const hoverable = (/** @type {string} */ object, /** @type {string} */ id, /** @type {string} */ shown) =>
  component('records-hoverable-link', {}, [
    h(
      'div',
      { class: 'slds-grid' },
      h(
        'a',
        { class: 'flex-wrap-ie11 slds-truncate', href: `/lightning/r/${object}/${id}/view` },
        h('slot', {}, h('span', {}, shown)),
      ),
      // Part of the text of the cell, but not of the name.
      h(
        'button',
        { class: 'slds-button slds-button_icon slds-assistive-text', title: `Open ${shown} Preview` },
        `Open ${shown} Preview`,
      ),
    ),
  ]);

export const lookup = (
  /** @type {string} */ object,
  /** @type {string} */ id,
  /** @type {string} */ shown,
  /** @type {At} */ at = {},
) => component('force-lookup', at, [hoverable(object, id, shown)]);

const user = (/** @type {string} */ key, /** @type {At} */ at = {}) => {
  const who = rep(key);
  return lookup('User', who?.ids.salesforce ?? '', who?.name ?? '', at);
};

export const owner = (/** @type {string} */ key, /** @type {At} */ at = {}) =>
  component('force-owner-lookup', at, [user(key)]);

export const modstamp = (/** @type {string} */ key, /** @type {number} */ time, /** @type {At} */ at = {}) =>
  component('records-modstamp', at, [user(key), `, ${numericDay(time)}, ${clockTime(time)}`]);
