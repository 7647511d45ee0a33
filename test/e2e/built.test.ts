import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

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

it('no shipped code makes code from text', () => {
  for (const target of ['chrome', 'firefox'])
    for (const f of files(target).filter((name) => name.endsWith('.js'))) {
      const code = readFileSync(f, 'utf8');
      expect(code, f).not.toMatch(/\beval\(/);
      // zod's compiler stands in its code; jitless, which is set before the first schema, keeps it from running.
      if (/(?<![\w$.])Function\(/.test(code)) expect(code, f).toContain('jitless');
    }
});
