import { expect, it } from 'vitest';
import { settingsFor } from '../../src/metrics/goal.ts';

const settings = { goal: { revenue: 900, months: 12 }, quota: { Ana: 100, Tom: 200, New: 0 } };

it('the goal is the team’s, and a rep’s part of it goes by quota', () => {
  expect(settingsFor(settings, 'Tom').goal).toEqual({ revenue: 600, months: 12 });
  expect(settingsFor(settings, null)).toBe(settings);
});

it('is as typed where no quota says otherwise', () => {
  for (const rep of ['New', 'Nobody']) expect(settingsFor(settings, rep)).toBe(settings);
  expect(settingsFor({ goal: settings.goal }, 'Ana').goal).toEqual(settings.goal);
});
