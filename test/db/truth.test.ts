import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agree, isExact, type Moment, start } from '../../src/contract/moment.ts';
import type { Strategy } from '../../src/contract/raw.ts';
import type { Activity, Deal, Lead, Records } from '../../src/contract/records.ts';
import { noRecords } from '../../src/contract/records.ts';
import { Database } from '../../src/db/database.ts';
import { forgetPerson } from '../../src/db/forget-person.ts';
import { exportHistory } from '../../src/db/history.ts';
import { mergeActivity, mergeRecord } from '../../src/db/merge.ts';
import { purge } from '../../src/db/retention.ts';
import { store } from '../../src/db/store.ts';
import { anyMoment } from '../metrics/arbitrary.ts';
import { tally } from '../tally.ts';

/*
 * What is known gets better with each page and never worse, whichever page comes first.
 * FOURFOLD_SEED=… tries others, FOURFOLD_RUNS=… more of them.
 */

const SEED = Number(process.env.FOURFOLD_SEED ?? 20260401);
const RUNS = Number(process.env.FOURFOLD_RUNS ?? 500);
const counts = { tried: 0, wrong: 0 };
afterAll(() => tally('truth', { what: 'two sightings of one fact, merged', ...counts }));

const T = Date.UTC(2026, 5, 15, 9);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const org = 'salesforce:acme';
const lead = (over: Partial<Lead> = {}): Lead => ({ org, id: 'L1', name: 'Dana', outcome: 'open', ...over });
const deal = (over: Partial<Deal> = {}): Deal => ({ org, id: 'D1', name: 'Fleet', outcome: 'open', ...over });
const call = (over: Partial<Activity> = {}): Activity => ({
  ...{ org, id: 'A1', on: { kind: 'deal', id: 'D1' }, kind: 'call', direction: 'out', state: 'done' },
  ...{ at: T - HOUR, ...over },
});

let db: Database;
beforeEach(() => {
  db = new Database(`truth-${Math.random()}`);
});
afterEach(() => db.delete());

interface Page {
  at?: number;
  clock?: number;
  locale?: string;
  by?: Record<string, Strategy>;
  page?: string;
}
const see = (rows: Partial<Records>, { at = T, clock, locale, by, page = 'deal/D1' }: Page = {}) =>
  store(
    db,
    {
      records: { ...noRecords(), ...rows },
      sighting: {
        ...{ org, page, url: 'https://acme.my.salesforce.com/1', adapter: 'test', unread: [], people: [] },
        kind: page.startsWith('list') ? 'list' : 'record',
        coverage: {
          ...{ seen: {}, announced: {}, complete: true, collapsed: 0, filter: null, timeZone: 'UTC' },
          ...{ locale: locale ?? null, readAt: at, ...(by && { by }) },
        },
      },
    },
    at,
    clock,
  );
const [theLead, theDeal] = [() => db.leads.get([org, 'L1']), () => db.deals.get([org, 'D1'])];

