import type { Raw, RawPage } from '../contract/raw.ts';
import { type Adapter, emptyPage } from './adapter.ts';
import { reading } from './flat.ts';

const files = import.meta.glob<{ adapter: Adapter }>('./adapters/*.ts', { eager: true });

/** Adapters by their id, which is their file's name. */
const adapters: [id: string, adapter: Adapter][] = Object.entries(files).map(([path, module]) => [
  path.replace(/^.*\/|\.ts$/g, ''),
  module.adapter,
]);

const adapterOf = (doc: Document, url: URL) =>
  adapters.find(([, adapter]) => attempt(() => adapter.recognises(url, doc), false));

/** What the CRM's adapter would have clicked and scrolled to see all; nothing on pages that it does not know. */
export function unfoldPage(doc: Document, url: URL): { toggles: Element[]; scrollers: Element[] } {
  const nothing = { toggles: [], scrollers: [] };
  const adapter = adapterOf(doc, url)?.[1];
  return reading(() => attempt(() => adapter?.unfold?.(doc) ?? nothing, nothing));
}

/** Reads what this page shows now, with the CRM's adapter; `undefined` on pages of no CRM. Never throws. */
export function readPage(doc: Document, url: URL): Raw | undefined {
  const found = adapterOf(doc, url);
  if (!found) return undefined;
  const [id, adapter] = found;
  const failed = (error: unknown): RawPage => ({
    ...emptyPage('other', url.pathname),
    unready: `reading failed: ${error instanceof Error ? error.message : String(error)}`,
  });
  const page = reading(() => attempt(() => adapter.collect(doc, url), failed));
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
function attempt<T>(run: () => T, otherwise: T | ((error: unknown) => T)): T {
  try {
    return run();
  } catch (error) {
    return otherwise instanceof Function ? otherwise(error) : otherwise;
  }
}
