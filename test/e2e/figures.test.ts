import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemo, openRecord } from '../../scripts/demo.ts';
import { start } from '../../src/contract/moment.ts';
import { noRecords, type Records } from '../../src/contract/records.ts';
import { businessSeconds, calendarOf } from '../../src/metrics/clock.ts';
import { scoreRecord } from '../../src/metrics/four-p.ts';
import { historiesOf, keyOf } from '../../src/metrics/histories.ts';
import { type Overview, overviewOf, type Wish } from '../../src/metrics/overview.ts';
import { checksOf } from '../../src/metrics/record-checks.ts';
import { reportOf } from '../../src/metrics/report.ts';
import { averageLetter } from '../../src/metrics/rubric.ts';
import { factsOf } from '../../src/metrics/scene.ts';
import { waiting } from '../../src/metrics/waiting.ts';
import type { Demo } from '../crm/demo/server.ts';
import { tally } from '../tally.ts';
import type { Session } from './browser.ts';
import { countOf, look, unfounded } from './claims.ts';
import { fill, openSheet } from './fill.ts';
import { TEAM_SETTINGS, teamHistory } from './team.ts';

/* Every number that a face shows, in words or alone, against a Report that is worked out here from the same records. */

const DAY = 864e5;
const DEMO_ORG = 'salesforce:fourfold-demo';
const REP = 'Chiara Rossi';
const PICKS = [
  'answered-within-target',
  'untouched-leads',
  'win-rate',
  'sales-cycle-length',
  'activity-meter',
];
const fourPs = ['promptness', 'persistence', 'personalization', 'performance'] as const;
const settings = { ...TEAM_SETTINGS, timeZone: 'UTC' };

let demo: Demo;
let session: Session;
let records: Records;
const held = { tried: 0, wrong: 0 };
beforeAll(async () => {
  ({ demo, session } = await openDemo({ timeZone: 'UTC' }));
  const page = await session.openFace('options');
  await page.waitForSelector('main');
  await fill(page, teamHistory(Date.now()));
  await page.close();
  for (const [kind, key] of [
    ['lead', 'noor'],
    ['lead', 'olivier'],
    ['deal', 'oconnell'],
  ] as const)
    await (await openRecord(demo, session, 'salesforce', kind, key)).close();
  await refresh();
});
afterAll(async () => {
  tally('shown figures', {
    what: 'numbers on the faces, each against the Report of the same records',
    ...held,
    lost: 0,
    leaked: 0,
  });
  await session?.close();
  await demo?.stop();
});

async function refresh(): Promise<void> {
  const stored = await session.stored();
  records = Object.fromEntries(
    Object.keys(noRecords()).map((table) => [table, stored[table as keyof Records]]),
  ) as unknown as Records;
}

/** All that a face may tell at that moment. `wish` is what the panel shows; the popup shows the team of 90 days. */
function rootAt(
  now: number,
  asOf: number,
  wish?: Wish,
): Record<string, unknown> & { report: Overview['report'] } {
  const rep = wish?.rep ?? null;
  const report = reportOf(records, settings, { asOf, rep });
  const before = reportOf(records, settings, { asOf, rep, period: [asOf - 180 * DAY, asOf - 90 * DAY] });
  const histories = historiesOf(records);
  const waits = waiting(histories, settings, now);
  const facts = factsOf(records, settings, now);
  const deals = records.deals.map(({ org, id }) => keyOf(org, 'deal', id));
  const wishes = wish && overviewOf(records, settings, wish, asOf);
  const tried = report.plan.whatIf?.['closing-ratio'] ?? 0;
  const given = ['average-revenue-per-sale', 'first-appointment-to-proposal', 'closing-ratio'];
  const values = given.map((id) => report.kpis[id]?.value ?? 0);
  const all = report.fourP.untouched;
  return {
    ...wishes,
    report,
    fourP: {
      ...Object.fromEntries(
        fourPs.map((p) => [p, [report.kpis[p]?.value, report.kpis[p]?.n, before.kpis[p]?.value]]),
      ),
      all: report.fourP.all.n,
      untouched: all,
    },
    waiting: { ...waits, count: waits.length, more: [waits.length - 1, waits.length - 3] },
    gaps: gapsOf(report.kpis),
    ahead: [asOf, asOf + 90 * DAY],
    records: Object.fromEntries(
      histories.map((history) => {
        const { kind, record, activities } = history;
        const score = scoreRecord(history, settings, now);
        const { raisedAt, at } = score?.promptness.evidence.params ?? {};
        const business =
          typeof raisedAt === 'number' && typeof at === 'number'
            ? businessSeconds(raisedAt, at, calendarOf(settings))
            : null;
        const ages = activities.flatMap((one) => (one.at === undefined ? [] : (now - start(one.at)) / 1000));
        return [
          keyOf(record.org, kind, record.id),
          { record, score, business, ages, waiting: waiting([history], settings, now), activities },
        ];
      }),
    ),
    checks: checksOf(facts, deals),
    responses: wishes && sharesOf(wishes.responses),
    exceptions: wishes && { ...wishes.exceptions, byReason: byReason(wishes.exceptions.open) },
    // One step of the slider is one point of the ratio, which the Report works out, too.
    whatIf: [
      ...values,
      ...values.map((one) => one + 0.01),
      tried,
      report.plan.magicNumber,
      tried - (report.plan.magicNumber ?? 0),
    ],
  };
}

