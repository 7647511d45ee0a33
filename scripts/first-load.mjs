import { readFileSync } from 'node:fs';
import { posix } from 'node:path';

const ROOT = 'dist/chrome';
const textOf = (file) => readFileSync(`${ROOT}/${file}`, 'utf8');

/**
 * What the browser loads before a face paints anything: its page, its styles, its scripts and all that these import by
 * themselves. What a script asks for later (`import()`) is not of it; the texts come from the browser, not from a script.
 *
 * @param {string} face a folder of src/show
 * @returns {string[]} files of the build
 */
export function firstLoad(face) {
  const files = [`src/show/${face}/index.html`];
  for (const file of files) {
    for (const next of namedIn(file)) if (!files.includes(next)) files.push(next);
  }
  return files.map((file) => `${ROOT}/${file}`);
}

function namedIn(file) {
  if (file.endsWith('.html'))
    return [...textOf(file).matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, name]) => name);
  if (!file.endsWith('.js')) return [];
  const imports = textOf(file).matchAll(/\b(?:from|import)\s*["'`](\.\.?\/[^"'`]+)["'`]/g);
  return [...imports].map(([, name]) => posix.join(posix.dirname(file), name));
}
