import type { Database } from '../db/database.ts';
import type { RecordKey } from '../db/drop.ts';
import { forgetPerson } from '../db/forget-person.ts';
import { isNamedIn, type Mentions, mentionsOf, without } from '../db/mention.ts';
import { isAbout } from '../db/person.ts';
import { unstage } from '../db/staging.ts';
import { tabState } from '../messages.ts';
import { leaveDemo } from '../show/demo/keep.ts';
import { isDemo } from '../show/demo/kept.ts';
import { toldSchema } from '../show/notices.ts';
import { dropFigures } from '../show/panel/kept.ts';
import { hideChip, hideChips } from './chips.ts';
import { changeShown, refresh } from './keep.ts';
import { reviseTold, withdraw } from './notices.ts';
import { registerContent } from './scripts.ts';
import { obey } from './settings.ts';

/* What goes when somebody is to be forgotten, or everything: wherever it is kept, not in the database alone. */

/** Of the invented team there is nothing to keep; the user's own records are not what is looked at then. */
export async function forgetAll(db: Database): Promise<void> {
  if (await isDemo()) return leaveDemo();
  // Emptied, which waits for every reading that is under way: Chromium would keep for it what it began to read.
  const empty = () => Promise.all(db.tables.map((table) => table.clear()));
  if (db.isOpen()) await db.transaction('rw', db.tables, empty).catch(() => undefined);
  // And deleted: then the browser deletes its files. Those that a face left and nobody took in, too.
  await Promise.all([db.delete(), unstage(), leaveDemo()]);
  await db.open();
  await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear(), hideChips(), withdraw()]);
  await dropFigures();
  // On a full disk nothing can be written over; it is deleted all the same.
  await overwriteFreed().catch(() => undefined);
  await obey(db);
  // With the settings a pause is gone.
  await registerContent(db);
  await refresh(db);
}

/** Random bytes by kind: how many values of how many characters. */
const FILL = [
  [200, 500],
  [60, 40_000],
] as const;

/**
 * Firefox keeps local storage in a database of its own. What was cleared stays in the file, in pages that are free, until
 * something else is written there.
 */
async function overwriteFreed(): Promise<void> {
  if (!chrome.runtime.getURL('').startsWith('moz-extension:')) return;
  const noise = (length: number) => String.fromCharCode(...crypto.getRandomValues(new Uint8Array(length)));
  const values = FILL.flatMap(([count, length]) => Array.from({ length: count }, () => noise(length)));
  const fill = Object.fromEntries(values.map((value, i) => [`fill:${i}`, value]));
  await chrome.storage.local.set(fill);
  await chrome.storage.local.remove(Object.keys(fill));
}

/** The person of these names; of the invented team that is one of its database alone. */
export const forgetOne = (db: Database, names: readonly string[]): Promise<void> =>
  changeShown(db, async (shown) => {
    const { leads } = await navigator.locks.request('settings', () => forgetPerson(shown, names));
    if (shown === db) await forgetKept(mentionsOf(names), leads);
  });

/** What is kept beside the database. */
async function forgetKept(mentions: Mentions, leads: readonly RecordKey[]): Promise<void> {
  const isTheirs = (one: { org: string; kind: string; id: string }) =>
    isAbout({ org: one.org, subject: one }, leads);
  await unstage();
  await reviseTold((all) =>
    all
      .filter((one) => !isTheirs(one))
      .flatMap((one) => toldSchema.safeParse([without(one, mentions)]).data ?? []),
  );
  await withdraw((about) => isNamedIn(about, mentions) || isTheirs(about as Parameters<typeof isTheirs>[0]));
  await forgetTabs(mentions, leads);
  for (const [key, value] of Object.entries(await chrome.storage.local.get(null))) {
    // The faces' own words, in which a name may be any word.
    if (key === 'texts' || !isNamedIn(value, mentions)) continue;
    const left = without(value, mentions);
    if (left === undefined) await chrome.storage.local.remove(key);
    else await chrome.storage.local.set({ [key]: left });
  }
}

/** What tabs last showed, and whose sheet was opened. */
async function forgetTabs(mentions: Mentions, leads: readonly RecordKey[]): Promise<void> {
  for (const [key, value] of Object.entries(await chrome.storage.session.get(null))) {
    const parsed = tabState.safeParse(value);
    const { org, subject, shown = [] } = parsed.data?.sighting ?? { org: '' };
    const isTheirs = [subject, ...shown].some((one) => isAbout({ org, subject: one }, leads));
    if (!isTheirs && !isNamedIn({ [key]: value }, mentions)) continue;
    await chrome.storage.session.remove(key);
    if (key.startsWith('tab:')) await hideChip(Number(key.slice('tab:'.length)));
  }
}
