import { Dexie } from 'dexie';
import { noRecords } from '../../contract/records.ts';
import { Database } from '../../db/database.ts';
import type { Ask } from './ask.ts';
import { openDesk } from './desk.ts';

/* The panel's sums, beside the page, so that it never stands still for them. It reads the database and writes nothing. */

const MINUTE = 60_000;
const scope = self as unknown as Pick<Worker, 'postMessage' | 'onmessage'> & { name: string };
// Its name is that of the database, where it is not the user's own.
const db = new Database(scope.name || undefined);
const desk = openDesk(db, (answer) => scope.postMessage(answer));

scope.onmessage = ({ data }: MessageEvent<Ask>) => {
  desk.ask(data);
};

/** Tables that a figure is made of; roll-ups and sightings change with every reading and count for none. */
const TABLES = [...Object.keys(noRecords()), 'settings'].map((table) => `idb://${db.name}/${table}/`);

// The event that liveQuery itself waits for, from every context; all tables at once would be read anew with each change.
Dexie.on.storagemutated.subscribe((parts) => {
  if (Object.keys(parts).some((part) => TABLES.some((table) => part.startsWith(table))))
    desk.changed('records');
});
setInterval(() => desk.changed('time'), MINUTE);
