import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { build } from './build.ts';
import { browser } from './chromium.ts';
import { step } from './step.ts';
import { close, vitest } from './test.ts';

const HOME = 'test/crm/lightning';

/** What the bundles are made of, as one name. */
function recipe(): string {
  const hash = createHash('sha256');
  const files = readdirSync(HOME, { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile() && !f.parentPath.includes('node_modules'))
    .map((f) => `${f.parentPath}/${f.name}`)
    .sort();
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** The real Lightning components, bundled once for each state of their sources; never committed. */
async function bundles(): Promise<string> {
  const folder = `.cache/lightning/${recipe()}`;
  if (existsSync(`${folder}/native.js`)) return folder;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const shell = process.platform === 'win32';
  await step('installing the Lightning components', [npm, 'ci', '--no-audit'], { cwd: HOME, shell });
  const part = `${folder}.part`;
  mkdirSync(part, { recursive: true });
  await step('bundling the Lightning components', [process.execPath, 'main.js', `${process.cwd()}/${part}`], {
    cwd: HOME,
  });
  renameSync(part, folder);
  return folder;
}

/** Real Lightning components in every shadow mode, read in a real browser. */
export default async function main(): Promise<number> {
  await browser();
  process.env.LIGHTNING_BUNDLES = await bundles();
  await build('chrome');
  return close([await vitest('lightning')]);
}
