import type { Activity } from '../contract/records.ts';
import { oncePer } from './once.ts';
import { isDiscarded } from './outcome.ts';
import { isWithin, type Scene } from './scene.ts';
import { isHuman, isMessage } from './touches.ts';

/** What was done in the period by one rep or by all; nothing on spam and duplicate leads (rule 57). */
export const activitiesIn = oncePer((scene: Scene): Activity[] => {
  const discarded = new Set(
    scene.team.leads.flatMap(({ history }) => (isDiscarded(history.record) ? history.activities : [])),
  );
  return scene.records.activities.filter(
    (activity) =>
      (scene.rep === null || activity.by === scene.rep) &&
      isWithin(activity.at, scene) &&
      !discarded.has(activity),
  );
});

/** Rule 49: a person and a customer exchanged something, whoever began. */
export const isInteraction = (a: Activity): boolean =>
  a.state === 'done' && isHuman(a) && (isMessage(a) || a.kind === 'call' || a.kind === 'meeting');
