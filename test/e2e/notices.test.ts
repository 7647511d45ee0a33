import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDemo, openRecord, picture } from '../../scripts/demo.ts';
import type { Told } from '../../src/show/notices.ts';
import type { Demo } from '../crm/demo/server.ts';
import { eventually, type Session } from './browser.ts';

/* Notices of who waits, in a browser that lets us show them, by a worker that dies. */

let demo: Demo;
let session: Session;
let face: Page;
beforeAll(async () => {
  ({ demo, session } = await openDemo({ permissions: ['notifications'], timeZone: zoneAtNoon() }));
  face = await session.openFace('options');
  const settings = { week: { '0-6': [['00:00', '24:00']] } };
  await send({ type: 'settings', patch: settings });
});
afterAll(async () => {
  await session?.close();
  await demo?.stop();
});

const send = (message: object) => face.evaluate((m) => chrome.runtime.sendMessage(m), message);

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Where it is about noon now, so that what is two hours old is today's. */
function zoneAtNoon(): string {
  const ahead = 12 - new Date().getUTCHours();
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

const shown = (): Promise<string[]> =>
  face.evaluate(async () => Object.keys((await chrome.notifications.getAll()) as object));
const told = (): Promise<Told[]> =>
  face.evaluate(async () => ((await chrome.storage.local.get('told')).told ?? []) as Told[]);
const clear = () =>
  face.evaluate(async () => {
    for (const id of Object.keys((await chrome.notifications.getAll()) as object))
      await chrome.notifications.clear(id);
  });

/** Lets the clock strike, and waits until all that follows from it is done. */
async function strike(): Promise<void> {
  // A reading that was just stored sets the clock, too.
  await rest(1000);
  const asOf = () =>
    face.evaluate(async () => ((await chrome.storage.local.get('glance')).glance as { asOf: number }).asOf);
  const begun = await face.evaluate(() => Date.now());
  await face.evaluate(() => chrome.alarms.create('look', { when: Date.now(), periodInMinutes: 1 }));
  await eventually(async () => expect(await asOf()).toBeGreaterThan(begun), 15_000);
  await rest(500);
}
async function kill(): Promise<void> {
  await (await session.worker()).close();
}

it('gives none unless they are switched on, and none by a reading alone', async () => {
  for (const key of ['noor', 'olivier'] as const)
    await (await openRecord(demo, session, 'salesforce', 'lead', key)).close();
  await strike();
  expect([await shown(), await told()]).toEqual([[], []]);
  await send({ type: 'settings', patch: { notices: { on: true, early: 0.3 } } });
  await (await openRecord(demo, session, 'salesforce', 'lead', 'noor')).close();
  expect([await shown(), await told()]).toEqual([[], []]);
});

it('gives an early warning and a breach, once each, though the worker dies', async () => {
  await strike();
  const ids = await eventually(async () => {
    const all = await shown();
    expect(all).toHaveLength(2);
    return all;
  });
  expect(ids.map((id) => JSON.parse(id).name).sort()).toEqual(['Noor Haddad', "Olivier D'Aubigné"]);
  expect(JSON.parse(ids[0] ?? '').url).toMatch(/^https:\/\/fourfold-demo\.lightning\.force\.com\//);
  const before = await told();
  expect(before.map(({ early, breach }) => [!!early, !!breach]).sort()).toEqual([
    [false, true],
    [true, false],
  ]);
  await clear();
  for (let i = 0; i < 3; i++) {
    await kill();
    await strike();
    expect(await shown()).toEqual([]);
  }
  expect(await told()).toEqual(before);
});

it('a worker that dies while it gives them gives none twice', async () => {
  await face.evaluate(() => chrome.storage.local.remove('told'));
  const heard: string[] = [];
  for (const wait of [0, 5, 15, 30, 60, 120, 500]) {
    await face.evaluate(() => chrome.alarms.create('look', { when: Date.now(), periodInMinutes: 1 }));
    await rest(wait);
    await kill().catch(() => undefined);
    heard.push(...(await shown()));
    await clear();
  }
  await strike();
  heard.push(...(await shown()));
  expect(new Set(heard).size).toBe(heard.length);
  expect(heard.length).toBeLessThanOrEqual(2);
  expect(await told()).toHaveLength(2);
});

it('a snooze is asked for with its reason, and kept', async () => {
  const about = (await told())[0];
  const query = new URLSearchParams({
    org: about?.org ?? '',
    kind: 'lead',
    id: about?.id ?? '',
  });
  const { leads } = await session.stored();
  const name = leads.find(({ id }) => id === about?.id)?.name ?? 'nobody';
  const page = await session.openFace('snooze', `?${query}`);
  await page.setViewport({ width: 400, height: 420 });
  const submit = await page.waitForSelector('button[type="submit"]');
  expect(await page.$eval('h1', (el) => el.textContent)).toContain(name);
  await submit?.click();
  await page.waitForSelector('[aria-invalid="true"]');
  await page.type('textarea', 'Asked to wait until Monday');
  await page.screenshot({ path: picture('snooze') });
  await page.keyboard.press('Tab');
  // The window closes itself, maybe before the key is up.
  await page.keyboard.press('Enter').catch(() => undefined);
  await eventually(async () => {
    const kept = (await told()).find(({ id }) => id === about?.id);
    expect(kept?.reasons).toEqual([{ at: expect.any(Number), reason: 'Asked to wait until Monday' }]);
    // The calendar is always open here.
    expect((kept?.again ?? 0) - Date.now()).toBeGreaterThan(3500_000);
  });
});
