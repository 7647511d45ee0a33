import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordsOf } from '../../src/contract/history.ts';
import { kpiOf } from '../../src/metrics/kpis.ts';
import { overviewOf } from '../../src/metrics/overview.ts';
import { reportOf } from '../../src/metrics/report.ts';
import { factsOf, sceneOf } from '../../src/metrics/scene.ts';
import { eventually, launch, type Session } from './browser.ts';
import { fill, openSheet } from './fill.ts';
import { teamHistory } from './team.ts';

/* The panel in a real browser, its sums in a real worker under our policy, against the Report of the same records. */

const START = Date.now();
const history = teamHistory(START);
const records = recordsOf(history);

let session: Session;
let panel: Page;
const faults: string[] = [];
beforeAll(async () => {
  session = await launch();
  const page = await session.openFace('options');
  await page.waitForSelector('main');
  await fill(page, history);
  await page.close();
  panel = await session.openFace('panel');
  panel.on('pageerror', (error) => faults.push(String(error)));
  panel.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await panel.setViewport({ width: 400, height: 900 });
  await anew();
});
afterAll(async () => {
  await session?.close();
});

/** Loads the panel again; Firefox tells no driver when an extension's page has loaded. */
const anew = () =>
  panel.evaluate(() => {
    document.body.replaceChildren();
    location.reload();
  });

interface Shown {
  kpi: string;
  value: string;
  n: string;
  rep: string | undefined;
  text: string;
}
const shown = (): Promise<Shown[]> =>
  panel.$$eval('[data-kpi]', (els) =>
    els.map((el) => {
      const { kpi = '', value = '', n = '', rep } = (el as HTMLElement).dataset;
      return { kpi, value, n, rep, text: (el as HTMLElement).innerText };
    }),
  );
const part = (name: string) => `[data-part="${name}"]`;
const chosen = (name: string, value: string) => panel.select(`select${part(name)}`, value);

/** Runs in a page: a write that nobody can read past, until the page says that it has ended. */
async function beginWriting(): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('fourfold');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const store = db.transaction([...db.objectStoreNames], 'readwrite').objectStore('problems');
  await new Promise<void>((resolve) => {
    const goOn = () => {
      resolve();
      if ('isWritten' in globalThis) db.close();
      else store.count().onsuccess = goOn;
    };
    store.count().onsuccess = goOn;
  });
}

/** The overview that the panel must agree with: the same records, at the moment that it looked. */
async function asOfShown(): Promise<number> {
  const text = await panel.$eval(part('section-team'), (el) => (el as HTMLElement).dataset.asof ?? '');
  return Number(text);
}

async function agrees(rep: string | null): Promise<number> {
  const asOf = await asOfShown();
  const period: [number, number] = [asOf - 90 * 864e5, asOf];
  const report = reportOf(records, history.settings, { asOf, period, rep });
  const facts = factsOf(records, history.settings, asOf);
  const figures = await shown();
  for (const { kpi, value, n, rep: whose, text } of figures) {
    const own = whose === undefined ? report.kpis[kpi] : kpiOf(kpi, sceneOf(facts, period, whose));
    expect([kpi, whose, value, n]).toEqual([kpi, whose, String(own?.value), String(own?.n)]);
    expect(text === '—', `${kpi} is shown as ${text}`).toBe(own?.value === null);
  }
  return figures.length;
}