describe('of two sightings of one fact', () => {
  const check = (property: fc.IAsyncProperty<unknown> | fc.IProperty<unknown>) =>
    fc.assert(property as fc.IProperty<unknown>, { seed: SEED, numRuns: RUNS });
  const counted = (isTrue: boolean) => {
    counts.tried += 1;
    if (!isTrue) counts.wrong += 1;
    return isTrue;
  };
  const width = (at: Moment) => (isExact(at) ? 0 : at[1] - at[0]);

  it('the time that is kept is never vaguer than either that agrees with it, whichever comes first', () => {
    const merged = (a: Moment, b: Moment) =>
      mergeRecord(lead({ createdAt: a }), lead({ createdAt: b })).createdAt;
    check(
      fc.property(anyMoment, anyMoment, (a, b) => {
        const [one, other] = [merged(a, b), merged(b, a)];
        if (one === undefined || other === undefined) return counted(false);
        const both = agree(a, b);
        if (both !== null) return counted(JSON.stringify([one, other]) === JSON.stringify([both, both]));
        return counted(
          isExact(a) || isExact(b)
            ? isExact(one) && isExact(other)
            : width(one) <= Math.max(width(a), width(b)),
        );
      }),
    );
  });

  it('a call’s minute is never given up for a day, nor what is known of it for less', () => {
    const more = { by: 'Robin', result: 'voicemail' as const, seconds: 30, subject: 'Intro' };
    check(
      fc.property(anyMoment, anyMoment, fc.boolean(), (a, b, first) => {
        const [full, bare] = [call({ at: a, ...more }), call({ at: b })];
        const merged = first ? mergeActivity(full, bare) : mergeActivity(bare, full);
        const isKept = Object.entries(more).every(([key, value]) => merged[key as keyof Activity] === value);
        const isSharp = !(isExact(a) || isExact(b)) || (merged.at !== undefined && isExact(merged.at));
        return counted(isKept && isSharp);
      }),
    );
  });

  it('the exact amount stays beside a rounded one', () => {
    check(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 1, max: 1e6 }),
        fc.boolean(),
        (a, b, first) => {
          const [exact, rounded] = [deal({ amount: a }), deal({ amount: b, amountInexact: true })];
          const { amount, amountInexact } = first ? mergeRecord(exact, rounded) : mergeRecord(rounded, exact);
          return counted(amount === a && amountInexact === undefined);
        },
      ),
    );
  });

  it('the CRM’s own name beats a label in either order, for what stays as it is', async () => {
    const [api, label] = [{ source: 'api' as const }, { source: 'label' as const }];
    await see({ leads: [lead({ source: 'Web' })] }, { by: api });
    await see({ leads: [lead({ source: 'Dana’s colleague' })] }, { at: T + HOUR, by: label });
    expect((await theLead())?.source).toBe('Web');
    await see({ leads: [lead({ id: 'L2', name: 'B', source: 'A word' })] }, { by: label });
    await see({ leads: [lead({ id: 'L2', name: 'B', source: 'Web' })] }, { at: T + HOUR, by: api });
    await see({ leads: [lead({ id: 'L2', name: 'B', source: 'A word' })] }, { at: T + 2 * HOUR, by: label });
    expect((await db.leads.get([org, 'L2']))?.source).toBe('Web');
    // Nothing of how it was told goes into a file.
    expect((await exportHistory(db, T)).leads[0]).toEqual(lead({ source: 'Web' }));
  });

  it('the CRM’s own time of creation beats a label’s, though that is exact', async () => {
    const day = [T - DAY, T] as const;
    await see({ leads: [lead({ createdAt: day })] }, { by: { createdAt: 'api' } });
    await see({ leads: [lead({ createdAt: T + DAY })] }, { at: T + HOUR, by: { createdAt: 'label' } });
    expect((await theLead())?.createdAt).toEqual(day);
  });

  it('the newer beats the older for what changes, however each was found', async () => {
    await see({ deals: [deal({ stage: 'New', owner: 'Robin' })] }, { by: { stage: 'api', owner: 'api' } });
    const label = { stage: 'label', owner: 'label' } as const;
    await see({ deals: [deal({ stage: 'Offer', owner: 'Kim' })] }, { at: T + HOUR, by: label });
    expect(await theDeal()).toMatchObject({ stage: 'Offer', owner: 'Kim' });
    expect((await db.ownerChanges.toArray()).map(({ from, to }) => [from, to])).toEqual([['Robin', 'Kim']]);
  });
});

