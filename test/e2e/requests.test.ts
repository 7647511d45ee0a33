import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDemo, openRecord } from '../../scripts/demo.ts';
import type { Demo } from '../crm/demo/server.ts';
import { tally } from '../tally.ts';
import { isFirefox, type Session } from './browser.ts';
import { EXTENSION_ID } from './chromium.ts';

/*
 * Chromium writes a log of its whole network, whoever asks: pages, their frames, the extension's pages and its worker;
 * Firefox asks a proxy for every host, and the CRM itself knows what it was asked for. All faces are used in earnest;
 * nothing was asked for then but the CRM's own pages.
 */

/** One that the browser reaches, and one that it does not. */
const ELSEWHERE = ['https://app.hubspot.com/fourfold-canary', 'https://fourfold-canary.example/any'];

const folder = mkdtempSync(join(tmpdir(), 'fourfold-requests-'));
const log = join(folder, 'net.json');
let demo: Demo;
let session: Session;
let crm: Page;
beforeAll(async () => {
  ({ demo, session } = await openDemo({ args: [`--log-net-log=${log}`] }));
  crm = await openRecord(demo, session, 'hubspot', 'lead', 'sean');
});
afterAll(async () => {
  await session?.close();
  await demo?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const click = async (page: Page, selector: string): Promise<void> =>
  (await page.waitForSelector(selector, { timeout: 20_000 }))?.evaluate((el) => (el as HTMLElement).click());

/** Runs in a face or in the worker. Whether it can make a request to the CRM, which the browser may reach. */
async function canConnect([url = '', other = '']: string[]): Promise<boolean> {
  // Says nothing itself of what became of it; the log does.
  fetch(other).catch(() => undefined);
  if (typeof document === 'object') {
    navigator.sendBeacon(`${url}/beacon`);
    for (const [name, attribute] of Object.entries({
      img: 'src',
      script: 'src',
      iframe: 'src',
      link: 'href',
    })) {
      const el = Object.assign(document.createElement(name), { rel: 'stylesheet' });
      el.setAttribute(attribute, `${url}/${name}`);
      document.head.append(el);
    }
  }
  return fetch(url).then(
    () => true,
    () => false,
  );
}

it('the popup, a full read and a sample', async () => {
  const popup = await session.openPopup(crm);
  await click(popup, '[data-part="gaps"]');
  await click(popup, '[data-part="whole"]');
  await popup.waitForSelector('[data-part="whole-progress"]');
  await popup.waitForSelector('[data-part="whole"]', { timeout: 30_000 });
  await click(popup, '[data-part="sample"]');
  expect(await popup.evaluate(canConnect, ELSEWHERE)).toBe(false);
  await popup.close();
});

it('the panel, everything unfolded', async () => {
  const panel = await session.openPanel(crm);
  await panel.waitForSelector('[data-part="section-plan"]', { timeout: 30_000 });
  for (let i = 0; i < 2; i++)
    await panel.$$eval('details', (all) => {
      for (const one of all) one.open = true;
    });
  expect(await panel.evaluate(canConnect, ELSEWHERE)).toBe(false);
});

it.each(['options', 'welcome', 'snooze'] as const)('%s', async (name) => {
  const page = await session.openFace(name);
  await page.waitForSelector('main');
  for (const section of await page.$$eval('nav a[href^="#"]', (all) =>
    all.map((a) => a.getAttribute('href')),
  )) {
    await page.evaluate((hash) => {
      location.hash = hash ?? '';
    }, section);
    await page.waitForSelector(`main[data-section="${section?.slice(1)}"] .card`);
  }
  if (name === 'options')
    await click(page, 'nav a[href="#privacy"]').then(() => click(page, '[data-part="export"]'));
  expect(await page.evaluate(canConnect, ELSEWHERE)).toBe(false);
  await page.close();
});

interface Request {
  url: string;
  /** Origin of who asked; nobody's where it was the user, by the address bar, or the browser itself. */
  by: string;
}

function requestsIn(log: string): Request[] {
  const { constants, events } = JSON.parse(log) as {
    constants: { logEventTypes: Record<string, number> };
    events: { type: number; params?: { url?: string; initiator?: string } }[];
  };
  const start = constants.logEventTypes.URL_REQUEST_START_JOB;
  return events.flatMap(({ type, params: { url = '', initiator = '' } = {} }) =>
    type === start && /^(?:https?|wss?|ftp):/.test(url) ? [{ url, by: initiator }] : [],
  );
}

const isOfExtension = (by: string): boolean => by.includes(EXTENSION_ID);
/** What Firefox asks its makers for by itself. */
const isOfMozilla = (host: string): boolean => /(?:^|\.)(?:mozilla|firefox)\.(?:com|net|org)$|^%/.test(host);
/** What Chromium asks Google for by itself: whether one is signed in, what forms are for, whether a file is known. */
const isOfBrowser = (by: string, url: string): boolean =>
  by === 'not an origin' && /\.(?:google|googleapis|gvt1)\.com$/.test(new URL(url).hostname);

it('nothing was asked for but pages of the CRM, and nobody of ours asked', async () => {
  expect(await (await session.worker()).evaluate(canConnect, ELSEWHERE)).toBe(false);
  // Proves that a request would be heard of.
  const own = `${new URL(crm.url()).origin}/demo/probe.css`;
  await crm.evaluate((url) => fetch(url).then(() => true), own);
  await session.close();
  const asked = isFirefox
    ? demo.asked.map((url) => ({ url, by: '' }))
    : requestsIn(readFileSync(log, 'utf8'));
  expect(asked.some(({ url }) => url === own)).toBe(true);
  const hosts = demo.hosts.filter((host) => !host.endsWith('.example'));
  const others = [
    ...asked.filter(
      ({ url, by }) => isOfExtension(by) || (!isOfBrowser(by, url) && !hosts.includes(new URL(url).hostname)),
    ),
    ...[...(session.asked ?? [])].filter((host) => !hosts.includes(host) && !isOfMozilla(host)),
  ];
  tally(isFirefox ? 'requests-firefox' : 'requests', {
    what: `network requests while all faces are used and a record is read whole${isFirefox ? ', in Firefox' : ''}`,
    tried: new Set([...asked.map(({ url }) => url), ...(session.asked ?? [])]).size,
    leaked: others.length,
  });
  expect(others).toEqual([]);
  expect(demo.asked).toContain(own);
  expect([...demo.asked, ...asked.map(({ url }) => url)].filter((url) => /canary/.test(url))).toEqual([]);
});
