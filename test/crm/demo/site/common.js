// @ts-check
/** @typedef {import('../story.ts').Story} Story */
/** @typedef {import('../story.ts').StoryLead} Lead */
/** @typedef {import('../story.ts').StoryDeal} Deal */
/** @typedef {import('../story.ts').StoryActivity} Activity */

/** @type {Story} */
export const story = JSON.parse(document.getElementById('story')?.textContent ?? '');

/** @param {string | undefined} key */
export const rep = (key) => story.team.find((r) => r.key === key);

/**
 * An element. Text is always text, never HTML; empty children are left out.
 * @param {string} tag
 * @param {Record<string, any>} [attributes] `on…` is a listener
 * @param {...(Node | string | number | null | undefined | false | (Node | string)[])} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(
    ...children
      .flat()
      .filter((c) => c || c === 0)
      .map((c) => (typeof c === 'number' ? String(c) : /** @type {Node} */ (c))),
  );
  return element;
}

/** What the address said when the tab was opened: `?slow=2000`, `?shadow=native`. Kept for the tab. */
export function switchFor(/** @type {string} */ name) {
  const asked = new URLSearchParams(location.search).get(name);
  if (asked !== null) sessionStorage.setItem(name, asked);
  return sessionStorage.getItem(name) ?? '';
}

const slow = Number(switchFor('slow')) || 0;
/** Loading takes its time, and more with `?slow=`. */
export const loading = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms + slow));

/**
 * Calls `go` for each click on a link of this site, and for back and forward.
 * @param {() => void} go
 */
export function routed(go) {
  document.addEventListener('click', (event) => {
    const link = event.composedPath().find((n) => n instanceof HTMLAnchorElement);
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || link.origin !== location.origin)
      return;
    event.preventDefault();
    if (link.getAttribute('href')?.startsWith('#')) return;
    history.pushState(null, '', link.href);
    go();
  });
  addEventListener('popstate', go);
  go();
}

/**
 * Tells the server, which keeps it for this run, and the page's own copy of the story.
 * @param {'lead' | 'deal'} kind
 * @param {Lead | Deal} record
 * @param {{ activity: 'call' | 'email', subject: string, result?: string, body?: string }} what
 */
export async function log(kind, record, what) {
  const response = await fetch('/demo/log', {
    method: 'POST',
    body: JSON.stringify({ kind, key: record.key, at: Date.now(), ...what }),
  });
  const activity = await response.json();
  record.activities.push(activity);
  return activity;
}

export const RIBBON = 'Demo: every name, number and company here is invented';
export const ribbon = () => h('div', { class: 'demo-ribbon', role: 'note' }, RIBBON);

/*
 * Dates as the sites print them for a user whose language is American English. They are in the browser's
 * zone; the real Salesforce prints most of them in the zone of the user's Salesforce settings.
 */
const format = (/** @type {Intl.DateTimeFormatOptions} */ options) => {
  const f = new Intl.DateTimeFormat('en-US', options);
  return (/** @type {number | Date} */ t) => f.format(t).replaceAll('\u202f', ' ');
};
export const clockTime = format({ hour: 'numeric', minute: '2-digit' });
export const shortDay = format({ month: 'short', day: 'numeric' });
export const longDay = format({ month: 'short', day: 'numeric', year: 'numeric' });
export const numericDay = format({ month: 'numeric', day: 'numeric', year: 'numeric' });
export const monthName = format({ month: 'long' });
export const zoneName = (/** @type {number} */ t) =>
  new Intl.DateTimeFormat('en-US', { timeZoneName: 'short' })
    .formatToParts(t)
    .find((p) => p.type === 'timeZoneName')?.value ?? '';

/** The date of a story's `YYYY-MM-DD`, at noon here, so that every zone prints the same day. */
export const dateOf = (/** @type {string} */ day) => new Date(`${day}T12:00:00`);

/** Whole days from today's date: 0 today, -1 yesterday. */
export function daysFromToday(/** @type {number} */ t) {
  const midnight = (/** @type {number} */ x) => new Date(x).setHours(0, 0, 0, 0);
  return Math.round((midnight(t) - midnight(Date.now())) / 86_400_000);
}
export const thisYear = (/** @type {number} */ t) => new Date(t).getFullYear() === new Date().getFullYear();

export const money = (/** @type {number} */ n) =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(n);

const drawings = {
  call: 'M6 3l3 1 1 4-2 2c1 3 3 5 6 6l2-2 4 1 1 3c0 2-2 3-3 3C10 21 3 14 3 6c0-1 1-3 3-3z',
  email: 'M3 5h18v14H3zM3 6l9 7 9-7',
  meeting: 'M4 6h16v14H4zM4 10h16M8 3v5M16 3v5',
  task: 'M4 4h16v16H4zM8 12l3 3 5-6',
  note: 'M5 3h10l4 4v14H5zM8 11h8M8 15h8',
  form: 'M4 4h16v16H4zM8 9h8M8 13h8M8 17h4',
  deal: 'M4 8h16v11H4zM9 8V5h6v3M4 13h16',
  lead: 'M12 4a4 4 0 110 8 4 4 0 010-8zM4 21c0-5 4-7 8-7s8 2 8 7',
  star: 'M12 3l3 6 6 1-5 4 2 7-6-4-6 4 2-7-5-4 6-1z',
  more: 'M6 9l6 6 6-6',
};
/** A plain line drawing. */
export function icon(/** @type {keyof typeof drawings} */ name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'drawing');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', drawings[name]);
  svg.append(path);
  return svg;
}