describe('the panel', () => {
  it('works out the figures in its worker, and shows what the Report has', async () => {
    await panel.waitForSelector(part('section-team'), { timeout: 20_000 });
    expect(await agrees(null)).toBe(5);
    expect(faults).toEqual([]);
  });

  it('lists the exceptions in the order of money, each with its amount', async () => {
    const asOf = await asOfShown();
    const wish = { rep: null, period: 'days-90', picks: [], grid: false } as const;
    const { exceptions } = overviewOf(records, history.settings, wish, asOf);
    await panel.$eval(part('exceptions-all'), (el) => (el as HTMLElement).click());
    const rows = await panel.$$eval('[data-exception]', (els) =>
      els.map((el) => [el.getAttribute('data-exception'), el.getAttribute('data-amount')]),
    );
    expect(rows.length).toBeGreaterThan(10);
    expect(rows).toEqual(
      exceptions.open.map(({ key, amount }) => [key, amount === null ? null : String(amount)]),
    );
  });

  it('sets people side by side when that is asked for, and remembers it', async () => {
    await panel.$eval(`${part('section-people')} summary`, (el) => (el as HTMLElement).click());
    await panel.waitForSelector(part('people-switch'));
    expect(await panel.$('.people-grid')).toBeNull();
    await panel.$eval(part('people-switch'), (el) => (el as HTMLElement).click());
    await panel.waitForSelector('.people-grid', { timeout: 20_000 });
    expect(await agrees(null)).toBe(5 + 7 * 5);
    await anew();
    await panel.waitForSelector('.people-grid', { timeout: 20_000 });
  });

  it('follows a choice of person: figures, peer band and the sheet', async () => {
    await chosen('rep', 'Chiara Rossi');
    await panel.$eval(`${part('section-sheet')} summary`, (el) => (el as HTMLElement).click());
    await panel.waitForSelector(part('sheet'), { timeout: 20_000 });
    expect(await agrees('Chiara Rossi')).toBeGreaterThan(10);
    expect(await panel.$eval(part('sheet'), (el) => (el as HTMLElement).innerText)).toContain('Chiara Rossi');
    await chosen('rep', '');
    await eventually(async () => expect(await panel.$(part('sheet'))).toBeNull(), 20_000);
  });

  it('shows what was changed meanwhile, without being opened again', async () => {
    const before = (await shown()).find(({ kpi }) => kpi === 'win-rate')?.text;
    const aside = { 'win-rate': 0.99 };
    await panel.evaluate(
      (target) => chrome.runtime.sendMessage({ type: 'settings', patch: { target } }),
      aside,
    );
    await eventually(
      async () =>
        expect(await panel.$eval(part('section-team'), (el) => (el as HTMLElement).innerText)).toContain(
          '99%',
        ),
      20_000,
    );
    expect((await shown()).find(({ kpi }) => kpi === 'win-rate')?.text).toBe(before);
    await panel.evaluate(
      (target) => chrome.runtime.sendMessage({ type: 'settings', patch: { target } }),
      history.settings.target,
    );
  });

  it('shows the figures of the last time as such until the new ones are worked out', async () => {
    const kept = async () => (await chrome.storage.session.get('figures')).figures !== undefined;
    // What was begun before the settings were changed back is not kept.
    await anew();
    await eventually(async () => expect(await panel.evaluate(kept)).toBe(true), 20_000);
    const writer = await session.openFace('options');
    await writer.evaluate(beginWriting);
    // Nothing is worked out for a panel that nobody sees.
    await panel.bringToFront();
    await anew();
    await panel.waitForSelector(part('figures-old'), { timeout: 20_000 });
    const before = await asOfShown();
    expect(await panel.$eval(part('figures-old'), (el) => el.textContent)).toMatch(/^As of \d+:\d\d/);
    expect(await agrees(null)).toBeGreaterThan(4);
    await writer.evaluate(() => Object.assign(globalThis, { isWritten: true }));
    await eventually(async () => expect(await panel.$(part('figures-old'))).toBeNull(), 20_000);
    expect(await asOfShown()).toBeGreaterThan(before);
    expect(await agrees(null)).toBeGreaterThan(4);
    await writer.close();
  });

  it('is as wide as it is, and nothing is cut off', async () => {
    // Firefox's sidebar may be as narrow as the first.
    for (const width of [210, 240, 320, 400, 500]) {
      await panel.setViewport({ width, height: 900 });
      expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    expect(faults).toEqual([]);
  });
});

it('the sheet has a page of its own, which prints what it says and no buttons', async () => {
  const page = await openSheet(session, 'Ana Pop');
  await page.waitForSelector(part('sheet'), { timeout: 20_000 });
  expect(await page.$eval(part('sheet'), (el) => (el as HTMLElement).innerText)).toContain('Ana Pop');
  // Twice the size on a page of 720 pixels.
  await page.setViewport({ width: 360, height: 900 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await session.show(page, 'print');
  expect(await page.$eval(part('print'), (el) => getComputedStyle(el).display)).toBe('none');
  await page.close();
});

it('the real side panel works out the same', async () => {
  const page = await session.openFace('options');
  const side = await session.openPanel(page);
  await side.waitForSelector(part('section-team'), { timeout: 20_000 });
  const winRate = (face: Page) =>
    face.$eval(`${part('section-team')} [data-kpi="win-rate"]`, (el) => el.getAttribute('data-value'));
  expect(await winRate(side)).toBe(await winRate(panel));
  const width = await side.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(width[0]).toBeLessThanOrEqual(width[1] ?? 0);
  await side.close();
  await page.close();
});
