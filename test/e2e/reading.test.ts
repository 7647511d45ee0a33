import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logCall, openDemo, openRecord } from '../../scripts/demo.ts';
import type { Demo } from '../crm/demo/server.ts';
import type { Crm, RecordKind } from '../crm/demo/story.ts';
import { eventually, isFirefox, type Session } from './browser.ts';

/* Pages that change under the reader, shadow roots of every kind, and look-alikes. */

let demo: Demo;
let session: Session;
beforeAll(async () => {
  ({ demo, session } = await openDemo());
});
afterAll(async () => {
  await session?.close();
  await demo?.stop();
});

const storyOf = (kind: RecordKind, key: string) => {
  const found = (kind === 'lead' ? demo.story.leads : demo.story.deals).find((r) => r.key === key);
  if (!found) throw new Error(key);
  return found;
};
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const forget = async () => {
  const page = await session.openFace('options');
  await page.evaluate(() => chrome.runtime.sendMessage({ type: 'forget' }));
  await page.close();
};

/** Subjects of what is stored on a record, in any order. */
async function subjectsOn(crm: Crm, name: string): Promise<string[]> {
  const stored = await session.stored();
  const own = [...stored.leads, ...stored.deals].find((r) => r.name === name && r.org.startsWith(crm));
  const on = stored.activities.filter((a) => a.org === own?.org && a.on.id === own?.id);
  return on.flatMap((a) => a.subject ?? []).sort();
}

describe.each(['salesforce', 'hubspot'] as const)('%s: going from record to record', (crm) => {
  it('never stores what the left record still shows under the new address, however slow the page is', async () => {
    await forget();
    const [first, second] = [storyOf('lead', 'bea'), storyOf('lead', 'aarti')];
    const page = await openRecord(demo, session, crm, 'lead', 'bea');
    await rest(1500);
    const addresses = [demo.urlOf(crm, 'lead', 'aarti'), demo.urlOf(crm, 'lead', 'bea')];
    await page.evaluate(() => sessionStorage.setItem('slow', '700'));
    for (const address of [...addresses, ...addresses]) {
      await page.evaluate((url) => {
        history.pushState(null, '', url);
        dispatchEvent(new PopStateEvent('popstate'));
      }, address);
      // Gone again while the page is still between two records, then long enough for it to arrive.
      await rest(address === addresses[0] ? 2600 : 500);
    }
    await eventually(async () => expect(await subjectsOn(crm, second.name)).not.toEqual([]));
    const subjects = (record: typeof first) => new Set(record.activities.map((a) => a.subject));
    for (const [record, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const foreign = [...subjects(other)].filter((s) => !subjects(record).has(s));
      const stored = await subjectsOn(crm, record.name);
      for (const subject of foreign) expect(stored, record.key).not.toContain(subject);
    }
    const { leads } = await session.stored();
    expect(leads.map((l) => l.name).sort()).toEqual([first.name, second.name].sort());
    await page.close();
  });
});

it('reads real shadow roots, open and closed, as it reads light DOM', async () => {
  await forget();
  const lead = storyOf('lead', 'tobias');
  const light = await openRecord(demo, session, 'salesforce', 'lead', 'tobias');
  await eventually(async () =>
    expect(await subjectsOn('salesforce', lead.name)).toHaveLength(
      lead.activities.filter((a) => a.kind !== 'note' && a.kind !== 'form').length,
    ),
  );
  const strip = (rows: object[]) => rows.map((row) => ({ ...row, seenAt: 0, url: '' }));
  const before = await session.stored();
  await light.close();
  await forget();
  const native = await session.newPage(`${demo.urlOf('salesforce', 'lead', 'tobias')}?shadow=native`);
  await eventually(async () => {
    const after = await session.stored();
    expect(strip(after.leads)).toEqual(strip(before.leads));
    expect(strip(after.activities)).toEqual(strip(before.activities));
  });
  expect(
    await native.evaluate(
      () =>
        !!document.querySelector('records-record-layout-item')?.shadowRoot ||
        [...document.querySelectorAll('*')].some((el) => el.shadowRoot),
    ),
  ).toBe(true);
  await native.close();
});

it('ignores hosts that merely look like a CRM', async () => {
  await forget();
  // Granted, so that only the adapter stands between the page and the database.
  const page = await session.newPage(
    demo.urlOf('hubspot', 'deal', 'oconnell').replace('app.hubspot.com', 'app.hubspot.com.evil.example'),
  );
  await page.waitForSelector('[data-selenium-test="timeline-card"]');
  await rest(1500);
  const stored = await session.stored();
  expect([...stored.leads, ...stored.deals, ...stored.activities, ...stored.sightings]).toEqual([]);
  await page.close();
});

it('reading the same page a hundred times changes nothing', async () => {
  await forget();
  const page = await openRecord(demo, session, 'hubspot', 'lead', 'sean');
  await eventually(async () => expect((await session.stored()).activities).not.toEqual([]), 20_000);
  await rest(1500);
  const content = (all: Awaited<ReturnType<Session['stored']>>) =>
    JSON.stringify({ ...all, sightings: [] }, (key, value) => (key === 'seenAt' ? undefined : value));
  const before = content(await session.stored());
  const worker = await session.worker();
  await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://app.hubspot.com/*' });
    for (let i = 0; i < 100; i++)
      await chrome.tabs.sendMessage(tab?.id ?? 0, { type: 'read' }).catch(() => undefined);
  });
  await rest(1500);
  expect(content(await session.stored())).toBe(before);
  await page.close();
});

// Firefox takes no message from a page that is being left; there the next visit shows what happened.
it.skipIf(isFirefox)(
  'keeps what a page showed last, though it was left for another site at once',
  async () => {
    await forget();
    const page = await openRecord(demo, session, 'hubspot', 'lead', 'sean');
    const subject = 'Left at once';
    await logCall(page, 'hubspot', subject, 'voicemail', demo.urlOf('salesforce', 'deal', 'soehne'));
    await eventually(async () =>
      expect(await subjectsOn('hubspot', storyOf('lead', 'sean').name)).toContain(subject),
    );
    expect((await session.stored()).problems).toEqual([]);
    await page.close();
  },
);

it('counts and shows messages that fail their schema, stores nothing of them, and no error reaches the page', async () => {
  await forget();
  const options = await session.openFace('options');
  const answers = await options.evaluate(() =>
    Promise.all(
      [
        { type: 'page', raw: { records: 'none' } },
        { type: 'nonsense' },
        { type: 'settings', patch: { week: 'always' } },
        7,
      ].map((m) => chrome.runtime.sendMessage(m)),
    ),
  );
  for (const answer of answers) expect(answer.error).toBeTruthy();
  const { problems, leads, deals } = await session.stored();
  expect(problems.map((p) => p.what).sort()).toEqual(['message', 'message', 'page', 'settings']);
  expect([...leads, ...deals]).toEqual([]);
  await options.close();
});

it('disturbs no page: no error in its console and no element of ours in it', async () => {
  const page = await session.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(demo.urlOf('salesforce', 'deal', 'soehne'));
  await page.waitForNetworkIdle();
  await page.evaluate(() => document.querySelector('.lafPageHost.active')?.replaceChildren());
  await rest(800);
  expect(errors.filter((e) => !e.includes('favicon'))).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.outerHTML.includes('fourfold-'))).toBe(false);
  await page.close();
});
