import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { Database } from '../../src/db/database.ts';
import { savePolicy } from '../../src/db/load.ts';
import { fakeBrowser } from './browser.ts';

/* Where content scripts run: where the user enabled them, as far as the organisation allows it. */

for (const name of ['hubspot', 'own', 'salesforce', 'sample'])
  vi.doMock(`../../src/collect/content/${name}?script&iife`, () => ({ default: `${name}.js` }));
fakeBrowser();
const registered = vi.fn(async (_scripts: { id: string; matches: string[] }[]) => undefined);
const run = vi.fn(async () => undefined);
const origins = ['https://*.lightning.force.com/*', 'https://app.hubspot.com/*', 'https://crm.example.com/*'];
Object.assign(chrome, {
  scripting: {
    ...{ unregisterContentScripts: async () => undefined, registerContentScripts: registered },
    executeScript: run,
  },
});
Object.assign(chrome.permissions, { getAll: async () => ({ origins }) });
Object.assign(chrome.tabs, { get: async () => ({ url: 'https://app.hubspot.com/contacts/1' }) });
const { look, registerContent } = await import('../../src/background/scripts.ts');

let db: Database;
beforeEach(async () => {
  await db?.delete();
  db = new Database();
  vi.clearAllMocks();
});
const matches = () =>
  registered.mock.calls
    .at(-1)?.[0]
    .flatMap((script) => script.matches)
    .sort();

it('on every host that was enabled, where nothing is laid down', async () => {
  await registerContent(db);
  expect(matches()).toEqual([...origins].sort());
});

it('on none that a policy no longer allows; of a wide permission only where it does', async () => {
  const hosts = ['acme.lightning.force.com', 'crm.example.com'];
  await savePolicy(db, { settings: {}, locked: [], hosts });
  await registerContent(db);
  expect(matches()).toEqual(['https://acme.lightning.force.com/*', 'https://crm.example.com/*']);
  expect(await look(db, 1)).toEqual({});
  expect(run).not.toHaveBeenCalled();
});

it('and once where the icon was clicked', async () => {
  await look(db, 1);
  expect(run).toHaveBeenCalledWith({ target: { tabId: 1 }, files: ['hubspot.js'] });
});
