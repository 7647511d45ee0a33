import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Source } from '../../scripts/reader.ts';
import { tally } from '../tally.ts';
import { launch, type Session } from './browser.ts';
import { pageAt } from './property/fixtures.ts';
import { type Trials, tryKept } from './property/kept.ts';
import { openLab } from './property/lab.ts';
import { longPage } from './property/many.ts';

/* What is kept of one reading for the next is never told when it is not so any more, whatever changes on the page. */

const STEPS = Number(process.env.FOURFOLD_PROPERTY_STEPS ?? 80);
const SEEDS = [1, 2, 3];
const PAGES: [name: string, source: Source & { html: string }, item: string][] = [
  ['hubspot', longPage('hubspot/deal-en', 20).source, '[data-selenium-test="timeline-card"]'],
  ['salesforce', longPage('salesforce/opportunity', 20).source, 'li.row'],
  ['salesforce, native shadow', pageAt('salesforce/native-timeline'), 'li.row'],
];

let session: Session;
const counted = { tried: 0, wrong: 0 };
beforeAll(async () => {
  session = await launch({ grant: ['https://*/*'] });
});
afterAll(async () => {
  tally('kept', {
    what: 'changes of a page after which what was kept of an item was compared with a new reading',
    ...counted,
  });
  await session?.close();
});

it.each(PAGES)('%s: what is kept is what would be read', async (_, source, item) => {
  for (const seed of SEEDS) {
    const lab = await openLab(session, source);
    const args = [item, seed, STEPS].map((arg) => JSON.stringify(arg)).join();
    const { tried, full, wrong } = (await lab.evaluate(`(${tryKept})(${args})`)) as Trials;
    counted.tried += tried;
    counted.wrong += wrong.length;
    expect(wrong, `seed ${seed}`).toEqual([]);
    expect(full, 'or little was compared').toBeGreaterThan(STEPS / 2);
    await lab.close();
  }
});

it.each(['hubspot/deal-en', 'salesforce/opportunity'] as const)(
  '%s: of 200 items only the one that changed is read again',
  async (name) => {
    const lab = await openLab(session, longPage(name, 200).source);
    const item = name.startsWith('hubspot') ? '[data-selenium-test="timeline-card"]' : 'li.row';
    const { queries } = (await lab.evaluate(`(${tryKept})(${JSON.stringify(item)}, 1, 0)`)) as Trials;
    expect(queries.kept).toBeLessThan(0.4 * queries.anew);
    await lab.close();
  },
);
