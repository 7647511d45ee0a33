import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openDemo, openRecord } from '../../scripts/demo.ts';
import { pretend } from '../../scripts/reader.ts';
import type { Settings } from '../../src/contract/settings.ts';
import type { Demo } from '../crm/demo/server.ts';
import { tally } from '../tally.ts';
import { eventually, isFirefox, type Session } from './browser.ts';
import { type Seen, seenOn, seenWithout } from './calm/compare.ts';
import { oursIn } from './calm/trace.ts';
import { worldsIn } from './calm/worlds.ts';
import { EXTENSION_ID } from './chromium.ts';
import { longPage } from './property/many.ts';

/* Whoever sells goes on undisturbed: a page is the same with and without the extension, and never held up. */

/** Longest (ms) that a script of ours may hold a page up, and the share of an idle page's time that is ours. */
const LONGEST = 50;
const IDLE = 0.01;
const HOSTS = ['fourfold-demo.lightning.force.com', 'app.hubspot.com', 'northwind.lightning.force.com'];

let demo: Demo;
let session: Session;
let options: Page;
beforeAll(async () => {
  ({ demo, session } = await openDemo({ grant: HOSTS.map((host) => `https://${host}/*`) }));
  options = await session.openFace('options');
});
afterAll(async () => {
  await session?.close();
  await demo?.stop();
});

/** Changes settings as the options page does. */
async function set(patch: { [K in keyof Settings]: Settings[K] | null }): Promise<void> {
  const message = { type: 'settings', patch };
  expect(await options.evaluate((m) => chrome.runtime.sendMessage(m), message)).toEqual({});
}
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Something happens on the page again and again, and its address changes. */
async function stir(page: Page, ms: number): Promise<void> {
  const until = Date.now() + ms;
  while (Date.now() < until) {
    await page.evaluate(() => {
      document.body.append(document.createComment('stirred'));
      history.replaceState(null, '', `?stirred=${Math.random()}`);
    });
    await rest(100);
  }
}

const isSeen = (url: string) => async () => {
  const { sightings } = await session.stored();
  expect(sightings).toContainEqual(expect.objectContaining({ url }));
};

describe('a page is the same with and without it', () => {
  const pages = [
    ['salesforce', 'lead', 'bea'],
    ['hubspot', 'deal', 'oconnell'],
    ['hubspot', 'lead', undefined],
  ] as const;
  const compared = { tried: 0, wrong: 0 };
  afterAll(() => tally('calm-pages', { what: 'pages compared with and without the extension', ...compared }));

  /** Without, and with the extension, which has read the page by then. */
  async function both(url: string): Promise<{ without: Seen; beside: Seen }> {
    const now = Date.now();
    if (isFirefox) await set({ paused: true });
    const without = await seenWithout(session, (page) => seenOn(page, url, now));
    expect((await session.stored()).sightings).not.toContainEqual(expect.objectContaining({ url }));
    if (isFirefox) await set({ paused: null });
    const page = await session.newPage();
    const beside = await seenOn(page, url, now, () => eventually(isSeen(url), 20_000));
    await page.close();
    return { without, beside };
  }

  it.each(pages)('%s, %s %s: elements, state, requests, console', async (...where) => {
    await set({ chip: false });
    compared.tried++;
    compared.wrong++;
    const { without, beside } = await both(demo.urlOf(...where));
    expect(without.dom.length).toBeGreaterThan(5000);
    expect(without.requests.length).toBeGreaterThan(5);
    expect(beside).toEqual(without);
    compared.wrong--;
  });

  it.skipIf(isFirefox)('with the chip one empty element more, behind the body', async () => {
    await set({ chip: null });
    const { without, beside } = await both(demo.urlOf('salesforce', 'lead', 'sean'));
    expect({ ...beside, dom: beside.dom.replace(/<div><\/div>(?=<\/html>$)/, '') }).toEqual(without);
    expect(beside.dom).not.toEqual(without.dom);
  });
});

describe.skipIf(isFirefox)('a page is never held up', () => {
  it.each(['salesforce/opportunity', 'hubspot/deal-en'] as const)(
    '%s with 2,000 activities: no task of ours is a long one',
    async (name) => {
      const { source, calls } = longPage(name, 2000);
      const page = await session.newPage();
      await pretend(session, page, source);
      const { stretches } = await oursIn(page, async () => {
        await page.goto(source.url, { waitUntil: 'domcontentloaded' });
        await eventually(async () => {
          const { activities } = await session.stored();
          const own = activities.filter(({ org }) => org.startsWith(name.split('/')[0] ?? ''));
          expect(own.length).toBeGreaterThanOrEqual(calls.length);
        }, 60_000);
      });
      expect(
        stretches.reduce((a, b) => a + b, 0),
        'it was at work',
      ).toBeGreaterThan(LONGEST);
      expect(Math.max(...stretches)).toBeLessThan(LONGEST);
      await page.close();
    },
    180_000,
  );

  it('a long page that never rests is read all the same, and what comes while it is read, too', async () => {
    const { source, calls } = longPage('hubspot/deal-en', 1000);
    // A deal of its own.
    const url = source.url.replace(/\d+$/, (id) => `${id}7`);
    const html = source.html.replace(/Call no\./g, 'Talk no.');
    const page = await session.newPage();
    await pretend(session, page, { ...source, url, html });
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await page.evaluate(stirForEver, 'Talk no. 1000', 20);
    await eventually(async () => {
      const { activities } = await session.stored();
      const subjects = new Set(activities.map(({ subject }) => subject));
      for (let i = 1; i <= calls.length; i++) expect(subjects).toContain(`Talk no. ${i}`);
      for (let i = 1; i <= 20; i++) expect(subjects).toContain(`Late no. ${i}`);
    }, 60_000);
    await page.close();
  }, 120_000);

  it('at rest next to nothing is ours', async () => {
    await set({ chip: null });
    const page = await openRecord(demo, session, 'salesforce', 'lead', 'sean');
    await rest(6000);
    const { stretches, length } = await oursIn(page, () => rest(4000));
    expect(stretches.length, 'it still looks').toBeGreaterThan(0);
    expect(stretches.reduce((a, b) => a + b, 0) / length).toBeLessThan(IDLE);
    await page.close();
  });
});

