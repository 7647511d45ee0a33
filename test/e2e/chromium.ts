import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, launch, type Page, type Target } from 'puppeteer-core';
import { browser as findBrowser, quietArgs } from '../../scripts/chromium.ts';
import { type Driver, granted, type Options } from './driver.ts';

export const EXTENSION_ID = 'pahkhnokicmommcdohopmdbkhdflnajp';

function profileIn(dir: string): string {
  const profile = join(dir, 'profile');
  mkdirSync(join(profile, 'Default'), { recursive: true });
  // Without developer mode a reload leaves an unpacked extension disabled.
  writeFileSync(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({ extensions: { ui: { developer_mode: true } } }),
  );
  return profile;
}

/** The demo's names lead to its port, with its own certificate, and no other name leads anywhere. */
const argsFor = ({ demo, locale, args }: Options): string[] => [
  ...quietArgs,
  `--lang=${locale ?? 'en-US'}`,
  ...(demo
    ? [`--host-resolver-rules=${demo.resolverRules}`, `--ignore-certificate-errors-spki-list=${demo.spki}`]
    : []),
  ...(args ?? []),
];

export async function launchChromium(options: Options): Promise<Driver> {
  const dir = mkdtempSync(join(tmpdir(), 'fourfold-'));
  const extension = granted('dist/chrome', options, dir);
  const browser = await launch({
    executablePath: await findBrowser(),
    headless: options.headless ?? true,
    pipe: true,
    enableExtensions: [extension, ...(options.others ?? [])],
    userDataDir: options.profile ?? profileIn(dir),
    // In a window the page is as wide as the window, and no bar says that a test is running.
    defaultViewport: options.headless === false ? null : { width: 1280, height: 900 },
    handleSIGINT: options.headless !== false,
    ignoreDefaultArgs: options.headless === false ? ['--enable-automation'] : false,
    args: argsFor(options),
    env: {
      ...process.env,
      TZ: options.timeZone ?? process.env.TZ ?? 'UTC',
      LANGUAGE: options.locale ?? 'en-US',
      ...(options.display ? { DISPLAY: options.display } : {}),
    },
  });
  const isWorker = (t: Target) => t.type() === 'service_worker' && t.url().includes(EXTENSION_ID);
  const worker = async () => {
    const first = await browser.waitForTarget(isWorker);
    // At times the driver has not heard that one was ended: the last is the one that runs.
    const target = browser.targets().filter(isWorker).at(-1) ?? first;
    const found = await target.worker();
    if (!found) throw new Error('the extension has no worker');
    return found;
  };
  await worker();
  let clickedAt = Number.NaN;
  return {
    browser,
    worker,
    clickedAt: () => clickedAt,
    openPopup: (page) =>
      openPopup(browser, page, () => {
        clickedAt = Date.now();
      }),
    popup: () => faceOf(browser, 'popup'),
    panel: () => faceOf(browser, 'panel'),
    openFace: async (name, query = '') => {
      const page = await browser.newPage();
      await page.goto(`chrome-extension://${EXTENSION_ID}/src/show/${name}/index.html${query}`);
      return page;
    },
    speak,
    show: (page, as) =>
      as === 'print'
        ? page.emulateMediaType(as)
        : page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: as }]),
    press: async (page, keys) => {
      await page.bringToFront();
      const named = keys.map((key) => (/^(Alt|Control|Shift)$/.test(key) ? key.toLowerCase() : key));
      await press(named.join('+'), options.display);
    },
    allow: async () => {
      // The question stands with Deny chosen; Tab leads to Allow.
      for (const key of ['Tab', 'Return']) await press(key, options.display);
    },
    close: async () => {
      await browser.close();
      rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function faceOf(browser: Browser, name: 'popup' | 'panel'): Promise<Page> {
  const isIt = (url: string) => url.includes(`${EXTENSION_ID}/src/show/${name}/`);
  return (await browser.waitForTarget((t) => isIt(t.url()), { timeout: 10_000 })).asPage();
}

async function openPopup(browser: Browser, page: Page, onClick: () => void): Promise<Page> {
  await page.bringToFront();
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const url = page.url();
  const tab = targetInfos.find((t) => t.url === url);
  if (!tab) throw new Error(`no tab shows ${url}`);
  const opened = faceOf(browser, 'popup');
  onClick();
  // Not in the protocol's published types yet.
  await session.send(
    'Extensions.triggerAction' as never,
    { id: EXTENSION_ID, targetId: tab.targetId } as never,
  );
  const popup = await opened;
  await session.detach();
  return popup;
}

async function speak(page: Page, locale: string): Promise<void> {
  const cdp = await page.createCDPSession();
  await cdp.send('Emulation.setLocaleOverride', { locale });
  const userAgent = await page.browser().userAgent();
  await cdp.send('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: locale });
}

async function press(key: string, display: string | undefined): Promise<void> {
  execFileSync('xdotool', ['key', key], {
    env: { ...process.env, ...(display ? { DISPLAY: display } : {}) },
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
}
