import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import type { Sighting } from '../../contract/coverage.ts';
import type { Policy } from '../../contract/policy.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Contradiction, Database, Problem } from '../../db/database.ts';
import { loadPolicy, loadSettings, ownSettings } from '../../db/load.ts';
import { type Trouble, troubleOf } from '../../db/trouble.ts';
import { openDatabase } from '../demo/kept.ts';
import { type Seen, seenIn } from './seen.ts';

/** What the options page shows of what is stored; it changes nothing itself. */
export interface Stored {
  /** What holds. */
  settings: Settings;
  /** What the user set, whatever holds. */
  own: Settings;
  policy: Policy | undefined;
  people: string[];
  problems: Problem[];
  /** What was told in two ways, with the name of the record. */
  contradictions: (Contradiction & { name?: string | undefined })[];
  sightings: Sighting[];
  /** Match patterns of the sites that the user allowed. */
  origins: string[];
  seen: Seen | undefined;
}

type Kept = Omit<Stored, 'origins' | 'seen'>;

/** The stored settings and lists, again whenever they change; `undefined` until they are there, or why they are not. */
export function useStored(): Stored | { trouble: Trouble } | undefined {
  const [trouble, setTrouble] = useState<Trouble>();
  const [kept, setKept] = useState<Kept>();
  const [seen, setSeen] = useState<Seen>();
  const [origins, setOrigins] = useState<string[]>([]);
  useEffect(() => {
    const following = openDatabase().then((db) => {
      const error = (fault: unknown) => setTrouble(troubleOf(fault));
      // A live query keeps silent about a database that cannot be opened.
      db.open().catch(error);
      const kept = liveQuery(() => keptIn(db)).subscribe({ next: setKept, error });
      const seen = liveQuery(() => seenIn(db)).subscribe({ next: setSeen, error });
      return () => {
        kept.unsubscribe();
        seen.unsubscribe();
        db.close();
      };
    });
    return () => void following.then((stop) => stop());
  }, []);
  useEffect(() => {
    const update = () => chrome.permissions.getAll().then((all) => setOrigins(all.origins ?? []));
    update();
    chrome.permissions.onAdded.addListener(update);
    chrome.permissions.onRemoved.addListener(update);
    return () => {
      chrome.permissions.onAdded.removeListener(update);
      chrome.permissions.onRemoved.removeListener(update);
    };
  }, []);
  return trouble ? { trouble } : kept && { ...kept, origins, seen };
}

async function keptIn(db: Database): Promise<Kept> {
  const [settings, own, policy, sightings, problems, contradictions] = await Promise.all([
    loadSettings(db),
    ownSettings(db),
    loadPolicy(db),
    db.sightings.toArray(),
    db.problems.toArray(),
    contradictionsIn(db),
  ]);
  const names = new Set(sightings.flatMap((s) => s.people));
  const people = [...names].sort((a, b) => a.localeCompare(b));
  return { settings, own, policy, problems, contradictions, sightings, people };
}

/** More of them is no list for a person. */
const MOST = 200;

async function contradictionsIn(db: Database): Promise<Stored['contradictions']> {
  const found = await db.contradictions.limit(MOST).toArray();
  return Promise.all(
    found.map(async (one) => {
      const { org, on } = one;
      const record = on && (await (on.kind === 'lead' ? db.leads : db.deals).get([org, on.id]));
      return { ...one, name: record?.name };
    }),
  );
}
