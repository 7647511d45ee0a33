import { start } from '../contract/moment.ts';
import type { Settings } from '../contract/settings.ts';
import { dayMoment } from '../contract/zone.ts';
import type { Scene } from './scene.ts';

type Cost = NonNullable<Settings['costs']>[number];

/**
 * What costs of these kinds came to in the period, up to asOf: each by its share of time (rule 48), with a rep only
 * those that name the rep (rule 61). `undefined` when none of them touches the period: not typed in is not nothing.
 */
export function costIn(scene: Scene, kinds: readonly Cost['kind'][]): number | undefined {
  const { settings, rep } = scene;
  const parts = (settings.costs ?? [])
    .filter((cost) => kinds.includes(cost.kind) && (rep === null || cost.rep === rep))
    .flatMap((cost) => partIn(cost, scene) ?? []);
  return parts.length === 0 ? undefined : parts.reduce((sum, part) => sum + part, 0);
}

function partIn(cost: Cost, { calendar, period, asOf }: Scene): number | undefined {
  const from = start(dayMoment(cost.from, calendar.zone));
  const to = start(dayMoment(cost.to, calendar.zone));
  const shared = Math.min(to, period[1], asOf) - Math.max(from, period[0]);
  return shared > 0 ? (cost.amount * shared) / (to - from) : undefined;
}
