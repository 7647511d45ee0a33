import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { History } from '../../src/contract/history.ts';
import { noRecords } from '../../src/contract/records.ts';
import { DIRECTIONS, FORMULAS, hostileText, MARKUP, NATIVE, seed } from '../contract/hostile.ts';
import { tally } from '../tally.ts';
import { eventually, launch, type Session } from './browser.ts';
import { optionsAt } from './options-page.ts';

/*
 * Records whose every text is hostile are taken in by the import and shown by every face: as text, in its own
 * direction, and no wider than the face.
 *
 *   FOURFOLD_HOSTILE=42 npx vitest run --project e2e test/e2e/hostile.test.ts   (another seed)
 */

const HOUR = 3_600_000;
const TWO_WAYS = ['עדה לב 12 (abc)', 'شركة النور GmbH 3', 'العميل: Ada <b>', 'abc עברית'];
const TEXTS = [
  ...[...MARKUP, ...NATIVE, ...FORMULAS, ...DIRECTIONS, ...TWO_WAYS],
  ...fc.sample(hostileText, { seed, numRuns: 60 }),
].map((text) => text.slice(0, 1000));
let used = 0;
const text = (i: number): string => {
  used++;
  return TEXTS[i % TEXTS.length] ?? '';
};

function hostileHistory(now: number): History {
  const n = TEXTS.length;
  // Never empty, for an id may not be.
  const id = (i: number) => `${i}${text(i)}`.slice(0, 1000);
  const org = (i: number) => ['hubspot:7', '__proto__', 'constructor'][i % 3] ?? '';
  const leads = Array.from({ length: n }, (_, i) => ({
    ...{
      org: org(i),
      id: id(i),
      url: i % 2 ? 'javascript:globalThis.hostile=1' : 'https://app.hubspot.com/x',
    },
    ...{ name: text(i), company: text(i + 1), owner: text(i + 2), source: text(i + 3), place: text(i + 4) },
    ...{ status: text(i + 5), outcome: 'open' as const, createdAt: now - (i + 1) * HOUR },
  }));
  const deals = Array.from({ length: n }, (_, i) => ({
    ...{
      org: org(i),
      id: id(i),
      name: text(i + 6),
      company: text(i + 7),
      owner: text(i + 2),
      source: text(i + 8),
    },
    ...{
      stage: text(i + 9),
      pipeline: text(i % 3),
      nextStep: text(i + 10),
      competitor: text(i % 5),
      lostReason: text(i % 4),
    },
    ...{ amount: 1000 * i, currency: 'EUR', createdAt: now - (i + 50) * HOUR },
    ...(i % 3
      ? { outcome: 'open' as const }
      : { outcome: i % 2 ? ('won' as const) : ('lost' as const), closedAt: now - i * HOUR }),
  }));
  const activities = leads.map(({ org, id: on, owner }, i) => ({
    ...{
      org,
      id: id(i),
      on: { kind: i % 2 ? ('lead' as const) : ('deal' as const), id: on },
      kind: 'call' as const,
    },
    ...{
      direction: 'out' as const,
      state: 'done' as const,
      at: now - i * HOUR - 60_000,
      by: owner,
      subject: text(i + 3),
    },
  }));
  const stageChanges = deals.map(({ org, id: deal, stage }, i) => ({
    ...{ org, id: id(i), deal, from: text(i + 1), to: stage, at: now - (i + 20) * HOUR },
  }));
  const settings = { timeZone: 'UTC', currency: 'EUR', goal: { revenue: 90_000, months: 3 } };
  return {
    ...noRecords(),
    format: 'fourfold-history',
    version: 1,
    leads,
    deals,
    activities,
    stageChanges,
    settings,
  };
}

