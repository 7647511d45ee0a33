import { noRecords, type Records } from '../contract/records.ts';
import type { Settings } from '../contract/settings.ts';
import type { Database } from './database.ts';
import { markAll } from './summaries.ts';

export async function loadSettings(db: Database): Promise<Settings> {
  const { key: _, ...settings } = (await db.settings.get('settings')) ?? { key: 'settings' };
  return settings;
}

/** Replaces all settings; everything is worked out anew by them. */
export const saveSettings = (db: Database, settings: Settings): Promise<unknown> =>
  db.transaction('rw', [db.settings, db.summaries, db.leads, db.deals], async () => {
    await db.settings.put({ ...settings, key: 'settings' });
    await markAll(db);
  });

/** All that is kept of what people do: what response metrics are made of. */
export async function loadRecords(db: Database): Promise<Records> {
  const tables = [db.leads, db.deals, db.activities, db.ownerChanges];
  return db.transaction('r', tables, async () => {
    const [leads, deals, activities, ownerChanges] = await Promise.all([
      db.leads.toArray(),
      db.deals.toArray(),
      db.activities.toArray(),
      db.ownerChanges.toArray(),
    ]);
    return { ...noRecords(), leads, deals, activities, ownerChanges };
  });
}
