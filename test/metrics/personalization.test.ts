import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/contract/records.ts';
import { act, call, DAY, elements, HOUR, RAISE, scored } from './make.ts';

const personal = (...activities: Activity[]) => scored(activities, RAISE + 2 * DAY).personalization;
const mail = (seen: number, missing?: number, fields: Partial<Activity> = {}) =>
  act(RAISE + HOUR, { personal: elements(seen, missing), ...fields });

describe('personalization', () => {
  it('counts elements of five', () => {
    const grades = [0, 1, 2, 3, 4, 5].map((n) => personal(mail(n)).grade);
    expect(grades.join('')).toBe('FFDCBA');
  });

  it('rule 28: scales the letter alone when one element could not be seen, rounding down', () => {
    expect(personal(mail(3, 1))).toMatchObject({ grade: 'C', count: 3, known: 4 });
    expect(personal(mail(4, 0))).toMatchObject({ grade: 'A', count: 4, known: 4 });
  });

  it('is not graded from fewer than four, and has no count from none', () => {
    expect(personal(mail(3, 0))).toMatchObject({ grade: null, count: 3, known: 3 });
    expect(personal(mail(0, 0))).toMatchObject({ grade: null, count: null, known: 0 });
  });

  it('rule 62: looks at the first message only, calls passed over; unseen is unseen', () => {
    const first = act(RAISE + HOUR);
    expect(personal(call(RAISE), first, mail(5, 0, { at: RAISE + DAY }))).toMatchObject({
      grade: null,
      count: null,
      known: 0,
      evidence: { key: 'evidence_personalization_unseen', activity: first.id },
    });
    expect(personal(call(RAISE), mail(5)).grade).toBe('A');
    expect(personal(mail(5, 0, { state: 'bounced' }), mail(2)).grade).toBe('D');
    expect(personal(mail(5, 0, { automated: true }), mail(2)).grade).toBe('D');
  });

  it('says which elements were missing and which could not be seen', () => {
    const message = mail(3, 1, { by: 'Ana' });
    expect(personal(message).evidence).toEqual({
      key: 'evidence_personalization_message',
      params: {
        kind: 'email',
        at: RAISE + HOUR,
        by: 'Ana',
        count: 3,
        known: 4,
        missing: 'relevance',
        unseen: 'forward',
      },
      activity: message.id,
    });
  });

  it('is not gradable from calls alone', () => {
    const evidence = { key: 'evidence_personalization_no_message', params: {} };
    expect(personal(call(RAISE))).toEqual({ grade: null, count: null, known: 0, evidence });
  });

  it('rule 22: has no count without an attempt', () => {
    expect(personal()).toMatchObject({ grade: null, count: null, known: 0 });
    expect(scored([], RAISE + 7 * DAY).personalization).toMatchObject({ grade: 'F', count: null, known: 0 });
  });
});
