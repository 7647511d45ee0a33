import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import type { Sighting } from '../../contract/coverage.ts';
import type { Policy } from '../../contract/policy.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Database, Problem } from '../../db/database.ts';
import { loadPolicy, loadSettings, ownSettings } from '../../db/load.ts';
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
  sightings: Sighting[];
  /** Match patterns of the sites that the user allowed. */
  origins: string[];
  seen: Seen | undefined;
}

type Kept = Omit<Stored, 'origins' | 'seen'>;

/** The stored settings and lists, again whenever they change; `undefined` until they are there. */
export function useStored(): Stored | undefined {
  const [kept, setKept] = useState<Kept>();
  const [seen, setSeen] = useState<Seen>();
  const [origins, setOrigins] = useState<string[]>([]);
  useEffect(() => {
    const following = openDatabase().then((db) => {
      const error = console.error;
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
  return kept && { ...kept, origins, seen };
}

async function keptIn(db: Database): Promise<Kept> {
  const [settings, own, policy, sightings, problems] = await Promise.all([
    loadSettings(db),
    ownSettings(db),
    loadPolicy(db),
    db.sightings.toArray(),
    db.problems.toArray(),
  ]);
  const names = new Set(sightings.flatMap((s) => s.people));
  return {
    settings,
    own,
    policy,
    problems,
    sightings,
    people: [...names].sort((a, b) => a.localeCompare(b)),
  };
}
