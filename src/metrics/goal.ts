import type { Settings } from '../contract/settings.ts';

/**
 * The settings as they hold for one rep: where quotas are set, the goal is the team's, and the rep's is the part of it
 * that the rep's quota is of all. As typed without one, and for the team (`null`).
 */
export function settingsFor(settings: Settings, rep: string | null): Settings {
  const { goal, quota = {} } = settings;
  const own = rep !== null && Object.hasOwn(quota, rep) ? quota[rep] : undefined;
  const all = Object.values(quota).reduce((sum, one) => sum + one, 0);
  if (!goal || own === undefined || own <= 0) return settings;
  return { ...settings, goal: { ...goal, revenue: (goal.revenue * own) / all } };
}
