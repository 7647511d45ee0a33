// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openWhole } from '../../src/collect/whole.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A page whose button brings as many rows as it is asked for, up to the last. */
function page(rows: number) {
  document.body.innerHTML = '<ul></ul><button id="more">More</button><button id="fold">Fold</button>';
  const [list, more, fold] = ['ul', '#more', '#fold'].map((s) => document.querySelector<HTMLElement>(s));
  const clicks = { more: 0, fold: 0 };
  more?.addEventListener('click', () => {
    clicks.more += 1;
    if ((list?.children.length ?? 0) < rows) list?.append(document.createElement('li'));
  });
  // It says that it is folded whatever happens, as some do.
  fold?.setAttribute('aria-expanded', 'false');
  fold?.addEventListener('click', () => {
    clicks.fold += 1;
  });
  const unfold = () => ({
    toggles: [more, fold].filter((el) => el !== null && el !== undefined),
    scrollers: [],
  });
  return { clicks, unfold, rows: () => list?.children.length };
}

it('asks for more as long as the page grows, and clicks what folds only once', async () => {
  const { clicks, unfold, rows } = page(4);
  const told: boolean[] = [];
  const over = openWhole(
    unfold,
    () => false,
    ({ done }) => told.push(done),
  );
  await vi.advanceTimersByTimeAsync(60_000);
  await over;
  expect(rows()).toBe(4);
  expect(clicks).toEqual({ more: 5, fold: 1 });
  expect(told.at(-1)).toBe(true);
});

it('stops when it is told to', async () => {
  const { clicks, unfold } = page(400);
  let isStopped = false;
  const over = openWhole(
    unfold,
    () => isStopped,
    () => undefined,
  );
  await vi.advanceTimersByTimeAsync(1200);
  isStopped = true;
  await vi.advanceTimersByTimeAsync(60_000);
  await over;
  expect(clicks.more).toBeLessThanOrEqual(3);
});
