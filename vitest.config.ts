import { defineConfig } from 'vitest/config';

const slow = { testTimeout: 60_000, hookTimeout: 600_000, fileParallelism: false };

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/{e2e,live,lightning}/**'],
        },
      },
      { extends: true, test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], ...slow } },
      { extends: true, test: { name: 'lightning', include: ['test/lightning/**/*.test.ts'], ...slow } },
      {
        extends: true,
        // A sign-in may take several browsers; see openAs.
        test: { name: 'live', include: ['test/live/**/*.test.ts'], ...slow, testTimeout: 300_000 },
      },
    ],
  },
});
