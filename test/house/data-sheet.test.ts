import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json';
import { dataSheet, PAGE } from '../../scripts/datasheet.ts';
import { records } from '../../src/contract/records.ts';
import { Database } from '../../src/db/database.ts';
import { HOLDS } from '../../src/show/options/data.ts';

describe('the data sheet', () => {
  it('is as the manifest, the schemas and the texts say', () => {
    expect(readFileSync(PAGE, 'utf8') === dataSheet(), `${PAGE} is out of date: run npm run datasheet.`).toBe(
      true,
    );
  });

  it('leaves no table out, and names none that there is not', () => {
    const tables = new Database('any').tables.map(({ name }) => name);
    expect(Object.keys(HOLDS).sort()).toEqual([...tables, 'storage'].sort());
  });

  it('names every field of every record, and every permission', () => {
    const sheet = dataSheet();
    for (const [table, rows] of Object.entries(records.shape))
      for (const field of Object.keys(rows.def.element.shape)) expect(sheet, table).toContain(`\`${field}\``);
    for (const name of [...manifest.permissions, ...manifest.optional_permissions])
      expect(sheet).toContain(`| ${name} | `);
  });
});
