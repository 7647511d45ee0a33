import type { Page } from 'puppeteer-core';
import { pretend } from '../../../scripts/reader.ts';
import { launch, type Session } from '../../e2e/browser.ts';
import { longList } from '../../e2e/property/many.ts';
import type { Line, Rig } from '../line.ts';

const ROWS = 5000;
/** After so long (ms) the extension is at rest in a tab that does not change. */
const REST = 6000;

/**
 * Runs in the page: scrolls by three rows a frame for so many frames, while the application fills in the row that comes
 * into view, as one that draws its rows late does. Frames that came late, in percent, and the longest task (ms).
 */
async function scroll(frames: number): Promise<{ late: number; longest: number }> {
  let longest = 0;
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  tasks.observe({ type: 'longtask' });
  const rows = document.querySelectorAll('[role="row"]');
  scrollTo(0, 0);
  let late = 0;
  let before = await new Promise<number>(requestAnimationFrame);
  for (let i = 0; i < frames; i++) {
    scrollBy(0, 120);
    rows[i * 3]?.setAttribute('data-seen', String(before));
    const now = await new Promise<number>(requestAnimationFrame);
    late += Math.max(0, Math.round((now - before) / (1000 / 60)) - 1);
    before = now;
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  tasks.disconnect();
  return { late: (100 * late) / frames, longest };
}

type Both = Record<'with' | 'without', Page> & { close(): Promise<unknown> };

/** The list in two tabs of two hosts: on one of them nobody enabled the extension. */
const openBoth = (rig: Rig): Promise<Both> =>
  rig.shared('scrolling', async () => {
    const source = longList(ROWS);
    const elsewhere = { ...source, url: source.url.replace('https://', 'https://not-enabled-') };
    const session: Session = await launch({ grant: [`${new URL(source.url).origin}/*`] });
    const open = async (from: typeof source) => {
      const page = await session.newPage();
      await pretend(session, page, from);
      await page.goto(from.url, { waitUntil: 'domcontentloaded' });
      return page;
    };
    return { with: await open(source), without: await open(elsewhere), close: () => session.close() };
  });

async function run(page: Page, frames: number): ReturnType<typeof scroll> {
  await page.bringToFront();
  // What the tab that is left has begun, and what this one does as it comes, would be counted to the other's account.
  await new Promise((resolve) => setTimeout(resolve, REST));
  return page.evaluate(scroll, frames);
}

const scrolling = (
  what: string,
  beside: string,
  unit: Line['unit'],
  more: number,
  of: (r: { late: number; longest: number }) => number,
): Line => ({
  what: `scrolling fast through a role-based list of 5,000 rows: ${what}`,
  beside,
  unit,
  limit: beside ? { more } : { most: more },
  open: async (rig) => {
    const pages = await openBoth(rig);
    const frames = rig.quick ? 120 : 300;
    const ours = async () => of(await run(pages.with, frames));
    return { floor: async () => of(await run(pages.without, frames)), ours };
  },
});

export const lines: Record<string, Line> = {
  'scroll-frames': scrolling('frames that come late', 'without the extension', '%', 1, ({ late }) => late),
  'scroll-task': scrolling(
    'longest task, above that of the page alone',
    'without the extension',
    'ms',
    50,
    ({ longest }) => longest,
  ),
};
