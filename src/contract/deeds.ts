import { derivedId } from './identity.ts';
import type { Desk } from './interpret.ts';
import type { Activity } from './records.ts';

/**
 * Two calls of one minute are two where their headings say so, or what they say besides. They are told apart by their
 * place counted from the oldest: new items come on top, and the headings are worded otherwise once the cards are opened.
 */
export function deedsApart(activities: Activity[], headers: Desk['headers']): Activity[] {
  const known = new Map<string, string[]>();
  return activities
    .toReversed()
    .map((activity) => {
      if (!activity.derived) return activity;
      const shown = `${headers?.get(activity)} ${activity.at}`;
      const others = known.get(activity.id) ?? [];
      if (!others.includes(shown)) known.set(activity.id, [...others, shown]);
      const place = others.includes(shown) ? others.indexOf(shown) : others.length;
      return place > 0 ? { ...activity, id: derivedId(activity.id, place) } : activity;
    })
    .reverse();
}
