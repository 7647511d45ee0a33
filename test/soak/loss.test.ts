/*
 * The same deaths as in test/e2e/loss.test.ts, many times over.
 *
 *   FOURFOLD_SOAK_SEED=7 npm run test:soak     (the same moments again; each run prints its seed)
 */

const SEED = process.env.FOURFOLD_SOAK_SEED ?? String(Date.now() % 100_000);
console.log(`FOURFOLD_SOAK_SEED=${SEED}`);
process.env.FOURFOLD_SEED = SEED;
process.env.FOURFOLD_RUNS = process.env.FOURFOLD_SOAK === 'short' ? '10' : '200';

// After that, for it reads them as it is loaded.
await import('../e2e/loss.test.ts');

export {};
