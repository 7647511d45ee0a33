import { beforeEach, expect, test } from 'vitest';
import { badgeOf } from '../../src/show/badge.ts';
import { fakeChrome } from './chrome.ts';
import { fourP, late, NOW, wait } from './views.ts';

beforeEach(() => {
  fakeChrome();
});
const badge = (first: ReturnType<typeof wait>[]) =>
  badgeOf({ asOf: NOW, waiting: { count: first.length, first }, fourP });

test.each([
  [wait(), '4m'],
  [wait({ remaining: 50, state: 'due-soon' }), '!0m'],
  [late, '+12m'],
  [wait({ remaining: -198_000, state: 'breached' }), '+55h'],
])('tells the time of the most urgent in four signs at most', (first, text) => {
  expect(badge([first]).text).toBe(text);
  expect(text.length).toBeLessThanOrEqual(4);
});

test('says the same in words on the icon', () => {
  expect(badge([late, wait()]).title).toBe('Fourfold: 2 leads waiting, 12 min over the target');
});

test('says nothing when nobody waits', () => {
  expect(badge([])).toMatchObject({ text: '', title: 'Fourfold' });
});

test('shows a sign of pause while nothing is read, and until when', () => {
  const first = [late];
  const paused = (until: boolean | number) =>
    badgeOf({ asOf: NOW, waiting: { count: 1, first }, fourP }, { paused: until });
  expect(paused(true)).toMatchObject({ text: 'II', title: 'Fourfold: Paused: nothing is read' });
  expect(paused(NOW + 3_600_000).title).toMatch(/^Fourfold: Paused until \d+:\d\d/);
  expect(paused(NOW).text).toBe('+12m');
  expect(paused(false).text).toBe('+12m');
});
