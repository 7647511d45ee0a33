import { build as bundle } from 'vite';
import { progress } from './step.ts';

/** Builds dist/chrome or dist/firefox from the same source. */
export async function build(target: 'chrome' | 'firefox'): Promise<void> {
  const end = progress(`building the extension for ${target}`);
  process.env.BROWSER_TARGET = target;
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
  }
}

export default async function main(): Promise<void> {
  await build('chrome');
  await build('firefox');
}