/** Beside each count its share of all hand-raises. */
function sharesOf({ bands, unsure, unanswered }: Overview['responses']) {
  const all = bands.reduce((sum, { n }) => sum + n, unsure + unanswered);
  const both = (n: number) => [n, n / all];
  return {
    bands: bands.map(({ from, to, n }) => [from, to, ...both(n)]),
    unsure: both(unsure),
    unanswered: both(unanswered),
  };
}

/** Figures that cannot be said, or of a part of the records only; of what is split by place the places count. */
const gapsOf = (kpis: Overview['report']['kpis']): number =>
  Object.values(kpis).filter(({ why, parts, coverage }) => why || (!parts && (coverage ?? 1) < 1)).length;

function byReason(open: Overview['exceptions']['open']): number[] {
  const ids = open.flatMap(({ reasons }) => reasons.map(({ id }) => id));
  return [...new Set(ids)].map((one) => ids.filter((id) => id === one).length);
}

interface Told {
  face: Page;
  wish?: Wish;
  /** `<org>/<kind>/<id>` of the record in the tab. */
  record?: string;
}

/** Fails with every number that stands nowhere; resolves to how many stand there. */
async function holds({ face, wish, record }: Told): Promise<number> {
  const { now, asOf, claims } = await look(face);
  const stands = await face.evaluate(async () => (await chrome.storage.local.get('standing')).standing);
  const when = asOf || (stands as { standing: { asOf: number } }).standing.asOf;
  const root = rootAt(now, when, wish);
  const own = record === undefined ? undefined : (root.records as Record<string, unknown>)[record];
  const tab = await sightingOf(face);
  const all = {
    ...root,
    record: own,
    readAt: tab.readAt.map((at) => (now - at) / 1000),
    coverage: tab.coverage,
  };
  const wrong = claims.flatMap((claim) => {
    const numbers = unfounded(claim, all);
    return numbers.length > 0 ? [{ ...claim, numbers }] : [];
  });
  const count = claims.reduce((sum, claim) => sum + countOf(claim), 0);
  held.tried += count;
  held.wrong += wrong.length;
  expect(wrong).toEqual([]);
  return count;
}

/** What the tabs said of themselves. */
const sightingOf = (face: Page) =>
  face.evaluate(async () => {
    const kept = await chrome.storage.session.get();
    const states = Object.entries(kept).flatMap(([key, value]) =>
      key.startsWith('tab:')
        ? [
            (value as { sighting: { coverage: { readAt: number | [number, number] }; unread: object[] } })
              .sighting,
          ]
        : [],
    );
    return {
      readAt: states.map(({ coverage }) => [coverage.readAt].flat()[0] ?? 0),
      coverage: states.map(({ coverage, unread }) => ({ coverage, unread })),
    };
  });

const part = (name: string) => `[data-part="${name}"]`;
const press = (face: Page, selector: string) =>
  face.$$eval(selector, (els) => {
    for (const el of els) (el as HTMLElement).click();
  });
const unfold = (face: Page) => press(face, 'details:not([open]) > summary');

