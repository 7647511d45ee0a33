import { defineConfig } from 'vitest/config';

/** Pages are read three at a time where a file says that its tests are concurrent: most of it is waiting. */
const slow = { testTimeout: 60_000, hookTimeout: 600_000, fileParallelism: false, maxConcurrency: 3 };

/**
 * What the second browser has nothing to say about: the build, the command (which is Chromium's), and the trials of what
 * is read from changed pages, for they run the reader in a world that only Chromium's protocol opens.
 */
const NO_BROWSER = ['test/e2e/{built,read}.test.ts', 'test/e2e/property*.test.ts'];
/**
 * A closed root is read by Chromium's protocol alone, and a saved page shown by it; its profile is searched. Firefox
 * without a screen closes each notice at once.
 */
const CHROMIUM_ONLY = ['test/e2e/{canary,chip,notices}.test.ts'];

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Time says nothing on a machine that others use, too.
          testTimeout: 60_000,
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/{e2e,live,lightning,soak}/**'],
        },
      },
      { extends: true, test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], ...slow } },
      {
        extends: true,
        test: {
          name: 'e2e-firefox',
          include: ['test/e2e/**/*.test.ts'],
          exclude: [...NO_BROWSER, ...CHROMIUM_ONLY],
          env: { FOURFOLD_E2E: 'firefox' },
          ...slow,
        },
      },
      { extends: true, test: { name: 'lightning', include: ['test/lightning/**/*.test.ts'], ...slow } },
      {
        extends: true,
        // Each trial is thousands of rounds; the short form makes few of them.
        test: { name: 'soak', include: ['test/soak/**/*.test.ts'], ...slow, testTimeout: 7_200_000 },
      },
      {
        extends: true,
        // A sign-in may take several browsers; see openAs.
        test: { name: 'live', include: ['test/live/**/*.test.ts'], ...slow, testTimeout: 300_000 },
      },
    ],
  },
});
