import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logCall, openDemo, openRecord } from '../../scripts/demo.ts';
import type { Activity, Lead } from '../../src/contract/records.ts';
import type { TabState } from '../../src/messages.ts';
import { type Demo, PORTAL } from '../crm/demo/server.ts';
import { tally } from '../tally.ts';
import { eventually, isFirefox, type Session } from './browser.ts';
import { EXTENSION_ID } from './chromium.ts';
import { haltAt, hasHalted, hold, letGo, storeAs, tryToWrite } from './held.ts';
import { randomly } from './property/random.ts';

/*
 * The worker, tabs and whole browser die while pages are read; there is no room, an older tab holds the history, a newer
 * version wrote it. FOURFOLD_SEED=… makes other trials, FOURFOLD_RUNS=… more of them.
 */

const SEED = Number(process.env.FOURFOLD_SEED ?? 1);
const RUNS = Number(process.env.FOURFOLD_RUNS ?? 6);
const below = randomly(SEED);
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let demo: Demo;
let session: Session;
const counts = { tried: 0, lost: 0, wrong: 0 };
beforeAll(async () => {
  ({ demo, session } = await openDemo());
});
afterAll(async () => {
  const [name, where] = isFirefox ? ['loss-firefox', ' in Firefox'] : ['loss-browser', ''];
  tally(name, { what: `workers, tabs and browsers ended while pages were read${where}`, ...counts });
  await session?.close();
  await demo?.stop();
});

const forget = async () => {
  const page = await session.openFace('options');
  await page.evaluate(() => chrome.runtime.sendMessage({ type: 'forget' }));
  await page.close();
};

/** Of everything that was wanted, what is not stored and what is stored twice; counted, and nothing of it allowed. */
function judge(wanted: string[], stored: string[]): void {
  const missing = wanted.filter((one) => !stored.includes(one));
  const twice = stored.filter((one, i) => stored.indexOf(one) !== i);
  expect({ missing, twice }).toEqual({ missing: [], twice: [] });
}
const storyOf = (key: string) => {
  const found = demo.story.leads.find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found;
};
/** What has a subject in every CRM. */
const wholeOf = (key: string) =>
  storyOf(key).activities.flatMap((a) => (a.kind === 'note' || a.kind === 'form' ? [] : a.subject));
/** What a record or an activity says, whatever its id: two that say the same are one. */
const leadSaid = ({ org, name }: Lead) => `${org} ${name}`;
const activitySaid = ({ org, on, kind, subject, at }: Activity) =>
  JSON.stringify([org, on, kind, subject, at]);
/** Resolves once a face says so. */
const told = (face: Page, text: string) =>
  eventually(async () => expect(await face.evaluate(() => document.body.innerText)).toContain(text), 20_000);

const subjectsIn = async (of: Session) =>
  (await of.stored()).activities.flatMap(({ subject }) => subject ?? []);

/** What the faces are told of what was read, under keys that begin so. */
const toldIn = async (of: Session, prefix: string): Promise<unknown[]> => {
  const told = await (await of.worker()).evaluate(() => chrome.storage.session.get(null));
  return Object.entries(told).flatMap(([key, value]) => (key.startsWith(prefix) ? [value] : []));
};
/** How many activities they were last told to be kept of the page that is open. */
const seenIn = async (of: Session): Promise<number> => {
  const [tab] = (await toldIn(of, 'tab:')) as TabState[];
  return (tab?.preview ? undefined : tab?.sighting?.coverage.seen.activities) ?? Number.NaN;
};

/** Where the worker is when it dies: with the call written, with it kept and the page not told, or wherever it happens to be. */
const MOMENTS = ['written', 'committed', undefined] as const;

it('keeps every call that is logged while the worker is killed again and again, each once', async () => {
  await forget();
  const face = await session.openFace('options');
  // One that was ended is started by whoever asks something of it; this asks nothing of the page.
  const wake = () => face.evaluate(() => chrome.runtime.sendMessage({ type: 'look', tab: -1 }));
  // None of a call's ids is on this page: only what it says tells that it is the same one.
  const page = await openRecord(demo, session, 'hubspot', 'lead', 'sean');
  const logged: string[] = [];
  const killed = async () => (await subjectsIn(session)).filter((subject) => subject.startsWith('Killed'));
  for (let i = 0; i < RUNS; i++) {
    const subject = `Killed ${i}`;
    const moment = MOMENTS[i % 3];
    const worker = await session.worker();
    if (moment) await haltAt(session, moment);
    await logCall(page, 'hubspot', subject);
    logged.push(subject);
    await (moment ? hasHalted(session) : rest(below(250)));
    counts.tried += 1;
    await worker.close().catch(() => undefined);
    // Nothing makes the page speak again but that it had no answer.
    counts.lost += 1;
    await eventually(async () => {
      await wake();
      judge(logged, await killed());
    }, 30_000);
    counts.lost -= 1;
  }
  await Promise.all([page.close(), face.close()]);
});

