import { beforeEach, describe, expect, it, test } from 'vitest';
import { type Chip, messages } from '../../src/messages.ts';
import { CHECK_IDS, type CheckId, type DealCheck } from '../../src/metrics/deal-checks.ts';
import type { Waiting } from '../../src/metrics/waiting.ts';
import { chipOf } from '../../src/show/chip/texts.ts';
import type { Shown } from '../../src/show/shown.ts';
import { fakeChrome } from './chrome.ts';
import { late, NOW, record, score, wait } from './views.ts';

beforeEach(() => {
  fakeChrome();
});

const url = 'https://acme.lightning.force.com/lightning/r/Lead/00Q7/view';
const settings = { timeZone: 'UTC' };
const chip = (over: Partial<Shown> = {}, checks: DealCheck[] = [], now = NOW): Chip =>
  chipOf({ ...record, ...over }, checks, { settings, now, url });
const waits = (over: Partial<Waiting>) => chip({ waiting: wait(over) });
const failed = (id: CheckId, params: DealCheck['params'] = {}): DealCheck => ({ id, state: 'fail', params });

describe('a chip', () => {
  it('says four letters, the response and nothing else of a record with which all is well', () => {
    expect(chip()).toEqual({
      url,
      record: 'salesforce:acme/lead/00Q7',
      letters: ['B', '—', 'B', 'C'],
      response: '12 min',
      state: 'calm',
      label:
        'Fourfold, Maria Kovacs: Promptness B, Persistence cannot be known, Personalization B, Performance C. ' +
        'First response after 12 min. No warning. Show more.',
      hide: 'Hide Fourfold on this page',
      lang: 'en',
      dir: 'ltr',
    });
    expect(messages.chip.safeParse({ type: 'chip', chip: chip() }).success).toBe(true);
  });

  it('speaks the user’s language and runs in its direction', () => {
    fakeChrome('ar');
    expect(chip()).toMatchObject({ lang: 'ar', dir: 'rtl' });
  });

  it('says of a record without a hand-raise that nothing can be known', () => {
    expect(chip({ score: undefined })).toMatchObject({ letters: ['—', '—', '—', '—'], response: '—' });
    expect(chip({ score: undefined }).label).toContain('No first response was seen.');
  });

  it('says of a lead that nobody ever answered that it is so', () => {
    const promptness = { ...score.promptness, grade: 'F', seconds: null, state: 'never' } as const;
    expect(chip({ score: { ...score, promptness } }).response).toBe('never answered');
  });

  it('says a span as a span', () => {
    const promptness = { ...score.promptness, grade: null, worst: 'D', seconds: [0, 600] } as const;
    const one = chip({ score: { ...score, promptness: { ...promptness, seconds: [0, 600] } } });
    expect([one.letters[0], one.response]).toEqual(['B–D', '≤ 10 min']);
  });
});

describe('the countdown of a chip', () => {
  test.each([
    [252, '4 min left'],
    [60, '1 min left'],
    [59, '≤ 1 min left'],
    [7500, '2 hr 5 min left'],
    [-30, '+≤ 1 min over'],
    [-740, '+12 min over'],
  ])('of %d seconds is in whole minutes', (remaining, text) => {
    expect(waits({ remaining, state: remaining < 0 ? 'breached' : 'waiting' }).response).toBe(text);
  });

  it('is asked for anew in a minute, or when work begins again', () => {
    expect(waits({}).until).toBe(NOW + 60_000);
    const evening = Date.UTC(2026, 2, 6, 18);
    expect(chip({ waiting: wait() }, [], evening).until).toBe(Date.UTC(2026, 2, 9, 9, 1));
    expect(chip().until).toBeUndefined();
  });

  it('has the state of the wait, and warns of one past the target before all else', () => {
    expect(waits({ state: 'due-soon' })).toMatchObject({ state: 'due-soon' });
    const over = chip({ waiting: late }, [failed('owner')]);
    expect(over).toMatchObject({ state: 'breached', warning: 'Past the target' });
    expect(over.label).toMatch(/Waiting for a first response, \+12 min over\. Warning: Past the target\./);
  });
});

describe('the warning of a chip', () => {
  it('is the failed check that matters most', () => {
    const all = CHECK_IDS.map((id) => failed(id, { days: 31.4, limit: 12, norm: 5 }));
    const warnings: (string | undefined)[] = [];
    for (let left = all; left.length > 0; ) {
      const { warning } = chip({}, left);
      warnings.push(warning);
      const [gone] = left.filter((check) => chip({}, [check]).warning === warning);
      left = left.filter((check) => check !== gone);
    }
    expect(warnings).toEqual([
      'No owner',
      'Close date is past',
      'Nothing is planned',
      'No next step',
      'Going quiet: no reply',
      'No touch for 31 days, usual 5 days',
      '31 days in stage, limit 12 days',
      'Single-threaded',
      'No amount',
      'First response was late',
    ]);
  });

  it('is none of what passed, cannot be said, or was put aside', () => {
    const snoozed = { deal: 'x', check: 'owner', until: '2026-03-09', reason: 'new' } as const;
    const checks: DealCheck[] = [
      { id: 'amount', state: 'pass', params: {} },
      { id: 'contacts', state: 'unknown', params: { why: 'contacts not seen' } },
      { ...failed('owner'), snoozed },
    ];
    expect(chip({}, checks).warning).toBeUndefined();
  });
});
