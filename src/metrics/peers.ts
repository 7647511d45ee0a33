import type { Settings } from '../contract/settings.ts';
import { oncePer } from './once.ts';
import { type Facts, type Scene, sceneOf } from './scene.ts';

/** Whether somebody may be set beside the others at all; a user or an organisation may not want it. */
export const arePeersShown = ({ peerComparison }: Settings): boolean => peerComparison !== false;

/** Everybody who owns a lead or a deal at asOf, by name. */
export function repsOf({ leads, deals }: Facts): string[] {
  const names = new Set([...leads, ...deals].map(({ owner }) => owner));
  return [...names].filter((name): name is string => !!name).sort();
}

/** The same period of every other rep of the team; none where the team itself is looked at. */
export const peersOf = oncePer((scene: Scene): Scene[] =>
  scene.rep === null
    ? []
    : repsOf(scene.team)
        .filter((name) => name !== scene.rep)
        .map((name) => sceneOf(scene.team, scene.period, name)),
);
