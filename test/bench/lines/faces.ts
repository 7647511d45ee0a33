import { BLANK, type Browser, openFilled, sleep } from '../extension.ts';
import type { Line, Rig } from '../line.ts';

const MANY = 100_000;
/** With ten thousand deals and fifty reps. */
const filled = (rig: Rig, browser: Browser, activities: number) => {
  const stored = rig.quick ? activities / 10 : activities;
  return rig.shared(`${browser} with ${stored}`, () => openFilled(browser, stored));
};
type Filled = Awaited<ReturnType<typeof openFilled>>;

/** Milliseconds from the click on the icon until the popup shows something of use; the worker sleeps before. */
async function paintOf({ session, page }: Filled, popup: string | undefined): Promise<number> {
  // From the root: Firefox looks beside the page that says it.
  await page.evaluate((file) => chrome.action.setPopup({ popup: `/${file}` }), popup ?? OURS);
  await sleep(session);
  const opened = await session.openPopup(page);
  const paintedAt = await opened.evaluate(firstPaint);
  const clickedAt = session.clickedAt();
  if (popup === undefined) await opened.waitForSelector('[data-part="waiting"]');
  await opened.close();
  return paintedAt - clickedAt;
}

const OURS = 'src/show/popup/index.html';

/** Runs in the popup: the instant of its first paint, of which the roll-up is a part; see show/start.tsx. */
const firstPaint = () =>
  new Promise<number>((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const [paint] = list.getEntriesByName('first-contentful-paint');
      if (paint) resolve(performance.timeOrigin + paint.startTime);
    });
    observer.observe({ type: 'paint', buffered: true });
  });

const popupIn = (browser: Browser): Line => ({
  what: `popup in ${browser}: click to first useful paint, 100,000 activities stored, cold worker`,
  beside: 'a blank popup',
  unit: 'ms',
  limit: { times: 1.3 },
  runs: 11,
  open: async (rig) => {
    const it = await filled(rig, browser, MANY);
    return { floor: () => paintOf(it, BLANK), ours: () => paintOf(it, undefined) };
  },
});

type Which = 'new' | 'last';

/** Runs in the panel's page before anything else: when figures stand there, those of the last time or the new ones. */
const watchFigures = (which: Which) => {
  const seen = new MutationObserver(() => {
    const areOld = document.querySelector('[data-part="figures-old"]') !== null;
    if (!document.querySelector('.kpi-value') || areOld !== (which === 'last')) return;
    seen.disconnect();
    // What stands in the page is on the screen after the next frame.
    requestAnimationFrame(() => Object.assign(globalThis, { figuresAt: performance.now() }));
  });
  seen.observe(document, { childList: true, subtree: true });
};

async function figuresOf({ session, page: bench }: Filled, which: Which): Promise<number> {
  const page = await session.newPage();
  await page.evaluateOnNewDocument(watchFigures, which);
  await page.goto(new URL(PANEL, bench.url()).href);
  const at = await page.waitForFunction(() => (globalThis as { figuresAt?: number }).figuresAt, {
    timeout: 120_000,
  });
  const took = Number(await at.jsonValue());
  const isKept = async () => (await chrome.storage.session.get('figures')).figures !== undefined;
  await page.waitForFunction(isKept);
  await page.close();
  return took;
}

const PANEL = '/src/show/panel/index.html';

export const lines: Record<string, Line> = {
  'popup-chromium': popupIn('Chromium'),
  'popup-growth': {
    what: 'popup over ten times the history: click to first useful paint',
    beside: 'the same over 10,000 activities',
    unit: 'ms',
    limit: { times: 1.1 },
    runs: 11,
    open: async (rig) => {
      const [small, large] = [await filled(rig, 'Chromium', MANY / 10), await filled(rig, 'Chromium', MANY)];
      return { floor: () => paintOf(small, undefined), ours: () => paintOf(large, undefined) };
    },
  },
  panel: {
    what: 'panel: open to all figures, 100,000 activities, 10,000 deals, 50 reps',
    beside: 'one read of the roll-ups',
    unit: 'ms',
    limit: { times: 3 },
    runs: 7,
    open: async (rig) => {
      const it = await filled(rig, 'Chromium', MANY);
      return { floor: () => it.inside('readRollUps'), ours: () => figuresOf(it, 'new') };
    },
  },
  'panel-last': {
    what: 'panel: open to the figures of the last time, with the time that they are of; as many records',
    beside: 'one read of the roll-ups',
    unit: 'ms',
    limit: { times: 3 },
    runs: 7,
    open: async (rig) => {
      const it = await filled(rig, 'Chromium', MANY);
      await figuresOf(it, 'new');
      return { floor: () => it.inside('readRollUps'), ours: () => figuresOf(it, 'last') };
    },
  },
  'popup-firefox': popupIn('Firefox'),
};
