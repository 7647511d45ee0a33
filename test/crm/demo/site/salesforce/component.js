// @ts-check
import { h, switchFor } from '../common.js';

/*
 * How Lightning nests its components. `synthetic` (the default): one tree, `slot` elements in it, a mark on
 * the hosts. `?shadow=native`: the components below have real roots, the owner's is closed; page frame and
 * composer stay in the document.
 */
export const native = switchFor('shadow') === 'native';
const ROOTED = /^(?:records|force|lightning|emailui|flexipage-aura)-/;
/** Marks that a component's own style sheet leaves on its host. */
const MARKS = /** @type {Record<string, string>} */ ({
  'records-record-layout-item': 'lwc-2qpe2t0sbck-host',
  'force-lookup': 'lwc-47ngqe6rvah-host',
  'records-hoverable-link': 'lwc-oj46kgc6r3-host',
  'lightning-formatted-text': 'lwc-f6gbo863ml-host',
});

const sheet = new CSSStyleSheet();
export async function loadStyles() {
  if (!native) return;
  const files = [...document.querySelectorAll('link[rel=stylesheet]')].map(
    (l) => /** @type {HTMLLinkElement} */ (l).href,
  );
  const texts = await Promise.all(files.map((f) => fetch(f).then((r) => r.text())));
  sheet.replaceSync(texts.join('\n'));
}

/**
 * A component: its host, what it draws, and what its user put into its slots (by their `slot` attribute).
 * @param {string} tag
 * @param {Record<string, any>} attributes
 * @param {(Node | string)[]} own
 * @param {HTMLElement[]} [slotted]
 */
export function component(tag, attributes, own, slotted = []) {
  const host = h(tag, attributes);
  if (native && ROOTED.test(tag)) {
    if (tag.startsWith('lightning-')) host.setAttribute('data-render-mode', 'shadow');
    const root = host.attachShadow({ mode: tag === 'force-owner-lookup' ? 'closed' : 'open' });
    root.adoptedStyleSheets = [sheet];
    root.append(...own);
    host.append(...slotted);
    return host;
  }
  const mark = MARKS[tag];
  if (mark) host.setAttribute(mark, '');
  host.append(...own);
  for (const child of slotted) (host.querySelector(`slot[name="${child.slot}"]`) ?? host).append(child);
  return host;
}

/**
 * Nested plain tags, outermost first, around `children`: `tag` or `tag.class`.
 * @param {string[]} tags
 * @param {...Node} children
 */
export function within(tags, ...children) {
  let inner = children;
  for (const tag of tags.toReversed()) {
    const [name = 'div', ...classes] = tag.split('.');
    inner = [h(name, classes.length ? { class: classes.join(' ') } : {}, ...inner)];
  }
  return /** @type {Node} */ (inner[0]);
}

export const flexipageComponent = (/** @type {string} */ id, /** @type {Node[]} */ ...children) =>
  h('flexipage-component2', { 'data-component-id': id }, h('slot', {}, ...children));
