import lwc from '@lwc/rollup-plugin';
import resolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import { rollup } from 'rollup';

/** Formats come from these modules, which are fixed to en-US; here they follow the page's language. */
const I18N = {
  locale: 'document.documentElement.lang',
  lang: 'document.documentElement.lang',
  currency: "document.documentElement.lang === 'de-DE' ? 'EUR' : 'USD'",
};
const PREFIX = '@salesforce/i18n/';
const i18n = {
  name: 'i18n',
  resolveId: (id) => (id.startsWith(PREFIX) && id.slice(PREFIX.length) in I18N ? `\0${id}` : null),
  load: (id) =>
    id.startsWith(`\0${PREFIX}`) ? `export default ${I18N[id.slice(PREFIX.length + 1)]};` : null,
};

/** One script with the page and the real components; synthetic shadow is a library that is there or not. */
export async function bundle(isSynthetic) {
  const built = await rollup({
    input: isSynthetic ? 'src/synthetic.js' : 'src/page.js',
    plugins: [
      i18n,
      replace({
        preventAssignment: true,
        values: {
          'process.env.NODE_ENV': '"production"',
          'process.env.IS_BROWSER': 'true',
          'import.meta.env.SSR': 'false',
        },
      }),
      lwc({ rootDir: 'src', enableDynamicComponents: true }),
      resolve(),
    ],
    // The components' own templates bring some twenty warnings that concern nobody here.
    onwarn: () => undefined,
  });
  const { output } = await built.generate({ format: 'iife', inlineDynamicImports: true });
  await built.close();
  return output[0].code;
}
