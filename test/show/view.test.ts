import { describe, expect, test } from 'vitest';
import type { Sighting } from '../../src/contract/coverage.ts';
import { type Activity, type Lead, noRecords } from '../../src/contract/records.ts';
import type { TabState } from '../../src/messages.ts';
import { glance } from '../../src/metrics/glance.ts';
import type { RecordHistory } from '../../src/metrics/histories.ts';
import { nothingYet, type Sources, view } from '../../src/show/view.ts';

const org = 'salesforce:acme';
const MINUTE = 60_000;
/** A Wednesday at 10:00 UTC. */
const RAISED = Date.UTC(2026, 2, 4, 10);
const settings = { timeZone: 'UTC' };

const lead: Lead = { org, id: '00Q1', name: 'Maria', source: 'demo', outcome: 'open', createdAt: RAISED };
const call: Activity = {
  org,
  id: '00T1',
  on: { kind: 'lead', id: '00Q1' },
  kind: 'call',
  direction: 'out',
  at: RAISED + 12 * MINUTE,
  by: 'Ana',
  state: 'done',
  result: 'no-answer',
};
const history = (...activities: Activity[]): RecordHistory => ({
  kind: 'lead',
  record: lead,
  activities,
  ownerChanges: [],
});

const sighting = (over: Partial<Sighting> = {}): Sighting => ({
  org,
  page: 'Lead/00Q1',
  url: 'https://acme.lightning.force.com/lightning/r/Lead/00Q1/view',
  adapter: 'salesforce',
  kind: 'record',
  subject: { kind: 'lead', id: '00Q1' },
  coverage: {
    seen: { leads: 1 },
    announced: {},
    complete: true,
    collapsed: 0,
    filter: null,
    locale: 'en-US',
    timeZone: 'UTC',
    readAt: RAISED,
  },
  unread: [],
  people: ['Ana'],
  ...over,
});
const state = (over: Partial<TabState> = {}): TabState => ({
  enabled: true,
  origin: 'https://acme.lightning.force.com/*',
  sighting: sighting(),
  ...over,
});
const sources = (over: Partial<Sources> = {}): Sources => ({ ...nothingYet, tab: 1, settings, ...over });
const rollUp = (histories: RecordHistory[], now: number) => glance(histories, settings, now, [0, now]);

describe('the page', () => {
  test('is loading until the tab had time to answer, then none of ours', () => {
    expect(view(sources(), RAISED).page.is).toBe('loading');
    expect(view(sources({ asked: true }), RAISED).page.is).toBe('none');
  });

  test('is off while its CRM is not enabled, and its record is a preview', () => {
    const preview = { ...noRecords(), leads: [lead], activities: [call] };
    const seen = view(sources({ state: state({ enabled: false, preview }) }), RAISED + 60 * MINUTE);
    expect(seen.page).toEqual({ is: 'off', origin: 'https://acme.lightning.force.com/*', crm: 'salesforce' });
    expect(seen.preview).toBe(true);
    expect(seen.record?.name).toBe('Maria');
    const invented = view(
      sources({ state: state({ enabled: false, preview }), isDemo: true, histories: [] }),
      RAISED + 60 * MINUTE,
    );
    expect([invented.preview, invented.record]).toEqual([false, undefined]);
    expect(seen.record?.score?.promptness).toMatchObject({ grade: 'B', seconds: 720 });
  });

  test('is unreadable when the reading says so of the whole page', () => {
    const unread = [{ field: 'page', why: 'still loading' }];
    const seen = view(sources({ state: state({ sighting: sighting({ unread }) }) }), RAISED);
    expect(seen.page).toEqual({ is: 'unreadable', why: 'still loading' });
    expect(seen.live).toBe(false);
  });

  test('is live for a while after it was read', () => {
    expect(view(sources({ state: state() }), RAISED + 5000).live).toBe(true);
    expect(view(sources({ state: state() }), RAISED + 600_000).live).toBe(false);
  });
});

