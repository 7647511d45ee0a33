import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { emptyPage } from '../../src/collect/adapter.ts';
import { guardStale } from '../../src/collect/stale.ts';
import type { RawPage } from '../../src/contract/raw.ts';

/* Records of one name, so that what the page proves by its title may be said of either. */

const record = (id: string, over: { amount?: string; proved?: boolean } = {}): RawPage => ({
  ...emptyPage('record', `lead/${id}`),
  proved: over.proved ?? true,
  records: [
    {
      kind: 'lead',
      id,
      fields: {
        name: { text: 'Annual inspection', by: 'api' },
        amount: { text: over.amount ?? '€5', by: 'api' },
      },
    },
  ],
});
const again = vi.fn<(wait: number) => void>();
const idsOf = (page: RawPage) => page.records.map(({ id }) => id);

beforeEach(() => {
  vi.useFakeTimers();
  again.mockReset();
});
afterEach(() => {
  vi.useRealTimers();
});

it('what the address has left is not read under the next one, though its name fits both', () => {
  const guard = guardStale(again);
  expect(idsOf(guard(record('5')))).toEqual(['5']);
  const stale = guard(record('4'));
  expect(stale).toMatchObject({ records: [], unready: 'still shows the record that was left' });
  vi.advanceTimersByTime(1000);
  expect(idsOf(guard(record('4')))).toEqual([]);
  expect(idsOf(guard(record('4', { amount: '€6' })))).toEqual(['4']);
});

it('what still stands there after a while is the next one’s, and is looked at again for that', () => {
  const guard = guardStale(again);
  guard(record('5'));
  guard(record('4'));
  guard(record('4'));
  expect(again.mock.calls).toEqual([[2100]]);
  vi.advanceTimersByTime(2100);
  expect(idsOf(guard(record('4')))).toEqual(['4']);
  expect(idsOf(guard(record('4')))).toEqual(['4']);
  // Back again, it is held back as before.
  expect(idsOf(guard(record('5')))).toEqual([]);
});

it('without a proof the wait changes nothing', () => {
  const guard = guardStale(again);
  guard(record('5', { proved: false }));
  expect(idsOf(guard(record('4', { proved: false })))).toEqual([]);
  vi.advanceTimersByTime(9000);
  expect(idsOf(guard(record('4', { proved: false })))).toEqual([]);
  expect(again).not.toHaveBeenCalled();
});
