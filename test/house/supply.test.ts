import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditOf } from '../../scripts/audit.ts';
import { licences } from '../../scripts/licences.ts';

/* Where what ships comes from. */

interface Locked {
  version?: string;
  integrity?: string;
  resolved?: string;
  hasInstallScript?: boolean;
}

const LOCKS = ['package-lock.json', 'store/lint/package-lock.json', 'test/crm/lightning/package-lock.json'];

describe.each(LOCKS)('%s', (file) => {
  const { packages, lockfileVersion } = JSON.parse(readFileSync(file, 'utf8'));
  const all = Object.entries(packages as Record<string, Locked>).filter(([name]) => name !== '');
  const named = (fits: (one: Locked) => boolean) => all.filter(([, one]) => fits(one)).map(([name]) => name);

  it('holds every package to its bytes', () => {
    expect(lockfileVersion).toBe(3);
    expect(all.length).toBeGreaterThan(100);
    expect(named(({ integrity }) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''))).toEqual([]);
  });

  it('names no place to fetch from, and runs nothing when it is installed', () => {
    expect(named(({ resolved }) => resolved !== undefined)).toEqual([]);
    expect(named(({ hasInstallScript }) => !!hasInstallScript)).toEqual([]);
  });
});

it('every dependency is named with its one version', () => {
  for (const file of LOCKS) {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(
      readFileSync(file.replace('package-lock', 'package'), 'utf8'),
    );
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
  }
});

describe('npm audit', () => {
  const report = (vulnerabilities: object) =>
    JSON.stringify({ auditReportVersion: 2, metadata: { vulnerabilities } });

  it('is skipped with one line where it cannot be reached, which is not the same as clean', () => {
    for (const output of ['', 'npm error', '{"message":"405 Method Not Allowed","error":{"summary":""}}']) {
      const { said, isBad } = auditOf(output);
      expect(isBad).toBe(false);
      expect(said).toMatch(/skipped/);
      expect(said).not.toMatch(/\n|:\/\//);
    }
  });

  it('tells of every hole, and lets nothing with one be packed', () => {
    expect(auditOf(report({ high: 0, total: 0 }))).toEqual({
      said: expect.stringMatching(/no known/),
      isBad: false,
    });
    const { said, isBad } = auditOf(report({ critical: 1, high: 0, low: 2, total: 3 }));
    expect(said).toContain('1 critical, 2 low');
    expect(isBad).toBe(true);
  });
});

describe('the list of licences', () => {
  it('has each package once, with its licence and what that asks to be given along, and none of ours', () => {
    const text = licences([
      `${process.cwd()}/node_modules/dexie/dist/dexie.mjs`,
      '\0/elsewhere/ours.ts',
      'node_modules/dexie/import-wrapper.mjs'.replace(/^/, `${process.cwd()}/`),
      `${process.cwd()}/node_modules/preact/hooks/dist/hooks.mjs`,
    ]);
    expect(text.match(/^\S+ \d+\.\d+\.\d+ \(.+\)$/gm)?.map((line) => line.split(' ')[0])).toEqual([
      'dexie',
      'preact',
    ]);
    expect(text).toContain('Apache License');
    expect(text).toContain('Copyright (c) 2014-2017 David Fahlander');
    expect(text).toContain('The MIT License');
  });

  it('is not made where a licence is missing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fourfold-licence-'));
    const own = join(folder, 'node_modules/bare');
    mkdirSync(own, { recursive: true });
    const says = (what: object) => writeFileSync(join(own, 'package.json'), JSON.stringify(what));
    const bare = { name: 'bare', version: '1.0.0', license: 'MIT' };
    says(bare);
    expect(() => licences([join(own, 'index.js')])).toThrow('bare comes without a licence');
    writeFileSync(join(own, 'LICENSE'), 'Copyright (c) nobody');
    expect(licences([join(own, 'index.js')])).toContain('bare 1.0.0 (MIT)\n\nCopyright (c) nobody');
    says({ ...bare, license: undefined });
    expect(() => licences([join(own, 'index.js')])).toThrow('bare comes without a licence');
    rmSync(folder, { recursive: true });
  });
});
