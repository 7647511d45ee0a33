import type { Settings } from '../contract/settings.ts';
import { loadAround } from '../db/around.ts';
import type { Database } from '../db/database.ts';
import { loadRecords, loadSettings } from '../db/load.ts';
import { due, type Where } from '../db/summaries.ts';
import { type Digest, digestOf } from '../metrics/digest.ts';
import { type Glance, glanceOf, type Scope, waitingAmong } from '../metrics/glance.ts';
import { historiesOf } from '../metrics/histories.ts';
import { perAccount } from '../metrics/lineage.ts';
import type { Waiting } from '../metrics/waiting.ts';

const NINETY_DAYS = 90 * 864e5;
/** From this share of all records on, one walk through the tables is quicker than looking each up. */
const MANY = 0.25;

/**
 * What the faces paint first, made of one small row a record. Only the rows that a change or time has made untrue are
 * worked out anew, from their own records. `now` in epoch ms.
 */
export const rollUp = async (db: Database, now: number): Promise<Glance> => (await lookAt(db, now)).glance;

/** The same with everybody who waits, and the settings that it was made by. */
export async function lookAt(
  db: Database,
  now: number,
): Promise<{ glance: Glance; waiting: Waiting[]; settings: Settings }> {
  const settings = {
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...(await loadSettings(db)),
  };
  await renew(db, settings, now);
  const digests = (await db.summaries.toArray()) as Digest[];
  const scope: Scope = {
    settings,
    asOf: now,
    period: [now - NINETY_DAYS, now],
    reps: [settings.me?.names, settings.team?.names].find((names) => names?.length),
    scoreDeals: perAccount(digests, settings),
  };
  const waiting = waitingAmong(digests, scope);
  return { glance: glanceOf(digests, scope, waiting), waiting, settings };
}

/** In one transaction, so that no change that comes meanwhile is taken for done. */
async function renew(db: Database, settings: Settings, now: number): Promise<void> {
  const { leads, deals, activities, ownerChanges, stageChanges, quotes, summaries } = db;
  const tables = [leads, deals, activities, ownerChanges, stageChanges, quotes, summaries];
  await db.transaction('rw', tables, async () => {
    const named = await due(db, now);
    if (named.length === 0) return;
    const { about, records } =
      named.length > MANY * (await summaries.count())
        ? { about: named, records: await loadRecords(db, settings) }
        : await loadAround(db, named);
    const digests = historiesOf(records).map((history) => digestOf(history, settings, now));
    const made = new Set(digests.map(textOf));
    const gone = about.filter((where) => !made.has(textOf(where)));
    await db.summaries.bulkDelete(gone.map(({ org, kind, id }) => [org, kind, id]));
    await db.summaries.bulkPut(digests);
  });
}

const textOf = ({ org, kind, id }: Where): string => JSON.stringify([org, kind, id]);