describe('two sightings that contradict each other', () => {
  const told = async () =>
    (await db.contradictions.toArray()).map(({ id, field, told }) => [
      id,
      field,
      ...told.map(({ value }) => value),
    ]);

  it('are both kept, each once, and the better one counts', async () => {
    const day = [T - 9 * HOUR, T] as const;
    await see({ leads: [lead({ createdAt: day })], activities: [call()] });
    for (const at of [T + HOUR, T + 2 * HOUR])
      await see(
        { leads: [lead({ createdAt: T + DAY })], activities: [call({ direction: 'in', at: T - 3 * HOUR })] },
        { at },
      );
    expect((await theLead())?.createdAt).toBe(T + DAY);
    expect(await told()).toEqual([
      ['A1', 'activity.at', T - HOUR, T - 3 * HOUR],
      ['A1', 'direction', 'out', 'in'],
      ['L1', 'createdAt', day, T + DAY],
    ]);
  });

  it.each<[string, Partial<Activity>, Partial<Activity>]>([
    ['a planned call that is put off', { state: 'planned' }, { state: 'planned', at: T + HOUR }],
    ['a planned call that is done', { state: 'planned' }, { at: T + HOUR }],
    ['seconds that one page shows', {}, { at: T - HOUR + 31_000 }],
    ['a day with its minute', { at: [T - DAY, T] }, {}],
    ['a card that does not show the direction', {}, { direction: 'none' }],
  ])('are not %s', async (_, first, second) => {
    await see({ activities: [call(first)] });
    await see({ activities: [call(second)] }, { at: T + HOUR });
    expect(await told()).toEqual([]);
  });

  it('are kept of tickets and quotes, too, and go with them', async () => {
    const ticket = { org, id: 'T1', openedAt: T - DAY, firstReplyAt: T - HOUR, resolvedAt: T - 9 };
    const quote = { org, id: 'Q1', deal: 'D1', requestedAt: T - DAY, sentAt: T };
    await see({ deals: [deal()], tickets: [ticket], quotes: [quote] });
    // Solved and sent once more, in the same minute.
    const more = { resolvedAt: T + DAY, sentAt: T + DAY };
    const again = { ...ticket, ...more, openedAt: T - DAY + 9 };
    await see({ tickets: [again], quotes: [{ ...quote, ...more }] }, { at: T + HOUR });
    expect(await told()).toEqual([]);
    const [opened, asked] = [T - 2 * DAY, T - 3 * DAY];
    const other = { tickets: [{ ...ticket, openedAt: opened }], quotes: [{ ...quote, requestedAt: asked }] };
    for (const at of [T + 2 * HOUR, T + 3 * HOUR]) await see(other, { at });
    expect(await told()).toEqual([
      ['Q1', 'requestedAt', T - DAY, asked],
      ['T1', 'openedAt', T - DAY, opened],
    ]);
    expect(await db.tickets.get([org, 'T1'])).toMatchObject({ openedAt: T - DAY });
    await purge(db, T + DAY);
    expect(await told()).toEqual([]);
  });

  it('go with the person who is forgotten', async () => {
    const on = { kind: 'lead', id: 'L1' } as const;
    await see({ leads: [lead()], activities: [call({ on })] });
    await see({ activities: [call({ on, kind: 'email' })] }, { at: T + HOUR });
    expect(await db.contradictions.count()).toBe(1);
    await forgetPerson(db, ['Dana']);
    expect(await db.contradictions.count()).toBe(0);
  });
});

describe('a record seen in two languages', () => {
  const pages = [
    { stage: 'Proposal', locale: 'en-US' },
    { stage: 'Angebot', locale: 'de-DE' },
    { stage: 'Proposal', locale: 'en-GB' },
  ];

  it('is one record that moved nowhere', async () => {
    for (const [i, { stage, locale }] of pages.entries())
      await see({ deals: [deal({ stage, owner: 'Robin' })] }, { at: T + i * HOUR, locale });
    expect(await db.deals.count()).toBe(1);
    expect(await db.stageChanges.toArray()).toEqual([]);
    // In one language a move is one.
    await see({ deals: [deal({ stage: 'Won', owner: 'Robin' })] }, { at: T + 4 * HOUR, locale: 'en-US' });
    expect((await db.stageChanges.toArray()).map(({ from, to }) => [from, to])).toEqual([
      ['Proposal', 'Won'],
    ]);
  });

  it('moved once, though the page tells of it in both', async () => {
    const move = (id: string, from: string, to: string) => ({
      org,
      id,
      derived: true,
      deal: 'D1',
      from,
      to,
      at: T - HOUR,
    });
    await see({ deals: [deal()], stageChanges: [move('~1', 'New', 'Proposal')] }, { locale: 'en' });
    await see({ stageChanges: [move('~2', 'Neu', 'Angebot')] }, { at: T + HOUR, locale: 'de' });
    expect((await db.stageChanges.toArray()).map(({ to }) => to)).toEqual(['Proposal']);
  });
});

