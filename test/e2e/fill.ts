import type { Page } from 'puppeteer-core';
import type { History } from '../../src/contract/history.ts';
import type { Session } from './browser.ts';

/** Writes a History into the extension's database from one of its pages, and has everything worked out anew. */
export async function fill(page: Page, { settings, ...file }: History): Promise<void> {
  const { format: _, version: __, exportedAt, ...records } = file;
  await page.evaluate(put, records, Number(exportedAt));
  // Settings go the way that a face sends them, which also marks every row of the roll-up.
  await page.evaluate((patch) => chrome.runtime.sendMessage({ type: 'settings', patch }), settings);
}

/** Runs in the page. */
async function put(records: Record<string, object[]>, seenAt: number): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('fourfold');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const names = Object.keys(records);
  const transaction = db.transaction(names, 'readwrite');
  for (const name of names)
    for (const row of records[name] ?? []) transaction.objectStore(name).put({ ...row, seenAt });
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
  db.close();
}

/** One person's sheet on its own page, as the panel's button opens it. */
export async function openSheet(session: Session, rep: string): Promise<Page> {
  const keep = (name: string) => chrome.storage.session.set({ 'sheet:1': name });
  await (await session.worker()).evaluate(keep, rep);
  return session.openFace('panel', '?sheet=1');
}
