import { firstLoad } from './scripts/first-load.mjs';

// What is downloaded is packed; so it is counted.
const gzip = true;

export default [
  ...['salesforce', 'hubspot', 'own'].map((name) => ({
    name: `content script for ${name}`,
    path: `dist/chrome/src/collect/content/${name}.js`,
    limit: '15 kB',
    gzip,
  })),
  { name: 'popup, before its first paint', path: firstLoad('popup'), limit: '30 kB', gzip },
  { name: 'panel, before its first paint', path: firstLoad('panel'), limit: '60 kB', gzip },
  {
    name: 'everything that ships, but the texts',
    path: ['dist/chrome/**/*.{js,css,html}', '!dist/chrome/assets/messages-*.js'],
    limit: '250 kB',
    gzip,
  },
  {
    name: 'the texts, of which one language is loaded',
    path: 'dist/chrome/assets/messages-*.js',
    limit: '150 kB',
    gzip,
  },
];