it('keeps what tabs showed that were closed in the middle when they come again, all of it, each once', async () => {
  await forget();
  const keys = ['bea', 'aarti', 'tobias'] as const;
  for (let i = 0; i < RUNS; i++) {
    const crm = i % 2 === 0 ? 'hubspot' : 'salesforce';
    const page = await session.newPage(demo.urlOf(crm, 'lead', keys[i % 3] ?? 'bea'));
    await rest(below(900));
    counts.tried += 1;
    await page.close();
  }
  // And once more when all of it is kept, or nothing could be kept twice.
  for (const crm of ['hubspot', 'salesforce', 'hubspot'] as const) {
    const pages: Page[] = [];
    for (const key of keys) pages.push(await openRecord(demo, session, crm, 'lead', key));
    await eventually(async () => {
      const { activities } = await session.stored();
      const of = activities.filter(({ org }) => org.startsWith(crm)).flatMap(({ subject }) => subject ?? []);
      judge([...new Set(keys.flatMap(wholeOf))], [...new Set(of)]);
    }, 20_000);
    await Promise.all(pages.map((page) => page.close()));
  }
  const stored = await session.stored();
  judge([], stored.leads.map(leadSaid));
  judge([], stored.activities.map(activitySaid));
});

it('keeps twenty tabs of two CRMs and three accounts in two windows apart', async () => {
  await forget();
  const addresses = demo.story.leads.slice(0, 7).flatMap(({ key }) => {
    const hubspot = demo.urlOf('hubspot', 'lead', key);
    return [demo.urlOf('salesforce', 'lead', key), hubspot, hubspot.replace(PORTAL, '7654321')];
  });
  const open = async (url: string, i: number) => {
    const page = await session.browser.newPage(isFirefox ? {} : { type: i === 0 ? 'window' : 'tab' });
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    return page;
  };
  const pages = await Promise.all(addresses.slice(0, 20).map(open));
  for (const page of pages) {
    await page.bringToFront();
    await rest(50);
  }
  const accounts = ['hubspot:1234567', 'hubspot:7654321', 'salesforce:fourfold-demo'];
  await eventually(async () => {
    const { leads } = await session.stored();
    expect(leads).toHaveLength(20);
    expect([...new Set(leads.map(({ org }) => org))].sort()).toEqual(accounts);
  }, 40_000);
  const { leads, activities } = await session.stored();
  counts.tried += 20;
  judge([], leads.map(leadSaid));
  for (const { org, on, subject } of activities) {
    const lead = leads.find((one) => one.org === org && one.id === on.id);
    const told = demo.story.leads.find(({ name }) => name === lead?.name);
    if (subject !== undefined)
      expect(
        told?.activities.map((a) => a.subject),
        `${org} ${on.id}`,
      ).toContain(subject);
  }
  await Promise.all(pages.map((page) => page.close()));
});

// What follows is done by Chromium's protocol, or by what only its driver can do: a profile that is opened again.
describe.skipIf(isFirefox)('in Chromium', () => {
  it('keeps nothing of a private window while the user has not allowed it there', async () => {
    await forget();
    const context = await session.browser.createBrowserContext();
    const hidden = await context.newPage();
    await hidden.goto(demo.urlOf('salesforce', 'lead', 'noor'));
    await hidden.waitForNetworkIdle();
    const shown = await openRecord(demo, session, 'salesforce', 'lead', 'sean');
    const { leads, problems } = await session.stored();
    expect(leads.map(({ name }) => name)).toEqual([storyOf('sean').name]);
    expect(problems).toEqual([]);
    const tabs = await (await session.worker()).evaluate(() => chrome.storage.session.get(null));
    expect(JSON.stringify(tabs)).not.toContain('Noor');
    await context.close();
    await shown.close();
  });

  it('says that an older tab holds the history, and keeps what was read once it lets go', async () => {
    await forget();
    const tab = await hold(session);
    const page = await session.newPage(demo.urlOf('hubspot', 'lead', 'sean'));
    const popup = await session.openPopup(page);
    await told(popup, 'Another tab holds the history');
    // What the page shows later it would say anew.
    await page.waitForNetworkIdle();
    counts.tried += 1;
    await letGo(tab);
    await eventually(async () => expect((await session.stored()).leads).toHaveLength(1), 40_000);
    await popup.close();
    await page.close();
  });

  it('leaves alone what a newer version stored, and says so on every face', async () => {
    await forget();
    await storeAs(session, 990);
    const page = await session.newPage(demo.urlOf('hubspot', 'lead', 'sean'));
    const popup = await session.openPopup(page);
    await told(popup, 'A newer version of Fourfold wrote');
    counts.tried += 1;
    await popup.close();
    for (const name of ['options', 'panel'] as const) {
      const face = await session.openFace(name);
      await told(face, 'A newer version of Fourfold wrote');
      await face.close();
    }
    expect(await session.stored()).toEqual({ later: [{ key: 'kept' }] });
    await page.close();
    await eventually(async () => {
      await forget();
      expect((await session.stored()).leads).toEqual([]);
    });
  });
});

