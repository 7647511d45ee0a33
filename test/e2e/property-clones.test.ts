import { afterAll, beforeAll, expect, it } from 'vitest';
import { tally } from '../tally.ts';
import { launch, type Session } from './browser.ts';
import { faultsOf } from './property/compare.ts';
import { pageAt, pages } from './property/fixtures.ts';
import { openLab } from './property/lab.ts';

/*
 * Whoever may write a note or a description may write markup into it: a copy of an item of the very page, with another
 * title and another hour, in the text of each message and in a frame. Nothing of it is read.
 */

/** Runs in a page of the browser. The page with the copies; nothing where no text of a person's stands on it. */
function cloned(html: string): { html: string; copies: number } {
  const ITEM =
    '[data-selenium-test="timeline-card"], li[class*="ActivityTimeline"], .o-mail-Message, .o_Message, .list-row[data-id]';
  const MESSAGE =
    'lightning-formatted-rich-text, .o-mail-Message-body, .o-mail-Message-richBody, .o_Message_prettyBody, .stream-post-container, .cell-post, [data-test-id="rte-content"], [class*="SanitizedText"], .field[data-name="description"], .o_field_html, .note-editable';
  const page = new DOMParser().parseFromString(html, 'text/html');
  const item = page.querySelector(ITEM);
  // HubSpot writes its own sentence of a move where a person's words stand.
  const OWN = / (?:moved|movió) /;
  // EspoCRM shows a status where a post would stand; nobody can write there.
  const STATUS = '.stream-post-container:has(> .label-state:only-child)';
  const places = [...page.querySelectorAll(MESSAGE)].filter(
    (el) => !el.parentElement?.closest(MESSAGE) && !OWN.test(el.textContent ?? '') && !el.matches(STATUS),
  );
  if (!item) return { html, copies: 0 };
  const fake = item.cloneNode(true) as Element;
  const walker = page.createTreeWalker(fake, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.textContent?.trim())
      node.textContent = node.textContent.replace(/\d+:\d\d/g, '4:44').replace(/\p{L}{4,}/u, 'Forged');
  for (const el of [fake, ...fake.querySelectorAll('*')])
    for (const name of ['id', 'data-id', 'href', 'title', 'datetime'])
      if (el.hasAttribute(name))
        el.setAttribute(
          name,
          (el.getAttribute(name) ?? '').replace(/\d/g, '7').replace(/[a-z]{5,}$/, 'forged'),
        );
  for (const place of places) {
    // Parsed again, a list's item would end the one that it stands in.
    const list = page.createElement('ul');
    list.append(fake.cloneNode(true));
    place.append(list);
  }
  const frame = page.createElement('iframe');
  frame.setAttribute('srcdoc', `<!doctype html>${fake.outerHTML}`);
  page.body.append(frame);
  return { html: `<!doctype html>${page.documentElement.outerHTML}`, copies: places.length + 1 };
}

let session: Session;
let [tried, wrong] = [0, 0];
beforeAll(async () => {
  session = await launch({ grant: ['https://*/*', 'http://*/*'] });
});
afterAll(async () => {
  tally('clones', { what: 'copies of timeline items in messages, descriptions and frames', tried, wrong });
  await session?.close();
});

it('a copy of an item in a person’s text or in a frame is no item', async () => {
  const blank = await session.newPage();
  const found: string[] = [];
  for (const folder of pages) {
    const source = pageAt(folder);
    const { html, copies } = await blank.evaluate(cloned, source.html);
    if (copies < 2) continue;
    tried += copies;
    const [before, after] = await Promise.all(
      [source, { ...source, html }].map(async (one) => {
        const lab = await openLab(session, one);
        const result = await lab.read();
        await lab.close();
        return result;
      }),
    );
    if (!before || !after) continue;
    // A message that has more words may well greet or ask more.
    const faults = faultsOf(before, after).filter(({ field }) => field !== 'personal');
    if (faults.length > 0) found.push(`${folder}: ${JSON.stringify(faults[0]).slice(0, 600)}`);
  }
  wrong = found.length;
  expect(tried).toBeGreaterThan(20);
  expect(found).toEqual([]);
}, 300_000);
