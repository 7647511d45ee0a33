import { NO_NORMS } from '../../src/metrics/norms.ts';
import type { LeadScore } from '../../src/metrics/score.ts';
import type { Standing } from '../../src/metrics/standing.ts';
import type { Waiting } from '../../src/metrics/waiting.ts';
import type { Ratio } from '../../src/metrics/wilson.ts';
import type { Stored } from '../../src/show/options/stored.ts';
import type { Shown } from '../../src/show/shown.ts';
import type { View } from '../../src/show/view.ts';

export const NOW = Date.UTC(2026, 2, 4, 10, 30);
const minutes = (n: number) => n * 60_000;

export const wait = (over: Partial<Waiting> = {}): Waiting => ({
  kind: 'lead',
  org: 'salesforce:acme',
  id: '00Q1',
  name: 'Maria Kovacs',
  company: 'Northwind Instruments',
  source: 'Demo request',
  owner: 'Ana Pop',
  url: 'https://acme.lightning.force.com/lightning/r/Lead/00Q1/view',
  warmth: 'hot',
  raisedAt: NOW - minutes(0.8),
  targetSeconds: 300,
  dueAt: NOW + minutes(4.2),
  remaining: 252,
  waited: 48,
  state: 'waiting',
  ...over,
});

export const late = wait({
  id: '00Q2',
  name: 'Tom Becker',
  source: 'Webinar',
  remaining: -740,
  waited: 4340,
  targetSeconds: 3600,
  state: 'breached',
});

const grade = (points: number, letter: 'A' | 'B' | 'C' | 'D' | 'F', n: number) => ({
  points,
  grade: letter,
  n,
});

export const fourP: NonNullable<View['fourP']> = {
  promptness: grade(3.4, 'B', 31),
  persistence: grade(2.1, 'C', 22),
  personalization: grade(3.8, 'A', 18),
  performance: { points: null, grade: null, n: 0 },
  all: { gpa: 2.9, grade: 'B', n: 31 },
  touched: { gpa: 3.2, grade: 'B', n: 28 },
  untouched: { x: 3, n: 34, value: 3 / 34, lo: 0.03, hi: 0.23 },
};

const figure = (value: number | null, n: number) => ({ value, n, state: 'ok' as const });
export const standing: Standing = {
  asOf: NOW - minutes(9),
  fourP: {
    promptness: { ...figure(3.4, 31), before: 2.6, change: 'up', target: 3.5, baseline: 2.4 },
    persistence: { ...figure(2.1, 22), before: 2.9, change: 'down' },
    personalization: { ...figure(3.8, 18), before: 3.7 },
    performance: { value: null, n: 0, state: 'not-computable', why: 'nothing to count' },
  },
  meter: figure(0.78, 18),
  perWeek: 4.5,
  weekly: 6,
  advice: [
    {
      rule: 'closing-ratio',
      kpi: 'closing-ratio',
      state: 'coach',
      value: 0.42,
      threshold: 0.65,
      n: 57,
      tips: ['tip_closing_ratio_1', 'tip_closing_ratio_2'],
    },
  ],
  norms: NO_NORMS,
};

const call = { kind: 'call', at: NOW - minutes(130), by: 'Ana Pop' };
export const score: LeadScore = {
  promptness: {
    grade: 'B',
    best: 'B',
    worst: 'B',
    seconds: 720,
    state: 'answered',
    evidence: {
      key: 'evidence_promptness_answered',
      params: { ...call, seconds: 720, raise: 'form', raisedAt: NOW - minutes(142) },
    },
  },
  persistence: {
    grade: null,
    attempts: 3,
    final: false,
    expected: 4,
    pace: 0.75,
    next: NOW - minutes(60),
    evidence: { key: 'evidence_persistence_open', params: { attempts: 3, expected: 4, age: 8520 } },
  },
  personalization: {
    grade: 'B',
    count: 4,
    known: 5,
    evidence: {
      key: 'evidence_personalization_message',
      params: { ...call, kind: 'email', count: 4, known: 5, missing: 'forward', unseen: '' },
    },
  },
  performance: { grade: 'C', evidence: { key: 'evidence_performance_voicemail', params: call } },
  gpa: 3,
  grade: 'B',
  provisional: true,
  rubric: 1,
};

export const record: Shown = {
  where: { org: 'salesforce:acme', kind: 'lead', id: '00Q7' },
  name: 'Maria Kovacs',
  company: 'Northwind Instruments',
  score,
  business: 720,
  waiting: undefined,
  lastTouch: { kind: 'call', inbound: false, at: NOW - minutes(130), by: 'Ana Pop' },
  checks: undefined,
};

