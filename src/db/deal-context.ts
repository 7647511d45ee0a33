import type { Records } from '../contract/records.ts';
import { loadAround } from './around.ts';
import type { Database } from './database.ts';
import type { Where } from './summaries.ts';

/**
 * What the checks of one deal rest on: all of its own history, the team's deals with their ways through the stages, and
 * what happened on the won ones, of which norms are made.
 */
export async function loadDealContext(db: Database, org: string, id: string): Promise<Records> {
  const deals = await db.deals.toArray();
  const won = deals.filter(({ outcome }) => outcome === 'won');
  const named: Where[] = [{ org, id }, ...won].map((deal) => ({ org: deal.org, kind: 'deal', id: deal.id }));
  const { records } = await loadAround(db, named);
  return { ...records, deals, stageChanges: await db.stageChanges.toArray() };
}
