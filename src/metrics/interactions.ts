import type { Activity, Records } from '../contract/records.ts';
import { oncePer } from './once.ts';
import { isDiscarded } from './outcome.ts';
import { type Facts, isWithin, type Scene } from './scene.ts';
import { isHuman, isMessage } from './touches.ts';

/** What was done in the period by one rep or by all; nothing on spam and duplicate leads (rule 57). */
export const activitiesIn = oncePer((scene: Scene): Activity[] => {
  const { records, rep, team } = scene;
  const done = rep === null ? records.activities : (doneBy(records).get(rep) ?? []);
  const discarded = discardedOf(team);
  return done.filter((activity) => isWithin(activity.at, scene) && !discarded.has(activity));
});

const discardedOf = oncePer(
  ({ leads }: Facts) =>
    new Set(leads.flatMap(({ history }) => (isDiscarded(history.record) ? history.activities : []))),
);

const doneBy = oncePer(({ activities }: Records): Map<string | undefined, Activity[]> => {
  const done = new Map<string | undefined, Activity[]>();
  for (const activity of activities) {
    const own = done.get(activity.by) ?? [];
    own.push(activity);
    done.set(activity.by, own);
  }
  return done;
});

/** Rule 49: a person and a customer exchanged something, whoever began. */
export const isInteraction = (a: Activity): boolean =>
  a.state === 'done' && isHuman(a) && (isMessage(a) || a.kind === 'call' || a.kind === 'meeting');
