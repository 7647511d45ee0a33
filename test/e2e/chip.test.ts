import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { logCall, openDemo, openRecord, picture } from '../../scripts/demo.ts';
import type { Settings } from '../../src/contract/settings.ts';
import type { Demo } from '../crm/demo/server.ts';
import { eventually, isFirefox, type Session } from './browser.ts';
import { boxOf, chipIn, chipOf, clickOn, countReads } from './in-page.ts';

/* The chip on a record's page, as the user sees it and as the page does. */

let demo: Demo;
let session: Session;
let options: Page;
beforeAll(async () => {
  ({ demo, session } = await openDemo());
  options = await session.openFace('options');
});
afterAll(async () => {
  await session?.close();
  await demo?.stop();
});
beforeEach(() => set({ chip: null, paused: null, week: null }));

/** Changes settings as the options page does, from where no tab comes to the front. */
async function set(patch: { [K in keyof Settings]: Settings[K] | null }): Promise<void> {
  const message = { type: 'settings', patch };
  const answer = await options.evaluate((m) => chrome.runtime.sendMessage(m), message);
  expect(answer, JSON.stringify((await session.stored()).problems)).toEqual({});
}
const storyOf = (key: string) => demo.story.leads.find((lead) => lead.key === key);
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const GRADES = ['promptness', 'persistence', 'personalization', 'performance'];

it.each([
  ['salesforce', 'sean'],
  ['hubspot', 'sean'],
] as const)('%s: says the letters and the response that the popup says', async (crm, key) => {
  const page = await openRecord(demo, session, crm, 'lead', key);
  const chip = await chipOf(page);
  const popup = await session.openPopup(page);
  await popup.waitForSelector('[data-part="record"] [data-p]');
  const letters = await Promise.all(
    GRADES.map((p) =>
      popup.$eval(`[data-part="record"] [data-p="${p}"]`, (el) => el.getAttribute('data-grade')),
    ),
  );
  const response = await popup.$eval('[data-part="response"] .fact-value', (el) => el.textContent);
  expect(await chipOf(page)).toMatchObject({ letters, response });
  expect(letters.join('')).toMatch(/[A-F]/);
  expect(chip).toMatchObject({ closed: true, lang: 'en-US', dir: 'ltr', state: 'calm' });
  const name = storyOf(key)?.name ?? '';
  expect(chip.label).toContain(name);
  expect(chip.label).toMatch(/Promptness .*Persistence .*First response after .*Show more\.$/);
  await popup.close();
  await page.close();
});

it('counts down for a lead that waits, and warns of one past the target', async () => {
  await set({ week: { '0-6': [['00:00', '24:00']] } });
  const page = await openRecord(demo, session, 'salesforce', 'lead', 'olivier');
  expect(await chipOf(page)).toMatchObject({ state: 'breached', warning: 'Past the target' });
  expect((await chipOf(page)).response).toMatch(/^\+\d hr \d+ min over$/);
  await logCall(page, 'salesforce', 'At last', 'connected');
  await eventually(async () => expect((await chipOf(page)).state).toBe('calm'));
  await page.close();
});

it('warns of what is wrong with a deal', async () => {
  const page = await openRecord(demo, session, 'salesforce', 'deal', 'soehne');
  const { label, warning } = await chipOf(page);
  expect(warning).not.toBe('');
  expect(label).toContain(`Warning: ${warning}.`);
  await page.close();
});

it('leaves the page’s own elements as they are, and closed to the page', async () => {
  await set({ chip: false });
  const page = await openRecord(demo, session, 'salesforce', 'lead', 'bea');
  await rest(1500);
  expect(await chipIn(page)).toBeUndefined();
  const own = () =>
    page.evaluate(() => {
      const copy = document.documentElement.cloneNode(true) as Element;
      return [...copy.children].map((el) => el.outerHTML).filter((html) => html !== '<div></div>');
    });
  const sizes = () =>
    page.evaluate(() => [
      document.body.getBoundingClientRect().toJSON(),
      document.documentElement.scrollHeight,
    ]);
  const [before, size] = [await own(), await sizes()];
  await set({ chip: null });
  await chipOf(page);
  expect(await own()).toEqual(before);
  expect(await sizes()).toEqual(size);
  const seen = await page.evaluate(() => {
    const host = document.documentElement.lastElementChild as HTMLElement;
    return {
      root: host.shadowRoot,
      text: host.innerText,
      html: host.outerHTML,
      parent: host.parentElement?.tagName,
    };
  });
  expect(seen).toEqual({ root: null, text: '', html: '<div></div>', parent: 'HTML' });
  await page.close();
});

it('keeps its looks under the page’s own styles, and its text from the page’s listeners', async () => {
  const page = await openRecord(demo, session, 'hubspot', 'lead', 'sean');
  await chipOf(page);
  const normal = await boxOf(page, 'chip');
  // A scroll bar, which is no style of the chip's, would move it.
  await page.addStyleTag({
    content:
      '* { display: none !important; all: unset !important; font-size: 90px !important; overflow: hidden !important }',
  });
  expect(await boxOf(page, 'chip')).toEqual(normal);
  await page.close();
});

