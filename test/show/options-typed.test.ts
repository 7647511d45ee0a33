import { beforeEach, describe, expect, test } from 'vitest';
import type { Unit } from '../../src/metrics/kpi.ts';
import { limitsText } from '../../src/show/options/limits.ts';
import { fieldsBy } from '../../src/show/options/Strategies.tsx';
import { wordsIn } from '../../src/show/options/seen.ts';
import {
  durationFrom,
  numberFrom,
  percentFrom,
  valueFrom,
  writtenDuration,
  writtenValue,
} from '../../src/show/options/typed.ts';
import { fakeChrome } from './chrome.ts';

beforeEach(() => {
  fakeChrome();
});

test.each([
  ['12', 12],
  ['0.65', 0.65],
  ['0,65', 0.65],
  ['1,200', 1200],
  ['1,250,000.50', 1_250_000.5],
  ['-5', -5],
  ['٣٫٥', 3.5],
  ['12 apples', undefined],
  ['1..2', undefined],
  ['', undefined],
])('the number %j is %s', (text, value) => expect(numberFrom(text)).toBe(value));

test.each([
  ['65', 0.65],
  ['65 %', 0.65],
  ['65%', 0.65],
  ['% 65', 0.65],
  ['12.5 %', 0.125],
  ['half', undefined],
])('the share %j is %s', (text, value) => expect(percentFrom(text)).toBe(value));

test.each([
  ['5', 300],
  ['5 min', 300],
  ['5m', 300],
  ['90 s', 90],
  ['1 h 30 min', 5400],
  ['1h30m', 5400],
  ['1.5 hours', 5400],
  ['1:30', 5400],
  ['2 days', 172_800],
  ['2 d 4 h', 187_200],
  ['soon', undefined],
  ['5 parsecs', undefined],
  ['-5', undefined],
  ['', undefined],
])('the time %j is %s seconds', (text, seconds) => expect(durationFrom(text)).toBe(seconds));

describe.each(['en', 'el', 'ar', 'ja', 'ru', 'ro', 'de'])(
  'in %s, what is written is understood',
  (locale) => {
    beforeEach(() => {
      const { chrome } = globalThis as unknown as { chrome: { i18n: Record<string, unknown> } };
      chrome.i18n.getMessage = (key: string) => (key === 'language' ? locale : key);
      chrome.i18n.getUILanguage = () => locale;
    });

    test.each([1, 45, 60, 120, 300, 3600, 5400, 7200, 39_600, 86_400, 172_800, 694_861])(
      '%s seconds',
      (seconds) => expect(durationFrom(writtenDuration(seconds)), writtenDuration(seconds)).toBe(seconds),
    );

    test.each<[Unit, number]>([
      ['ratio', 0.325],
      ['ratio', 1.2],
      ['money', 1_250_000],
      ['money', 1200.5],
      ['days', 45.25],
      ['points', 3.5],
      ['s', 0],
    ])('%s %s', (unit, value) =>
      expect(valueFrom(unit, writtenValue(unit, value)), writtenValue(unit, value)).toBeCloseTo(value, 10),
    );
  },
);

test('the words that were seen: sources by how often, stages by pipeline, those of moves too', () => {
  const deal = { org: 'o', outcome: 'open' as const };
  const { sources, stages, owners, currencies } = wordsIn(
    [
      { ...deal, id: '1', source: 'Web', owner: 'Ana' },
      { ...deal, id: '2', source: ' Web ', owner: null },
    ],
    [
      { ...deal, id: 'a', pipeline: 'P', stage: 'Offer', source: 'Fair', currency: 'EUR' },
      { ...deal, id: 'b', stage: 'Offer', outcome: 'won' },
    ],
    [{ org: 'o', id: 'c', deal: 'a', from: 'Talk', to: 'Offer', at: 0 }],
  );
  expect(sources).toEqual([
    { source: 'Web', n: 2 },
    { source: 'Fair', n: 1 },
  ]);
  expect(stages.map(({ pipeline, stage, deals }) => [pipeline, stage, deals])).toEqual([
    [undefined, 'Offer', 1],
    ['P', 'Offer', 1],
    ['P', 'Talk', 0],
  ]);
  expect([owners, currencies]).toEqual([['Ana'], ['EUR']]);
});

test('a field counts by the weakest way in which any page had it found', () => {
  const seen = (by: Record<string, 'api' | 'label'>, adapter = 'odoo') =>
    ({ adapter, coverage: { by } }) as never;
  const found = fieldsBy(
    [seen({ amount: 'api', stage: 'api' }), seen({ amount: 'label' }), seen({ name: 'label' }, 'hubspot')],
    'odoo',
  );
  expect(found.get('api')).toEqual(['stage']);
  expect(found.get('label')).toEqual(['amount']);
});

test('limits of money are written whatever its currency is called', () => {
  expect(limitsText('money', { lo: 10, hi: 20 }, 'EUR')).toBe('€10–€20');
  expect(limitsText('money', { lo: 10, hi: null }, 'Taler')).toBe('10 Taler–…');
  expect(limitsText('money', {}, 'EUR')).toBeUndefined();
});
