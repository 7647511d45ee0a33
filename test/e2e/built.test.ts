import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { scriptsFor } from '../../src/collect/sites.ts';

/* What ships, as it was built. */

const manifest = (target: string) => JSON.parse(readFileSync(`dist/${target}/manifest.json`, 'utf8'));
const files = (target: string) =>
  readdirSync(`dist/${target}`, { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile())
    .map((f) => `${f.parentPath}/${f.name}`);

describe('the built manifest', () => {
  it('asks Chrome for these permissions and optional hosts, and for nothing else', () => {
    const built = manifest('chrome');
    expect(built.permissions.toSorted()).toEqual(
      ['activeTab', 'alarms', 'scripting', 'sidePanel', 'storage', 'unlimitedStorage'].toSorted(),
    );
    expect(built.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
    expect(built.optional_permissions).toEqual(['notifications']);
    for (const key of ['host_permissions', 'content_scripts', 'externally_connectable'])
      expect(built[key], key).toBeUndefined();
  });

  it('names a schema for managed storage that Chrome takes: an invalid one keeps the extension from loading', () => {
    const file = manifest('chrome').storage.managed_schema;
    const schema = JSON.parse(readFileSync(`dist/chrome/${file}`, 'utf8'));
    expect(schema.type).toBe('object');
    expect(schema.additionalProperties).toBeUndefined();
    const all = (node: Record<string, unknown>): Record<string, unknown>[] => {
      const below = [
        ...Object.values((node.properties ?? {}) as object),
        ...['items', 'additionalProperties'].flatMap((key) => node[key] ?? []),
      ];
      return [node, ...below.flatMap((one) => all(one as Record<string, unknown>))];
    };
    for (const node of all(schema)) expect(typeof node.type, JSON.stringify(node)).toBe('string');
    expect(manifest('firefox').storage).toBeUndefined();
  });

  it('asks Firefox for the same, but for the panel, which needs no permission there', () => {
    const built = manifest('firefox');
    expect(built.permissions).not.toContain('sidePanel');
    expect(built.sidebar_action.default_panel).toMatch(/panel/);
    expect(built.browser_specific_settings.gecko.data_collection_permissions).toEqual({ required: ['none'] });
  });

  it.each(['chrome', 'firefox'])('opens no file of the extension to a page (%s)', (target) => {
    expect(manifest(target).web_accessible_resources).toBeUndefined();
  });

  it.each(['chrome', 'firefox'])(
    'lets extension pages connect to nothing, as its source says (%s)',
    (target) => {
      const source = JSON.parse(readFileSync('manifest.json', 'utf8'));
      expect(source.content_security_policy.extension_pages).toContain("connect-src 'none'");
      expect(manifest(target).content_security_policy).toEqual(source.content_security_policy);
    },
  );

  it.each(['chrome', 'firefox'])('hears no page and no other extension (%s)', (target) => {
    for (const key of ['externally_connectable', 'content_scripts', 'host_permissions', 'sandbox'])
      expect(manifest(target)[key], key).toBeUndefined();
  });
});

describe.each(['salesforce', 'hubspot', 'own', 'sample'])('the content script for %s', (name) => {
  const file = `dist/chrome/src/collect/content/${name}.js`;
  const code = readFileSync(file, 'utf8');

  it('is one plain file under 20 kB gzip', () => {
    expect(gzipSync(code).length).toBeLessThan(20_000);
    expect(code).not.toMatch(/\bimport\s*[({'"]|\bimport\.meta\b/);
  });

  it('carries neither schemas nor a database', () => {
    expect(code).not.toMatch(/ZodMini|indexedDB|IDBKeyRange/);
  });
});

it.each(['chrome', 'firefox'])('the chip is one plain file under 2.5 kB gzip (%s)', (target) => {
  const code = readFileSync(`dist/${target}/src/show/chip/main.js`, 'utf8');
  expect(gzipSync(code).length).toBeLessThan(2500);
  expect(code).not.toMatch(/\bimport\s*[({'"]|\bimport\.meta\b|innerHTML|ZodMini/);
});

it('each CRM’s adapter stands in one content script', () => {
  const marks = { salesforce: 'sfdc:RecordField', hubspot: 'timeline-card', own: 'o_web_client' };
  for (const [name, mark] of Object.entries(marks)) {
    const copies = files('chrome').filter((f) => f.endsWith('.js') && readFileSync(f, 'utf8').includes(mark));
    expect(copies, mark).toEqual([`dist/chrome/src/collect/content/${name}.js`]);
  }
});

it.each(['chrome', 'firefox'])('nothing that ships brings code or pictures from elsewhere (%s)', (target) => {
  const remote =
    /\bimport\(\s*["'`](?:https?:)?\/\/|importScripts\(|\b(?:src|href)="(?:https?:)?\/\/|@import|url\(["']?(?:https?:)?\/\//;
  for (const f of files(target).filter((name) => /\.(?:js|html|css)$/.test(name)))
    expect(readFileSync(f, 'utf8').match(remote)?.[0], f).toBeUndefined();
});

describe.each(['chrome', 'firefox'])('what ships for %s', (target) => {
  const texts = files(target)
    .filter((file) => /\.(?:js|html|css|json)$/.test(file))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  const scripts = texts.filter(({ file }) => file.endsWith('.js'));

  /** Where a word stands that may not, by file; the code itself would fill the screen. */
  const found = (among: typeof texts, word: RegExp): string[] =>
    among.flatMap(({ file, text }) =>
      [...text.matchAll(word)].map(([what]) => `${file} has ${what.slice(0, 80)}`),
    );

  it('makes no code from text', () => {
    expect(found(scripts, /\beval\(|\bset(?:Timeout|Interval)\(\s*['"`]/g)).toEqual([]);
    expect(found(scripts, /(?<![\w$.])Function\(|[=(,]\s*Function\s*[,;)]/g)).toEqual([]);
  });

  it('loads code from its own folder alone, and sends nothing anywhere', () => {
    expect(found(scripts, /\b(?:import|from)\s*\(?\s*["'`](?:https?:|\/\/|data:|blob:)/g)).toEqual([]);
    expect(
      found(scripts, /\bimportScripts\(|\bWebSocket\b|\bEventSource\b|sendBeacon|(?<![\w$.])fetch\(/g),
    ).toEqual([]);
    // Papaparse could load a file from an address; it is never given one, and the pages may connect to none.
    const others = scripts.filter(({ text }) => !text.includes('UndetectableDelimiter'));
    expect(others).toHaveLength(scripts.length - 1);
    expect(found(others, /\bXMLHttpRequest\b/g)).toEqual([]);
    const html = texts.filter(({ file }) => file.endsWith('.html'));
    expect(found(html, /\b(?:src|href)="(?!(?:\/|\.\.?\/)(?!\/))[^"]*"/g)).toEqual([]);
  });

  it('names no host but the CRMs’, and those that are no address', () => {
    const others = texts.flatMap(({ file, text }) =>
      [...text.matchAll(/\b(?:https?|wss?|ftp):\/\/([\w*-][\w.*-]*)/g)]
        .map(([, host = '']) => host)
        .filter((host) => !(host in HOSTS) && scriptsFor(host)[0] === 'own')
        .map((host) => `${file} names ${host}`),
    );
    expect([...new Set(others)]).toEqual([]);
  });

  it('knows nothing of the machine that it was built on', () => {
    expect(files(target).filter((file) => readFileSync(file).includes(process.cwd()))).toEqual([]);
  });

  it('says of every package in it under which licence that is given away', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    const list = readFileSync(`dist/${target}/licences.txt`, 'utf8');
    const named = [...list.matchAll(/^(\S+) (\d+\.\d+\.\d+) \((.+)\)$/gm)];
    expect(Object.fromEntries(named.map(([, name, version]) => [name, version]))).toEqual(dependencies);
    for (const [, name, , licence] of named)
      expect(licence, name).toMatch(/^(?:MIT|Apache-2\.0|ISC|BSD-[23]-Clause)$/);
  });
});

/** Hosts that stand in what ships without being asked anything, and why. */
const HOSTS: Record<string, string> = {
  '*': 'optional hosts of the manifest',
  'www.w3.org': 'names of XML languages',
  'crm.example.com': 'an example of an address',
  'bit.ly': 'a message of Dexie to its users',
  'tinyurl.com': 'a message of Dexie to its users',
};

describe('the same source', () => {
  const copy = mkdtempSync(join(tmpdir(), 'fourfold-again-'));
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it.each(['chrome', 'firefox'])('gives the same bytes in another folder, at another time (%s)', (target) => {
    const parts = [
      'src',
      'public',
      'scripts',
      'manifest.json',
      'package.json',
      'tsconfig.json',
      'vite.config.ts',
    ];
    for (const part of parts) cpSync(part, join(copy, part), { recursive: true });
    if (!existsSync(join(copy, 'node_modules')))
      symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
    const env = { ...process.env, BROWSER_TARGET: target, TZ: 'Pacific/Auckland', NODE_ENV: undefined };
    execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], {
      ...{ cwd: copy, env, stdio: 'pipe' },
    });
    const sums = (folder: string) =>
      Object.fromEntries(
        readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .map((file) => [
            relative(folder, file),
            createHash('sha256').update(readFileSync(file)).digest('hex'),
          ]),
      );
    expect(sums(join(copy, 'dist', target))).toEqual(sums(join('dist', target)));
  });
});