it('is no change of the page: nothing is read because of it', async () => {
  const page = await openRecord(demo, session, 'salesforce', 'lead', 'tobias');
  await chipOf(page);
  await rest(6000);
  const reads = await countReads(page);
  await set({ chip: false });
  await eventually(async () => expect(await chipIn(page)).toBeUndefined());
  await set({ chip: null });
  await chipOf(page);
  await rest(1500);
  expect(await reads()).toBe(0);
  await page.evaluate(() => document.body.append(document.createComment('a change')));
  await eventually(async () => expect(await reads()).toBeGreaterThan(0));
  await page.close();
});

it('opens the popup when it is clicked, and goes when it is told to until another record is opened', async () => {
  const page = await openRecord(demo, session, 'salesforce', 'lead', 'sean');
  await chipOf(page);
  await page.bringToFront();
  await clickOn(page, 'open');
  const popup = await session.popup();
  await popup.waitForSelector('[data-part="record"]');
  await popup.close();
  await clickOn(page, 'hide');
  await eventually(async () => expect(await chipIn(page)).toBeUndefined());
  await page.evaluate(() => document.body.append(document.createComment('changed')));
  await rest(1000);
  expect(await chipIn(page)).toBeUndefined();
  const next = demo.urlOf('salesforce', 'lead', 'bea');
  await page.evaluate((url) => {
    history.pushState(null, '', url);
    dispatchEvent(new PopStateEvent('popstate'));
  }, next);
  expect((await chipOf(page)).label).toContain(storyOf('bea')?.name);
  await page.close();
});

it('is never that of a record which was left', async () => {
  const page = await openRecord(demo, session, 'hubspot', 'lead', 'sean');
  await chipOf(page);
  await page.evaluate(() => sessionStorage.setItem('slow', '3000'));
  await page.evaluate(
    (url) => {
      history.pushState(null, '', url);
      dispatchEvent(new PopStateEvent('popstate'));
    },
    demo.urlOf('hubspot', 'lead', 'bea'),
  );
  await eventually(async () => expect(await chipIn(page)).toBeUndefined(), 1000);
  const chip = await chipOf(page);
  expect(chip.label).toContain(storyOf('bea')?.name);
  await page.close();
});

it('a pause stops reading and takes it away within a second; going on brings both back', async () => {
  const page = await openRecord(demo, session, 'salesforce', 'lead', 'olena');
  await chipOf(page);
  const begun = Date.now();
  const done = set({ paused: true });
  await eventually(async () => expect(await chipIn(page)).toBeUndefined(), 1000);
  expect(Date.now() - begun).toBeLessThan(1000);
  await done;
  expect(await session.badge()).toBe('II');
  const before = (await session.stored()).activities.length;
  const reads = await countReads(page);
  await logCall(page, 'salesforce', 'While paused');
  const other = await session.newPage(demo.urlOf('salesforce', 'lead', 'marcus'));
  await rest(2500);
  expect((await session.stored()).activities).toHaveLength(before);
  expect(await reads()).toBe(0);
  expect([await chipIn(page), await chipIn(other)]).toEqual([undefined, undefined]);
  await set({ paused: null });
  await chipOf(page);
  await chipOf(other);
  await eventually(async () => {
    const { activities } = await session.stored();
    expect(activities.some(({ subject }) => subject === 'While paused')).toBe(true);
  });
  expect(await session.badge()).not.toBe('II');
  await Promise.all([page.close(), other.close()]);
});

it('looks as it should in light and dark', async () => {
  const page = await openRecord(demo, session, 'salesforce', 'lead', 'olivier');
  await chipOf(page);
  for (const look of ['light', 'dark'] as const) {
    await session.show(page, look);
    await page.screenshot({ path: picture(`chip-${look}`) });
  }
  if (isFirefox) return page.close();
  const protocol = await page.createCDPSession();
  const features = [{ name: 'forced-colors', value: 'active' }];
  await protocol.send('Emulation.setEmulatedMedia', { features });
  await page.screenshot({ path: picture('chip-forced') });
  await page.close();
});

it('stands on the other side where the user’s language runs from right to left', async () => {
  const arabic = await openDemo({ locale: 'ar' });
  try {
    const page = await openRecord(arabic.demo, arabic.session, 'hubspot', 'lead', 'sean');
    expect(await chipOf(page)).toMatchObject({ dir: 'rtl', lang: expect.stringMatching(/^ar/) });
    expect((await boxOf(page, 'chip')).x).toBe(96);
    const [open, hide] = [await boxOf(page, 'open'), await boxOf(page, 'hide')];
    expect(hide.x).toBeLessThan(open.x);
    await page.screenshot({ path: picture('chip-arabic') });
  } finally {
    await arabic.session.close();
    await arabic.demo.stop();
  }
});

it('there is one, and only one, after the extension was updated', async () => {
  const updated = await openDemo();
  try {
    const page = await openRecord(updated.demo, updated.session, 'salesforce', 'lead', 'sean');
    await chipOf(page);
    const old = await page.evaluateHandle(() => document.documentElement.lastElementChild);
    const worker = await updated.session.worker();
    await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    const now = () =>
      page.evaluate((before) => {
        const hosts = [...document.documentElement.children].filter((el) => el.tagName === 'DIV');
        return [hosts.length, hosts.includes(before as Element)];
      }, old);
    await eventually(async () => expect(await now()).toEqual([1, false]), 20_000);
  } finally {
    await updated.session.close();
    await updated.demo.stop();
  }
});
