import { existsSync, readFileSync } from 'node:fs';
import type { Plugin, Rollup } from 'vite';

/** Files in which a package says under which licence it may be given away. */
const FILES = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'NOTICE'];

/** The folder of the package that a module stands in; `undefined` for our own. */
const packageOf = (module: string): string | undefined =>
  /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module.replaceAll('\\', '/').replace(/^\0/, ''))?.[1];

/** Of each package its name, version, licence and the texts that go with it, whoever builds it and wherever. */
export function licences(modules: Iterable<string>): string {
  const folders = new Set([...modules].flatMap((module) => packageOf(module) ?? []));
  const entries = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const texts = FILES.filter((file) => existsSync(`${folder}/${file}`)).map((file) =>
      readFileSync(`${folder}/${file}`, 'utf8').replaceAll('\r', '').trim(),
    );
    if (typeof license !== 'string' || texts.length === 0)
      throw new Error(`${name} comes without a licence.`);
    return { title: `${name} ${version} (${license})`, texts };
  });
  entries.sort((a, b) => (a.title < b.title ? -1 : 1));
  return [
    'Fourfold contains code of these packages, each under its own licence.',
    ...entries.flatMap(({ title, texts }) => ['='.repeat(80), title, ...texts]),
  ]
    .join('\n\n')
    .concat('\n');
}

/** Lays the list beside what was built. The content scripts, which are built by themselves, hold no package. */
export const listLicences: Plugin = {
  name: 'licences',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle: Rollup.OutputBundle) {
      const modules = Object.values(bundle).flatMap((item) => (item.type === 'chunk' ? item.moduleIds : []));
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: licences(modules) });
    },
  },
};
