import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface Source {
  /** From the project's top, with `/`. */
  path: string;
  text: string;
}

/** All files below these folders (or these files) that fit, with their text. */
export function files(under: string[], fits = /\.(ts|tsx|mts|js|mjs|json|html|css)$/): Source[] {
  return under.flatMap((top) => {
    const found = fits.test(top)
      ? [join(root, top)]
      : readdirSync(join(root, top), { recursive: true, withFileTypes: true })
          .filter(
            (entry) => entry.isFile() && fits.test(entry.name) && !entry.parentPath.includes('node_modules'),
          )
          .map((entry) => join(entry.parentPath, entry.name));
    return found.map((file) => ({
      path: relative(root, file).replaceAll('\\', '/'),
      text: readFileSync(file, 'utf8'),
    }));
  });
}

export const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length;