const folder = mkdtempSync(join(tmpdir(), 'fourfold-hostile-'));
const wrong: string[] = [];
let session: Session;
beforeAll(async () => {
  session = await launch();
});
afterAll(async () => {
  tally('hostile-faces', { what: 'hostile texts shown by the faces', tried: used, wrong: wrong.length });
  await session?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Whatever a page asks the user, or complains of, is wrong. */
function watched(page: Page): Page {
  page.on('dialog', (dialog) => {
    wrong.push(`a dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => undefined);
  });
  page.on('pageerror', (error) => wrong.push(`an error: ${error}`));
  return page;
}

/** Runs in a face: what became of hostile texts that should not. */
function faultsIn(): string[] {
  const all = [...document.querySelectorAll('*')];
  const found = all
    .filter((el) => el.hasAttribute('data-hostile'))
    .map((el) => `an element: ${el.outerHTML.slice(0, 80)}`);
  const handlers = all.flatMap((el) => el.getAttributeNames().filter((name) => name.startsWith('on')));
  const links = all.filter((el) => /^\s*javascript:/i.test(el.getAttribute('href') ?? ''));
  if ('hostile' in globalThis) found.push('a script ran');
  if (handlers.length + links.length > 0) found.push(`handlers and links: ${handlers} ${links.length}`);
  const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (over > 1) {
    const wide = all.find(
      (el) => el.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
    );
    found.push(`${over} px too wide: ${wide?.outerHTML.slice(0, 200)}`);
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const shown = node.textContent ?? '';
    const own = node.parentElement;
    if (
      !/[\u0590-\u08ff]/.test(shown) ||
      /\u2068/.test(shown) ||
      own?.closest('option, script, style, title')
    )
      continue;
    let at = own;
    while (at && !/isolate|plaintext/.test(getComputedStyle(at).unicodeBidi)) at = at.parentElement;
    // What isolates may be the element of the text, or a block in which nothing else stands.
    if (at?.textContent?.trim() !== shown.trim())
      found.push(`not apart from what is around it: ${shown} in ${at?.outerHTML.slice(0, 200)}`);
  }
  return found;
}

async function expectHarmless(page: Page, where: string): Promise<void> {
  const faults = (await page.evaluate(faultsIn)).map((fault) => `${where}: ${fault}`);
  wrong.push(...faults);
  expect(faults).toEqual([]);
}

const click = (page: Page, selector: string) => page.$eval(selector, (el) => (el as HTMLElement).click());

it('are taken in without what changes the direction or the shape of a text', async () => {
  const page = watched(await optionsAt(session, 'import'));
  const file = join(folder, 'hostile.json');
  writeFileSync(file, JSON.stringify(hostileHistory(Date.now())));
  await ((await page.waitForSelector('#import-files')) as ElementHandle<HTMLInputElement>).uploadFile(file);
  await page.waitForSelector('[data-part="import"]:is([data-is="read"], [data-is="wrong"])', {
    timeout: 30_000,
  });
  expect(await page.$eval('[data-part="import"]', (el) => (el as HTMLElement).innerText)).toContain('record');
  await click(page, '[data-part="import-take"]');
  await page.waitForSelector('[data-part="import"][data-is="kept"]', { timeout: 30_000 });
  const stored = await session.stored();
  expect(stored.leads).toHaveLength(TEXTS.length);
  const { leads, deals, activities, stageChanges } = stored;
  const texts = [leads, deals, activities, stageChanges]
    .flat()
    .flatMap((row) =>
      Object.entries(row).flatMap(([key, value]) =>
        typeof value === 'string' && key !== 'url' ? [value] : [],
      ),
    );
  expect(
    texts.filter((one) => /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(one)),
  ).toEqual([]);
  expect(leads.map(({ name }) => name)).toEqual(expect.arrayContaining(MARKUP.slice(0, 5)));
  expect(leads.map(({ owner }) => owner)).toEqual(expect.arrayContaining(NATIVE));
  await page.close();
}, 120_000);

describe('are text, in its own direction, on', () => {
  it('the popup', async () => {
    const page = watched(await session.openFace('popup'));
    await page.setViewport({ width: 360, height: 600 });
    await page.waitForSelector('[data-part="waiting"], [data-part="who"], .waiting', { timeout: 30_000 });
    await eventually(async () =>
      expect(await page.$eval('body', (el) => (el as HTMLElement).innerText)).toMatch(/\S{5}/),
    );
    await expectHarmless(page, 'popup');
    await page.close();
  }, 120_000);

  it('the panel, everything unfolded', async () => {
    const page = watched(await session.openFace('panel'));
    await page.setViewport({ width: 420, height: 900 });
    await page.waitForSelector('[data-part="section-plan"]', { timeout: 60_000 });
    for (let i = 0; i < 2; i++) {
      await page.$$eval('details', (all) => {
        for (const one of all) one.open = true;
      });
      await page.waitForSelector('[data-part="section-figures"] [data-kpi]', { timeout: 60_000 });
    }
    expect(await page.$eval('body', (el) => (el as HTMLElement).innerText)).toContain('data-hostile');
    await expectHarmless(page, 'panel');
    await page.close();
  }, 120_000);

  it('the options, section by section', async () => {
    const page = watched(await optionsAt(session, 'you'));
    const sections = await page.$$eval('nav a[href^="#"]', (all) =>
      all.map((a) => a.getAttribute('href') ?? ''),
    );
    for (const section of sections) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, section);
      await page.waitForSelector(`main[data-section="${section.slice(1)}"] .card`);
      await expectHarmless(page, `options ${section}`);
    }
    await page.close();
  }, 120_000);

  it('the window of a notice, whatever its address asks for', async () => {
    for (const value of ['__proto__', MARKUP[0] ?? '']) {
      const query = `?${new URLSearchParams({ org: value, id: value, kind: value, name: value })}`;
      const page = watched(await session.openFace('snooze', query));
      await page.waitForSelector('main');
      await expectHarmless(page, 'snooze');
      await page.close();
    }
  }, 120_000);

  it('and nothing asked, broke or ran', () => {
    expect(wrong).toEqual([]);
  });
});
