import { Dexie, type Table } from 'dexie';
import type { Sighting } from '../contract/coverage.ts';
import type { Moment } from '../contract/moment.ts';
import type { Policy } from '../contract/policy.ts';
import type {
  Activity,
  Customer,
  Deal,
  Lead,
  OwnerChange,
  Quote,
  StageChange,
  Subject,
  Ticket,
} from '../contract/records.ts';
import type { Settings } from '../contract/settings.ts';
import { markAllIn } from './summaries.ts';

/** A stored record, when it was last seen unchanged (epoch ms), and how its page told it. */
export type Stored<T> = T & { seenAt: number; told?: Telling };
export interface Telling {
  /** Language of the page: a stage in another one is no other stage. */
  locale?: string;
  /** Fields of which the value was found by a label alone, which is a word that may mean something else. */
  labelled?: string[];
}

/** What two sightings told differently though it can be only one of them; the record itself has the better one. */
export interface Contradiction {
  org: string;
  table: 'leads' | 'deals' | 'activities' | 'tickets' | 'quotes';
  id: string;
  field: string;
  /** The lead or deal that it is about; a ticket is of neither. */
  on?: Subject;
  told: { value: Moment | string; seenAt: number }[];
}

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

/** Each number is for ever: test/db/stored has a database of every one. */
export const VERSION = 3;

/**
 * Dexie opens what a newer version stored, adds its own tables to it, and writes by rules that no longer hold. Here the
 * second try, which names no version, is refused as the first one was.
 */
const refusingNewer = (): IDBFactory => ({
  open: (name, version = VERSION * 10) => indexedDB.open(name, version),
  deleteDatabase: (name) => indexedDB.deleteDatabase(name),
  cmp: (a, b) => indexedDB.cmp(a, b),
  databases: () => indexedDB.databases(),
});

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
  declare contradictions: Table<Contradiction, [org: string, table: string, id: string, field: string]>;
  declare problems: Table<Problem, string>;
  declare summaries: Table<Summary, [org: string, kind: string, id: string]>;
  declare settings: Table<SettingsRow, SettingsRow['key']>;

  constructor(name = 'fourfold') {
    super(name, { indexedDB: refusingNewer() });
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
    this.version(VERSION).stores({
      contradictions: '[org+table+id+field], [org+on.kind+on.id]',
    });
  }
}
