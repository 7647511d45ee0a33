import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type Zippable, zipSync } from 'fflate';
import manifest from '../manifest.json';
import { audit } from './audit.ts';
import { build } from './build.ts';
import { step } from './step.ts';
import { listing, page } from './store.ts';

const OUT = 'dist/store';
/** The earliest date that an archive can tell; every file has it, so that only contents make a difference. */
const ALWAYS = new Date(1980, 0, 1);

/** Writes what the stores take, archives and texts; the packages must have no known hole, and Firefox's linter no error. */
export default async function main(): Promise<number> {
  rmSync(OUT, { recursive: true, force: true });
  await build('firefox');
  await build('chrome');
  const { isBad } = await audit();
  const faults = await lint();
  mkdirSync(OUT, { recursive: true });
  for (const store of ['chrome', 'edge', 'firefox'] as const) {
    const file = `${OUT}/fourfold-${manifest.version}-${store}.zip`;
    writeFileSync(file, archive(`dist/${store === 'firefox' ? 'firefox' : 'chrome'}`));
    console.error(`✓ ${file} (${Math.round(statSync(file).size / 1000)} kB)`);
  }
  for (const language of readdirSync('public/_locales'))
    writeFileSync(`${OUT}/listing-${language}.md`, page(listing(language)));
  console.error(`✓ ${OUT}/listing-*.md`);
  return faults === 0 && !isBad ? 0 : 1;
}

/** The folder as an archive: same files, same bytes, on whichever machine and day. */
export function archive(folder: string): Uint8Array {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath.replaceAll('\\', '/')}/${entry.name}`.slice(folder.length + 1))
    .sort();
  const files: Zippable = {};
  for (const name of names) files[name] = fileIn(folder, name);
  return zipSync(files, { level: 9, mtime: ALWAYS, os: 3 });
}

/** The stores give each extension its id, and refuse one that names its own key. */
function fileIn(folder: string, name: string): Uint8Array {
  const content = readFileSync(`${folder}/${name}`);
  if (name !== 'manifest.json') return content;
  const { key: _, ...rest } = JSON.parse(content.toString());
  return Buffer.from(`${JSON.stringify(rest, null, 2)}\n`);
}

interface Lint {
  summary: { errors: number; warnings: number };
  errors: { message: string; file?: string }[];
  warnings: { message: string; file?: string }[];
}

/** Resolves to the number of errors. */
async function lint(): Promise<number> {
  const home = 'store/lint';
  const program = 'node_modules/web-ext/bin/web-ext.js';
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const shell = process.platform === 'win32';
  if (!existsSync(`${home}/${program}`))
    await step('installing the linter', [npm, 'ci', '--ignore-scripts', '--no-audit'], { cwd: home, shell });
  const args = ['lint', '--source-dir', '../../dist/firefox', '--output', 'json'];
  // It ends with 1 when there are errors; what they are stands in its output.
  const text = await step(
    'linting dist/firefox',
    [process.execPath, program, ...args],
    // It would ask the registry for news of itself.
    { cwd: home, env: { ...process.env, NO_UPDATE_NOTIFIER: '1' } },
    [0, 1],
  );
  const { errors, warnings, summary }: Lint = JSON.parse(text);
  for (const { message, file } of [...errors, ...warnings])
    console.error(`  ${file ?? 'manifest.json'}: ${message}`);
  console.error(`${summary.errors > 0 ? '✗' : '✓'} ${summary.errors} errors, ${summary.warnings} warnings`);
  return summary.errors;
}
