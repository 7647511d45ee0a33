import { describe, expect, it } from 'vitest';
import type { RawField } from '../../src/contract/raw.ts';
import { at, deal, field, item, read } from './make.ts';

/** A page seen in Berlin, whose items have these texts and machine values. */
const times =
  (...shown: [text: string, machine?: string][]) =>
  (zone?: string) => {
    const times = shown.map(([text, machine]): RawField => field(text, machine ? { machine } : {}));
    const activities = times.map((time, i) => item({ id: `A${i}`, time }));
    const { records, sighting } = read({ records: [deal()], activities, language: 'en-US' }, { zone });
    return { at: records.activities.map((a) => a.at), sighting };
  };

describe('the zone of a page', () => {
  const plain: [string] = ['Jan 10, 2026, 9:00 AM'];

  it('is the browser’s, and that is said', () => {
    const { at: found, sighting } = times(plain)();
    expect(found).toEqual([at('2026-01-10T08:00Z')]);
    expect(sighting.coverage).toMatchObject({ timeZone: 'Europe/Berlin', zone: 'browser' });
  });

  it('is what the user set', () => {
    const { at: found, sighting } = times(plain)('Asia/Tokyo');
    expect(found).toEqual([at('2026-01-10T00:00Z')]);
    expect(sighting.coverage).toMatchObject({ timeZone: 'Asia/Tokyo', zone: 'setting' });
  });

  it('is proved by an instant beside a text', () => {
    const { at: found, sighting } = times(plain, ['Jan 12, 2026, 1:00 PM', '2026-01-12T12:00:20Z'])();
    expect(found[0]).toBe(at('2026-01-10T08:00Z'));
    expect(sighting.coverage).toMatchObject({ timeZone: 'Europe/Berlin', zone: 'proved' });
  });

  it('is the one in which a text and its instant agree, whatever the browser and the user say', () => {
    const indian: [string, string] = ['Jan 12, 2026, 5:30 PM', '2026-01-12T12:00:20Z'];
    for (const zone of [undefined, 'America/New_York']) {
      const { at: found, sighting } = times(plain, indian)(zone);
      expect(found[0]).toBe(at('2026-01-10T03:30Z'));
      expect(sighting.coverage.zone).toBe('proved');
    }
  });

  it('leaves a text unread that the zones which it may be read differently', () => {
    // Five hours behind in winter are New York and Bogotá, which has no summer time.
    const winter: [string, string] = ['Jan 12, 2026, 7:00 AM', '2026-01-12T12:00:00Z'];
    const { at: found, sighting } = times(plain, ['Jun 10, 2026, 9:00 AM'], winter)();
    expect(found).toEqual([at('2026-01-10T14:00Z'), at('2026-01-12T12:00Z')]);
    expect(sighting.unread).toEqual([{ field: 'activity.at', why: 'in which zone is the page?' }]);
    const summer: [string, string] = ['Jun 11, 2026, 8:00 AM', '2026-06-11T12:00:00Z'];
    const told = times(['Jun 10, 2026, 9:00 AM'], winter, summer)();
    expect(told.at[0]).toBe(at('2026-06-10T13:00Z'));
  });

  it('is not proved by a text that prints its own, nor by a day or a span', () => {
    for (const text of ['Jan 12, 2026, 7:00 AM EST', 'Jan 12, 2026', '2 days ago'])
      expect(times(plain, [text, '2026-01-12T12:00:00Z'])().sighting.coverage.zone, text).toBe('browser');
  });

  it('is not proved by an instant that is another time', () => {
    const other: [string, string] = ['Jan 12, 2026, 7:00 AM', '2026-01-12T11:53:00Z'];
    expect(times(plain, other)()).toMatchObject({ sighting: { coverage: { zone: 'browser' } } });
  });

  it('stays what it was where the page contradicts itself, and that is said', () => {
    const { at: found, sighting } = times(
      plain,
      ['Jan 12, 2026, 7:00 AM', '2026-01-12T12:00:00Z'],
      ['Jan 13, 2026, 9:00 PM', '2026-01-13T12:00:00Z'],
    )();
    expect(found[0]).toBe(at('2026-01-10T08:00Z'));
    expect(sighting.coverage).toMatchObject({ timeZone: 'Europe/Berlin', zone: 'contradicted' });
  });

  it('is proved by a text of today near midnight too', () => {
    const today: [string, string] = ['Today at 3:30 PM', '2026-06-15T10:00:00Z'];
    expect(times(plain, today)().at[0]).toBe(at('2026-01-10T03:30Z'));
  });
});
