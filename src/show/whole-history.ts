import type { Records } from '../contract/records.ts';
import type { Settings } from '../contract/settings.ts';
import type { Database } from '../db/database.ts';
import { loadAll } from '../db/history.ts';
import { asOnePerson } from '../metrics/one-person.ts';

/** All that is stored, as the faces count it, with what holds where the user set nothing. */
export async function wholeHistory(db: Database): Promise<{ records: Records; settings: Settings }> {
  const { records, settings: own } = await loadAll(db);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  // Rule 81: where no lead is seen, deals are scored, unless the user decided otherwise.
  const scoreDeals = records.leads.length === 0 && records.deals.length > 0;
  const settings = { timeZone, scoreDeals, ...own };
  return { records: asOnePerson(records, settings.me?.names ?? []), settings };
}
