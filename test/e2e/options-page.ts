import type { Page } from 'puppeteer-core';
import type { History } from '../../src/contract/history.ts';
import { noRecords } from '../../src/contract/records.ts';
import type { Settings } from '../../src/contract/settings.ts';
import { eventually, type Session } from './browser.ts';

/** The options page at one of its sections. */
export async function optionsAt(session: Session, section: string): Promise<Page> {
  const page = await session.openFace('options', `#${section}`);
  await page.waitForSelector(`main[data-section="${section}"] .card`);
  return page;
}

export const goTo = async (page: Page, section: string): Promise<void> => {
  await page.evaluate((id) => {
    location.hash = id;
  }, section);
  await page.waitForSelector(`main[data-section="${section}"] .card`);
  await settled(page);
};

/** What is stored comes in several parts, and a part that comes while one types takes the field's text away. */
async function settled(page: Page): Promise<void> {
  const shown = () => page.$eval('main', (main) => main.innerHTML);
  for (let before = '', now = await shown(); before !== now; ) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    before = now;
    now = await shown();
  }
}

const named = (name: string) => `[name="${name}"]`;

/** As a person does: click into the field, select what is there, type, leave it. */
export async function typeIn(page: Page, name: string, text: string): Promise<void> {
  const field = await page.waitForSelector(named(name));
  await field?.focus();
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.press('Backspace');
  if (text) await page.keyboard.type(text);
  await page.keyboard.press('Tab');
}

export const choose = async (page: Page, name: string, value: string): Promise<void> => {
  await page.waitForSelector(named(name));
  await page.select(named(name), value);
};

/** What stands beside a field as its fault, if any does. */
export const faultAt = (page: Page, name: string): Promise<string | null> =>
  page.$eval(named(name), (field) => {
    const hint = document.getElementById(field.getAttribute('aria-describedby') ?? '');
    return field.getAttribute('aria-invalid') === 'true' ? (hint?.textContent ?? '') : null;
  });

export const settingsIn = async (session: Session): Promise<Settings> => {
  const { settings = [] } = (await session.stored()) as unknown as {
    settings?: (Settings & { key: string })[];
  };
  const { key: _, ...own } = settings.find(({ key }) => key === 'settings') ?? { key: '' };
  return own as Settings;
};

export const saved = (session: Session, check: (settings: Settings) => void): Promise<void> =>
  eventually(async () => check(await settingsIn(session)));

const DAY = 86_400_000;
const ORG = 'salesforce:acme';
const SOURCES = ['Demo request', 'Webinar', 'Trade fair', 'Newsletter'];
const REPS = ['Mara Ellison', 'Jonas Weber', 'Ioana Pop'];
const STAGES = ['Discovery', 'First meeting', 'Offer sent', 'Negotiation'];

/** Half a year of an invented team: enough to tell most KPIs of. Always the same, but for when it ends. */
export function halfAYear(now: number): History {
  const leads = Array.from({ length: 90 }, (_, i) => ({
    org: ORG,
    id: `L${i}`,
    name: `Person ${i}`,
    company: `Firm ${i % 30}`,
    owner: REPS[i % 3] ?? '',
    source: SOURCES[i % 4] ?? '',
    createdAt: now - (180 - 2 * i) * DAY - (i % 7) * 3_600_000,
    outcome: 'open' as const,
  }));
  const deals = Array.from({ length: 60 }, (_, i) => {
    const isClosed = i < 45;
    const closedAt = now - (170 - 3 * i) * DAY;
    return {
      org: ORG,
      id: `D${i}`,
      name: `Deal ${i}`,
      company: `Firm ${i % 30}`,
      owner: REPS[i % 3] ?? '',
      pipeline: 'New business',
      stage: isClosed ? (i % 3 === 0 ? 'Closed Lost' : 'Closed Won') : (STAGES[i % 4] ?? ''),
      outcome: isClosed ? (i % 3 === 0 ? ('lost' as const) : ('won' as const)) : ('open' as const),
      amount: 1000 + i * 250,
      currency: i % 5 === 0 ? 'USD' : 'EUR',
      createdAt: now - (200 - 3 * i) * DAY,
      ...(isClosed ? { closedAt } : {}),
    };
  });
  const activities = leads
    .filter((_, i) => i % 5 !== 0)
    .map((lead, i) => ({
      org: ORG,
      id: `A${lead.id}`,
      on: { kind: 'lead' as const, id: lead.id },
      kind: 'call' as const,
      direction: 'out' as const,
      at: lead.createdAt + (3 + (i % 11) * 9) * 60_000,
      by: lead.owner,
      state: 'done' as const,
      result: i % 2 ? ('connected' as const) : ('voicemail' as const),
    }));
  return {
    format: 'fourfold-history',
    version: 1,
    exportedAt: now,
    ...noRecords(),
    leads,
    deals,
    activities,
    settings: { timeZone: 'Europe/Bucharest' },
  };
}