describe('records that come, go and change hands', () => {
  it('of two accounts are never mixed, whatever else is alike', async () => {
    const other = 'salesforce:other';
    await see({ deals: [deal({ stage: 'New', owner: 'Robin' })], activities: [call()] });
    const theirs = {
      deals: [deal({ org: other, stage: 'Won', owner: 'Kim' })],
      activities: [call({ org: other, by: 'Kim' })],
    };
    await see(theirs, { at: T + HOUR });
    expect(await theDeal()).toMatchObject({ stage: 'New', owner: 'Robin' });
    expect((await db.activities.get([org, 'A1']))?.by).toBeUndefined();
    expect([
      await db.stageChanges.count(),
      await db.ownerChanges.count(),
      await db.contradictions.count(),
    ]).toEqual([0, 0, 0]);
  });

  it('that were merged say into which, and keep what happened on them', async () => {
    const on = { kind: 'lead', id: 'L2' } as const;
    await see({ leads: [lead(), lead({ id: 'L2', name: 'Dana K.' })], activities: [call({ on })] });
    await see(
      { leads: [lead({ id: 'L2', name: 'Dana K.', mergedInto: 'L1', outcome: 'duplicate' })] },
      { at: T + HOUR },
    );
    // A list that knows nothing of it takes nothing back.
    await see({ leads: [lead({ id: 'L2', name: 'Dana K.' })] }, { at: T + 2 * HOUR, page: 'list/1' });
    expect(await db.leads.get([org, 'L2'])).toMatchObject({ mergedInto: 'L1', outcome: 'duplicate' });
    expect((await db.activities.get([org, 'A1']))?.on).toEqual(on);
  });

  it('that no page shows any more stay as they were last seen', async () => {
    await see({ deals: [deal({ stage: 'New' })], activities: [call()] });
    await see({ deals: [] }, { at: T + HOUR, page: 'list/1' });
    expect(await theDeal()).toEqual({ ...deal({ stage: 'New' }), seenAt: T });
    expect(await db.activities.count()).toBe(1);
  });

  it('and go from hand to hand, each time told', async () => {
    for (const [i, owner] of ['Robin', 'Kim', 'Robin', 'Lee'].entries())
      await see({ deals: [deal({ owner })] }, { at: T + i * HOUR });
    const changes = (await db.ownerChanges.toArray()).sort((a, b) => start(a.at) - start(b.at));
    expect(changes.map(({ from, to }) => `${from} > ${to}`)).toEqual([
      'Robin > Kim',
      'Kim > Robin',
      'Robin > Lee',
    ]);
  });
});

describe('a clock that was wrong', () => {
  const YEAR = 365 * DAY;

  it('and ahead freezes nothing: what is read after it was set back counts as newer', async () => {
    await see({ deals: [deal({ stage: 'New', createdAt: T - DAY })] }, { at: T + YEAR, clock: T + YEAR });
    await see({ deals: [deal({ stage: 'Offer' })] }, { at: T, clock: T });
    expect(await theDeal()).toMatchObject({ stage: 'Offer', seenAt: T });
    // When it was seen before is not known any more, but that it was after it was created.
    expect((await db.stageChanges.toArray()).map(({ at }) => at)).toEqual([[T - DAY, T]]);
    await see({ deals: [deal({ stage: 'Won' })] }, { at: T + HOUR, clock: T + HOUR });
    expect((await db.stageChanges.toArray()).map(({ at }) => at)).toContainEqual([T, T + HOUR]);
  });

  it('and ahead stamps no page that is read before it is set back', async () => {
    await see({ deals: [deal()] }, { at: T + YEAR, clock: T });
    expect((await theDeal())?.seenAt).toBe(T);
  });

  it('leaves no call in the future that was done', async () => {
    await see({ activities: [call({ at: T + YEAR - HOUR })] }, { at: T + YEAR, clock: T + YEAR });
    await see({ activities: [call({ at: T - HOUR })] }, { at: T, clock: T });
    expect((await db.activities.get([org, 'A1']))?.at).toBe(T - HOUR);
  });

  it('lets a late reading be late all the same', async () => {
    await see({ deals: [deal({ stage: 'Offer' })] }, { at: T, clock: T });
    await see({ deals: [deal({ stage: 'New', nextStep: 'Call' })] }, { at: T - HOUR, clock: T + 1 });
    expect(await theDeal()).toMatchObject({ stage: 'Offer', nextStep: 'Call' });
  });

  it('takes nothing newer from tickets, and no ticket stays what the wrong clock said', async () => {
    const ticket = (rating: number) => ({ tickets: [{ org, id: 'T1', openedAt: T - DAY, rating }] });
    await see(ticket(2), { at: T + YEAR, clock: T + YEAR });
    await see(ticket(5), { at: T, clock: T });
    expect(await db.tickets.get([org, 'T1'])).toMatchObject({ rating: 5, seenAt: T });
  });
});
