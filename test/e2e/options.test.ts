import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseHistory } from '../../src/contract/history.ts';
import type { Settings } from '../../src/contract/settings.ts';
import { eventually, isFirefox, launch, type Session } from './browser.ts';
import { choose, faultAt, goTo, halfAYear, optionsAt, saved, settingsIn, typeIn } from './options-page.ts';

/* The options page in a real browser: what is typed is what is stored, and what is wrong is told and not stored. */

let session: Session;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fourfold-options-'));
  session = await launch();
});
afterAll(async () => {
  await session?.close();
  rmSync(folder, { recursive: true, force: true });
});

let page: Page;
const fileOf = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const tell = (message: unknown) => page.evaluate((m) => chrome.runtime.sendMessage(m), message);
const text = (selector: string) => page.$eval(selector, (el) => (el as HTMLElement).innerText);
const click = (selector: string) => page.$eval(selector, (el) => (el as HTMLElement).click());

/** Hands files to the import and waits until they are understood. */
async function read(...paths: string[]): Promise<void> {
  const input = (await page.waitForSelector('#import-files')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(...paths);
  await page.waitForSelector('[data-part="import"][data-is="read"]');
}
async function take(): Promise<void> {
  await click('[data-part="import-take"]');
  await page.waitForSelector('[data-part="import"][data-is="kept"]');
}
async function fill(): Promise<void> {
  await goTo(page, 'import');
  await read(fileOf('half-a-year.json', JSON.stringify(halfAYear(Date.now()))));
  await take();
}

beforeEach(async () => {
  page ??= await optionsAt(session, 'you');
  await tell({ type: 'forget' });
  if (isFirefox) {
    // Its driver loses what is typed into a page that was opened a second time in the same tab.
    const last = page;
    page = await optionsAt(session, 'you');
    return last.close();
  }
  const home = page.url().replace(/#.*/, '');
  await page.goto('about:blank');
  await page.goto(`${home}#you`);
  await page.waitForSelector('main .card');
});

/** What a button of the page gives the user as a file. */
async function fileSavedBy(button: string): Promise<string> {
  await page.evaluate(() => {
    const made = URL.createObjectURL;
    URL.createObjectURL = (blob: Blob) => {
      Object.assign(globalThis, { kept: blob.text() });
      return made(blob);
    };
    HTMLAnchorElement.prototype.click = () => undefined;
  });
  await click(`[data-part="${button}"]`);
  return eventually(async () => {
    const kept = await page.evaluate(() => (globalThis as unknown as { kept?: Promise<string> }).kept);
    expect(kept).toBeTruthy();
    return kept ?? '';
  });
}

describe('what is typed is stored, in the unit that it is typed in', () => {
  it.each<[section: string, name: string, text: string, settings: Settings]>([
    ['you', 'me', 'Ana Pop', { me: { names: ['Ana Pop'] } }],
    ['you', 'team', 'Ioan Marin', { team: { names: ['Ioan Marin'] } }],
    ['hours', 'zone', 'Asia/Tokyo', { timeZone: 'Asia/Tokyo' }],
    ['hours', 'holidays', '2026-12-25', { holidays: ['2026-12-25'] }],
    [
      'targets',
      'target-lead-response-time',
      '1 h 30 min',
      { target: { 'lead-response-time': { value: 5400 } } },
    ],
    [
      'targets',
      'target-lead-response-time-p90',
      '90',
      { target: { 'lead-response-time-p90': { value: 5400 } } },
    ],
    ['targets', 'target-win-rate', '32.5 %', { target: { 'win-rate': { value: 0.325 } } }],
    ['targets', 'target-total-sales', '1,250,000', { target: { 'total-sales': { value: 1_250_000 } } }],
    ['targets', 'target-sales-cycle-length', '45', { target: { 'sales-cycle-length': { value: 45 } } }],
    ['money', 'currency', 'eur', { currency: 'EUR' }],
    ['money', 'goal-revenue', '500000', { goal: { revenue: 500_000, months: 12 } }],
    ['coaching', 'threshold-closingRatio', '60', { thresholds: { closingRatio: 0.6 } }],
    [
      'coaching',
      'rubric-promptness-A',
      '10 min',
      { rubric: { version: 2, promptness: [600, 3600, 86_400, 604_800] } },
    ],
    ['screen', 'early', '75 %', { notices: { on: false, early: 0.75 } }],
    ['privacy', 'retentionDays', '90', { retentionDays: 90 }],
  ])('%s: %s', async (section, name, typed, expected) => {
    await goTo(page, section);
    await typeIn(page, name, typed);
    await saved(session, (settings) => expect(settings).toEqual(expected));
    expect(await faultAt(page, name)).toBeNull();
    await page.waitForSelector('[data-part="saved"][data-is="saved"]');
  });

  it.each<[section: string, name: string, value: string, settings: Settings]>([
    ['leads', 'defaultWarmth', 'cool', { defaultWarmth: 'cool' }],
    ['leads', 'scoreDeals', 'true', { scoreDeals: true }],
    ['screen', 'language', 'en', { language: 'en' }],
  ])('%s: %s is chosen', async (section, name, value, expected) => {
    await goTo(page, section);
    await choose(page, name, value);
    await saved(session, (settings) => expect(settings).toEqual(expected));
  });

  it.each<[section: string, name: string, settings: Settings]>([
    ['leads', 'trustOpens', { trustOpens: true }],
    ['screen', 'chip', { chip: false }],
    ['screen', 'peerComparison', { peerComparison: false }],
  ])('%s: %s is switched', async (section, name, expected) => {
    await goTo(page, section);
    await page.click(`[name="${name}"]`);
    await saved(session, (settings) => expect(settings).toEqual(expected));
  });
});

describe('what is wrong is told beside its field, in words, and not stored', () => {
  it.each<[section: string, name: string, text: string, says: RegExp]>([
    ['hours', 'day-0', 'nine to five', /Write hours like 09:00/],
    ['hours', 'holidays', '2026-02-30', /year-month-day/],
    ['targets', 'target-lead-response-time', 'soon', /Write a time like 5 min/],
    ['targets', 'target-win-rate', 'half', /Write a share like 30 %/],
    ['targets', 'target-promptness', '7', /between 0 and 4/],
    ['money', 'currency', 'Euro', /three letters/],
    ['money', 'goal-revenue', '-5', /above 0/],
    ['coaching', 'threshold-revenueGap', '140 %', /between 0 % and 100 %/],
    ['coaching', 'rubric-promptness-A', '2 h', /grow from A to D/],
    ['coaching', 'rubric-persistence-A', '4', /fall from A to D/],
    ['screen', 'early', '120', /between 0 % and 100 %/],
    ['privacy', 'retentionDays', 'ten', /number of days/],
  ])('%s: %s', async (section, name, typed, says) => {
    await goTo(page, section);
    await typeIn(page, name, typed);
    await eventually(async () => expect(await faultAt(page, name)).toMatch(says));
    expect(await settingsIn(session)).toEqual({});
    await typeIn(page, name, '');
  });

  it('an address of one’s own that is none', async () => {
    await goTo(page, 'crms');
    await typeIn(page, 'address', 'my crm');
    await click('[data-part="crms"] button[type="submit"]');
    await eventually(async () => expect(await faultAt(page, 'address')).toContain('no web address'));
  });

  it('a cost without an amount, and one that ends before it begins', async () => {
    await goTo(page, 'money');
    await click('[data-part="add-cost"] button');
    await eventually(async () => expect(await faultAt(page, 'amount')).toMatch(/amount of 0 or more/));
    const set = (name: string, value: string) =>
      page.$eval(
        `[data-part="add-cost"] [name="${name}"]`,
        (el, v) => Object.assign(el, { value: v }),
        value,
      );
    await set('amount', '1200');
    await set('from', '2026-03-01');
    await set('to', '2026-02-01');
    await click('[data-part="add-cost"] button');
    await eventually(async () => expect(await faultAt(page, 'to')).toMatch(/not before the first/));
    expect(await settingsIn(session)).toEqual({});
    await set('to', '2026-03-31');
    await click('[data-part="add-cost"] button');
    const cost = { kind: 'marketing', amount: 1200, from: '2026-03-01', to: '2026-04-01' };
    await saved(session, (settings) => expect(settings).toEqual({ costs: [cost] }));
    await click('[data-part="costs"] .rows button');
    await saved(session, (settings) => expect(settings).toEqual({}));
  });
});

it('the last change is taken back, and made again', async () => {
  await goTo(page, 'targets');
  await typeIn(page, 'target-win-rate', '30 %');
  await saved(session, (settings) => expect(settings.target).toEqual({ 'win-rate': { value: 0.3 } }));
  await typeIn(page, 'target-win-rate', '40 %');
  await saved(session, (settings) => expect(settings.target).toEqual({ 'win-rate': { value: 0.4 } }));
  await page.waitForSelector('[data-part="saved"][data-is="saved"][aria-busy="false"]');
  await click('[data-part="undo"]');
  await saved(session, (settings) => expect(settings.target).toEqual({ 'win-rate': { value: 0.3 } }));
  await page.waitForSelector('[data-part="saved"][data-is="undone"][aria-busy="false"]');
  const value = () => page.$eval('[name="target-win-rate"]', (el) => (el as HTMLInputElement).value);
  await eventually(async () => expect(await value()).toBe('30%'));
  await click('[data-part="undo"]');
  await saved(session, (settings) => expect(settings.target).toEqual({ 'win-rate': { value: 0.4 } }));
});

describe('with half a year of history', () => {
  beforeEach(fill);

  it('sources, stages, people and currencies that were seen can be given their meaning', async () => {
    await goTo(page, 'leads');
    await choose(page, 'warmth-Trade fair', 'hot');
    await saved(session, ({ warmthOf }) => expect(warmthOf).toEqual({ 'Trade fair': 'hot' }));
    await goTo(page, 'stages');
    await choose(page, 'stage-Offer sent', 'proposal');
    await saved(session, ({ proposalStage }) => expect(proposalStage).toBe('Offer sent'));
    await choose(page, 'stage-First meeting', 'appointment');
    await saved(session, (s) => expect(s.firstAppointmentStage).toBe('First meeting'));
    const pipeline = 'New business';
    const undecided = { pipeline, stage: 'Closed Lost', outcome: 'no-decision' };
    await choose(page, 'stage-Closed Lost', 'no-decision');
    await saved(session, (s) => expect(s.stageOutcomes).toEqual([undecided]));
    await page.waitForSelector('[name="limit-Discovery"]');
    await choose(page, 'stage-Discovery', 'won');
    const won = { pipeline, stage: 'Discovery', outcome: 'won' };
    await saved(session, (s) => expect(s.stageOutcomes).toEqual([undecided, won]));
    // Where deals end, none can stand for too long.
    await page.waitForSelector('[name="limit-Discovery"]', { hidden: true });
    await page.waitForSelector('[data-part="saved"][data-is="saved"][aria-busy="false"]');
    await click('[data-part="undo"]');
    await saved(session, (s) => expect(s.stageOutcomes).toEqual([undecided]));
    await page.waitForSelector('[name="limit-Discovery"]');
    await typeIn(page, 'limit-Negotiation', '14');
    await saved(session, (s) => expect(s.stageLimitDays).toEqual({ Negotiation: 14 }));
    expect((await settingsIn(session)).proposalStage).toBe('Offer sent');
    await goTo(page, 'money');
    await typeIn(page, 'currency', 'EUR');
    await typeIn(page, 'rate-USD', '0.92');
    await typeIn(page, 'quota-Mara Ellison', '250000');
    await saved(session, (s) => {
      expect(s.rates).toEqual({ USD: 0.92 });
      expect(s.quota).toEqual({ 'Mara Ellison': 250_000 });
    });
  });

  it('a baseline is frozen, compared with now and thawed', async () => {
    await goTo(page, 'baselines');
    const weeksAgo = new Date(Date.now() - 13 * 7 * 86_400_000).toISOString().slice(0, 10);
    await page.$eval('#before', (el, day) => Object.assign(el, { value: day }), weeksAgo);
    await click('[data-part="freeze"]');
    await page.waitForSelector('[data-kpi="win-rate"]');
    const { baseline = {} } = await settingsIn(session);
    const rate = baseline['win-rate'] as { value: number; n: number; lo: number; period: [number, number] };
    expect(rate.n).toBeGreaterThan(10);
    expect(rate.lo).toBeLessThan(rate.value);
    expect(rate.period[1] - rate.period[0]).toBeCloseTo(84 * 86_400_000, -8);
    await click('[data-part="compare"]');
    await page.waitForSelector('[data-kpi="win-rate"] [data-change]');
    const changes = await page.$$eval('[data-change]', (cells) =>
      cells.map((c) => c.getAttribute('data-change')),
    );
    expect(changes.length).toBe(Object.keys(baseline).length);
    // One figure stands for the same record of wins and losses in both periods.
    expect(await page.$eval('[data-kpi="win-rate"] [data-change]', (c) => c.textContent)).toMatch(
      /Not certain/,
    );
    await click('[data-kpi="win-rate"] .link');
    await saved(session, (s) => expect(s.baseline).not.toHaveProperty('win-rate'));
    await click('[data-part="thaw"]');
    await saved(session, (s) => expect(s.baseline).toBeUndefined());
  });

  it('everything is saved as a file, deleted, and taken in again as it was', async () => {
    await goTo(page, 'privacy');
    await eventually(async () => expect(await text('[data-part="kept"]')).toMatch(/Leads\s+90/));
    const file = await fileSavedBy('export');
    expect(parseHistory(JSON.parse(file)).faults).toBeUndefined();
    const before = await session.stored();
    await page.reload();
    await tell({ type: 'forget' });
    expect((await session.stored()).leads).toEqual([]);
    await page.goto(page.url().replace(/#.*/, '#import'));
    await page.reload();
    await read(fileOf('saved.json', file));
    await take();
    const after = await session.stored();
    const plain = (rows: object[]) => rows.map(({ seenAt: _, ...row }: { seenAt?: number }) => row);
    for (const table of ['leads', 'deals', 'activities'] as const)
      expect(plain(after[table])).toEqual(plain(before[table]));
    expect(await settingsIn(session)).toEqual({ timeZone: 'Europe/Bucharest' });
  });

  it('what concerns one customer is saved as a file that can be read again, and deleted', async () => {
    await goTo(page, 'privacy');
    await typeIn(page, 'person', 'person 7');
    await click('[data-part="person"] button[type="submit"]');
    // The lead and the call on it.
    await eventually(async () => expect(await text('[data-part="person"]')).toMatch(/2 entries/));
    const file = await fileSavedBy('person-save');
    const { value } = parseHistory(JSON.parse(file));
    expect(value?.leads.map(({ name }) => name)).toEqual(['Person 7']);
    expect(value?.activities.map(({ on }) => on.id)).toEqual(['L7']);
    expect(value?.deals).toEqual([]);
    expect((await session.stored()).leads).toHaveLength(90);
    await click('[data-part="person-sure"]');
    await eventually(async () => expect((await session.stored()).leads).toHaveLength(89));
    const { leads, activities } = await session.stored();
    expect(leads.some(({ name }) => name === 'Person 7')).toBe(false);
    expect(activities.some(({ on }) => on.id === 'L7')).toBe(false);
  });
});

describe('import of an export', () => {
  const CSV = [
    'Opportunity ID,Opportunity Name,Stage,Amount,Amount Currency,Close Date,Probe,Handled by',
    '006Qx00000AbCdE,Fleet renewal,Negotiation,"12,500.00",EUR,5/20/2026,Norwind,Robin Hale',
    '006Qx00000AbCdF,Depot,Negotiation,800.00,EUR,7/15/2026,Bluefin,Kim Torres',
    '006Qx00000AbCdG,Crane,Negotiation,many,EUR,7/35/2026,Bluefin,Kim Torres',
  ].join('\n');

  it('shows how columns are understood and every fault; a correction counts, and for the next file too', async () => {
    await goTo(page, 'import');
    await read(fileOf('deals.csv', CSV));
    expect(await text('[data-part="import-found"]')).toMatch(/^3 records/);
    await page.$eval('[data-part="faults"]', (el) => el.setAttribute('open', ''));
    const faults = await page.$$eval('[data-part="faults"] tbody tr', (rows) =>
      rows.map((row) => [...row.children].slice(0, 3).map((cell) => cell.textContent)),
    );
    expect(faults).toEqual(
      expect.arrayContaining([
        ['deals.csv', '4', 'Amount'],
        ['deals.csv', '4', 'Close Date'],
      ]),
    );
    const column = (header: string) =>
      page.$eval(`[name="column-deals.csv-${header}"]`, (el) => (el as HTMLSelectElement).value);
    expect([await column('Opportunity Name'), await column('Probe')]).toEqual(['name', '']);
    await choose(page, 'column-deals.csv-Probe', 'company');
    await eventually(async () => expect(await column('Probe')).toBe('company'));
    await page.waitForSelector('[data-part="import"][data-is="read"]');
    await choose(page, 'column-deals.csv-Handled by', 'owner');
    await eventually(async () => expect(await column('Handled by')).toBe('owner'));
    await page.waitForSelector('[data-part="import"][data-is="read"]');
    expect((await session.stored()).deals).toEqual([]);
    await take();
    const { deals } = await session.stored();
    expect(deals.map(({ name, company, owner, amount }) => [name, company, owner, amount])).toEqual([
      ['Fleet renewal', 'Norwind', 'Robin Hale', 12_500],
      ['Depot', 'Bluefin', 'Kim Torres', 800],
      ['Crane', 'Bluefin', 'Kim Torres', undefined],
    ]);
    await saved(session, ({ mappings = [] }) => expect(mappings[0]?.columns.Probe).toBe('company'));
    await read(fileOf('more.csv', CSV));
    const next = await page.$eval('[name="column-more.csv-Probe"]', (el) => (el as HTMLSelectElement).value);
    expect(next).toBe('company');
  });

  it('says where a file is that cannot be one, and stores nothing', async () => {
    await goTo(page, 'import');
    const input = (await page.waitForSelector('#import-files')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(
      fileOf('broken.json', '{"format":"fourfold-history","version":1,"leads":[{"id":1}]}'),
    );
    await page.waitForSelector('[data-part="import"][data-is="wrong"]');
    expect(await text('[data-part="import-said"]')).toMatch(/leads\[0\]/);
    expect((await session.stored()).leads).toEqual([]);
  });

  it('can be stopped while it reads, with nothing stored', async () => {
    await goTo(page, 'import');
    const [header = '', row = ''] = CSV.split('\n');
    const many = [
      header,
      ...Array.from({ length: 150_000 }, (_, i) => row.replace('AbCdE', `${10_000 + i}`)),
    ];
    const input = (await page.waitForSelector('#import-files')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(fileOf('many.csv', many.join('\n')));
    await page.waitForSelector('[data-part="import-stop"]');
    await eventually(async () => expect(await text('.progress')).toMatch(/many\.csv, line [1-9]/));
    await click('[data-part="import-stop"]');
    await page.waitForSelector('[data-part="import"][data-is="stopped"]');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await page.$('[data-part="import"][data-is="stopped"]')).not.toBeNull();
    expect((await session.stored()).deals).toEqual([]);
  });
});

describe('what the organisation laid down', () => {
  it('holds, is shown as locked, and cannot be typed over', async () => {
    await page.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('fourfold');
        request.onsuccess = () => resolve(request.result);
      });
      const policy = {
        settings: { retentionDays: 30, target: { 'win-rate': { value: 0.3 } } },
        locked: ['retentionDays'],
        hosts: ['*.lightning.force.com'],
        exportAllowed: false,
      };
      await new Promise((resolve) => {
        const put = db
          .transaction('settings', 'readwrite')
          .objectStore('settings')
          .put({ key: 'policy', policy });
        put.onsuccess = resolve;
      });
      db.close();
    });
    await page.reload();
    await goTo(page, 'privacy');
    const field = await page.waitForSelector('[name="retentionDays"]');
    expect(await field?.evaluate((el) => (el as HTMLInputElement).value)).toBe('30');
    expect(await page.$('[data-part="retention"] fieldset:disabled')).not.toBeNull();
    expect(await text('[data-part="retention"]')).toContain('Set by your organisation');
    expect(await page.$('[data-part="export"]')).toBeNull();
    await tell({ type: 'settings', patch: { retentionDays: 999 } });
    await page.reload();
    await goTo(page, 'privacy');
    expect(await page.$eval('[name="retentionDays"]', (el) => (el as HTMLInputElement).value)).toBe('30');
    // What is laid down and not locked is where one begins.
    await goTo(page, 'targets');
    expect(await page.$eval('[name="target-win-rate"]', (el) => (el as HTMLInputElement).value)).toBe('30%');
    await typeIn(page, 'target-win-rate', '35 %');
    await saved(session, (s) => expect(s.target).toEqual({ 'win-rate': { value: 0.35 } }));
    await goTo(page, 'crms');
    await typeIn(page, 'address', 'https://crm.example.com');
    await click('[data-part="crms"] button[type="submit"]');
    await eventually(async () => expect(await faultAt(page, 'address')).toMatch(/does not allow this site/));
  });
});

it('is one column at 320 pixels and at twice the size, with nothing to scroll sideways', async () => {
  await fill();
  for (const width of [320, 640]) {
    await page.setViewport({ width, height: 900, deviceScaleFactor: 1 });
    for (const section of [
      'you',
      'hours',
      'leads',
      'stages',
      'targets',
      'money',
      'coaching',
      'privacy',
      'import',
    ]) {
      await goTo(page, section);
      const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(inner, `${section} at ${width}`).toBeLessThanOrEqual(outer ?? 0);
    }
  }
  expect(await page.$eval('.wide-nav', (el) => getComputedStyle(el).display)).toBe('none');
  await choose(page, 'section', 'targets');
  await page.waitForSelector('main[data-section="targets"]');
  await page.setViewport({ width: 1280, height: 900 });
});
