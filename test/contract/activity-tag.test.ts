import { describe, expect, it } from 'vitest';
import type { RawActivity } from '../../src/contract/raw.ts';
import { readItem } from './make.ts';

const MEETING = { type: 'meeting', header: 'Meeting hosted by Robin Ray' } as const;
const state = (over: Partial<RawActivity> & { at?: string }) => {
  const { activity } = readItem({ ...MEETING, ...over });
  return activity && [activity.state, activity.result];
};

describe('a status that stands by itself', () => {
  it.each([
    ['Canceled', 'cancelled', undefined],
    ['Completed', 'done', 'held'],
    ['No show', 'done', 'no-show'],
    ['Rescheduled', 'cancelled', undefined],
    ['Scheduled', 'planned', undefined],
    ['Abgesagt', 'cancelled', undefined],
    ['Nicht erschienen', 'done', 'no-show'],
    ['Terminée', 'done', 'held'],
    ['Programada', 'planned', undefined],
    ['Reagendada', 'cancelled', undefined],
    ['Annullata', 'cancelled', undefined],
    ['Niet komen opdagen', 'done', 'no-show'],
    ['Finalizată', 'done', 'held'],
    ['Неявка', 'done', 'no-show'],
    ['Ακυρώθηκε', 'cancelled', undefined],
    ['ملغى', 'cancelled', undefined],
    ['完了', 'done', 'held'],
    ['Robin Ray', 'done', undefined],
    ['30 min', 'done', undefined],
  ])('is a meeting’s state: %s', (tag, expected, result) => {
    expect(state({ tags: ['Kick-off', tag] })).toEqual([expected, result]);
  });

  it('is a task’s and a call’s', () => {
    const task = (tag: string) => state({ type: 'task', header: 'Task', planned: true, tags: [tag] })?.[0];
    expect(['Completed', 'Overdue', 'Not started', 'Canceled', 'High'].map(task)).toEqual(
      ['done', 'planned', 'planned', 'cancelled', 'planned'], //
    );
    const call = (tag: string) => state({ type: 'call', header: 'Call - Connected by Robin', tags: [tag] });
    expect(['Completed', 'Canceled', 'Busy'].map(call)).toEqual([
      ['done', 'connected'],
      ['cancelled', undefined],
      ['done', 'no-answer'],
    ]);
  });

  it('is a call’s direction', () => {
    const direction = (...tags: string[]) =>
      readItem({ type: 'call', header: 'Call by Robin', tags }).activity?.direction;
    expect(direction('Eingehend')).toBe('in');
    expect(direction('Entrante', 'Completed')).toBe('in');
    expect(direction('Re: incoming goods')).toBe('out');
  });

  it('calls a meeting off that lies ahead, but does not do one', () => {
    const ahead = (tag: string) => state({ at: '20 Jun 2026, 09:00', planned: true, tags: [tag] });
    expect(['Canceled', 'Scheduled', 'Completed'].map((tag) => ahead(tag)?.[0])).toEqual([
      'cancelled',
      'planned',
      'planned',
    ]);
  });

  it('is nothing beside a field that has a name, and not the value of another', () => {
    const details = [{ label: 'Outcome', text: 'Completed' }];
    expect(state({ tags: ['Canceled'], details })).toEqual(['done', 'held']);
    const other = [{ label: 'Invoice:', text: 'Canceled' }];
    expect(state({ tags: ['Canceled'], details: other })).toEqual(['done', undefined]);
  });

  it('leaves the item unread where two contradict each other', () => {
    const { activity, sighting } = readItem({ ...MEETING, tags: ['Canceled', 'Completed'] });
    expect(activity).toBeUndefined();
    expect(sighting.unread).toEqual([expect.objectContaining({ field: 'activity.state' })]);
    expect(sighting.coverage.complete).toBe(false);
    expect(state({ tags: ['Canceled', 'canceled'] })).toEqual(['cancelled', undefined]);
  });

  it('is no part of the title', () => {
    const subject = (text: string, tag: string) =>
      readItem({ ...MEETING, subject: text, tags: [tag] }).activity?.subject;
    expect(subject('Kick-off Canceled', 'Canceled')).toBe('Kick-off');
    expect(subject('Canceled', 'Canceled')).toBeUndefined();
    expect(subject('Canceled orders', 'Completed')).toBe('Canceled orders');
  });
});

describe('a status within the heading', () => {
  const read = (header: string, ...within: string[]) => {
    const type = header.includes('Call') ? 'call' : 'meeting';
    const { activity } = readItem({ type, header, within });
    return [activity?.by, activity?.state, activity?.result];
  };

  it('is no part of a name', () => {
    expect(read('Meeting hosted by Kim Park Completed', 'Completed')).toEqual(['Kim Park', 'done', 'held']);
    expect(read('Canceled Meeting by Kim Park', 'Canceled')).toEqual(['Kim Park', 'cancelled', undefined]);
  });

  it('stands between the kind and who did it', () => {
    const meeting = (header: string) => {
      const { activity } = readItem({ type: 'meeting', header }, { people: ['Robin'] });
      return [activity?.state, activity?.result, activity?.subject];
    };
    expect(meeting('Meeting - Canceled by Robin')).toEqual(['cancelled', undefined, undefined]);
    expect(meeting('Reunión - Cancelada por Robin')).toEqual(['cancelled', undefined, undefined]);
    expect(meeting('Meeting - Completed')).toEqual(['done', 'held', undefined]);
    expect(meeting('Meeting - Canceled orders by Robin').slice(0, 2)).toEqual(['done', undefined]);
  });

  it('is a name behind a word for "by", and a part of the sentence behind a dash', () => {
    expect(read('Meeting hosted by Held', 'Held')).toEqual(['Held', 'done', undefined]);
    expect(read('Call - Connected made by Kim Park', 'Connected')).toEqual(['Kim Park', 'done', 'connected']);
    expect(read('Meeting hosted by Kim Held')).toEqual(['Kim Held', 'done', undefined]);
  });
});

describe('the words of a heading', () => {
  it('are not those of a name that the page shows as one', () => {
    const result = (names: string[]) =>
      readItem({ header: 'Call by Bo Busy', names }, { people: ['Robin'] }).activity?.result;
    expect(result(['Bo Busy'])).toBeUndefined();
  });

  it('are not those of a task’s title', () => {
    const task = (header: string) => readItem({ type: 'task', planned: true, header }).activity?.state;
    expect(task('Task - Get the permit done assigned to Will')).toBe('planned');
    expect(task('Task - Permit - Completed by Will')).toBe('done');
    expect(task('Task - Completed')).toBe('done');
  });
});