describe.skipIf(isFirefox)('a browser', () => {
  const profile = mkdtempSync(join(tmpdir(), 'fourfold-killed-'));
  let own: { demo: Demo; session: Session } | undefined;
  const start = async (crm?: Demo) => {
    own = await openDemo({ profile, limited: true, ...(crm ? { demo: crm } : {}) });
    return own;
  };
  afterAll(async () => {
    await own?.session.close();
    await own?.demo.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it('without room says so, shows the page all the same, and keeps it once there is some', async () => {
    const { demo: crm, session: full } = await start();
    const options = await full.openFace('options');
    await options.evaluate(() => chrome.runtime.sendMessage({ type: 'forget' }));
    const protocol = await options.createCDPSession();
    const origin = `chrome-extension://${EXTENSION_ID}`;
    await protocol.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    // The browser remembers for a while how much room there was.
    await eventually(
      async () => expect(await options.evaluate(tryToWrite)).toBe('QuotaExceededError'),
      30_000,
    );
    const page = await full.newPage(crm.urlOf('hubspot', 'lead', 'aarti'));
    const popup = await full.openPopup(page);
    await told(popup, 'The disk is full');
    await told(popup, '1 page was read and is not kept');
    await told(popup, storyOf('aarti').name);
    // What the page shows later it would say anew.
    await eventually(async () => {
      const [tab] = (await toldIn(full, 'tab:')) as TabState[];
      judge(wholeOf('aarti'), tab?.preview?.activities.flatMap(({ subject }) => subject ?? []) ?? []);
    }, 20_000);
    counts.tried += 1;
    expect((await full.stored()).leads).toEqual([]);
    await protocol.send('Storage.overrideQuotaForOrigin', { origin });
    await eventually(async () => expect((await full.stored()).leads).toHaveLength(1), 40_000);
    await popup.waitForFunction(() => !document.querySelector('[data-part="unkept"]'));
    for (const one of [popup, options, page]) await one.close();
  });

  it('that is killed in the middle comes back with all that it had confirmed, and with the rest once it is seen again', async () => {
    const { demo: crm, session: first } = own ?? (await start());
    const page = await openRecord(crm, first, 'hubspot', 'lead', 'sean');
    await logCall(page, 'hubspot', 'Shown');
    const before = await eventually(async () => {
      const { activities } = await first.stored();
      const shown = activities.find(({ subject }) => subject === 'Shown');
      const seen = await seenIn(first);
      expect(activities.filter(({ on }) => on.id === shown?.on.id)).toHaveLength(seen);
      return seen;
    }, 20_000);
    await logCall(page, 'hubspot', 'Confirmed');
    await eventually(async () => expect(await seenIn(first)).toBe(before + 1), 20_000);
    // Not a word that it is kept, for as long as it is not.
    await haltAt(first, 'written');
    await logCall(page, 'hubspot', 'Killed with it');
    await hasHalted(first);
    await eventually(
      async () => expect(await toldIn(first, 'unkept:')).toMatchObject([{ why: 'locked' }]),
      20_000,
    );
    expect(await seenIn(first)).toBe(before + 1);
    counts.tried += 1;
    counts.lost += 1;
    first.browser.process()?.kill('SIGKILL');
    const { session: again } = await start(crm);
    expect(await subjectsIn(again)).toContain('Confirmed');
    expect(await subjectsIn(again)).not.toContain('Killed with it');
    await again.newPage(crm.urlOf('hubspot', 'lead', 'sean'));
    await eventually(async () => expect(await subjectsIn(again)).toContain('Killed with it'), 20_000);
    const stored = await again.stored();
    judge([], stored.leads.map(leadSaid));
    judge([], stored.activities.map(activitySaid));
    counts.lost -= 1;
  });
});
