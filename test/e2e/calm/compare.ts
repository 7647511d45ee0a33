import type { Page } from 'puppeteer-core';
import { eventually, isFirefox, type Session } from '../browser.ts';

/** What a page came to: its own elements and state, what it asked the network for, and what stood in its console. */
export interface Seen {
  dom: string;
  state: string;
  requests: string[];
  console: string[];
}

/** How long (ms) a page has to stay the same to be at rest. */
const REST = 700;

/**
 * Opens an address and gives what can be seen of the page once it rests and `isReady`. Its clock stands still, so that
 * what it writes of times is the same each time.
 */
export async function seenOn(
  page: Page,
  url: string,
  at: number,
  isReady: () => Promise<unknown> = async () => undefined,
): Promise<Seen> {
  const heard = heardOf(page);
  await page.evaluateOnNewDocument(stopClock, at);
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await isReady();
  const dom = await atRest(page);
  return { dom, state: await page.evaluate(stateOf), ...heard() };
}

/** From here on: what the page asks the network for, and what comes into its console. */
export function heardOf(page: Page): () => Pick<Seen, 'requests' | 'console'> {
  const requests: string[] = [];
  const lines: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  page.on('console', (message) => lines.push(`${message.type()} ${message.text()}`));
  page.on('pageerror', (error) => lines.push(String(error)));
  return () => ({ requests: requests.toSorted(), console: lines.toSorted() });
}

/** The page's elements, once they stay the same. */
export const atRest = (page: Page, patience = 20_000): Promise<string> =>
  eventually(async () => {
    const before = await page.evaluate(serialised);
    await new Promise((resolve) => setTimeout(resolve, REST));
    const after = await page.evaluate(serialised);
    if (before !== after) throw new Error('the page does not rest');
    return after;
  }, patience);

/** The same in a page of the same browser in which the extension is not: no private window has it, and none a pause. */
export async function seenWithout(session: Session, look: (page: Page) => Promise<Seen>): Promise<Seen> {
  const context = isFirefox ? undefined : await session.browser.createBrowserContext();
  const page = await (context ?? session.browser).newPage();
  try {
    return await look(page);
  } finally {
    await page.close();
    await context?.close();
  }
}

/** Runs in the page, before its own scripts. */
export function stopClock(at: number): void {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...parts: unknown[]) {
      super(...((parts.length > 0 ? parts : [at]) as [number]));
    }
    static override now = () => at;
  } as DateConstructor;
}

/** Runs in the page: every node that it can see, its open roots too, and what stands in its controls. */
function serialised(): string {
  const of = (node: Node): string => {
    if (!(node instanceof Element) && !(node instanceof ShadowRoot))
      return `${node.nodeType} ${node.nodeValue}`;
    const below = [...node.childNodes].map(of).join('');
    if (node instanceof ShadowRoot) return `<#root>${below}</#root>`;
    const attributes = [...node.attributes].map((a) => ` ${a.name}=${JSON.stringify(a.value)}`).join('');
    const { value, checked } = node as { value?: unknown; checked?: unknown };
    const control = node.matches('input, select, textarea') ? ` := ${value} ${checked}` : '';
    const root = node.shadowRoot ? of(node.shadowRoot) : '';
    return `<${node.localName}${attributes}${control}>${root}${below}</${node.localName}>`;
  };
  return of(document.documentElement);
}

/** Runs in the page: what else a script could leave behind. */
export function stateOf(): string {
  const { activeElement, cookie, title } = document;
  return JSON.stringify({
    globals: Object.getOwnPropertyNames(globalThis).sort(),
    stored: [{ ...localStorage }, { ...sessionStorage }],
    cookie,
    title,
    focus: activeElement?.outerHTML.slice(0, 200),
    scroll: [scrollX, scrollY],
    history: [history.length, history.state],
    address: location.href,
  });
}
