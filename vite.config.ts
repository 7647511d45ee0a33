import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin, type Rollup } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import { listLicences } from './scripts/licences.ts';

const browser = process.env.BROWSER_TARGET === 'firefox' ? 'firefox' : 'chrome';

/** The panel, its command, the background and the add-on's id are what the browsers write differently. */
function manifestFor(target: typeof browser): ManifestV3Export {
  if (target === 'chrome') return manifest as ManifestV3Export;
  const { side_panel, key, minimum_chrome_version, background, permissions, commands, storage, ...shared } =
    manifest;
  const { 'open-panel': panel, ...sharedCommands } = commands;
  return {
    ...shared,
    permissions: permissions.filter((p) => p !== 'sidePanel'),
    commands: { ...sharedCommands, _execute_sidebar_action: { suggested_key: panel.suggested_key } },
    background: { scripts: [background.service_worker], type: 'module' },
    sidebar_action: {
      default_panel: side_panel.default_path,
      default_title: manifest.name,
      default_icon: manifest.action.default_icon,
      // Nobody asked for it yet.
      open_at_install: false,
    },
    browser_specific_settings: {
      gecko: {
        id: 'fourfold@fourfold.example',
        // The first release that asks about data_collection_permissions.
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  } as unknown as ManifestV3Export;
}

/** Deletes scripts that nothing in the build names. */
function dropUnused(bundle: Rollup.OutputBundle): void {
  const text = (file: string) => {
    const item = bundle[file];
    return item?.type === 'chunk' ? item.code : String(item?.source ?? '');
  };
  const names = Object.keys(bundle);
  const unused = names.filter(
    (file) =>
      /^assets\/.*\.js$/.test(file) &&
      !names.some((other) => other !== file && text(other).includes(file.slice('assets/'.length))),
  );
  for (const file of unused) delete bundle[file];
  if (unused.length > 0) dropUnused(bundle);
}

/**
 * Each content script is one plain file and needs no loader, so no page may reach into the extension. The build
 * plugin opens them to every page all the same, and leaves unused second copies; this takes both back.
 */
const closeTheDoor: Plugin = {
  name: 'no-web-accessible-resources',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const built = bundle['manifest.json'];
      if (built?.type !== 'asset') return;
      const json = JSON.parse(String(built.source));
      delete json.web_accessible_resources;
      dropUnused(bundle);
      built.source = JSON.stringify(json, null, 2);
    },
  },
};

/** The background's hash would be made of paths of this machine, which the build plugin takes out only later. */
function nameOf(chunk: string): string {
  if (chunk === 'panel-worker') return '[name].js';
  return chunk.startsWith('background') ? 'assets/background.js' : 'assets/[name]-[hash].js';
}

export default defineConfig({
  plugins: [crx({ manifest: manifestFor(browser), browser }), closeTheDoor, listLicences],
  // The package itself gives bundlers its build for old browsers, which is larger by a sixth.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: `dist/${browser}`,
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: false,
    rolldownOptions: {
      output: {
        entryFileNames: ({ name }) => nameOf(name),
        chunkFileNames: ({ name }) => nameOf(name),
      },
      input: {
        'panel-worker': 'src/show/panel/worker.ts',
        // Pages that no key of the manifest names.
        snooze: 'src/show/snooze/index.html',
        welcome: 'src/show/welcome/index.html',
        ...(browser === 'firefox' && { panel: manifest.side_panel.default_path }),
      },
    },
  },
});
