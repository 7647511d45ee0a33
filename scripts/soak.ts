import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { browser } from './chromium.ts';
import { close, vitest } from './test.ts';

/** The trials that take long; `--short` makes fewer of each, for a run on every change. */
export default async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { short: { type: 'boolean' } } });
  if (values.short) process.env.FOURFOLD_SOAK = 'short';
  await browser();
  await build('chrome');
  return close([await vitest('soak')]);
}