describe.skipIf(isFirefox)('it stops', () => {
  afterEach(() => set({ paused: null }));

  it('once it is paused', async () => {
    const page = await openRecord(demo, session, 'hubspot', 'lead', 'sean');
    expect((await oursIn(page, () => stir(page, 1000))).stretches).not.toEqual([]);
    await set({ paused: true });
    expect((await oursIn(page, () => stir(page, 1500))).stretches).toEqual([]);
    await page.close();
  });

  it('in the midst of a reading, be it ever so long', async () => {
    const { source } = longPage('salesforce/opportunity', 2000);
    // One that nobody has read yet.
    const url = source.url.replace('AbCdE', 'AbCdF');
    const page = await session.newPage();
    await pretend(session, page, { ...source, url, html: source.html.replaceAll('AbCdE', 'AbCdF') });
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    // It takes many seconds, on the fastest machine, too.
    await (await page.createCDPSession()).send('Emulation.setCPUThrottlingRate', { rate: 20 });
    await eventually(async () => expect((await oursIn(page, () => rest(200))).stretches).not.toEqual([]));
    await expect(isSeen(url)()).rejects.toThrow();
    await set({ paused: true });
    expect((await oursIn(page, () => stir(page, 1500))).stretches).toEqual([]);
    await expect(isSeen(url)()).rejects.toThrow();
    await page.close();
  });

  it('once the user has withdrawn the permission', async () => {
    const page = await session.newPage(demo.urlOf('hubspot', 'lead', 'bea'));
    await eventually(isSeen(demo.urlOf('hubspot', 'lead', 'bea')), 20_000);
    await withdraw();
    expect((await oursIn(page, () => stir(page, 1500))).stretches).toEqual([]);
    await page.close();
  });

  it('in its old version, once the extension was updated', async () => {
    const updated = await openDemo();
    try {
      const page = await openRecord(updated.demo, updated.session, 'hubspot', 'deal', 'oconnell');
      const lines: string[] = [];
      page.on('console', (message) => lines.push(message.text()));
      page.on('pageerror', (error) => lines.push(String(error)));
      const worlds = await worldsIn(page);
      const [old] = worlds();
      expect(await old?.reads()).toBe(0);
      const worker = await updated.session.worker();
      await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
      const fresh = await eventually(() => {
        const [, next] = worlds();
        if (!next) throw new Error('the new version does not read');
        return next;
      }, 20_000);
      await fresh.reads();
      await rest(1000);
      const before = await old?.reads();
      await stir(page, 1000);
      await eventually(async () => expect(await fresh.reads()).toBeGreaterThan(0));
      expect(await old?.reads()).toBe(before);
      expect(lines).toEqual([]);
    } finally {
      await updated.session.close();
      await updated.demo.stop();
    }
  });
});

/** As the user does it, on the browser's own page of extensions; ends within a second of the background's hearing of it. */
async function withdraw(): Promise<void> {
  const extensions = await session.newPage('chrome://extensions');
  await extensions.evaluate(async (extensionId) => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> };
    };
    await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' });
  }, EXTENSION_ID);
  await eventually(async () => {
    const worker = await session.worker();
    expect(await worker.evaluate(() => chrome.scripting.getRegisteredContentScripts())).toEqual([]);
  });
  await rest(1000);
  await extensions.close();
}

/** Runs in the page: something changes all the time, and some items come late. */
function stirForEver(last: string, late: number): void {
  const cards = [...document.querySelectorAll('[data-test-id="collapsible-event-accordion"]')];
  const card = cards.find((el) => el.textContent?.includes(last))?.closest('[data-selenium-event-type]');
  const ticks = document.body.appendChild(document.createComment('0'));
  setInterval(() => {
    ticks.data = String(Number(ticks.data) + 1);
    if (!card || Number(ticks.data) > late) return;
    const copy = card.cloneNode(true) as Element;
    const title = copy.querySelector('strong');
    if (title) title.textContent = `Late no. ${ticks.data}`;
    card.after(copy);
  }, 50);
}
