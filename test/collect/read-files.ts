import { expect } from 'vitest';
import { type Imported, type ImportFile, importFiles, type Options } from '../../src/collect/files/import.ts';
import { records } from '../../src/contract/records.ts';

/** 15 June 2026, 12:00 in Berlin. */
export const NOW = Date.parse('2026-06-15T10:00:00Z');
export const at = (iso: string): number => Date.parse(iso);
/** A day in Berlin, in summer. */
export const day = (date: string): [number, number] => [
  at(`${date}T00:00:00+02:00`),
  at(`${date}T24:00:00+02:00`),
];

/** Every import of a test has to fit the schemas that guard the database. */
export async function read(
  files: Record<string, string> | ImportFile[],
  options: Partial<Options> = {},
): Promise<Imported> {
  const list = Array.isArray(files) ? files : Object.entries(files).map(([name, text]) => ({ name, text }));
  const imported = await importFiles(list, { timeZone: 'Europe/Berlin', now: NOW, ...options });
  records.parse(imported.records);
  expect(imported.rows).toBeGreaterThanOrEqual(imported.skipped);
  return imported;
}

export const lines = (...rows: string[]): string => rows.join('\n');
