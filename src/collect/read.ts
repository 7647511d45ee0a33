import type { Raw, RawPage } from '../contract/raw.ts';
import { type Adapter, emptyPage } from './adapter.ts';
import { findRoots, reading } from './flat.ts';
import type { Slices } from './slices.ts';

/** Adapters as a content script found them: by path. An adapter's id is its file's name. */
export type AdapterFiles = Record<string, Adapter>;

/** The ways to read a page with these adapters. */
export function readersFrom(files: AdapterFiles) {
  const adapters: Known[] = Object.entries(files).map(([path, adapter]) => [
    path.replace(/^.*\/|\.ts$/g, ''),
    adapter,
  ]);
  return {
    readPage: (doc: Document, url: URL) => readPage(adapters, doc, url),
    unfoldPage: (doc: Document, url: URL) => unfoldPage(adapters, doc, url),
  };
}

type Known = [id: string, adapter: Adapter];

const adapterOf = (adapters: Known[], doc: Document, url: URL) =>
  adapters.find(([, adapter]) => attempt(() => adapter.recognises(url, doc), false));

/** What the CRM's adapter would have clicked and scrolled to see all; nothing on pages that it does not know. */
function unfoldPage(
  adapters: Known[],
  doc: Document,
  url: URL,
): { toggles: Element[]; scrollers: Element[] } {
  const nothing = { toggles: [], scrollers: [] };
  const adapter = adapterOf(adapters, doc, url)?.[1];
  return reading(() => {
    for (const _ of findRoots(doc));
    return attempt(() => adapter?.unfold?.(doc) ?? nothing, nothing);
  });
}

/** Reads what this page shows now, with the CRM's adapter; `undefined` on pages of no CRM. Never throws. */
function readPage(adapters: Known[], doc: Document, url: URL): Slices<Raw> | undefined {
  const found = adapterOf(adapters, doc, url);
  return found && readWith(found, doc, url);
}

function* readWith([id, adapter]: Known, doc: Document, url: URL): Slices<Raw> {
  let page: RawPage;
  try {
    page = yield* adapter.collect(doc, url);
  } catch (error) {
    const unready = `reading failed: ${error instanceof Error ? error.message : String(error)}`;
    page = { ...emptyPage('other', url.pathname), unready };
  }
  return {
    adapter: id,
    url: url.href,
    org: `${id}:${adapter.account(url)}`,
    readAt: Date.now(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...(doc.documentElement.lang ? { language: doc.documentElement.lang } : {}),
    languages: [...navigator.languages],
    ...page,
  };
}

/** No exception of ours may reach the CRM's page. */
function attempt<T>(run: () => T, otherwise: T): T {
  try {
    return run();
  } catch {
    return otherwise;
  }
}
