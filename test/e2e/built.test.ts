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
    for (const key of [
      'host_permissions',
      'optional_permissions',
      'content_scripts',
      'externally_connectable',
    ])
      expect(built[key], key).toBeUndefined();
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

  it('lets extension pages connect to nothing', () => {
    expect(manifest('chrome').content_security_policy.extension_pages).toContain("connect-src 'none'");
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

it('each CRM’s adapter stands in one content script', () => {
  const marks = { salesforce: 'sfdc:RecordField', hubspot: 'timeline-card', own: 'o_web_client' };
  for (const [name, mark] of Object.entries(marks)) {
    const copies = files('chrome').filter((f) => f.endsWith('.js') && readFileSync(f, 'utf8').includes(mark));
    expect(copies, mark).toEqual([`dist/chrome/src/collect/content/${name}.js`]);
  }
});

it('no shipped code makes code from text', () => {
  for (const target of ['chrome', 'firefox'])
    for (const f of files(target).filter((name) => name.endsWith('.js'))) {
      const code = readFileSync(f, 'utf8');
      expect(code, f).not.toMatch(/\beval\(/);
      // zod's compiler stands in its code; jitless, which is set before the first schema, keeps it from running.
      if (/new Function|Function\(/.test(code)) expect(code, f).toContain('jitless');
    }
});
