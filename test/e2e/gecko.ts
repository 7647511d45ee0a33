import type { Browser, Page } from 'puppeteer-core';

/*
 * Firefox's driver knows tabs alone. Started with --remote-allow-system-access it also runs functions in the browser's
 * own window; there the event page, the popup and the sidebar are made known to it, and are then pages like any other.
 */

interface View extends Element {
  permanentKey?: object;
  currentURI: { spec: string };
}
interface Extension {
  views: Iterable<{ viewType: string; xulBrowser: View }>;
  wakeupBackground(): Promise<void>;
  terminateBackground(options: { ignoreDevToolsAttached: boolean }): Promise<void>;
}
interface Navigables {
  known?: Map<string, View>;
  getBrowserById(id: string): View | null;
  getIdForBrowser(view: View): string;
  getBrowsingContextById(id: string): { mediumOverride: string; prefersColorSchemeOverride: string };
}
declare const WebExtensionPolicy: { getByID(id: string): { extension: Extension } };
declare const ChromeUtils: { importESModule(url: string): { NavigableManager: Navigables } };
declare const CustomizableUI: { addWidgetToArea(id: string, area: string): void };
declare const SidebarController: { hide(): void };
declare const PopupNotifications: { panel: { querySelector(s: string): { button: HTMLElement } | null } };
interface Keys {
  beginInputTransactionForTests(window: Window): boolean;
  keydown(event: KeyboardEvent): void;
  keyup(event: KeyboardEvent): void;
}
declare const Cc: Record<string, { createInstance(of: unknown): Keys }>;
declare const Ci: { nsITextInputProcessor: unknown };
declare const Services: {
  locale: { availableLocales: string[]; requestedLocales: string[] };
};

/** The part of the driver's connection that it does not publish. */
interface Connection {
  send(method: string, params: object): Promise<{ result: Record<string, unknown> }>;
  emit(event: string, params: object): void;
}
export const connectionOf = (browser: Browser): Connection =>
  (browser as unknown as { connection: Connection }).connection;

/** Runs a function in the browser's own window, with all of the browser's rights; what goes in and out is JSON. */
export async function inChrome<A extends unknown[], R>(
  browser: Browser,
  run: (...args: A) => R,
  ...args: A
): Promise<Awaited<R>> {
  const { send } = bound(connectionOf(browser));
  const { result: tree } = await send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [window] = tree.contexts as { context: string }[];
  const { result } = await send('script.callFunction', {
    functionDeclaration: `async (args) => JSON.stringify((await (${run})(...JSON.parse(args))) ?? null)`,
    arguments: [{ type: 'string', value: JSON.stringify(args) }],
    target: { context: window?.context },
    awaitPromise: true,
  });
  const { exceptionDetails: failed, result: value } = result as {
    exceptionDetails?: { text: string };
    result?: { value: string };
  };
  if (failed) throw new Error(failed.text);
  return JSON.parse(value?.value ?? 'null');
}

const bound = (connection: Connection) => ({ send: connection.send.bind(connection) });

export type Place = 'background' | 'popup' | 'sidebar';

const pages = new WeakMap<Browser, Map<string, Page>>();

/** The page that the extension shows there, or `undefined` when none is there yet. */
export async function pageIn(browser: Browser, place: Place, extension: string): Promise<Page | undefined> {
  const known = pages.get(browser) ?? new Map<string, Page>();
  pages.set(browser, known);
  const found = await inChrome(browser, makeKnown, place, extension);
  if (!found) return undefined;
  const page = known.get(found.id) ?? (await announce(browser, found));
  known.set(found.id, page);
  return page;
}

/** Tells the driver of a page as the browser itself tells of tabs. */
async function announce(browser: Browser, { id, url }: { id: string; url: string }): Promise<Page> {
  const created = new Promise<Page | null>((resolve) =>
    browser.once('targetcreated', (target) => resolve(target.page())),
  );
  connectionOf(browser).emit('browsingContext.contextCreated', {
    context: id,
    url,
    parent: null,
    userContext: 'default',
    originalOpener: null,
    clientWindow: '',
    children: [],
  });
  const page = await created;
  if (!page) throw new Error(`${url} is no page`);
  return page;
}

