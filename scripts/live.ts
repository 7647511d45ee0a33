import { build } from './build.ts';
import { browser } from './chromium.ts';
import { close, vitest } from './test.ts';

/** The real CRM: its pages in a real browser, what was stored beside its own database. */
export default async function main(): Promise<number> {
  await browser();
  await build('chrome');
  return close([await vitest('live')]);
}
