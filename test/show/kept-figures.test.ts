import { beforeEach, expect, it, vi } from 'vitest';
import { noRecords } from '../../src/contract/records.ts';
import { overviewOf, type Wish } from '../../src/metrics/overview.ts';
import { dropFigures, keepFigures, keptFigures } from '../../src/show/panel/kept.ts';
import { fakeBrowser } from '../background/browser.ts';

const { session } = fakeBrowser();
const wish: Wish = { rep: null, period: 'days-90', picks: ['win-rate'], grid: false };
const at = (asOf: number, wanted = wish) => overviewOf(noRecords(), {}, wanted, asOf);

beforeEach(() => session.clear());

it('keeps the last figures, for whoever wishes the same', async () => {
  const now = Date.now();
  await keepFigures(at(now - 60_000));
  await keepFigures(at(now));
  expect((await keptFigures({ ...wish }))?.report.asOf).toBe(now);
  expect(await keptFigures({ ...wish, rep: 'Ana' })).toBeUndefined();
  expect(await keptFigures({ ...wish, grid: true })).toBeUndefined();
});

it('keeps nothing of what was begun before they were dropped', async () => {
  const now = Date.now();
  await keepFigures(at(now - 1));
  await dropFigures();
  expect(await keptFigures(wish)).toBeUndefined();
  await keepFigures(at(now - 1));
  expect(await keptFigures(wish)).toBeUndefined();
  await keepFigures(at(now + 60_000));
  expect((await keptFigures(wish))?.report.asOf).toBe(now + 60_000);
});

it('does without where there is no room', async () => {
  const set = vi.spyOn(session, 'set').mockRejectedValue(new Error('quota'));
  await keepFigures(at(Date.now()));
  set.mockRestore();
  expect(await keptFigures(wish)).toBeUndefined();
});
