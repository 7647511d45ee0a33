import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json';
import { dataSheet, PAGE } from '../../scripts/datasheet.ts';
import { records } from '../../src/contract/records.ts';
import { Database } from '../../src/db/database.ts';
import { HOLDS } from '../../src/show/options/data.ts';
import { files } from './tree.ts';

/** What is kept beside the database, by what keeps it, in the sheet's words; what names nobody it leaves out. */
const BESIDE: Record<string, string | null> = {
  'src/background/clock.ts': null,
  'src/background/forget.ts': null,
  'src/background/keep.ts': 'the roll-up',
  'src/background/notices.ts': 'notices',
  'src/background/reading.ts': 'each open tab',
  'src/background/scripts.ts': 'each open tab',
  'src/background/unkept.ts': null,
  'src/db/staging.ts': 'a file on its way in',
  'src/show/demo/keep.ts': null,
  'src/show/languages.ts': null,
  'src/show/panel/choices.ts': 'chosen in the side panel',
  'src/show/panel/printed.ts': 'each open tab',
  'src/show/stand.ts': 'the roll-up',
};

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

  it('says what is kept beside the database, whatever keeps it', () => {
    const keepers = files(['src'], /\.tsx?$/).filter(({ text }) =>
      /storage\.(?:local|session|sync)\.set\(|new Dexie\(/.test(text),
    );
    expect(keepers.map(({ path }) => path).sort()).toEqual(Object.keys(BESIDE).sort());
    const said =
      dataSheet()
        .match(/^\| Beside the database \|.*$/m)?.[0]
        .toLowerCase() ?? '';
    for (const words of Object.values(BESIDE)) expect(said).toContain(words ?? '');
  });

  it('names every field of every record, and every permission', () => {
    const sheet = dataSheet();
    for (const [table, rows] of Object.entries(records.shape))
      for (const field of Object.keys(rows.def.element.shape)) expect(sheet, table).toContain(`\`${field}\``);
    for (const name of [...manifest.permissions, ...manifest.optional_permissions])
      expect(sheet).toContain(`| ${name} | `);
  });
});
