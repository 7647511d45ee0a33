import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Session } from './browser.ts';
import { faultsOf } from './property/compare.ts';
import { exempt } from './property/exempt.ts';
import { pageAt, pages } from './property/fixtures.ts';
import { type Lab, type Outcome, openLab } from './property/lab.ts';
import type { Plan } from './property/mutate.ts';

/*
 * Random nodes of every saved page are removed, hidden, renamed, reordered and duplicated: what is read then is right,
 * or less, never wrong, and never an exception. The seeds are fixed; a fault prints the command that shows it again.
 *
 *   FOURFOLD_PROPERTY='hubspot/deal-en#12' npx vitest run --project e2e test/e2e/property.test.ts   (one change)
 *   FOURFOLD_PROPERTY_RUNS=300 …                                                  (as many of each page)
 *   FOURFOLD_PROPERTY='hubspot/' FOURFOLD_PROPERTY_FROM=1000 …                    (pages of one CRM, other seeds)
 */

const RUNS = Number(process.env.FOURFOLD_PROPERTY_RUNS ?? 6);
const FROM = Number(process.env.FOURFOLD_PROPERTY_FROM ?? 1);
const [only = '', seed, taken] = (process.env.FOURFOLD_PROPERTY ?? '').split(/[#:]/);

/** The trials of a page: its own seeds, so that no two pages are tried alike. */
function plansFor(page: string): Plan[] {
  if (seed) return [{ seed: Number(seed), ...(taken ? { only: taken.split(',').map(Number) } : {}) }];
  const own = [...page].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 7) * 1000;
  return Array.from({ length: RUNS }, (_, i) => ({ seed: own + FROM + i }));
}

let session: Session;
beforeAll(async () => {
  session = await launch({ grant: ['https://*/*', 'http://*/*'] });
});
afterAll(() => session?.close());

describe.each(pages.filter((page) => (seed ? page === only : page.startsWith(only))))('%s', (page) => {
  it(`is read right or not at all, whatever happens to its nodes`, async () => {
    const lab = await openLab(session, pageAt(page));
    try {
      expect(await lab.read(true), 'the same in slices').toEqual(await lab.read());
      const wrong = await wrongIn(lab, page, plansFor(page));
      expect(wrong, wrong[0]).toEqual([]);
    } finally {
      await lab.close();
    }
  }, 600_000);
});

async function wrongIn(lab: Lab, page: string, plans: Plan[]): Promise<string[]> {
  const before = await lab.read();
  const wrongWith = ({ result: after, failed, error, steps }: Outcome) =>
    failed ??
    error ??
    (after && faultsOf(before, after).find((fault) => !exempt(page, { fault, steps, before, after })));
  const found: string[] = [];
  for (let i = 0; i < plans.length; i += 50)
    for (const outcome of await lab.run(plans.slice(i, i + 50)))
      if (wrongWith(outcome)) found.push(await told(outcome));
  expect(await lab.read(), 'every change was taken back').toEqual(before);
  return found;

  /** The fault with as few of its changes as still show it. */
  async function told(outcome: Outcome): Promise<string> {
    let [least, only] = [outcome, outcome.steps.map((s) => s.at)];
    for (const i of outcome.steps.length > 1 ? [...only] : []) {
      const fewer = only.filter((o) => o !== i);
      const [tried] = await lab.run([{ seed: outcome.seed, only: fewer }]);
      if (tried && fewer.length > 0 && wrongWith(tried)) [least, only] = [tried, fewer];
    }
    const name = `${page}#${outcome.seed}${only.length < outcome.steps.length ? `:${only}` : ''}`;
    const replay = `FOURFOLD_PROPERTY='${name}' npx vitest run --project e2e test/e2e/property.test.ts`;
    return [
      replay,
      ...least.steps.map((s) => `${s.what} | ${s.text.slice(0, 100)}`),
      JSON.stringify(wrongWith(least)),
    ].join('\n');
  }
}
