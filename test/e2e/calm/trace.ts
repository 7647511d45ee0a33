import type { Page } from 'puppeteer-core';

/* What the extension's scripts do in a page, as Chromium's own trace tells it. */

interface Event {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Time of the processor (µs), which a busy machine does not lengthen. */
  tdur?: number;
  args?: { data?: { url?: string } };
}

/** How long each stretch was for which our scripts held the page up while `run` ran, and how long that was (ms). */
export async function oursIn(
  page: Page,
  run: () => Promise<unknown>,
): Promise<{ stretches: number[]; length: number }> {
  await page.tracing.start({ categories: ['-*', 'toplevel', 'devtools.timeline'] });
  const begun = performance.now();
  await run();
  const length = performance.now() - begun;
  const text = new TextDecoder().decode(await page.tracing.stop());
  const { traceEvents } = JSON.parse(text) as { traceEvents: Event[] };
  const stretches = traceEvents
    .filter(
      ({ ph, args }) =>
        ph === 'X' &&
        /^chrome-extension:.*\/src\/(collect\/content|show\/chip)\//.test(args?.data?.url ?? ''),
    )
    .map(({ tdur, dur }) => (tdur ?? dur ?? 0) / 1000);
  return { stretches, length };
}
