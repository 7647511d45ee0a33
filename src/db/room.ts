import { end } from '../contract/moment.ts';
import type { Activity } from '../contract/records.ts';
import type { Database, Stored } from './database.ts';

const DAY = 864e5;
/** What is younger (ms) is looked at by people. */
const YOUNG = 30 * DAY;
const MOST = 2000;

/** No figure counts them: they are what the CRM or a person noted, and no touch. */
const isNoted = ({ kind, state }: Activity): boolean =>
  state === 'done' && (kind === 'system' || kind === 'note');

/** What was noted goes; of a touch its title goes, which is looked at and not counted. */
const isRaw = (row: Stored<Activity>): boolean =>
  isNoted(row) || (row.subject !== undefined && row.derived !== true && row.state === 'done');

/**
 * Rolls up the oldest raw activities, at most `MOST`: every figure stays what it is. Returns how many there were.
 * `now` in epoch ms.
 */
export const rollUpOldest = (db: Database, now: number): Promise<number> =>
  db.transaction('rw', db.activities, async () => {
    const ageOf = ({ at }: Activity): number => (at === undefined ? now : end(at));
    const raw = await db.activities.filter((row) => isRaw(row) && ageOf(row) < now - YOUNG).toArray();
    const oldest = raw.sort((a, b) => ageOf(a) - ageOf(b)).slice(0, MOST);
    const gone = oldest.filter(isNoted);
    await db.activities.bulkDelete(gone.map(({ org, id }) => [org, id]));
    const slim = oldest.filter((row) => !isNoted(row)).map(({ subject: _, ...row }) => row);
    await db.activities.bulkPut(slim);
    return oldest.length;
  });
