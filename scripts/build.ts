import { existsSync, readdirSync, statSync } from 'node:fs';
import { build as bundle } from 'vite';
import { audit } from './audit.ts';
import { progress } from './step.ts';

/** Builds dist/chrome or dist/firefox from the same source. */
export async function build(target: 'chrome' | 'firefox'): Promise<void> {
  const end = progress(`building the extension for ${target}`);
  process.env.BROWSER_TARGET = target;
  // What runs these scripts says “development”, by which source lines and the paths of this machine would be built in.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  // Kept in the output folder's own log: the build plugin prints to stdout, which is not ours to write to.
  const { log, warn } = console;
  console.log = () => undefined;
  console.warn = () => undefined;
  try {
    await bundle({ configFile: 'vite.config.ts', logLevel: 'error' });
    end();
  } catch (error) {
    end('failed');
    throw error;
  } finally {
    Object.assign(console, { log, warn });
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

/** Whether dist/chrome is newer than everything that it is made of. */
export function isBuilt(): boolean {
  const built = 'dist/chrome/manifest.json';
  if (!existsSync(built)) return false;
  const sources = ['src', 'public'].flatMap((dir) =>
    readdirSync(dir, { recursive: true, withFileTypes: true }).map((f) => `${f.parentPath}/${f.name}`),
  );
  const at = statSync(built).mtimeMs;
  return [...sources, 'manifest.json', 'vite.config.ts', 'package-lock.json'].every(
    (f) => statSync(f).mtimeMs <= at,
  );
}

export default async function main(): Promise<void> {
  await build('chrome');
  await build('firefox');
  await audit();
}
