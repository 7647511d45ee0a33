import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDemo } from '../../scripts/demo.ts';
import type { Demo } from '../crm/demo/server.ts';
import type { Crm, StoryDeal, StoryLead } from '../crm/demo/story.ts';
import type { Session } from '../e2e/browser.ts';
import { randomly } from '../e2e/property/random.ts';
import { tally } from '../tally.ts';

/*
 * A day's work in one tab: from record to record of a single-page application, some left before they have come. Nothing
 * stays behind, neither memory nor listeners nor nodes, and nothing of one record is kept under another.
 *
 *   FOURFOLD_SOAK_SEED=7 npm run test:soak     (the same ways again; each run prints its seed)
 */

const NAVIGATIONS = process.env.FOURFOLD_SOAK === 'short' ? 40 : 2000;
const SEED = Number(process.env.FOURFOLD_SOAK_SEED ?? Date.now() % 100_000);
/** After so many everything has been made that is made once. */
const SETTLED = 20;
/** How much more may be held at the end: bytes of memory, and of listeners and nodes what a late timer may add. */
const MORE = { JSHeapUsedSize: 1_000_000, JSEventListeners: 10, Nodes: 200 };

let demo: Demo;
let session: Session;
beforeAll(async () => {
  console.log(`FOURFOLD_SOAK_SEED=${SEED}`);
  ({ demo, session } = await openDemo());
});
afterAll(async () => {
  await session?.close();
  await demo?.stop();
});

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The page's own router takes it from there; the address is never loaded. */
async function go(page: Page, url: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, url);
}

/** What the page's process holds once all garbage is gone. */
async function held(cdp: CDPSession): Promise<Record<keyof typeof MORE, number>> {
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((m) => m.name === name)?.value ?? Number.NaN;
  return {
    JSHeapUsedSize: of('JSHeapUsedSize'),
    JSEventListeners: of('JSEventListeners'),
    Nodes: of('Nodes'),
  };
}

/** The records that were kept, and those under which something is kept that happened on another. */
async function keptOf(crm: Crm): Promise<{ kept: string[]; wrong: string[] }> {
  const { leads, deals, activities } = await session.stored();
  const told: (StoryLead | StoryDeal)[] = [...demo.story.leads, ...demo.story.deals];
  const records = [...leads, ...deals].filter(({ org }) => org.startsWith(crm));
  const wrong = records.flatMap(({ org, id, name }) => {
    const own = told.find((r) => r.ids[crm].startsWith(id));
    const known = new Set(own?.activities.map((a) => a.subject));
    const under = activities.filter((a) => a.org === org && a.on.id === id && a.kind !== 'system');
    const foreign = under.flatMap((a) => (a.subject && !known.has(a.subject) ? a.subject : []));
    return own?.name === name && foreign.length === 0 ? [] : [`${name}: ${foreign}`];
  });
  return { kept: records.map(({ id }) => id), wrong };
}

it.each(['hubspot', 'salesforce'] as const)('%s: nothing grows and nothing is mixed up', async (crm) => {
  const way = randomly(SEED);
  const keys = [
    ...demo.story.leads.slice(0, 8).map(({ key }) => ['lead', key] as const),
    ...demo.story.deals.slice(0, 4).map(({ key }) => ['deal', key] as const),
  ];
  const urls = keys.map(([kind, key]) => demo.urlOf(crm, kind, key));
  const home = urls[0] ?? '';
  const page = await session.newPage(home);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  const cdp = await page.createCDPSession();
  await cdp.send('Performance.enable');

  /** Always of the same record, with all that was put off done. */
  const heldAtHome = async () => {
    await go(page, home);
    await rest(6000);
    return held(cdp);
  };
  const wander = async (times: number) => {
    for (let i = 0; i < times; i++) {
      await go(page, urls[way(urls.length)] ?? home);
      // A few are left at once, some while they come, and most are looked at.
      await rest([50, 400, 1100, 1300][way(4)] ?? 0);
    }
  };
  await wander(SETTLED);
  const before = await heldAtHome();
  await wander(NAVIGATIONS - SETTLED);
  let after = await heldAtHome();
  const grown = () =>
    (Object.keys(MORE) as (keyof typeof MORE)[]).filter((name) => after[name] - before[name] >= MORE[name]);
  // What a late timer holds is gone a little later; what has leaked is not.
  for (let i = 0; i < 3 && grown().length > 0; i++) after = await heldAtHome();
  const { kept, wrong } = await keptOf(crm);
  tally(`soak-calm-${crm}`, {
    what: `navigations between records of a ${crm} page`,
    tried: NAVIGATIONS,
    wrong: wrong.length,
    lost: errors.length,
  });
  console.log(crm, NAVIGATIONS, before, after);
  expect(wrong).toEqual([]);
  expect(kept.length).toBeGreaterThan(keys.length / 2);
  expect(errors).toEqual([]);
  expect(grown()).toEqual([]);
  await page.close();
});
