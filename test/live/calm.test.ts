import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOdoo, stopOdoo, truth } from '../crm/odoo/odoo.ts';
import { eventually, type Session } from '../e2e/browser.ts';
import { atRest, heardOf, type Seen, stateOf, stopClock } from '../e2e/calm/compare.ts';
import { oursIn } from '../e2e/calm/trace.ts';
import { tally } from '../tally.ts';
import { OLDER, openOdoo, PATIENCE } from './open.ts';

/* A walk through a real Odoo comes to the same with and without the extension, which reads each page of it. */

const odoo = startOdoo();
if ('skipped' in odoo) console.warn(odoo.skipped);
const { url } = 'url' in odoo ? odoo : { url: '' };
/** Its chatter has to be asked for more. */
const RECORD = 'Framework contract';
/** Longest (ms) that a script of ours may hold a page up, and the share of an idle page's time that is ours. */
const LONGEST = 50;
const IDLE = 0.01;
/** Where the clock of both walks stands still. */
const START = Date.now();

/** A stop on the way: how to get there from the one before, and what is kept once it was read. */
interface Stop {
  name: string;
  go(page: Page): Promise<unknown>;
  isKept(session: Session): Promise<unknown>;
}

const click = async (page: Page, selector: string): Promise<void> =>
  (await page.waitForSelector(selector))?.evaluate((el) => (el as HTMLElement).click());
const pageKept = (part: string) => async (session: Session) =>
  expect((await session.stored()).sightings).toContainEqual(
    expect.objectContaining({
      page: expect.stringContaining(part),
      coverage: expect.objectContaining({ filter: null }),
    }),
  );

const stops: Stop[] = [
  {
    name: 'board',
    go: async (page) => {
      await page.goto(`${url}/odoo/crm`);
      await page.waitForSelector('.o_kanban_record');
      await click(page, '.o_facet_remove');
    },
    isKept: pageKept('board/odoo/crm'),
  },
  {
    name: 'list',
    go: (page) => click(page, '.o_switch_view.o_list'),
    isKept: pageKept('list/odoo/crm'),
  },
  {
    name: 'record',
    go: async (page) => {
      await page.waitForSelector('.o_data_row');
      await page.$$eval(
        '.o_data_row td[name=name]',
        (all, name) => (all as HTMLElement[]).find((cell) => cell.innerText === name)?.click(),
        RECORD,
      );
      await page.waitForSelector(OLDER);
    },
    isKept: async (session) => expect((await notes(session)).length).toBeGreaterThan(10),
  },
  {
    name: 'older messages of its chatter',
    go: (page) => click(page, OLDER),
    isKept: async (session) => expect(await notes(session)).toContain(long?.createdAt),
  },
];
const long = 'url' in odoo ? truth().records.find(({ name }) => name === RECORD) : undefined;
const notes = async (session: Session) =>
  (await session.stored()).activities.filter(({ on }) => on.id === String(long?.id)).map(({ at }) => at);

interface Walk extends Omit<Seen, 'dom'> {
  doms: Record<string, string[]>;
}

/** What Odoo itself draws anew each time: tokens of a session, numbers of what it made since the page was loaded. */
const ownNoise = (text: string): string =>
  text
    .replace(/(csrf_token: \\?")[^"\\]*/g, '$1')
    .replace(/datapoint_\d+/g, 'datapoint')
    .replace(/(last_notification_id\\?":\\?")\d+/g, '$1');
/** Our own chip is one empty element, behind the body of a record's page. */
const CHIP = /<div><\/div>(?=<\/html>$)/;

/** Its own line to the server is kept by a worker, and opened anew whenever it likes. */
const ownLine = (text: string): boolean => /\/(?:bus|websocket|longpolling)\b/.test(text);
/** Without what the address asks for, which names the second of a change. */
const asked = (requests: string[]): string[] =>
  requests.map((request) => request.replace(/[?#].*/, '')).filter((request) => !ownLine(request));

/** Nothing is asked for any more, and nothing changes. Some request of Odoo's is never answered. */
const settled = (page: Page, heard: ReturnType<typeof heardOf>): Promise<string> =>
  eventually(async () => {
    const before = heard().requests.length;
    const dom = await atRest(page, PATIENCE);
    if (heard().requests.length > before) throw new Error('the page still asks');
    return dom;
  }, PATIENCE);

async function walk(page: Page, isRead: (stop: Stop) => Promise<unknown>): Promise<Walk> {
  // What the first page still asks for is not of the walk.
  await settled(page, heardOf(page));
  const heard = heardOf(page);
  await page.evaluateOnNewDocument(stopClock, START);
  const doms: Record<string, string[]> = {};
  for (const stop of stops) {
    await stop.go(page);
    await isRead(stop);
    doms[stop.name] = ownNoise(await settled(page, heard))
      .replace(CHIP, '')
      .split(/(?=<)/);
  }
  const { requests, console: lines } = heard();
  return { doms, state: ownNoise(await page.evaluate(stateOf)), requests: asked(requests), console: lines };
}

describe.skipIf('skipped' in odoo)('a real Odoo', () => {
  let session: Session;
  let page: Page;
  let [without, beside]: Walk[] = [];
  let ours: number[] = [];
  const counts = { tried: 0, wrong: 0 };
  beforeAll(async () => {
    ({ session, page } = await openOdoo(url, 'priya', { host: 'elsewhere.example' }));
    without = await walk(page, async () => undefined);
    expect((await session.stored()).sightings).toEqual([]);
    await session.close();
    ({ session, page } = await openOdoo(url, 'priya'));
    const traced = await oursIn(page, async () => {
      beside = await walk(page, ({ isKept }) => eventually(() => isKept(session), PATIENCE));
    });
    ours = traced.stretches;
  });
  afterAll(async () => {
    tally('calm-odoo', {
      what: 'stops of a walk through a real Odoo, with and without the extension',
      ...counts,
    });
    await session?.close();
    if ('url' in odoo) stopOdoo();
  });

  it.each(stops.map(({ name }) => name))('%s: the elements are the same', (name) => {
    counts.tried++;
    counts.wrong++;
    expect(without?.doms[name]?.length).toBeGreaterThan(500);
    expect(beside?.doms[name]).toEqual(without?.doms[name]);
    counts.wrong--;
  });

  it('asks the server for the same', () => {
    expect(without?.requests.length).toBeGreaterThan(20);
    expect(beside?.requests).toEqual(without?.requests);
  });

  it('has the same in its console, and leaves the same behind', () => {
    expect(beside?.console).toEqual(without?.console);
    expect(JSON.parse(beside?.state ?? '')).toEqual(JSON.parse(without?.state ?? ''));
  });

  it('is never held up', () => {
    expect(
      ours.reduce((a, b) => a + b, 0),
      'it was at work',
    ).toBeGreaterThan(5);
    expect(Math.max(...ours)).toBeLessThan(LONGEST);
  });

  it('at rest next to nothing is ours', async () => {
    const { stretches, length } = await oursIn(
      page,
      () => new Promise((resolve) => setTimeout(resolve, 4000)),
    );
    expect(stretches.length, 'it still looks').toBeGreaterThan(0);
    expect(stretches.reduce((a, b) => a + b, 0) / length).toBeLessThan(IDLE);
  });
});
