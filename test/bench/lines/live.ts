import type { Page } from 'puppeteer-core';
import { openDemo, openRecord } from '../../../scripts/demo.ts';
import type { Line } from '../line.ts';

const NAME = "Olivier D'Aubigné";

/** Runs in the page: the application shows another name; resolves to the instant (epoch ms). */
function rename(from: string, to: string): number {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode())
    if (node instanceof Text && node.data.includes(from)) node.data = node.data.replace(from, to);
  return Date.now();
}

/** Runs in the popup: when it shows the name. */
const shows = (name: string): number | false =>
  document.querySelector<HTMLElement>('[data-part="record"]')?.innerText.includes(name) ? Date.now() : false;

/** Milliseconds of one message from the popup to the page's script and back. */
const roundTrip = (popup: Page): Promise<number> =>
  popup.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://app.hubspot.com/*' });
    const from = performance.now();
    await chrome.tabs.sendMessage(tab?.id ?? -1, { type: 'nothing' }).catch(() => undefined);
    return performance.now() - from;
  });

export const lines: Record<string, Line> = {
  change: {
    what: 'a change of the page until the open popup shows it',
    beside: 'one message there and back',
    unit: 'ms',
    limit: { more: 100 },
    runs: 11,
    open: async () => {
      const { demo, session } = await openDemo();
      const page = await openRecord(demo, session, 'hubspot', 'lead', 'olivier');
      const popup = await session.openPopup(page);
      await popup.waitForFunction(shows, { polling: 'mutation', timeout: 20_000 }, NAME);
      let [name, times] = [NAME, 0];
      return {
        floor: () => roundTrip(popup),
        ours: async () => {
          const next = `Olivier the ${++times}.`;
          const shown = popup.waitForFunction(shows, { polling: 'mutation', timeout: 20_000 }, next);
          const changedAt = await page.evaluate(rename, name, next);
          name = next;
          return Number(await (await shown).jsonValue()) - changedAt;
        },
        close: () => Promise.all([session.close(), demo.stop()]),
      };
    },
  },
};
