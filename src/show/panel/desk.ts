import type { Records } from '../../contract/records.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Database } from '../../db/database.ts';
import { type Overview, overviewOn } from '../../metrics/overview.ts';
import { checksOf } from '../../metrics/record-checks.ts';
import { type Facts, factsOf } from '../../metrics/scene.ts';
import { wholeHistory } from '../whole-history.ts';
import type { Answer, Ask } from './ask.ts';

/** After a round it rests twice as long as that took, so that it computes a third of the time at most. */
const REST = 2;
const LEAST_REST = 300;

interface Loaded {
  records: Records;
  settings: Settings;
}

/**
 * Answers what the panel asks, and again whenever the records change or time goes by. The user's own wishes are
 * answered at once; changes are gathered while it rests.
 */
export function openDesk(db: Database, answer: (answer: Answer) => void, now: () => number = Date.now) {
  let asked: Ask | undefined;
  let loaded: Loaded | undefined;
  let facts: Facts | undefined;
  let said: { facts?: Facts; wish?: string; deals?: string } = {};
  let isStale = true;
  let isBusy = false;
  let isDue = false;
  let resting: ReturnType<typeof setTimeout> | undefined;

  async function round(): Promise<void> {
    if (isBusy || !asked?.seen) return;
    isBusy = true;
    isDue = false;
    const begun = now();
    try {
      if (isStale || !loaded) {
        // Before it loads: what changes meanwhile makes it stale again.
        isStale = false;
        loaded = await wholeHistory(db);
        facts = undefined;
      }
      facts ??= factsOf(loaded.records, loaded.settings, begun);
      say(facts, asked);
    } catch (error) {
      answer({ error: error instanceof Error ? error.message : String(error) });
    }
    isBusy = false;
    rest(Math.max(LEAST_REST, REST * (now() - begun)));
  }

  function say(from: Facts, { wish, deals }: Ask): void {
    const wanted = { facts: from, wish: JSON.stringify(wish), deals: JSON.stringify(deals) };
    const isNew = said.facts !== from;
    if (isNew || said.deals !== wanted.deals) answer({ checks: checksOf(from, deals) });
    if (isNew || said.wish !== wanted.wish) answer({ overview: light(overviewOn(from, wish)) });
    said = wanted;
  }

  function rest(ms: number): void {
    clearTimeout(resting);
    resting = setTimeout(() => {
      resting = undefined;
      if (isDue) round();
    }, ms);
  }

  return {
    /** What is asked while it loads is answered by that same round. */
    ask(ask: Ask): Promise<void> {
      asked = ask;
      return round();
    },
    /** The records are others now; or, with the same records, it is later. */
    changed(what: 'records' | 'time'): void {
      if (what === 'records') isStale = true;
      facts = undefined;
      isDue = true;
      if (resting === undefined) round();
    },
  };
}

/** Without the letters of each lead, which no part of the panel shows: of many they are megabytes to hand over. */
const light = ({ report, ...rest }: Overview): Overview => ({
  ...rest,
  report: { ...report, fourP: { ...report.fourP, leads: {} } },
});
