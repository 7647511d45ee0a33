import type { Page } from 'puppeteer-core';
import type { Session } from './browser.ts';
import { EXTENSION_ID } from './chromium.ts';

/* The history in the hands of another version, in a page of the extension that runs none of its code. */

async function bare(session: Session): Promise<Page> {
  const page = await session.newPage(`chrome-extension://${EXTENSION_ID}/icons/128.png`);
  // The worker would hold it itself.
  await (await session.worker()).close();
  return page;
}

/** Runs in the page: stores it anew as this version of it would have, and keeps it open, deaf to whoever wants it. */
async function openAs(version: number, tables: string[]): Promise<void> {
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('fourfold');
    request.onsuccess = resolve;
    request.onerror = reject;
  });
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('fourfold', version);
    request.onupgradeneeded = () => {
      for (const name of tables)
        request.result.createObjectStore(name, { keyPath: 'key' }).put({ key: 'kept' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
  });
  Object.assign(globalThis, { held: db });
}

/** A tab with an older version of the history that does not let go of it. */
export async function hold(session: Session): Promise<Page> {
  const page = await bare(session);
  await page.evaluate(openAs, 10, []);
  return page;
}

export async function letGo(page: Page): Promise<void> {
  await page.evaluate(() => (globalThis as unknown as { held: IDBDatabase }).held.close());
  await page.close();
}

/** The history as a version stored it that is not this one. */
export async function storeAs(session: Session, version: number): Promise<void> {
  const page = await bare(session);
  await page.evaluate(openAs, version, ['later']);
  await letGo(page);
}

/** Runs in a page: the name of what keeps it from writing, if anything does. */
export async function tryToWrite(): Promise<string | undefined> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('probe', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('probe');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  }).catch((error: DOMException) => error.name);
  if (typeof db === 'string') return db;
  const transaction = db.transaction('probe', 'readwrite');
  transaction.objectStore('probe').put('x'.repeat(100_000), 1);
  const name = await new Promise<string | undefined>((resolve) => {
    transaction.oncomplete = () => resolve(undefined);
    transaction.onabort = () => resolve(transaction.error?.name);
  });
  db.close();
  return name;
}
