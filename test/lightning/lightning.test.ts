import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, launch, type Session } from '../e2e/browser.ts';

/*
 * The real lightning-* components in a stand-in record page, in every shadow mode, read by the extension. Run by
 * `npm run test:lightning`, which installs and bundles them.
 */

const HOST = 'https://fourfold-demo.lightning.force.com';
const ID = '006gK0000000abcQAA';
const bundle = (name: string) => readFileSync(`${process.env.LIGHTNING_BUNDLES}/${name}.js`, 'utf8');

const MODES = {
  synthetic: { script: 'synthetic', root: 'open', owner: 'reset' },
  native: { script: 'native', root: 'open', owner: 'reset' },
  mixed: { script: 'synthetic', root: 'open', owner: 'native' },
  closed: { script: 'native', root: 'closed', owner: 'reset' },
} as const;
type Mode = keyof typeof MODES;

const LOCALES = {
  'en-US': { close: '12/31/2026', created: '11/5/2026, 6:12 PM', currency: 'USD' },
  'de-DE': { close: '31.12.2026', created: '5.11.2026, 18:12', currency: 'EUR' },
} as const;
type Locale = keyof typeof LOCALES;

let session: Session;
beforeAll(async () => {
  session = await launch({ grant: [`${HOST}/*`] });
});
afterAll(() => session?.close());

/** Opens a page made of the real components; nothing is fetched from anywhere. */
async function open(mode: Mode, locale: Locale, path: string, data: object): Promise<Page> {
  const { script, root, owner } = MODES[mode];
  const page = await session.newPage();
  const json = JSON.stringify({ ...data, root });
  const html = `<!doctype html><html lang="${locale}"><body><div class="windowViewMode-normal oneContent active lafPageHost"></div>
    <script>globalThis.ownerMode = '${owner}'</script><script id="data" type="application/json">${json}</script>
    <script src="/bundle.js"></script></body></html>`;
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (request.isNavigationRequest()) return request.respond({ contentType: 'text/html', body: html });
    if (pathname === '/bundle.js')
      return request.respond({ contentType: 'text/javascript', body: bundle(script) });
    return request.abort();
  });
  await page.goto(`${HOST}${path}`);
  return page;
}

const forget = async () => {
  const page = await session.openFace('options');
  await page.evaluate(() => chrome.runtime.sendMessage({ type: 'forget' }));
  await page.close();
};

const user = '/lightning/r/User/005gK0000000abcQAA/view';
const field = (name: string, type: string, value: unknown, more: object = {}) => ({
  object: 'Opportunity',
  name,
  label: name,
  type,
  value,
  ...more,
});

describe.each(Object.keys(MODES) as Mode[])('%s shadow', (mode) => {
  it.each(Object.keys(LOCALES) as Locale[])('a record in %s', async (locale) => {
    await forget();
    const { close, created, currency } = LOCALES[locale];
    const page = await open(mode, locale, `/lightning/r/Opportunity/${ID}/view`, {
      record: {
        name: 'Fleet of vans',
        stage: 'Proposal',
        stages: ['Qualify', 'Proposal', 'Won'],
        related: `/lightning/r/Opportunity/${ID}/related/OpportunityContactRoles/view`,
        fields: [
          field('Name', 'text', 'Fleet of vans'),
          field('StageName', 'text', 'Proposal'),
          field('Amount', 'currency', 1_200_000.5, { currency }),
          field('Probability', 'percent', 0.4),
          field('CloseDate', 'text', close),
          field('AccountId', 'lookup', 'Openway Haulage', {
            href: '/lightning/r/Account/001gK0000000abcQAA/view',
          }),
          field('OwnerId', 'owner', 'Robin Vale', { href: user }),
          field('CreatedById', 'stamp', 'Robin Vale', { href: user, at: created }),
          field('NextStep', 'text', ''),
        ],
      },
    });
    const deal = await eventually(async () => {
      const { deals } = await session.stored();
      expect(deals[0]).toHaveProperty('createdAt');
      return deals[0];
    });
    const { seenAt: _, told: __, ...own } = deal as unknown as Record<string, unknown>;
    expect(own).toEqual({
      org: 'salesforce:fourfold-demo',
      id: ID.slice(0, 15),
      url: `${HOST}/lightning/r/Opportunity/${ID}/view`,
      name: 'Fleet of vans',
      company: 'Openway Haulage',
      owner: 'Robin Vale',
      stage: 'Proposal',
      outcome: 'open',
      amount: 1_200_000.5,
      currency,
      probability: 0.4,
      closeDate: '2026-12-31',
      createdAt: Date.parse('2026-11-05T18:12:00Z'),
    });
    await page.close();
  });

  it.each(['default', 'inline', 'role-based'])('a list, %s table', async (renderMode) => {
    await forget();
    const rows = Array.from({ length: 12 }, (_, i) => ({
      Id: `006gK0000000${String(i).padStart(3, '0')}QAA`,
      Name: `Deal ${i}`,
      StageName: 'Qualify',
      Amount: 1000 + i,
      CloseDate: '2026-12-31',
    }));
    const columns = [
      { label: 'Name', fieldName: 'Name', type: 'text' },
      { label: 'Stage', fieldName: 'StageName', type: 'text' },
      { label: 'Amount', fieldName: 'Amount', type: 'currency' },
      { label: 'Close Date', fieldName: 'CloseDate', type: 'date-local' },
    ];
    const page = await open(mode, 'en-US', '/lightning/o/Opportunity/list?filterName=Recent', {
      rows,
      columns,
      renderMode,
    });
    await eventually(async () => {
      const { deals } = await session.stored();
      // A virtualised table has only a part of its rows on the page; what is there is right.
      expect(deals.length).toBeGreaterThanOrEqual(renderMode === 'role-based' ? 3 : rows.length);
      for (const deal of deals) {
        const row = rows.find((r) => r.Id.startsWith(deal.id));
        expect(deal).toMatchObject({
          name: row?.Name,
          stage: 'Qualify',
          amount: row?.Amount,
          closeDate: '2026-12-31',
        });
      }
    });
    await page.close();
  });
});
