import { describe, expect, it } from 'vitest';
import { NO_LIMIT, type Result } from './line.ts';
import { said, tableOf } from './table.ts';

const spread = { min: 1, median: 2, max: 3 };
const result: Result = {
  id: 'it',
  what: 'storing it again',
  beside: 'hashing it',
  unit: 'ms',
  limit: { times: NO_LIMIT },
  runs: 3,
  floor: spread,
  ours: spread,
  score: spread,
  holds: true,
  date: '2026-01-01',
  machine: 'a machine',
};
/** As it is kept from one run to the next. */
const kept = JSON.parse(JSON.stringify(result)) as Result;

describe('what is only set beside something', () => {
  it('has no limit that it keeps or passes', () => {
    expect(said(result)).toBe('2.00 (1.00 … 3.00) ×  storing it again / hashing it: 2.00 / 2.00 ms');
    expect(said(kept)).toBe(said(result));
  });

  it('has none in the table either', () => {
    expect(tableOf([kept])).toContain('| hashing it | 2.00 ms | 2.00 (1.00 … 3.00) × | – |  |');
  });
});

describe('what has a limit', () => {
  it('says whether it keeps it', () => {
    expect(said({ ...result, limit: { times: 3 } })).toMatch(/^✓ 2\.00 \(1\.00 … 3\.00\) ×, at most 3 × {2}/);
    expect(said({ ...result, limit: { more: 1 }, holds: false })).toMatch(/^✗ .* ms, at most \+ 1 ms {2}/);
  });
});
