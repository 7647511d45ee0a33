import * as z from 'zod/mini';
import { Database } from '../../db/database.ts';
import { glanceSchema } from '../../metrics/glance.ts';
import { standing } from '../../metrics/standing.ts';

/** The invented team has a database of its own. */
export const DEMO = 'fourfold-demo';

/** What stands under `demo` in extension storage for as long as the invented team is looked at. */
export const keptDemo = z.object({ glance: glanceSchema, standing });

/** What the panel was asked to show of it stands under this key. */
export const DEMO_CHOICES = 'demo-panel';

export const isDemo = async (): Promise<boolean> =>
  keptDemo.safeParse((await chrome.storage.local.get('demo')).demo).success;

/** The user's own records, or those of the invented team. */
export const openDatabase = async (): Promise<Database> =>
  (await isDemo()) ? new Database(DEMO) : new Database();

/** A page that shows the one must not stand beside the other: it begins anew when the invented team comes or goes. */
export function followDemo(isInvented: boolean): void {
  chrome.storage.local.onChanged.addListener(({ demo }) => {
    if (demo && (demo.newValue !== undefined) !== isInvented) location.reload();
  });
}
