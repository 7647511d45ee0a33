import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Canary } from './plant.ts';

const LETTERS = /[bcdfghjklmnpqrstvwxz]{10,}/g;
const DIGITS = /7391[\s().\u00a0/-]{0,2}\d{3}[\s().\u00a0/-]{0,2}\d{3}/g;

/** Which of the canaries stand in a text, whatever stands around them. */
export function found(text: string, canaries: ReadonlyMap<string, Canary>): Canary[] {
  const cores = new Set<string>();
  for (const [run] of text.toLowerCase().matchAll(LETTERS))
    for (let at = 0; at + 10 <= run.length; at++) cores.add(run.slice(at, at + 10));
  for (const [run] of text.matchAll(DIGITS)) cores.add(run.replace(/\D/g, ''));
  return [...cores].flatMap((core) => canaries.get(core) ?? []);
}

/** The same in bytes that may be any encoding's: a byte a letter, or two of either order. */
export function foundInBytes(bytes: Buffer, canaries: ReadonlyMap<string, Canary>): Canary[] {
  const readings = [
    bytes.toString('latin1'),
    bytes.toString('utf16le'),
    bytes.subarray(1).toString('utf16le'),
  ];
  return [...new Set(readings.flatMap((text) => found(text, canaries)))];
}

/** All files below a folder. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());

export const bytesOf = (file: string): Buffer => readFileSync(file);
