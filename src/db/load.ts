import { type Policy, underPolicy } from '../contract/policy.ts';
import { noRecords, type Records } from '../contract/records.ts';
import type { Settings } from '../contract/settings.ts';
import type { Database, SettingsRow } from './database.ts';
import { same } from './merge.ts';
import { markAll } from './summaries.ts';

/** What holds: the user's settings under the organisation's policy. The one place where the two meet. */
export async function loadSettings(db: Database): Promise<Settings> {
  const [own, policy] = await db.settings.bulkGet(['settings', 'policy']);
  return underPolicy(settingsIn(own), policyIn(policy));
}

/** What the user set, whatever holds. */
export const ownSettings = async (db: Database): Promise<Settings> =>
  settingsIn(await db.settings.get('settings'));

export const loadPolicy = async (db: Database): Promise<Policy | undefined> =>
  policyIn(await db.settings.get('policy'));

function settingsIn(row: SettingsRow | undefined): Settings {
  if (row?.key !== 'settings') return {};
  const { key: _, ...settings } = row;
  return settings;
}
const policyIn = (row: SettingsRow | undefined): Policy | undefined =>
  row?.key === 'policy' ? row.policy : undefined;

const noPolicy: Policy = { settings: {}, locked: [] };

/** Keeps what the organisation lays down; the same again changes nothing. */
export const savePolicy = (db: Database, policy: Policy): Promise<boolean> =>
  db.transaction('rw', [db.settings, db.summaries, db.leads, db.deals], async () => {
    if (same((await loadPolicy(db)) ?? noPolicy, policy)) return false;
    await db.settings.put({ key: 'policy', policy });
    await markAll(db);
    return true;
  });

/** Replaces all settings of the user; everything is worked out anew by them. */
export const saveSettings = (db: Database, settings: Settings): Promise<unknown> =>
  db.transaction('rw', [db.settings, db.summaries, db.leads, db.deals], async () => {
    await db.settings.put({ ...settings, key: 'settings' });
    await markAll(db);
  });

/** All that is kept of what people do: what response metrics are made of. Moves only where a stage may end a deal. */
export async function loadRecords(db: Database, { stageOutcomes }: Settings = {}): Promise<Records> {
  const tables = [db.leads, db.deals, db.activities, db.ownerChanges, db.stageChanges];
  return db.transaction('r', tables, async () => {
    const [leads, deals, activities, ownerChanges, stageChanges] = await Promise.all([
      db.leads.toArray(),
      db.deals.toArray(),
      db.activities.toArray(),
      db.ownerChanges.toArray(),
      stageOutcomes ? db.stageChanges.toArray() : [],
    ]);
    return { ...noRecords(), leads, deals, activities, ownerChanges, stageChanges };
  });
}
