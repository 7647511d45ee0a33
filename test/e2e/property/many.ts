import type { Source } from '../../../scripts/reader.ts';
import { pageAt } from './fixtures.ts';

/** A call that the generated timeline shows, and what has to be read of it. */
export interface Call {
  subject: string;
  at: number;
}

const MINUTE = 60_000;
const two = (n: number) => String(n).padStart(2, '0');
/** One call every 47 minutes, back from the first of October 2026. */
const timeOf = (i: number) => new Date(Date.UTC(2026, 9, 1, 12, 0) - i * 47 * MINUTE);
const clock = (at: Date) =>
  `${at.getUTCHours() % 12 || 12}:${two(at.getUTCMinutes())} ${at.getUTCHours() < 12 ? 'AM' : 'PM'}`;

const salesforceItem = (subject: string, at: Date, i: number) => `
<li class="row Call runtime_sales_activitiesActivityTimelineFixedStencil"><div class="slds-timeline__item_expandable
slds-timeline__item_call"><button class="slds-button" aria-expanded="false"><span class="slds-assistive-text">Details
for ${subject}</span></button><div class="slds-icon_container slds-icon-standard-log-a-call slds-timeline__icon"></div>
<div class="slds-grid"><div class="slds-col slds-truncate timelineGridItemLeft"><a class="subjectLink slds-truncate"
title="${subject}" href="/lightning/r/00THs000${String(i).padStart(7, '0')}IAA/view">${subject}</a></div><div
class="slds-var-m-right_small dueDate slds-text-color_weak">${clock(at)} | ${at.getUTCMonth() + 1}/${at.getUTCDate()}/${at.getUTCFullYear()}</div></div><p><a
href="/lightning/r/User/005Hs0000012345IAA/view">Omar Reyes</a> logged a call with <a
href="/lightning/r/Contact/003Hs00000CcCcCIAX/view">Marta Sol</a></p></div></li>`;

const hubspotItem = (subject: string, at: Date) => `
<div data-selenium-test="timeline-card" data-selenium-event-type="call"><div data-test-id="collapsible-event-accordion">
<div role="button" aria-expanded="false"></div><div data-test-id="timeline-preview-event"><h4><span
data-test-id="generic-preview-event-header">Logged call by Nadia Brandt</span></h4><span
data-test-id="event-timestamp">${at.toLocaleString('en-US', { month: 'short', timeZone: 'UTC' })} ${at.getUTCDate()}, ${at.getUTCFullYear()} at ${clock(at)} UTC</span><p><strong>${subject}</strong></p></div></div></div>`;

/** A saved page whose timeline has `count` more calls at its end, drawn as the CRM draws them. */
export const LONG = {
  'salesforce/opportunity': { item: salesforceItem, after: 'logged a call with' },
  'hubspot/deal-en': { item: hubspotItem, after: 'Note by Nadia Brandt</span>' },
};

export function longPage(
  page: keyof typeof LONG,
  count: number,
): { source: Source & { html: string }; calls: Call[] } {
  const source = pageAt(page);
  const { item, after } = LONG[page];
  const calls = Array.from({ length: count }, (_, i) => ({ subject: `Call no. ${i + 1}`, at: timeOf(i) }));
  // Right behind the item in which the words stand.
  const end = page.startsWith('salesforce') ? '</li>' : '</div></div></div>';
  const place = source.html.indexOf(end, source.html.indexOf(after)) + end.length;
  const more = calls.map(({ subject, at }, i) => item(subject, at, i)).join('');
  const html = source.html.slice(0, place) + more + source.html.slice(place);
  return { source: { ...source, html }, calls: calls.map((c) => ({ ...c, at: c.at.getTime() })) };
}

/** A role-based list of Salesforce with so many more rows, all of them in the page. */
export function longList(count: number): Source & { html: string } {
  const source = pageAt('salesforce/list-virtualised');
  const [row = ''] =
    /<div role="row" data-row-key-value="006[\s\S]*?(?=\n<div role="row"|\n<\/div>)/.exec(source.html) ?? [];
  const id = /data-row-key-value="([^"]+)"/.exec(row)?.[1] ?? '';
  const one = (_: unknown, i: number) =>
    row
      .replaceAll(id, `006Hs00003${String(i).padStart(5, '0')}IAX`)
      .replace('top:0px', `top:${(i + 20) * 40}px`);
  const rows = Array.from({ length: count }, one).join('\n');
  const html = source.html
    .replace(row, `${row}\n${rows}`)
    .replace('height:2400px', `height:${(count + 20) * 40}px`);
  return { ...source, html };
}
