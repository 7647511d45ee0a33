import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { noRecords } from '../../src/contract/records.ts';
import { Database } from '../../src/db/database.ts';
import { importHistory } from '../../src/db/history.ts';
import type { TabState } from '../../src/messages.ts';
import { fakeBrowser } from './browser.ts';

// The chip's script is a plain file of the build.
vi.mock('../../src/show/chip/main?script&iife', () => ({ default: 'chip.js' }));
const { local, session, said } = fakeBrowser();
const { showChip } = await import('../../src/background/chips.ts');

const org = 'crm:test';
const state: TabState = {
  enabled: true,
  origin: 'https://crm.test/*',
  sighting: {
    ...{ org, page: 'lead/L1', url: 'https://crm.test/L1', adapter: 'salesforce', kind: 'record' },
    ...{ subject: { kind: 'lead', id: 'L1' }, unread: [], people: [] },
    coverage: {
      ...{ seen: {}, announced: {}, complete: true, collapsed: 0, filter: null },
      ...{ locale: 'en', timeZone: 'UTC', readAt: 1 },
    },
  },
};

it('speaks the language that the user chose, though its worker was only just woken', async () => {
  const db = new Database();
  const leads = [{ org, id: 'L1', name: 'Ana', outcome: 'open' as const, createdAt: 1 }];
  const head = { format: 'fourfold-history' as const, version: 1 as const, settings: {}, exportedAt: 1 };
  await importHistory(db, { ...head, ...noRecords(), leads }, 1);
  await session.set({ 'tab:7': state });
  const messages = { language: 'ar', direction: 'rtl', chip_hide: 'HIDE' };
  await local.set({ texts: { language: 'ar', messages, version: '1' } });
  await showChip(db, 7);
  const chip = { hide: 'HIDE', lang: 'ar', dir: 'rtl' };
  const message = { type: 'chip', chip: expect.objectContaining(chip) };
  expect(said).toHaveBeenCalledWith(7, message, { frameId: 0 });
});
