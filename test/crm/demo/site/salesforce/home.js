// @ts-check
import { h, rep, story } from '../common.js';

/** Where the demo begins: the newest leads and the open deals, one click away. */
export function homePage() {
  const card = (/** @type {string} */ title, /** @type {string} */ object, /** @type {any[]} */ records) =>
    h(
      'article',
      { class: 'card homeCard' },
      h('h2', {}, title),
      h(
        'ul',
        {},
        ...records.map((r) =>
          h(
            'li',
            {},
            h('a', { href: `/lightning/r/${object}/${r.ids.salesforce}/view` }, r.name),
            h('span', {}, r.company),
          ),
        ),
      ),
      h('a', { class: 'all', href: `/lightning/o/${object}/list?filterName=All${object}s` }, 'View All'),
    );
  const newest = (/** @type {any[]} */ list) =>
    list.toSorted((a, b) => b.createdAt - a.createdAt).slice(0, 6);
  return h(
    'div',
    { class: 'home' },
    h('h1', {}, `Good to see you, ${rep(story.me)?.name.split(' ')[0]}`),
    h(
      'div',
      { class: 'homeCards' },
      card('Newest leads', 'Lead', newest(story.leads)),
      card('Newest opportunities', 'Opportunity', newest(story.deals)),
    ),
  );
}