describe('the popup shows no number that the records do not tell', () => {
  for (const [kind, key] of [
    ['lead', 'noor'],
    ['lead', 'olivier'],
    ['deal', 'oconnell'],
  ] as const)
    it(`beside the ${kind} “${key}”, with all that can be opened`, async () => {
      const page = await openRecord(demo, session, 'salesforce', kind, key);
      const popup = await session.openPopup(page);
      await popup.waitForSelector(`${part('record')} .fact`);
      await refresh();
      const name = [...demo.story.leads, ...demo.story.deals].find((one) => one.key === key)?.name;
      // Of the same name somebody is in the team's records, too.
      const row = records[`${kind}s`].find((one) => one.name === name && one.org === DEMO_ORG);
      const told = { face: popup, record: keyOf(DEMO_ORG, kind, row?.id ?? '') };
      expect(await holds(told)).toBeGreaterThan(3);
      await press(popup, 'button[data-part="gaps"]');
      for (const selector of ['.record .fact', '.record .tile', '.four-p .tile'])
        for (let i = 0; i < (await popup.$$(selector)).length; i++) {
          await popup.$$eval(selector, (els, at) => (els[at] as HTMLElement).click(), i);
          await holds(told);
        }
      await popup.close();
      await page.close();
    });
});

describe('the panel shows no number that the Report does not say', () => {
  let panel: Page;
  const wish = (rep: string | null): Wish => ({ rep, period: 'days-90', picks: PICKS, grid: true });
  beforeAll(async () => {
    panel = await session.openFace('panel');
    await panel.setViewport({ width: 420, height: 900 });
    await panel.waitForSelector(part('section-team'), { timeout: 60_000 });
  });
  afterAll(() => panel?.close());

  it('with every section open, and people side by side', async () => {
    await unfold(panel);
    await panel.waitForSelector(part('people-switch'));
    await press(panel, part('people-switch'));
    await panel.waitForSelector('.people-grid', { timeout: 60_000 });
    await press(panel, `${part('exceptions-all')}, ${part('figure-gaps')}`);
    await unfold(panel);
    expect(await holds({ face: panel, wish: wish(null) })).toBeGreaterThan(400);
  });

  it('with the evidence of each figure', async () => {
    for (const id of PICKS) {
      await panel.$$eval(
        '.kpi-row',
        (els, wanted) =>
          (els.find((el) => el.getAttribute('aria-controls') === wanted) as HTMLElement).click(),
        `evidence-${id}`,
      );
      await unfold(panel);
      await holds({ face: panel, wish: wish(null) });
    }
    for (const [i, p] of fourPs.entries()) {
      await panel.$$eval(
        `${part('section-four-ps')} .tile`,
        (els, at) => (els[at] as HTMLElement).click(),
        i,
      );
      await holds({ face: panel, wish: wish(null) });
      const letter = await panel.$eval(`.tile[data-p="${p}"]`, (el) => el.getAttribute('data-grade'));
      const { asOf } = await look(panel);
      const { value = null } = reportOf(records, settings, { asOf }).kpis[p] ?? {};
      expect([p, letter]).toEqual([p, averageLetter(value) ?? '—']);
    }
    for (let i = 0; i < 5; i++) {
      await panel.$$eval('.people-grid .cell', (els, at) => (els[at * 6] as HTMLElement).click(), i);
      await holds({ face: panel, wish: wish(null) });
    }
  });

  it('when a slider is moved by a point', async () => {
    await panel.focus('.what-if input[name="closing"]');
    await panel.keyboard.press('ArrowRight');
    await holds({ face: panel, wish: wish(null) });
  });

  it('of one person, with peers and the 1:1 sheet', async () => {
    await panel.select(`select${part('rep')}`, REP);
    await panel.waitForSelector(part('sheet'), { timeout: 60_000 });
    await unfold(panel);
    expect(await holds({ face: panel, wish: wish(REP) })).toBeGreaterThan(300);
  });

  it('on the page that the sheet is printed from', async () => {
    const sheet = await openSheet(session, REP);
    await sheet.waitForSelector(part('sheet'), { timeout: 60_000 });
    // It stands still and names no moment: that of the panel is a few seconds apart.
    const { asOf } = await look(panel);
    await sheet.$eval(part('sheet'), (el, at) => el.setAttribute('data-asof', at), String(asOf));
    expect(await holds({ face: sheet, wish: { ...wish(REP), grid: false } })).toBeGreaterThan(20);
    await sheet.close();
  });
});
