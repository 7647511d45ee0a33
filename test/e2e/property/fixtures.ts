import { readdirSync, readFileSync } from 'node:fs';
import type { Source } from '../../../scripts/reader.ts';

const ROOT = new URL('../../fixtures/', import.meta.url);

/** Folders of all saved pages: `hubspot/deal-en`. */
export const pages: string[] = readdirSync(ROOT, { recursive: true, withFileTypes: true })
  .filter((f) => f.name === 'page.json')
  .map((f) => f.parentPath.slice(ROOT.pathname.length))
  .sort();

export function pageAt(folder: string): Source & { html: string } {
  const text = (name: string) => readFileSync(new URL(`${folder}/${name}`, ROOT), 'utf8');
  const { url, locale, timeZone, now } = JSON.parse(text('page.json'));
  return { url, locale, timeZone, now: Date.parse(now), html: text('page.html') };
}
