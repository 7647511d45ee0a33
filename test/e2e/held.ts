import type { Page } from 'puppeteer-core';
import { eventually, type Session } from './browser.ts';
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

/** How far a background comes with the next activity that it writes: asked for and not committed, or kept and nobody told. */
type Halt = 'written' | 'committed';

/** From now on the background comes so far and no further, until it is ended. */
export async function haltAt(session: Session, halt: Halt): Promise<void> {
  await (await session.worker()).evaluate(comeTo, halt);
}

/** Resolves once it stands there; what it writes nobody can read meanwhile. */
export const hasHalted = (session: Session): Promise<void> =>
  eventually(async () => {
    const worker = await session.worker();
    if (!(await worker.evaluate(() => 'halted' in globalThis))) throw new Error('nothing was written');
  }, 20_000);

/** Runs in the background. */
function comeTo(halt: Halt): void {
  const halted = () => Object.assign(globalThis, { halted: true });
  const { prototype } = IDBObjectStore;
  for (const name of ['add', 'put'] as const) {
    const write = prototype[name];
    prototype[name] = function (...args) {
      const request = write.apply(this, args);
      if (this.name !== 'activities') return request;
      this.transaction.commit = () => undefined;
      // A transaction that is asked again and again does not end.
      const ask = () => {
        halted();
        this.count().onsuccess = ask;
      };
      if (halt === 'written') ask();
      else this.transaction.oncomplete = halted;
      return request;
    };
  }
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
