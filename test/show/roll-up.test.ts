import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../src/contract/coverage.ts';
import { noRecords, type Records } from '../../src/contract/records.ts';
import { Database } from '../../src/db/database.ts';
import { exportHistory, importHistory } from '../../src/db/history.ts';
import { saveSettings } from '../../src/db/load.ts';
import { store } from '../../src/db/store.ts';
import { due } from '../../src/db/summaries.ts';
import { digestOf } from '../../src/metrics/digest.ts';
import { glanceOf } from '../../src/metrics/glance.ts';
import { historiesOf } from '../../src/metrics/histories.ts';
import { perAccount } from '../../src/metrics/lineage.ts';
import { rollUp } from '../../src/show/roll-up.ts';
import { anyRecords } from '../metrics/arbitrary.ts';
import { move } from '../metrics/kpis/deals.ts';
import { act, DAY, deal, lead, RAISE, t } from '../metrics/make.ts';

const NOW = t('2026-02-15T10:00');
const settings = { timeZone: 'UTC', target: {} };
let count = 0;

async function withHistory<T>(records: Partial<Records>, test: (db: Database) => Promise<T>): Promise<T> {
  const db = new Database(`roll-up-${++count}`);
  const file = { format: 'fourfold-history', version: 1, exportedAt: NOW, settings } as const;
  await importHistory(db, { ...file, ...noRecords(), ...records }, NOW);
  try {
    return await test(db);
  } finally {
    await db.delete();
  }
}

const sighting: Sighting = {
  org: 'crm:test',
  page: 'lead/L0',
  url: 'https://crm.test/L0',
  adapter: 'test',
  kind: 'record',
  coverage: {
    seen: {},
    announced: {},
    complete: true,
    collapsed: 0,
    filter: null,
    locale: null,
    timeZone: 'UTC',
    readAt: NOW,
  },
  unread: [],
  people: [],
} as Sighting;
const reading = (records: Partial<Records>) =>
  ({ records: { ...noRecords(), ...records }, sighting }) as Parameters<typeof store>[1];

/** The same from the whole history at once. */
async function fromScratch(db: Database, asOf: number) {
  const digests = historiesOf(await exportHistory(db, asOf)).map((h) => digestOf(h, settings, asOf));
  const scoreDeals = perAccount(digests, settings);
  return glanceOf(digests, { settings, asOf, period: [asOf - 90 * DAY, asOf], scoreDeals });
}
const rounded = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (_, v) => (typeof v === 'number' ? Number(v.toPrecision(12)) : v)));

describe('the roll-up', () => {
  it('says after every change, and as time goes by, what the whole history says', async () => {
    const steps = fc.array(fc.integer({ min: 0, max: 20 * DAY }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(anyRecords, steps, async (records, pauses) => {
        const half = Math.floor(records.activities.length / 2);
        const first = { ...records, activities: records.activities.slice(0, half) };
        await withHistory(first, async (db) => {
          let now = NOW;
          expect(rounded(await rollUp(db, now))).toEqual(rounded(await fromScratch(db, now)));
          const { ownerChanges } = records;
          await store(db, reading({ activities: records.activities.slice(half), ownerChanges }), now);
          for (const pause of [0, ...pauses]) {
            now += pause;
            expect(rounded(await rollUp(db, now))).toEqual(rounded(await fromScratch(db, now)));
          }
        });
      }),
      { numRuns: 40 },
    );
  });

  it('knows a record no longer that was merged into another', async () => {
    await withHistory({ leads: [lead({ id: 'L0' }), lead({ id: 'L1' })] }, async (db) => {
      await rollUp(db, RAISE + DAY);
      await store(db, reading({ leads: [lead({ id: 'L1', mergedInto: 'L0' })] }), RAISE + DAY);
      await rollUp(db, RAISE + DAY);
      expect((await db.summaries.toArray()).map(({ id }) => id)).toEqual(['L0']);
    });
  });

  it('works out only what changed', async () => {
    const leads = Array.from({ length: 50 }, (_, i) => lead({ id: `L${i}` }));
    await withHistory({ leads }, async (db) => {
      await rollUp(db, RAISE + DAY);
      expect(await due(db, RAISE + DAY)).toEqual([]);
      await store(
        db,
        reading({ activities: [act(RAISE + DAY, { on: { kind: 'lead', id: 'L7' } })] }),
        RAISE + DAY,
      );
      expect(await due(db, RAISE + DAY)).toEqual([expect.objectContaining({ id: 'L7', until: 0 })]);
      const glance = await rollUp(db, RAISE + DAY);
      expect(glance.waiting.count).toBe(49);
    });
  });

  it('is made anew when a setting changes', async () => {
    await withHistory({ leads: [lead({ source: 'odd' })] }, async (db) => {
      expect((await rollUp(db, RAISE)).waiting.first[0]?.warmth).toBe('warm');
      await saveSettings(db, { ...settings, warmthOf: { odd: 'hot' } });
      expect((await rollUp(db, RAISE)).waiting.first[0]?.warmth).toBe('hot');
    });
  });

  it('rule 86: knows of a deal that its stage ended, be it worked out with many others or by itself', async () => {
    const deals = Array.from({ length: 9 }, (_, i) => deal({ id: `D${i}`, stage: i < 5 ? 'Gone' : 'Offer' }));
    const gone = (id: string, at: number) => move(deal({ id }), 'Offer', 'Gone', at);
    const own = { ...settings, stageOutcomes: [{ stage: 'Gone', outcome: 'lost' as const }] };
    const later = RAISE + 2 * DAY;
    await withHistory({ deals, stageChanges: [gone('D0', later)] }, async (db) => {
      await saveSettings(db, own);
      const waiting = async (asOf: number) => (await rollUp(db, asOf)).waiting.count;
      expect(await waiting(RAISE + DAY)).toBe(5);
      expect(await waiting(later)).toBe(4);
      // A page may tell of a move alone.
      await store(db, reading({ stageChanges: [gone('D1', later + DAY)] }), later);
      expect(await waiting(later)).toBe(5);
      expect(await waiting(later + DAY)).toBe(4);
    });
  });
});
