import { Database } from '../db/database.ts';
import { countProblem } from '../db/store.ts';
import { nextDue } from '../db/summaries.ts';
import { badgeOf } from '../show/badge.ts';
import { keepDemo } from '../show/demo/keep.ts';
import { DEMO, isDemo } from '../show/demo/kept.ts';
import { speakAsChosen } from '../show/kept-texts.ts';
import { nextLook } from '../show/notices.ts';
import { dropFigures } from '../show/panel/kept.ts';
import { lookAt } from '../show/roll-up.ts';
import { keepStanding } from '../show/stand.ts';
import { notify } from './notices.ts';
import { opened } from './unkept.ts';

/* What is worked out of the records and kept at hand: the roll-up that faces paint first, the badge, the notices. */

/** After a change that is stored, whatever can be worked out of it: a failure is counted, and unsays nothing. */
export async function caughtUp(db: Database, how?: { isUrgent: boolean }): Promise<void> {
  const count = (error: unknown) => countProblem(db, 'roll-up', String(error), Date.now());
  await changed(db, how)
    .catch(count)
    .catch(() => undefined);
}

/** After a change of what is stored. */
export async function changed(db: Database, { isUrgent = false } = {}): Promise<void> {
  await refresh(db);
  await keepStanding(db, Date.now(), isUrgent);
}

/**
 * Changes what the faces show: the user's own records, or the invented team for as long as that is looked at, and never
 * the one by way of the other.
 */
export async function changeShown<T>(db: Database, change: (shown: Database) => Promise<T>): Promise<T> {
  if (!(await isDemo())) {
    const done = await change(await opened(db));
    await dropFigures();
    await caughtUp(db, { isUrgent: true });
    return done;
  }
  const demo = new Database(DEMO);
  try {
    const done = await change(demo);
    await keepDemo(demo, Date.now());
    return done;
  } finally {
    demo.close();
  }
}

/**
 * Who waits and the four Ps, from the rows that changed since. Notices are given by the clock alone: a page shows a
 * record before what happened on it, and half a minute later one knows better.
 */
export async function refresh(db: Database, byClock = false): Promise<void> {
  // One at a time, or of two pages read at once the older picture may be painted last.
  const { waiting, settings, now } = await navigator.locks.request('glance', () => paint(db, byClock));
  if (byClock) await notify(waiting, settings, now);
}

async function paint(db: Database, byClock: boolean) {
  const now = Date.now();
  const { glance, waiting, settings } = await lookAt(db, now);
  await speakAsChosen();
  await chrome.storage.local.set({ glance });
  const { text, colour, title } = badgeOf(glance, settings);
  await Promise.all([
    chrome.action.setBadgeText({ text }),
    chrome.action.setBadgeBackgroundColor({ color: colour }),
    chrome.action.setTitle({ title }),
    wakeFor(await nextWake(db, nextLook(waiting, settings, now), now), byClock),
  ]);
  return { waiting, settings, now };
}

/** Grades move by the clock, too, but what is due in an hour's time need not come sooner. */
const SLOW = 3_600_000;

/** When something is to be looked at though nothing is read: who waits changes by the minute, the four Ps by the hour. */
async function nextWake(db: Database, look: number | undefined, now: number): Promise<number | undefined> {
  const due = await nextDue(db);
  const slow = due === undefined ? undefined : Math.max(due, now + SLOW);
  return look === undefined || slow === undefined ? (look ?? slow) : Math.min(look, slow);
}

/** One alarm: a sleeping machine misses it and hears it once on waking. It repeats, so that no failure is the last. */
async function wakeFor(when: number | undefined, byClock: boolean): Promise<void> {
  if (when === undefined) {
    await chrome.alarms.clear('look');
    return;
  }
  // A page that never rests must not put it off for ever.
  const set = byClock ? undefined : await chrome.alarms.get('look');
  if (!set || set.scheduledTime > when) await chrome.alarms.create('look', { when, periodInMinutes: 1 });
}
