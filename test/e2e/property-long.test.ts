import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Source } from '../../scripts/reader.ts';
import { launch, type Session } from './browser.ts';
import { pageAt } from './property/fixtures.ts';
import { openLab } from './property/lab.ts';
import { LONG, longPage } from './property/many.ts';

/* A timeline of 5,000 items: all of it is read, and the cost of a reading grows as the page does. */

let session: Session;
beforeAll(async () => {
  session = await launch({ grant: ['https://app.hubspot.com/*', 'https://northwind.lightning.force.com/*'] });
});
afterAll(() => session?.close());

const names = Object.keys(LONG) as (keyof typeof LONG)[];

it.each(names)(
  '%s: every item is read, and right',
  async (page) => {
    const { source, calls } = longPage(page, 5000);
    const [short, long] = [await readOnce(pageAt(page)), await readOnce(source)];
    const of = (rows: typeof long.history.activities) => rows.map(({ subject, at }) => `${at} ${subject}`);
    const expected = [...of(short.history.activities), ...calls.map((c) => `${c.at} ${c.subject}`)];
    expect(of(long.history.activities).sort()).toEqual(expected.sort());
    expect(long.coverage.complete).toBe(short.coverage.complete);
    expect(long.coverage.seen.activities).toBe(expected.length);
  },
  180_000,
);

async function readOnce(source: Source) {
  const lab = await openLab(session, source);
  const result = await lab.read();
  await lab.close();
  return result;
}

describe.each(names)('%s', (name) => {
  it('reading grows with the page, not with its square', async () => {
    const cost = async (count: number) => {
      const lab = await openLab(session, longPage(name, count).source);
      const calls = await lab.count([
        'querySelectorAll',
        'matches',
        'checkVisibility',
        'getRootNode',
        'contains',
      ]);
      await lab.close();
      return calls;
    };
    const [one, two] = [await cost(500), await cost(1000)];
    for (const [what, calls] of Object.entries(two))
      expect(calls, what).toBeLessThan(2.2 * (one[what] ?? 0) + 100);
  }, 180_000);
});
