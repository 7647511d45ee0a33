import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { firefox as findFirefox } from '../../scripts/firefox.ts';
import { type Background, type Driver, eventually, granted, type Options } from './driver.ts';
import {
  clickIcon,
  connectionOf,
  hideSidebar,
  inChrome,
  type Place,
  pageIn,
  placesOf,
  pressAllow,
  pressKeys,
  setLanguage,
  showAs,
  terminate,
  wake,
} from './gecko.ts';
import { startProxy } from './proxy.ts';

const ID = 'fourfold@fourfold.example';
/** Where its pages stand; else every start makes up another. */
const UUID = '0f0f4f0d-0000-4000-8000-00000000004f';

const preferences = (proxy: number) => ({
  'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }),
  // The event page ends when a test ends it, as the worker of a driven Chromium does.
  'extensions.background.idle.timeout': 3_600_000,
  // A question may be answered at once.
  'security.notification_enable_delay': 0,
  // Notices in windows of its own: there is no desktop here that would show them.
  'alerts.useSystemBackend': false,
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': proxy,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': proxy,
  'network.captive-portal-service.enabled': false,
  'intl.accept_languages': 'en-US, en',
});

export async function launchFirefox(options: Options): Promise<Driver> {
  const dir = mkdtempSync(join(tmpdir(), 'fourfold-'));
  const proxy = await startProxy(options.demo?.hosts ?? [], options.demo?.port ?? 0);
  const browser = await launch({
    browser: 'firefox',
    executablePath: await findFirefox(),
    headless: options.headless ?? true,
    ...(options.profile ? { userDataDir: options.profile } : {}),
    acceptInsecureCerts: true,
    defaultViewport: null,
    extraPrefsFirefox: { ...preferences(proxy.port), ...options.preferences },
    args: ['--remote-allow-system-access', '--width=1280', '--height=1000'],
    env: {
      ...process.env,
      TZ: options.timeZone ?? process.env.TZ ?? 'UTC',
      ...(options.display ? { DISPLAY: options.display } : {}),
    },
  });
  if (options.locale) await inChrome(browser, setLanguage, options.locale);
  await browser.installExtension(granted('dist/firefox', options, dir));
  const driver = driverOf(browser);
  await driver.worker();
  return {
    ...driver,
    asked: proxy.asked,
    close: async () => {
      await browser.close();
      await proxy.close();
      rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** When the icon was last clicked, epoch ms. */
const clicks = new WeakMap<Browser, number>();

const driverOf = (browser: Browser): Omit<Driver, 'close' | 'asked'> => ({
  browser,
  clickedAt: () => clicks.get(browser) ?? Number.NaN,
  worker: async () => {
    await inChrome(browser, wake, ID);
    const page = await shown(browser, 'background');
    return {
      evaluate: page.evaluate.bind(page),
      close: () => inChrome(browser, terminate, ID),
    } as Background;
  },
  openPopup: async (page) => {
    await page.bringToFront();
    clicks.set(browser, Date.now());
    await inChrome(browser, clickIcon, ID);
    return popupOf(browser);
  },
  popup: () => popupOf(browser),
  panel: async () => {
    const panel = await shown(browser, 'sidebar');
    return closedBy(panel, browser, 'sidebar', () => inChrome(browser, hideSidebar));
  },
  openFace: async (name, query = '') => {
    const page = loadedUnheard(await browser.newPage());
    await page.goto(`moz-extension://${UUID}/src/show/${name}/index.html${query}`);
    return page;
  },
  speak: async (page, locale) => {
    await connectionOf(browser).send('emulation.setLocaleOverride', { contexts: [contextOf(page)], locale });
  },
  show: (page, as) => inChrome(browser, showAs, contextOf(page), as),
  press: async (page, keys) => {
    await page.bringToFront();
    await inChrome(browser, pressKeys, keys);
  },
  allow: () =>
    eventually(async () => {
      if (!(await inChrome(browser, pressAllow))) throw new Error('nothing is asked');
    }),
});

/** The driver's own name for a page. */
const contextOf = (page: Page): string => (page.mainFrame() as unknown as { _id: string })._id;

/** The page there, once it has come. */
const shown = (browser: Browser, place: Place): Promise<Page> =>
  eventually(async () => {
    const page = await pageIn(browser, place, ID);
    if (!page || (await page.evaluate(() => document.readyState)) === 'loading')
      throw new Error(`no ${place}`);
    return page;
  });

/** No event tells the driver that an extension's page was loaded: it is asked instead. */
function loadedUnheard(page: Page): Page {
  const goto = page.goto.bind(page);
  let address = page.url();
  const there = () =>
    page.waitForFunction(
      (wanted) => !('isLeft' in globalThis) && location.href === wanted && document.readyState === 'complete',
      {},
      address,
    );
  return Object.assign(page, {
    url: () => address,
    goto: async (url: string) => {
      address = url;
      await goto(url, { waitUntil: [] });
      await there();
      return null;
    },
    reload: async () => {
      address = await page.evaluate(() => {
        Object.assign(globalThis, { isLeft: true });
        location.reload();
        return location.href;
      });
      await there();
      return null;
    },
  });
}

async function popupOf(browser: Browser): Promise<Page> {
  const popup = await shown(browser, 'popup');
  return closedBy(popup, browser, 'popup', () => popup.evaluate(() => window.close()));
}

/** The driver can close tabs alone. */
const closedBy = (page: Page, browser: Browser, place: Place, close: () => Promise<void>): Page =>
  Object.assign(page, {
    close: async () => {
      await close().catch(() => undefined);
      await eventually(async () => {
        if ((await inChrome(browser, placesOf, ID)).includes(place))
          throw new Error(`the ${place} is still open`);
      });
    },
  });