/** Runs in the browser's window. */
function makeKnown(place: string, extension: string): { id: string; url: string } | undefined {
  const { views } = WebExtensionPolicy.getByID(extension).extension;
  const view = [...views].find((v) => v.viewType === place)?.xulBrowser;
  if (!view || view.currentURI.spec === 'about:blank') return undefined;
  // A popup loads out of sight first, in a view that is thrown away once it stands where it is seen.
  if (view.classList.contains('webextension-preload-browser')) return undefined;
  const { NavigableManager: navigables } = ChromeUtils.importESModule(
    'chrome://remote/content/shared/NavigableManager.sys.mjs',
  );
  if (!navigables.known) {
    const known = new Map<string, View>();
    const tabs = navigables.getBrowserById;
    navigables.known = known;
    navigables.getBrowserById = (id) => known.get(id) ?? tabs.call(navigables, id);
  }
  view.permanentKey ??= {};
  const id = navigables.getIdForBrowser(view);
  navigables.known.set(id, view);
  return { id, url: view.currentURI.spec };
}

/** Runs in the browser's window: the icon, moved out of the extensions' menu, and a click on it. */
export function clickIcon(extension: string): void {
  const name = extension.toLowerCase().replace(/[^a-z0-9_-]/g, '_');
  CustomizableUI.addWidgetToArea(`${name}-browser-action`, 'nav-bar');
  document.getElementById(`${name}-BAP`)?.click();
}

/** Runs in the browser's window. */
export function placesOf(extension: string): string[] {
  return [...WebExtensionPolicy.getByID(extension).extension.views].map((v) => v.viewType);
}

/** Runs in the browser's window. */
export const wake = (extension: string): Promise<void> =>
  WebExtensionPolicy.getByID(extension).extension.wakeupBackground();

/** Runs in the browser's window: ends the event page as it ends when it is idle. */
export const terminate = (extension: string): Promise<void> =>
  WebExtensionPolicy.getByID(extension).extension.terminateBackground({ ignoreDevToolsAttached: true });

/** Runs in the browser's window. */
export const hideSidebar = (): void => SidebarController.hide();

/** Runs in the browser's window: Allow in the question that is asked, `false` while none is. */
export function pressAllow(): boolean {
  const question = PopupNotifications.panel.querySelector('popupnotification');
  question?.button.click();
  return !!question;
}

/** Runs in the browser's window: its language, though it may have no words of its own in it. */
export function setLanguage(locale: string): void {
  Services.locale.availableLocales = [locale, 'en-US'];
  Services.locale.requestedLocales = [locale];
}

/** Runs in the browser's window: keys as the keyboard gives them, where the driver's own reach the page alone. */
export function pressKeys(keys: string[]): void {
  const input = Cc['@mozilla.org/text-input-processor;1']?.createInstance(Ci.nsITextInputProcessor);
  input?.beginInputTransactionForTests(window);
  const events = keys.map((key) => {
    const code = /^\d$/.test(key)
      ? `Digit${key}`
      : /^[a-z]$/i.test(key)
        ? `Key${key.toUpperCase()}`
        : `${key}Left`;
    const keyCode = key.length === 1 ? key.toUpperCase().charCodeAt(0) : 0;
    return new KeyboardEvent('', { key, code, keyCode });
  });
  for (const event of events) input?.keydown(event);
  for (const event of events.toReversed()) input?.keyup(event);
}

/** Runs in the browser's window. */
export function showAs(context: string, as: string): void {
  const { NavigableManager } = ChromeUtils.importESModule(
    'chrome://remote/content/shared/NavigableManager.sys.mjs',
  );
  const shown = NavigableManager.getBrowsingContextById(context);
  if (as === 'print') shown.mediumOverride = as;
  else shown.prefersColorSchemeOverride = as;
}
