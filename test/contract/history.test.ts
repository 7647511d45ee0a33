import { describe, expect, it } from 'vitest';
import { parseHistory, parseSettings } from '../../src/contract/history.ts';

const head = { format: 'fourfold-history', version: 1 };
const faultsOf = (file: object) =>
  parseHistory({ ...head, ...file }).faults?.map((f) => `${f.where} ${f.why}`);
const lead = { org: 'crm:test', id: 'L1', outcome: 'open' };

describe('a History file', () => {
  it('may leave tables out, and keeps what it holds', () => {
    const createdAt = [1_767_225_600_000, 1_767_312_000_000];
    const { value } = parseHistory({ ...head, leads: [{ ...lead, createdAt, nickname: 'ignored' }] });
    expect(value?.leads).toEqual([{ ...lead, createdAt }]);
    expect(value?.deals).toEqual([]);
    expect(value?.settings).toEqual({});
  });

  it.each([
    [
      'a missing field',
      { leads: [lead, { org: 'crm:test', outcome: 'open' }] },
      /^leads\[1\]\.id is missing/,
    ],
    [
      'a wrong word',
      { leads: [{ ...lead, outcome: 'sold' }] },
      /^leads\[0\] \(L1\) \.outcome must be one of open, /,
    ],
    [
      'a time as text',
      { leads: [{ ...lead, createdAt: '2026-01-01' }] },
      /^leads\[0\] \(L1\) \.createdAt .*Moment/,
    ],
    ['a pair that runs backward', { leads: [{ ...lead, createdAt: [2, 1] }] }, /createdAt .*runs forward/],
    ['a table that is none', { deals: {} }, /^deals must be array/],
    ['another format', { format: 'something' }, /^format must be one of fourfold-history/],
    ['a setting', { settings: { goal: { revenue: 0 } } }, /^settings\.goal\.revenue must be more than 0/],
    ['a date', { settings: { holidays: ['1.1.2026'] } }, /^settings\.holidays\[0\] is no day/],
    [
      'a day that no calendar has',
      { deals: [{ ...lead, closeDate: '2026-02-30' }] },
      /^deals\[0\] \(L1\) \.closeDate is no day/,
    ],
  ])('says where %s is, and what', (_, file, sentence) => {
    expect(faultsOf(file)).toEqual([expect.stringMatching(sentence)]);
  });

  it('says every fault, not the first alone', () => {
    expect(faultsOf({ leads: [{}, { id: 3 }] })?.length).toBeGreaterThan(3);
  });
});

it('settings alone are checked alike', () => {
  expect(parseSettings({ timeZone: 5 }).faults?.[0]).toEqual({ where: 'timeZone', why: 'must be string' });
  expect(
    parseSettings({ target: { 'win-rate': 0.3, churn: { value: 0.1, direction: 'lower' } } }).value,
  ).toBeDefined();
});
