import { describe, expect, it } from 'vitest';
import type { Activity, Deal, Lead } from '../../src/contract/records.ts';
import { cyclesOf } from '../../src/metrics/cycles.ts';
import { speedToLead } from '../../src/metrics/speed-to-lead.ts';
import { act, call, DAY, deal, form, HOUR, historyOf, lead, MINUTE, orders, RAISE, reply } from './make.ts';

const ASOF = RAISE + 60 * DAY;
const cycles = (record: Lead | Deal, activities: Activity[] = [], asOf = ASOF) =>
  cyclesOf(historyOf(record, activities), {}, asOf);
const raises = (record: Lead | Deal, activities: Activity[] = [], asOf = ASOF) =>
  cycles(record, activities, asOf).map(({ raise }) => raise);
const first = (record: Lead | Deal, activities: Activity[], asOf = ASOF) => {
  const [cycle] = cycles(record, activities, asOf);
  if (!cycle) throw new Error('no cycle');
  return cycle;
};

describe('which records have cycles', () => {
  it('rule 56: raised at raisedAt, else createdAt; not raised before that', () => {
    expect(raises(lead({ raisedAt: RAISE + 5 }))).toEqual([RAISE + 5]);
    expect(raises(lead())).toEqual([RAISE]);
    expect(raises(lead(), [], RAISE - 1)).toEqual([]);
    expect(raises(lead({ raisedAt: RAISE + DAY }), [form(RAISE)], RAISE + HOUR)).toEqual([]);
    expect(raises(lead({ createdAt: [RAISE, RAISE + DAY] }), [], RAISE + 5)).toEqual([[RAISE, RAISE + 5]]);
  });

  it('rule 6: cold leads have none, imported ones none before an inbound action of their own', () => {
    expect(raises(lead({ source: 'List' }), [form(RAISE + DAY)])).toEqual([]);
    expect(raises(lead({ imported: true }), [act(RAISE + 5)])).toEqual([]);
    expect(raises(lead({ imported: true }), [form(RAISE + DAY)])).toEqual([RAISE + DAY]);
  });

  it('rules 3, 77: spam, duplicate and merged ones have none', () => {
    expect(raises(lead({ outcome: 'spam', closedAt: ASOF + 1 }))).toEqual([]);
    expect(raises(lead({ outcome: 'duplicate' }))).toEqual([]);
    expect(raises(lead({ mergedInto: 'L2' }))).toEqual([]);
  });

  it('takes the first inbound action when the hand-raise is unknown, and nothing when there is none', () => {
    const unknown: Lead = { org: 'crm:test', id: 'L1', outcome: 'open' };
    expect(raises(unknown, [act(RAISE)])).toEqual([]);
    expect(raises(unknown, [form(RAISE)])).toEqual([RAISE]);
  });

  it('rule 81: a deal is raised at its first inbound form, chat or call, else at createdAt', () => {
    expect(raises(deal())).toEqual([RAISE]);
    expect(raises(deal(), [form(RAISE + 9), form(RAISE - 5)])).toEqual([RAISE - 5]);
    expect(raises(deal(), [reply(RAISE + 9)])).toEqual([RAISE]);
  });

  it('rule 77: hand-raises of merged records count', () => {
    const history = (createdAt: number) => ({
      ...historyOf(lead(), [act(RAISE + HOUR)]),
      merged: [lead({ id: 'L2', createdAt, mergedInto: 'L1' })],
    });
    const raised = (createdAt: number) => cyclesOf(history(createdAt), {}, ASOF).map(({ raise }) => raise);
    expect(raised(RAISE - DAY)).toEqual([RAISE - DAY]);
    expect(raised(RAISE + DAY)).toEqual([RAISE, RAISE + DAY]);
  });

  it('rules 6, 77: a cold or imported record that was merged raised no hand, but what it did later did', () => {
    const withMerged = (fields: Partial<Lead>, activities: Activity[] = []) => ({
      ...historyOf(lead(), activities),
      merged: [lead({ id: 'L2', createdAt: RAISE - 60 * DAY, mergedInto: 'L1', ...fields })],
    });
    const raised = (fields: Partial<Lead>, activities?: Activity[]) =>
      cyclesOf(withMerged(fields, activities), { warmthOf: { fair: 'cold' } }, ASOF).map(
        ({ raise }) => raise,
      );
    expect(raised({ source: 'List' })).toEqual([RAISE]);
    expect(raised({ source: 'Fair' })).toEqual([RAISE]);
    expect(raised({ warmth: 'cold', source: 'Demo' })).toEqual([RAISE]);
    expect(raised({ imported: true })).toEqual([RAISE]);
    expect(raised({ source: 'List' }, [act(RAISE + HOUR), form(RAISE + DAY)])).toEqual([RAISE, RAISE + DAY]);
  });
});

