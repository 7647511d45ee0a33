import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openDemo, openRecord } from '../../scripts/demo.ts';
import type { Demo } from '../crm/demo/server.ts';
import { tally } from '../tally.ts';
import { eventually, type Session } from './browser.ts';

/* What a hostile page may try besides its content: messages, frames, and never resting. */

const FORGED = 'Forged by the page';

let demo: Demo;
let session: Session;
let [tried, wrong] = [0, 0];
beforeAll(async () => {
  ({ demo, session } = await openDemo());
  await eventually(countMessages);
});
afterAll(async () => {
  tally('way-in', { what: 'ways of a page to be heard: messages, frames, endless changes', tried, wrong });
  await session?.close();
  await demo?.stop();
});
beforeEach(async () => {
  const page = await session.openFace('options');
  await page.evaluate(() => chrome.runtime.sendMessage({ type: 'forget' }));
  await page.close();
});

/** The worker counts the readings that it is sent. */
async function countMessages(): Promise<void> {
  await (await session.worker()).evaluate(() => {
    const counts = { page: 0 };
    Object.assign(globalThis, { counts });
    chrome.runtime.onMessage.addListener((message) => {
      if (message?.type === 'page') counts.page++;
      return undefined;
    });
  });
}
const readings = async (): Promise<number> =>
  (await session.worker()).evaluate(
    () => (globalThis as unknown as { counts: { page: number } }).counts.page,
  );

/** A change of the page that is read: what the page tried before has been heard by then, if ever. */
async function readAgain(page: Page): Promise<void> {
  const before = await readings();
  await page.evaluate(() => {
    // On a list its first row, on a record its heading.
    const name =
      document.querySelector('tbody a') ?? document.querySelector('[data-test-id="highlight-record-label"]');
    if (name) name.textContent = `${name.textContent} again`;
  });
  await eventually(async () => expect(await readings()).toBeGreaterThan(before), 20_000);
}

async function trial(check: () => Promise<void> | void): Promise<void> {
  tried++;
  wrong++;
  await check();
  wrong--;
}

it('a page that imitates the extension’s messages is not heard', async () => {
  const page = await openRecord(demo, session, 'hubspot', 'deal', 'oconnell');
  const canSend = await page.evaluate((name) => {
    const raw = {
      ...{
        adapter: 'hubspot',
        url: location.href,
        org: 'hubspot:1234567',
        kind: 'record',
        page: 'x',
        readAt: Date.now(),
      },
      ...{
        timeZone: 'UTC',
        languages: [],
        announced: {},
        collapsed: 0,
        filter: null,
        more: false,
        people: [],
        customers: [],
      },
      ...{
        unread: [],
        activities: [],
        records: [{ kind: 'deal', id: '1', fields: { name: { text: name, by: 'api' } } }],
      },
    };
    for (const message of [
      { type: 'page', raw },
      { type: 'settings', patch: { currency: 'XTS' } },
      { type: 'forget' },
      { type: 'pause' },
      { type: 'chip', chip: { label: name } },
    ]) {
      window.postMessage(message, '*');
      for (const target of [window, document, document.documentElement])
        target.dispatchEvent(new CustomEvent(message.type, { detail: message, bubbles: true }));
      new BroadcastChannel('fourfold').postMessage(message);
    }
    const world = globalThis as unknown as Record<
      string,
      { runtime?: { sendMessage?: unknown; connect?: unknown } }
    >;
    return ['chrome', 'browser'].filter(
      (api) => world[api]?.runtime?.sendMessage || world[api]?.runtime?.connect,
    );
  }, FORGED);
  await trial(() => expect(canSend).toEqual([]));
  await readAgain(page);
  const stored = await session.stored();
  await trial(() => expect(JSON.stringify(stored)).not.toContain(FORGED));
  await trial(() => expect(stored.deals.length).toBeGreaterThan(0));
  await trial(() => expect((stored as unknown as { settings: object[] }).settings).toEqual([]));
  expect(stored.problems).toEqual([]);
  expect(await page.evaluate((name) => document.documentElement.outerHTML.includes(`>${name}`), FORGED)).toBe(
    false,
  );
  await page.close();
});

