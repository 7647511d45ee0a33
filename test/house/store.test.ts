import { mkdirSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json';
import { archive } from '../../scripts/package.ts';
import { asked, LIMITS, listing } from '../../scripts/store.ts';

/* What the stores get: texts within their limits, archives that are the same whoever makes them. */

describe.each(readdirSync('public/_locales'))('the listing in %s', (language) => {
  const told = listing(language);

  it('keeps to the stores’ limits', () => {
    expect([...told.name].length).toBeLessThanOrEqual(LIMITS.name);
    expect([...told.summary].length).toBeLessThanOrEqual(LIMITS.summary);
    expect(told.description.length).toBeLessThanOrEqual(LIMITS.description);
    // Edge takes no shorter one.
    expect(told.description.length).toBeGreaterThan(250);
  });

  it('says for each permission why it is asked for, and for no other', () => {
    expect(Object.keys(told.permissions).sort()).toEqual([...asked].sort());
    for (const [permission, why] of Object.entries(told.permissions)) {
      expect(why, permission).toMatch(/\w{3}/);
      expect(why.length, permission).toBeLessThanOrEqual(LIMITS.permission);
    }
  });

  it('has the README’s word on privacy, as plain text', () => {
    expect(told.privacy).toContain('no request is sent anywhere');
    expect(told.privacy).not.toMatch(/[*`]|\]\(/);
  });
});

describe('the archive', () => {
  const made = (at: Date, key?: string) => {
    const dir = mkdtempSync(join(tmpdir(), 'fourfold-zip-'));
    mkdirSync(join(dir, 'b'));
    writeFileSync(join(dir, 'manifest.json'), JSON.stringify({ name: 'x', ...(key ? { key } : {}) }));
    // Written in another order each time.
    for (const name of at.getFullYear() > 2020 ? ['b/1.js', 'a.js'] : ['a.js', 'b/1.js'])
      writeFileSync(join(dir, name), name);
    for (const name of ['b/1.js', 'a.js', 'manifest.json']) utimesSync(join(dir, name), at, at);
    return archive(dir);
  };

  it('has the same bytes whenever the files were made', () => {
    expect(made(new Date('2019-01-01'))).toEqual(made(new Date('2026-05-05')));
  });

  it('holds every file under its name, and the manifest without the key that the stores refuse', () => {
    const files = unzipSync(made(new Date('2026-05-05'), 'MIIB'));
    expect(Object.keys(files)).toEqual(['a.js', 'b/1.js', 'manifest.json']);
    expect(JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString())).toEqual({ name: 'x' });
  });
});

it('every icon has the size that its name says, and every size that is named is there', () => {
  const sizes = { ...manifest.icons, ...manifest.action.default_icon };
  for (const [size, file] of Object.entries(sizes)) {
    const png = readFileSync(`public/${file}`);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], file).toEqual([Number(size), Number(size)]);
  }
  expect(readdirSync('public/icons').sort()).toEqual(
    Object.values(manifest.icons)
      .map((file) => file.replace('icons/', ''))
      .sort(),
  );
});
