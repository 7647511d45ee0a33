import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../../contract/settings.ts';
import { Database, type Problem } from '../../db/database.ts';
import { loadSettings } from '../../db/load.ts';

/** What the options page shows of what is stored; it changes nothing itself. */
export interface Stored {
  settings: Settings;
  people: string[];
  problems: Problem[];
  /** Match patterns of the sites that the user allowed. */
  origins: string[];
}

/** The stored settings and lists, again whenever they change; `undefined` until they are there. */
export function useStored(): Stored | undefined {
  const [kept, setKept] = useState<Omit<Stored, 'origins'>>();
  const [origins, setOrigins] = useState<string[]>([]);
  useEffect(() => {
    const db = new Database();
    const subscription = liveQuery(() => keptIn(db)).subscribe({ next: setKept, error: console.error });
    return () => {
      subscription.unsubscribe();
      db.close();
    };
  }, []);
  useEffect(() => {
    const update = () => chrome.permissions.getAll().then((all) => setOrigins(all.origins ?? []));
    update();
    chrome.permissions.onAdded.addListener(update);
    chrome.permissions.onRemoved.addListener(update);
  }, []);
  return kept && { ...kept, origins };
}

async function keptIn(db: Database): Promise<Omit<Stored, 'origins'>> {
  const [settings, sightings, problems] = await Promise.all([
    loadSettings(db),
    db.sightings.toArray(),
    db.problems.toArray(),
  ]);
  const names = new Set(sightings.flatMap((s) => s.people));
  return { settings, problems, people: [...names].sort((a, b) => a.localeCompare(b)) };
}