it('a record in a frame is not read, and a reader that got into one is not heard', async () => {
  const page = await session.newPage(demo.urlOf('hubspot', 'deal'));
  await eventually(async () => expect((await session.stored()).deals.length).toBeGreaterThan(0), 20_000);
  await page.evaluate(
    (src) => {
      const frame = document.createElement('iframe');
      Object.assign(frame, { src, width: 1000, height: 800 });
      document.body.append(frame);
    },
    demo.urlOf('hubspot', 'lead', 'sean'),
  );
  await eventually(() => {
    const frame = page.frames().find((one) => one.url().includes('/record/'));
    if (!frame) throw new Error('no frame yet');
    return frame;
  });
  const inFrame = page.frames().find((one) => one.url().includes('/record/'));
  await inFrame?.waitForSelector('[data-selenium-test="timeline-card"]', { timeout: 20_000 });
  await readAgain(page);
  await trial(async () => {
    const { leads, activities } = await session.stored();
    expect([...leads, ...activities]).toEqual([]);
  });
  const url = page.url();
  await (await session.worker()).evaluate(async (address) => {
    const tab = (await chrome.tabs.query({})).findLast((one) => one.url === address);
    const target = { tabId: tab?.id ?? 0 };
    const frames = await chrome.scripting.executeScript({
      target: { ...target, allFrames: true },
      func: () => true,
    });
    const frameIds = frames.flatMap(({ frameId }) => (frameId ? [frameId] : []));
    await chrome.scripting.executeScript({
      target: { ...target, frameIds },
      files: ['src/collect/content/hubspot.js'],
    });
  }, url);
  await trial(() =>
    eventually(async () => {
      const { problems } = await session.stored();
      expect(problems.map(({ why }) => why)).toEqual([expect.stringMatching(/^from frame \d+/)]);
    }, 20_000),
  );
  await trial(async () => {
    const { leads, activities } = await session.stored();
    expect([...leads, ...activities]).toEqual([]);
  });
  await page.close();
});

it('a reader that tells of another address than its own is not heard', async () => {
  const page = await openRecord(demo, session, 'hubspot', 'deal', 'oconnell');
  const sent = await (await session.worker()).evaluate(
    async (address, elsewhere) => {
      const raw = {
        ...{ adapter: 'salesforce', url: elsewhere, org: 'salesforce:other', kind: 'record', page: 'x' },
        ...{ readAt: Date.now(), timeZone: 'UTC', languages: [], announced: {}, collapsed: 0, filter: 'any' },
        ...{ more: false, people: [], customers: [], unread: [], activities: [] },
        records: [{ kind: 'deal', id: '1', fields: {} }],
      };
      const tab = (await chrome.tabs.query({})).findLast((one) => one.url === address);
      const [answer] = await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? 0 },
        func: (message) => chrome.runtime.sendMessage(message).then(() => true),
        args: [{ type: 'page', raw }],
      });
      return answer?.result;
    },
    page.url(),
    demo.urlOf('salesforce', 'deal', 'oconnell'),
  );
  expect(sent).toBe(true);
  await trial(() =>
    eventually(async () => {
      const { problems, deals } = await session.stored();
      expect(problems.map(({ why }) => why)).toEqual([expect.stringMatching(/^another address/)]);
      expect(deals.filter(({ org }) => org.startsWith('salesforce'))).toEqual([]);
    }, 20_000),
  );
  await page.close();
});

it('a page that never rests is read now and then, not at each of its changes', async () => {
  const page = await openRecord(demo, session, 'hubspot', 'lead', 'sean');
  const before = await readings();
  const { changes, ms } = await page.evaluate(async () => {
    const name = document.querySelector('[data-test-id="highlight-record-label"], h2, h1');
    const from = performance.now();
    let changes = 0;
    while (performance.now() - from < 3000) {
      for (let i = 0; i < 20; i++, changes++) {
        if (name) name.textContent = `Flood ${changes}`;
        document.body.append(document.createComment('x'));
      }
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return { changes, ms: performance.now() - from };
  });
  expect(changes).toBeGreaterThan(200);
  const sent = (await readings()) - before;
  await trial(() => expect(sent).toBeLessThanOrEqual(ms / 500 + 3));
  // And it is read all the same, once it rests.
  await trial(() =>
    eventually(async () => {
      const { leads } = await session.stored();
      expect(leads.map(({ name }) => name)).toContain(`Flood ${changes - 1}`);
    }, 20_000),
  );
  await page.close();
});
