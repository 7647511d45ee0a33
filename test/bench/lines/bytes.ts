import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { firstLoad } from '../../../scripts/first-load.mjs';
import type { Line } from '../line.ts';

const SCRIPTS = ['salesforce', 'hubspot', 'own'].map((name) => `dist/chrome/src/collect/content/${name}.js`);

const kilobytes = (files: string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / 1000;

const bytes = (what: string, most: number, weigh: () => number): Line => ({
  what: `bytes, packed by gzip: ${what}`,
  unit: 'kB',
  limit: { most },
  runs: 1,
  open: () => ({ ours: weigh }),
});

const everything = () =>
  readdirSync('dist/chrome', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(js|css|html)$/.test(file) && !/messages-[^/]*\.js$/.test(file))
    .map((file) => `dist/chrome/${file}`);

/** Not timed, and the same each time; size-limit guards them in `npm test`. */
export const lines: Record<string, Line> = {
  'bytes-script': bytes('the largest content script', 15, () =>
    Math.max(...SCRIPTS.map((file) => kilobytes([file]))),
  ),
  'bytes-popup': bytes('what the popup loads before its first paint', 30, () =>
    kilobytes(firstLoad('popup')),
  ),
  'bytes-panel': bytes('what the panel loads before its first paint', 60, () =>
    kilobytes(firstLoad('panel')),
  ),
  'bytes-all': bytes('everything but the texts', 250, () => kilobytes(everything())),
};