describe('later cycles (rule 8)', () => {
  it('open when none is open: a hand-raise while unanswered does not reset the clock', () => {
    expect(raises(lead(), [form(RAISE + HOUR)])).toEqual([RAISE]);
    expect(raises(lead(), [act(RAISE + HOUR), form(RAISE + HOUR)])).toEqual([RAISE]);
    expect(raises(lead(), [act(RAISE + HOUR), form(RAISE + DAY), form(RAISE + 2 * DAY)])).toEqual([
      RAISE,
      RAISE + DAY,
    ]);
  });

  it('stay closed when it is not sure that the first was answered before', () => {
    expect(raises(lead(), [act([RAISE, RAISE + 2 * DAY]), form(RAISE + DAY)])).toEqual([RAISE]);
  });

  it('are not opened by a connected call, an e-mail or a machine', () => {
    const inbound = [
      reply(RAISE + DAY, { kind: 'call', result: 'connected' }),
      reply(RAISE + DAY),
      form(RAISE + DAY, { automated: true }),
    ];
    expect(raises(lead(), [act(RAISE + HOUR), ...inbound])).toEqual([RAISE]);
  });

  it('are not opened after conversion, but after another end, and that end is not theirs', () => {
    const closed = { closedAt: RAISE + HOUR };
    expect(raises(lead({ outcome: 'converted', ...closed }), [form(RAISE + DAY)])).toEqual([RAISE]);
    const back = cycles(lead({ outcome: 'disqualified', ...closed }), [
      form(RAISE + DAY),
      act(RAISE + 2 * DAY),
    ]);
    expect(back.map(({ raise }) => raise)).toEqual([RAISE, RAISE + DAY]);
    expect(back.map(({ end }) => end?.outcome)).toEqual(['disqualified', undefined]);
    expect(back.map(({ answer }) => answer?.at)).toEqual([undefined, RAISE + 2 * DAY]);
  });

  it('rule 9: ignore earlier attempts, which only a first cycle is spoilt by', () => {
    const [one, two] = cycles(lead(), [act(RAISE - DAY), act(RAISE + HOUR), form(RAISE + DAY)]);
    expect(one?.early?.at).toBe(RAISE - DAY);
    expect(one && speedToLead(one)).toBeNull();
    expect(two?.early).toBeUndefined();
    expect(two?.answer).toBeUndefined();
  });

  it('rule 9: an attempt that may have come after the hand-raise does not spoil it', () => {
    expect(first(lead(), [act([RAISE - DAY, RAISE + 1])]).early).toBeUndefined();
    expect(first(lead(), [act([RAISE - DAY, RAISE])]).early).toBeDefined();
    expect(first(lead(), [act(RAISE - DAY, { state: 'bounced' })]).early).toBeUndefined();
  });
});

describe('answer, contact, end', () => {
  it('rule 15: the first attempt lies between the least `from` and the least `to`', () => {
    const date = act([RAISE - HOUR, RAISE + DAY]);
    const exact = act(RAISE + 2 * HOUR);
    for (const activities of orders([date, exact, act(RAISE + 3 * HOUR)])) {
      const { answer } = first(lead(), activities);
      expect(answer).toEqual({ at: [RAISE - HOUR, RAISE + 2 * HOUR], activity: exact });
    }
  });

  it('rule 16: what begins after the closing does not count; the wait ends there', () => {
    const closed = lead({ outcome: 'unreachable', closedAt: [RAISE, RAISE + HOUR] });
    const late = first(closed, [act(RAISE + HOUR + 1), reply(RAISE + 2 * HOUR)]);
    expect(late).toMatchObject({ touches: [], until: RAISE + HOUR });
    expect(first(closed, [act(RAISE + HOUR)]).answer?.at).toBe(RAISE + HOUR);
  });

  it('rule 3: closed at an unknown time, everything counts and the wait is watched until asOf', () => {
    const closed = lead({ outcome: 'unreachable' });
    expect(first(closed, []).until).toBe(ASOF);
    expect(first(closed, [act(RAISE + DAY)]).answer?.at).toBe(RAISE + DAY);
  });

  it('rule 26: a reply counts from the first attempt on, conversations at any time since the hand-raise', () => {
    const talk = call(RAISE + MINUTE, { direction: 'in', result: 'connected' });
    expect(first(lead(), [reply(RAISE + MINUTE)]).contact).toBeUndefined();
    expect(first(lead(), [reply(RAISE + MINUTE), act(RAISE + HOUR)]).contact).toBeUndefined();
    expect(first(lead(), [reply(RAISE + HOUR), act(RAISE + HOUR)]).contact?.at).toBe(RAISE + HOUR);
    expect(first(lead(), [talk]).contact?.activity).toBe(talk);
    expect(first(lead(), [call(RAISE - 5, { result: 'connected' }), act(RAISE + 9)]).contact).toBeUndefined();
  });

  it('rule 26: the hand-raise itself is no reply to an attempt known by its date', () => {
    const chat = reply(RAISE, { kind: 'chat' });
    const cycle = first(lead(), [chat, act([RAISE - HOUR, RAISE + DAY])]);
    expect(cycle.raisedBy?.activity).toBe(chat);
    expect(cycle.contact).toBeUndefined();
  });

  it('rule 26: on the day of a date-only hand-raise, a chat after the first attempt is a reply to it', () => {
    const day: [number, number] = [RAISE - 9 * HOUR, RAISE + 15 * HOUR];
    const chat = reply(RAISE + HOUR, { kind: 'chat' });
    const answered = first(lead({ createdAt: day }), [act(RAISE), chat]);
    expect(answered.raisedBy).toBeUndefined();
    expect(answered.contact?.activity).toBe(chat);
    const asked = first(lead({ createdAt: day }), [chat, act(RAISE + 2 * HOUR)]);
    expect(asked.raisedBy?.activity).toBe(chat);
    expect(asked.contact).toBeUndefined();
  });

  it('rule 27: a reply that only the touch tells of lies between the touch and asOf', () => {
    const touch = act(RAISE + HOUR, { result: 'replied' });
    expect(first(lead(), [touch]).contact).toEqual({ at: [RAISE + HOUR, ASOF], activity: touch });
    expect(first(lead(), [touch, reply(RAISE + DAY)]).contact?.at).toBe(RAISE + DAY);
  });
});
