import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Session } from './browser.ts';
import { faultsOf } from './property/compare.ts';
import { exempt } from './property/exempt.ts';
import { pageAt } from './property/fixtures.ts';
import { openLab } from './property/lab.ts';
import type { Move } from './property/moving.ts';
import { randomly } from './property/random.ts';

/*
 * Going from record to record while the reader reads: the address changes first, then a part of the content, then the
 * rest, at any time. Whatever is sent under an address is of the record that it names.
 */

const ROUTES: { pages: string[]; late: string }[] = [
  {
    pages: ['hubspot/deal-en', 'hubspot/deal-won', 'hubspot/tasks', 'hubspot/contact-form'],
    late: '[data-test-id="middle-pane"]',
  },
  { pages: ['salesforce/opportunity', 'salesforce/arabic'], late: '.skip-timeline-wrapper' },
  // It draws a record with all its panels at once.
  { pages: ['espocrm/lead', 'espocrm/opportunity', 'espocrm/german'], late: 'no-part' },
  { pages: ['odoo/opportunity', 'odoo/lead'], late: '.o-mail-Chatter' },
  { pages: ['suitecrm/opportunity', 'suitecrm/lead-german'], late: '.history-timeline' },
];
const MOVES = Number(process.env.FOURFOLD_PROPERTY_MOVES ?? 6);
const SEED = Number(process.env.FOURFOLD_PROPERTY_FROM ?? 1);

let session: Session;
beforeAll(async () => {
  session = await launch({ grant: ['https://*/*', 'http://*/*'] });
});
afterAll(() => session?.close());

describe.each(ROUTES)('$pages', ({ pages, late }) => {
  it('nothing of one record is read under another', async () => {
    const places = pages.map(pageAt);
    const lab = await openLab(session, places[0] ?? pageAt(''));
    const truth = await lab.alone(places);
    const wait = randomly(SEED);
    const moves = Array.from({ length: MOVES }, (_, i): Move => {
      const to = (i + (i > pages.length ? wait(pages.length - 1) : 0) + 1) % pages.length;
      return { to, late, waits: [wait(700), wait(700), wait(500)] };
    });
    const readings = await lab.travel(places, moves);
    expect(readings.length).toBeGreaterThan(0);
    for (const after of readings) {
      const i = places.findIndex((p) => after.page.url === p.url);
      const before = truth[i];
      const wrong = before
        ? faultsOf(before, after).filter(
            (f) => !exempt(pages[i] ?? '', { fault: f, steps: [], before, after }),
          )
        : ['an address of no place'];
      expect(wrong, `${pages[i]}, seed ${SEED}`).toEqual([]);
    }
    await lab.close();
  });
});
