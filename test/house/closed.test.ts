import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { files, lineOf } from './tree.ts';

/* What would let a page's words become markup or code, or let anybody in or out, stands nowhere in the source. */

const sources = files(['src'], /\.(?:tsx?|html|css)$/);

const MARKUP =
  /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment|srcdoc=|setHTMLUnsafe|parseHTMLUnsafe)|\bdocument\.write/g;
const CODE =
  /\beval\(|\bnew Function\b|\bimportScripts\(|\bset(?:Timeout|Interval)\(\s*['"`]|javascript:|<script(?![^>]*\bsrc="\.{0,2}\/?[\w./-]+")/g;
const REMOTE =
  /\b(?:import|from)\s*\(?\s*['"](?:https?:)?\/\/|\bsrc="(?:https?:)?\/\/|@import(?! "\.\/)|url\((?!['"]?(?:data:|#))/g;
const DOORS =
  /\b(?:onMessageExternal|onConnectExternal|onUserScriptMessage|connectNative|sendNativeMessage|externally_connectable)\b|addEventListener\(\s*['"]message['"]|\bonmessage\s*=(?!=)|\bBroadcastChannel\b|\bpostMessage\([^)]*['"]\*['"]/g;

/** Where one of these is right, and why. */
const RIGHT: Record<string, [word: RegExp, because: string]> = {
  'src/collect/slices.ts': [/onmessage/, 'it hears itself'],
  'src/collect/files/text.ts': [/onmessage/, 'it hears itself'],
  'src/show/panel/answers.ts': [/onmessage/, 'the panel hears its own worker'],
  'src/show/panel/worker.ts': [/onmessage/, 'the worker hears its own panel'],
};

function found(pattern: RegExp): string[] {
  return sources.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)]
      .filter(([word]) => !RIGHT[path]?.[0].test(word))
      .map(({ 0: word, index }) => `${path}:${lineOf(text, index)} has "${word.trim()}".`),
  );
}

describe('the source has no place', () => {
  it.each([
    ['where a text becomes markup', MARKUP],
    ['where a text becomes code', CODE],
    ['that brings code or pictures from elsewhere', REMOTE],
    ['where a page or another extension may speak to it', DOORS],
  ])('%s', (_, pattern) => {
    expect(found(pattern)).toEqual([]);
  });

  it('and the patterns notice', () => {
    for (const [pattern, text] of [
      [MARKUP, 'el.innerHTML = name'],
      [MARKUP, '<p dangerouslySetInnerHTML={{ __html: name }} />'],
      [CODE, "setTimeout('alert(1)')"],
      [CODE, '<script>1</script>'],
      [REMOTE, "import('https://x.example/a.js')"],
      [DOORS, "window.addEventListener('message', hear)"],
      [DOORS, 'chrome.runtime.onMessageExternal.addListener(hear)'],
    ] as const)
      expect(text.match(pattern), text).not.toBeNull();
  });
});

describe('the manifest', () => {
  const manifest = JSON.parse(readFileSync('manifest.json', 'utf8'));

  it('lets extension pages load their own files and connect to nothing', () => {
    const policy = manifest.content_security_policy.extension_pages;
    const said = Object.fromEntries(
      policy.split(';').map((part: string) => {
        const [name, ...values] = part.trim().split(' ');
        return [name, values.join(' ')];
      }),
    );
    expect(said).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      'connect-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    });
  });

  it('opens no door', () => {
    for (const key of [
      'web_accessible_resources',
      'externally_connectable',
      'content_scripts',
      'host_permissions',
      'sandbox',
      'oauth2',
    ])
      expect(manifest[key], key).toBeUndefined();
  });
});
