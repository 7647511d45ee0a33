import type { CDPSession } from 'puppeteer-core';
import { openDemo } from '../../../scripts/demo.ts';
import type { Line } from '../line.ts';

const [WARM, MANY] = [20, 2000];

/** Runs in the page: goes to and fro between two records as a single-page application does, so often. */
async function navigate(addresses: string[], times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    history.pushState(null, '', addresses[i % addresses.length]);
    dispatchEvent(new PopStateEvent('popstate'));
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  // Until the last of them is read.
  await new Promise((resolve) => setTimeout(resolve, 3000));
}

/** Megabytes that scripts hold in the tab, the page's own among them, once all that can go is gone. */
async function heldIn(cdp: CDPSession): Promise<number> {
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1e6;
}

async function grown(grant: string[], times: number): Promise<number> {
  const { demo, session } = await openDemo({ grant });
  try {
    const addresses = ['olivier', 'greta'].map((key) => demo.urlOf('hubspot', 'lead', key));
    const page = await session.newPage(addresses[0]);
    const cdp = await page.createCDPSession();
    await cdp.send('Performance.enable');
    await page.evaluate(navigate, addresses, WARM);
    const before = await heldIn(cdp);
    await page.evaluate(navigate, addresses, times - WARM);
    return (await heldIn(cdp)) - before;
  } finally {
    await session.close();
    await demo.stop();
  }
}

export const lines: Record<string, Line> = {
  memory: {
    what: 'memory of a tab after 2,000 navigations, above that after 20',
    beside: 'the same without the extension',
    unit: 'MB',
    limit: { more: 1 },
    runs: 1,
    open: ({ quick }) => {
      const times = quick ? MANY / 10 : MANY;
      return {
        floor: () => grown([], times),
        ours: () => grown(['https://app.hubspot.com/*'], times),
      };
    },
  },
};