test('gaps: equal ones once, and everything that was announced but not seen', () => {
  const coverage = {
    ...sighting().coverage,
    seen: { activities: 50, leads: 1 },
    announced: { activities: 213, leads: 1, quotes: null },
    collapsed: 4,
    filter: 'My open leads',
    complete: false,
  };
  const noTime = { field: 'activity.at', why: 'no time shown' };
  const seen = view(
    sources({ state: state({ sighting: sighting({ coverage, unread: [noTime, noTime] }) }) }),
    RAISED,
  );
  expect(seen.gaps).toEqual([
    { is: 'field', ...noTime, times: 2 },
    { is: 'partial', table: 'activities', seen: 50, announced: 213 },
    { is: 'partial', table: 'quotes', seen: 0, announced: null },
    { is: 'collapsed', count: 4 },
    { is: 'filter', filter: 'My open leads' },
  ]);
});

test('gaps: times that may be of another zone, and what only a label told', () => {
  const by = { amount: 'label', name: 'api', stage: 'label' } as const;
  const coverage = { ...sighting().coverage, zone: 'contradicted' as const, by };
  const seen = view(sources({ state: state({ sighting: sighting({ coverage }) }) }), RAISED);
  expect(seen.gaps.slice(-2)).toEqual([
    { is: 'zone', zone: coverage.timeZone },
    { is: 'label', fields: ['amount', 'stage'] },
  ]);
});

describe('who waits', () => {
  const kept = rollUp([history()], RAISED + MINUTE);

  test('is painted from the roll-up before the history is there', () => {
    expect(view(sources({ glance: kept }), RAISED + 2 * MINUTE).waiting).toEqual(kept.waiting);
  });

  test('ticks once it is', () => {
    const seen = view(sources({ glance: kept, histories: [history()] }), RAISED + 2 * MINUTE);
    expect(seen.waiting?.first[0]).toMatchObject({ remaining: 180, waited: 120, state: 'waiting' });
    const later = view(sources({ glance: kept, histories: [history()] }), RAISED + 17 * MINUTE);
    expect(later.waiting?.first[0]).toMatchObject({ remaining: -720, state: 'breached' });
  });

  test('ends at the answer, even before the roll-up knows', () => {
    const seen = view(sources({ glance: kept, histories: [history(call)] }), RAISED + 17 * MINUTE);
    expect(seen.waiting).toEqual({ count: 0, first: [] });
  });
});

describe('the record of the page', () => {
  const seen = (histories: RecordHistory[]) =>
    view(sources({ state: state(), histories }), RAISED + 60 * MINUTE).record;

  test('has its four Ps, its response in working hours and its last touch', () => {
    expect(seen([history(call)])).toMatchObject({
      name: 'Maria',
      business: 720,
      waiting: undefined,
      lastTouch: { kind: 'call', inbound: false, at: call.at, by: 'Ana' },
    });
  });

  test('counts no note, no plan, no robot and nothing yet to come as a touch', () => {
    const none: Partial<Activity>[] = [
      { kind: 'note' },
      { state: 'planned' },
      { automated: true },
      { at: RAISED + 90 * MINUTE },
    ];
    expect(seen([history(...none.map((over) => ({ ...call, ...over })))])?.lastTouch).toBeUndefined();
  });
});

describe('whose figures', () => {
  test('the team’s until the user says who they are', () => {
    expect(view(sources({ state: state(), people: ['Ana'] }), RAISED)).toMatchObject({
      whose: 'team',
      who: ['Ana'],
    });
    const me = { ...settings, me: { names: ['Ana'] } };
    const mine = view(sources({ state: state(), people: ['Ana'], settings: me }), RAISED);
    expect(mine).toMatchObject({ whose: 'mine', who: [] });
  });

  test('somebody who chose the whole team is not asked again', () => {
    const settled = { ...settings, me: { names: [] } };
    expect(view(sources({ state: state(), people: ['Ana'], settings: settled }), RAISED)).toMatchObject({
      whose: 'team',
      who: [],
    });
  });
});