/** A page that was read, with everything on it. */
export const full: View = {
  now: NOW,
  tab: 7,
  window: 1,
  page: { is: 'read' },
  readAt: NOW - 3000,
  live: true,
  gaps: [
    { is: 'partial', table: 'activities', seen: 50, announced: 213 },
    { is: 'field', field: 'activity.at', why: 'no time shown', times: 1 },
  ],
  waiting: { count: 3, first: [wait(), late] },
  fourP,
  standing,
  isDemo: false,
  declined: [],
  language: undefined,
  whose: 'mine',
  record,
  preview: false,
  visible: [],
  who: [],
};

const blank: View = { ...full, gaps: [], waiting: undefined, fourP: undefined, record: undefined };
const unscored: Shown = { ...record, score: undefined, business: undefined, lastTouch: undefined };
const waitingRecord: Shown = {
  ...record,
  waiting: late,
  business: undefined,
  lastTouch: undefined,
  score: {
    ...score,
    promptness: {
      ...score.promptness,
      grade: null,
      best: 'C',
      worst: 'F',
      seconds: null,
      state: 'pending',
      evidence: {
        key: 'evidence_pending',
        params: { raise: null, raisedAt: NOW - minutes(72), age: 4340, best: 'C' },
      },
    },
    persistence: { ...score.persistence, attempts: 0, expected: 1 },
    personalization: { ...score.personalization, grade: null, count: null, known: 0 },
    performance: { ...score.performance, grade: null },
    gpa: null,
    grade: null,
  },
};
const spanRecord: Shown = {
  ...record,
  score: {
    ...score,
    promptness: { ...score.promptness, grade: null, best: 'A', worst: 'C', seconds: [0, 35_400] },
  },
};
const none: Ratio = { x: 0, n: 0, value: null, lo: null, hi: null };
const zero = { points: null, grade: null, n: 0 };
const noFourP: NonNullable<View['fourP']> = {
  promptness: zero,
  persistence: zero,
  personalization: zero,
  performance: zero,
  all: { gpa: null, grade: null, n: 0 },
  touched: { gpa: null, grade: null, n: 0 },
  untouched: none,
};

/** Every state that a face can be in, by name. */
export const states = {
  full,
  overdue: { ...full, waiting: { count: 1, first: [late] }, record: waitingRecord, gaps: [] },
  list: { ...full, record: undefined, waiting: { count: 0, first: [] }, gaps: [] },
  span: { ...full, waiting: { count: 0, first: [] }, record: spanRecord },
  unscored: { ...full, record: unscored },
  loading: { ...blank, page: { is: 'loading' }, live: false, readAt: undefined },
  elsewhere: { ...full, page: { is: 'none' }, record: undefined, live: false, readAt: undefined },
  nothing: { ...blank, page: { is: 'none' }, live: false, readAt: undefined },
  off: {
    ...blank,
    page: { is: 'off', origin: 'https://acme.lightning.force.com/*', crm: 'salesforce' },
    live: false,
    preview: true,
    record,
  },
  who: { ...full, whose: 'team', who: ['Ana Pop', 'Ioan Marin', 'سارة الحربي'], record: undefined },
  unreadable: { ...blank, page: { is: 'unreadable', why: 'still loading' }, live: false },
  empty: { ...blank, waiting: { count: 0, first: [] }, fourP: noFourP },
  stale: { ...full, live: false, readAt: NOW - minutes(12) },
} satisfies Record<string, View>;

/** What the options page shows. */
const own = { me: { names: ['Ana Pop'] }, timeZone: 'Europe/Bucharest', holidays: ['2026-12-25'] };
export const stored: Stored = {
  settings: own,
  own,
  people: ['Ana Pop', 'Ioan Marin', 'سارة الحربي'],
  contradictions: [],
  problems: [{ key: 'page', what: 'page', why: 'raw.records.0.id: too small', count: 3, lastAt: NOW }],
  origins: ['https://acme.lightning.force.com/*'],
  policy: undefined,
  sightings: [],
  seen: {
    sources: [
      { source: 'Demo request', n: 12 },
      { source: 'Trade fair', n: 3 },
    ],
    stages: [
      { pipeline: 'New business', stage: 'Discovery', deals: 4, outcomes: ['open'] },
      { pipeline: 'New business', stage: 'Offer sent', deals: 2, outcomes: ['open'] },
      { pipeline: 'New business', stage: 'Closed Won', deals: 7, outcomes: ['won'] },
    ],
    owners: ['Ana Pop', 'Ioan Marin'],
    currencies: ['EUR', 'USD'],
    counts: { leads: 12, deals: 13, activities: 140 },
  },
};
