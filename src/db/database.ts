import { Dexie, type Table } from 'dexie';
import type { Sighting } from '../contract/coverage.ts';
import type { Policy } from '../contract/policy.ts';
import type {
  Activity,
  Customer,
  Deal,
  Lead,
  OwnerChange,
  Quote,
  StageChange,
  Ticket,
} from '../contract/records.ts';
import type { Settings } from '../contract/settings.ts';
import { markAllIn } from './summaries.ts';

/** A stored record and when it was last seen unchanged (epoch ms). */
export type Stored<T> = T & { seenAt: number };
/** Something that could not be kept, counted by its cause. */
export interface Problem {
  key: string;
  what: string;
  why: string;
  count: number;
  lastAt: number;
}

/** What a roll-up is made of, one row a record; metrics/digest.ts says what it holds, and writes it by the background. */
export interface Summary {
  org: string;
  kind: 'lead' | 'deal';
  id: string;
  /** Epoch ms from which on it has to be worked out anew. */
  until?: number;
}

/** What the user set, and what the user's organisation lays down. */
export type SettingsRow = (Settings & { key: 'settings' }) | { key: 'policy'; policy: Policy };

type Key = [org: string, id: string];

/** The history in the browser's IndexedDB. The background alone writes it; the faces read it by `liveQuery`. */
export class Database extends Dexie {
  declare leads: Table<Stored<Lead>, Key>;
  declare deals: Table<Stored<Deal>, Key>;
  declare activities: Table<Stored<Activity>, Key>;
  declare stageChanges: Table<Stored<StageChange>, Key>;
  declare ownerChanges: Table<Stored<OwnerChange>, Key>;
  declare quotes: Table<Stored<Quote>, Key>;
  declare tickets: Table<Stored<Ticket>, Key>;
  declare customers: Table<Stored<Customer>, Key>;
  declare sightings: Table<Sighting, [org: string, page: string]>;
  declare problems: Table<Problem, string>;
  declare summaries: Table<Summary, [org: string, kind: string, id: string]>;
  declare settings: Table<SettingsRow, SettingsRow['key']>;

  constructor(name = 'fourfold') {
    super(name);
    this.version(1).stores({
      leads: '[org+id], [org+name]',
      deals: '[org+id], [org+name]',
      activities: '[org+id], [org+on.kind+on.id]',
      stageChanges: '[org+id], [org+deal]',
      ownerChanges: '[org+id], [org+on.kind+on.id]',
      quotes: '[org+id], [org+deal]',
      tickets: '[org+id]',
      customers: '[org+id]',
      sightings: '[org+page]',
      problems: 'key',
      settings: 'key',
    });
    this.version(2)
      .stores({
        leads: '[org+id], [org+name], [org+deal], [org+mergedInto]',
        deals: '[org+id], [org+name], [org+lead], [org+mergedInto]',
        summaries: '[org+kind+id], until',
      })
      .upgrade((tx) => markAllIn(tx));
  }
}
