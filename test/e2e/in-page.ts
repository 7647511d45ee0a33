import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import { eventually } from './browser.ts';
import { EXTENSION_ID } from './chromium.ts';

/* The chip as a user meets it. Its root is closed to the page and to whoever runs there, so it is read by the protocol. */

type Node = Protocol.DOM.Node;

const below = (node: Node): Node[] =>
  [...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap((child) => [child, ...below(child)]);
const attribute = (node: Node | undefined, name: string): string | undefined => {
  const at = node?.attributes?.indexOf(name) ?? -1;
  return at < 0 ? undefined : node?.attributes?.[at + 1];
};
const textOf = (node: Node): string =>
  node.nodeValue +
  below(node)
    .map((n) => n.nodeValue)
    .join('');

export interface InPage {
  letters: string[];
  response: string;
  warning: string;
  label: string;
  lang: string;
  dir: string;
  state: string;
  closed: boolean;
}

async function nodesOf(session: CDPSession): Promise<Node[] | undefined> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const html = root.children?.find((node) => node.nodeName === 'HTML');
  const host = html?.children?.findLast((node) => node.nodeName === 'DIV');
  return host?.shadowRoots && below(host);
}

const named = (nodes: Node[], name: string): Node[] =>
  nodes.filter((node) => attribute(node, 'class') === name);

/** What the chip of the page says; `undefined` where there is none. */
export async function chipIn(page: Page): Promise<InPage | undefined> {
  const session = await page.createCDPSession();
  try {
    const nodes = await nodesOf(session);
    if (!nodes) return undefined;
    const [box, open, letters] = ['chip', 'open', 'letters'].map((name) => named(nodes, name)[0]);
    const text = (name: string) => named(nodes, name).map(textOf).join('');
    return {
      letters: (letters?.children ?? []).map(textOf),
      response: text('response'),
      warning: text('warning'),
      label: attribute(open, 'aria-label') ?? '',
      lang: attribute(box, 'lang') ?? '',
      dir: attribute(box, 'dir') ?? '',
      state: attribute(box, 'data-state') ?? '',
      closed: nodes[0]?.shadowRootType === 'closed',
    };
  } finally {
    await session.detach();
  }
}

/** The same, as soon as there is one. */
export const chipOf = (page: Page): Promise<InPage> =>
  eventually(async () => {
    const chip = await chipIn(page);
    if (!chip) throw new Error('no chip');
    return chip;
  }, 15_000);

/** Where a part of it stands in the window: `chip`, `open` or `hide`. */
export async function boxOf(
  page: Page,
  name: string,
): Promise<{ x: number; y: number; right: number; bottom: number }> {
  const session = await page.createCDPSession();
  const node = named((await nodesOf(session)) ?? [], name)[0];
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId: node?.backendNodeId ?? 0 });
  const [x = 0, y = 0, right = 0, , , bottom = 0] = model.border;
  await session.detach();
  return { x, y, right, bottom };
}

/** Clicks it with the mouse. */
export async function clickOn(page: Page, name: 'open' | 'hide'): Promise<void> {
  const { x, y, right, bottom } = await boxOf(page, name);
  await page.mouse.click((x + right) / 2, (y + bottom) / 2);
}

/** From now on, how often our script in the page looked for elements; no page can see that. */
export async function countReads(page: Page): Promise<() => Promise<number>> {
  const session = await page.createCDPSession();
  const contexts: Protocol.Runtime.ExecutionContextDescription[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  await session.send('Runtime.enable');
  const own = await eventually(() => {
    const found = contexts.find(({ origin }) => origin.includes(EXTENSION_ID));
    if (!found) throw new Error('no script of ours');
    return found;
  });
  const run = async (expression: string) =>
    (await session.send('Runtime.evaluate', { expression, contextId: own.id })).result.value;
  await run(`
    globalThis.reads = 0;
    for (const name of ['querySelectorAll', 'querySelector']) {
      const original = Document.prototype[name];
      Document.prototype[name] = function (...args) {
        globalThis.reads += 1;
        return original.apply(this, args);
      };
    }
  `);
  return () => run('globalThis.reads');
}
