/*
 * Runs inside the page, in the extension's own world, so it stands alone: no imports. The page is changed at random; after
 * each change the script that keeps what it read says what it reads, and so does one that has read nothing before.
 */

export interface Trials {
  /** Changes made, and those after which the two did not say the same. */
  tried: number;
  /** Comparisons of pages on which several activities were read. */
  full: number;
  wrong: { what: string; kept: string; anew: string }[];
  /** Queries that each of the two made when nothing but a single item had changed. */
  queries: { kept: number; anew: number };
}

export async function tryKept(item: string, seed: number, steps: number): Promise<Trials> {
  const { readNow, rootOf, sent, __fourfold } = globalThis as unknown as {
    readNow(): unknown;
    rootOf(el: Element): ShadowRoot | null;
    sent: unknown[];
    __fourfold: Record<string, () => void>;
  };
  let state = Math.imul(seed, 2654435761) >>> 0;
  const below = (n: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * n);
  };
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const within = (scope: Element | ShadowRoot): Element[] =>
    [...scope.children].flatMap((el) => {
      const root = rootOf(el);
      return [el, ...(root ? within(root) : []), ...within(el)];
    });
  const items = () => within(document.body).filter((el) => el.matches(item));
  const ruleOf = (where: string) =>
    `${where} :is(p, strong, a, .dueDate, [data-test-id="event-timestamp"]) { visibility: hidden }`;
  const rules = document.createTextNode(ruleOf('[data-dim]'));
  document.head.appendChild(document.createElement('style')).append(rules);
  const ticks = document.body.appendChild(document.createComment('0'));

  const start = () => {
    const said = readNow();
    const [name = ''] = Object.keys(__fourfold);
    return { said, name, stop: __fourfold[name] as () => void };
  };
  const first = start();
  let latest = first.said;

  /** The running script, as on leaving the page; what it has said already it does not say again. */
  async function readOn(): Promise<void> {
    ticks.data = String(Number(ticks.data) + 1);
    await null;
    const before = sent.length;
    dispatchEvent(new Event('pagehide'));
    if (sent.length > before) latest = sent.at(-1);
  }
  function readAnew(): unknown {
    __fourfold[first.name] = () => undefined;
    const second = start();
    second.stop();
    __fourfold[first.name] = first.stop;
    return second.said;
  }

  let queries = 0;
  async function counted(run: () => unknown): Promise<number> {
    const own = Element.prototype.querySelectorAll;
    queries = 0;
    Element.prototype.querySelectorAll = function counting(this: Element, selector: string) {
      queries++;
      return own.call(this, selector);
    } as typeof own;
    await run();
    Element.prototype.querySelectorAll = own;
    return queries;
  }

  /** Changes that take all items away are taken back, or there would be none to compare. */
  const mark = (el: Element | null | undefined, name: string, value: string): (() => void) => {
    const before = el?.getAttribute(name) ?? null;
    el?.setAttribute(name, value);
    return () => (before === null ? el?.removeAttribute(name) : el?.setAttribute(name, before));
  };
  const without = (node: Element): (() => void) => {
    const { parentNode, nextSibling } = node;
    node.remove();
    return () => parentNode?.insertBefore(node, nextSibling);
  };

  /** Nobody hears of what happens in a box that does not stand in the page. */
  const boxed = (el: Element): (() => void) => {
    const box = document.createElement('div');
    if (below(4) === 0) box.setAttribute('data-test-id', 'comment-2');
    else box.toggleAttribute('data-dim');
    const { parentNode, nextSibling } = el;
    const back = without(el);
    box.append(el);
    parentNode?.insertBefore(box, nextSibling);
    return () => {
      back();
      box.remove();
    };
  };

  const change: Record<string, (el: Element, inner: Element) => unknown> = {
    text: (_, inner) => {
      inner.append(` and ${below(99)}`);
    },
    words: (el) => {
      const texts = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
      const node = texts.nextNode() && texts.nextNode();
      if (node instanceof Text) node.data = `${node.data} ${below(99)}`;
    },
    hidden: (_, inner) => mark(inner, 'hidden', ''),
    hiddenItem: (el) => mark(el, 'hidden', ''),
    style: (_, inner) => mark(inner, 'style', pick(['visibility: hidden', 'display: none'])),
    around: (el) => mark(el.parentElement, 'style', pick(['visibility: hidden', 'display: none'])),
    farAround: (el) => mark(el.parentElement?.parentElement, 'class', 'slds-hide'),
    comment: (el) => mark(el.parentElement, 'data-test-id', 'comment-1'),
    kind: (el) => mark(el, 'data-selenium-event-type', pick(['email', 'note', 'meeting'])),
    icon: (el) => mark(el, 'class', el.className.replace('Call', 'Email')),
    folded: (_, inner) => inner.setAttribute('aria-expanded', pick(['true', 'false'])),
    remove: (_, inner) => without(inner),
    removeItem: (el) => without(el),
    again: (el) => el.after(el.cloneNode(true)),
    move: (el) => {
      const others = items().filter((other) => other !== el);
      const back = without(el);
      if (others.length > 0) pick(others).before(el);
      return back;
    },
    box: (el) => boxed(el),
    boxAround: (el) => boxed(el.parentElement ?? el),
    away: async (el) => {
      const back = without(el.parentElement ?? el);
      await new Promise((resolve) => setTimeout(resolve));
      el.querySelector('a, strong')?.append(` ${below(99)}`);
      back();
    },
    sheet: (el) => {
      const sheet = document.createElement('style');
      sheet.textContent = `${item} :is(p, strong) { visibility: hidden }`;
      const holder = below(2) ? sheet : document.createElement('div');
      if (holder !== sheet) holder.append(sheet);
      el.before(holder);
      return () => holder.remove();
    },
    noSheet: () => {
      for (const el of within(document.body)) if (el.localName === 'style') el.remove();
    },
    dim: (el) => mark(el.parentElement, 'data-dim', ''),
    otherRules: () => {
      const before = rules.data;
      rules.data = ruleOf(item);
      return () => {
        rules.data = before;
      };
    },
    control: (_, inner) => inner.insertAdjacentHTML('beforeend', '<input type="checkbox">'),
    tick: () => {
      for (const el of within(document.body))
        if (el instanceof HTMLInputElement && below(2)) el.checked = !el.checked;
    },
    root: (_, inner) => {
      if (!rootOf(inner) && /^(div|span|p)$/.test(inner.localName))
        inner.attachShadow({ mode: 'open' }).innerHTML = `<b>In a root ${below(99)}</b> <slot></slot>`;
    },
    inRoot: () => {
      const holders = within(document.body).filter((el) => rootOf(el));
      const root = holders.length > 0 ? rootOf(pick(holders)) : null;
      root?.append(` more ${below(99)}`);
    },
    heading: () => {
      const headings = within(document.body).filter((el) => /^h[1-6]$/.test(el.localName));
      if (headings.length > 0) pick(headings).append(` ${below(99)}`);
    },
  };

  await readOn();
  const [one] = items();
  one?.append(' and that');
  const kept = await counted(readOn);
  const anew = await counted(readAnew);

  const names = Object.keys(change);
  const isFull = () => (latest as { activities: unknown[] }).activities.length > 3;
  let full = 0;
  const wrong: Trials['wrong'] = [];
  for (let i = 0; i < steps; i++) {
    // Each at least once.
    const what = names[i] ?? pick(names);
    const el = pick(items());
    if (!el) break;
    const undo = await change[what]?.(el, pick([el, ...within(el)]));
    const found =
      (await difference(what)) ??
      (typeof undo === 'function' && (!isFull() || below(4) > 0)
        ? await difference(`${what}, taken back`, undo)
        : undefined);
    if (!found) continue;
    wrong.push(found);
    break;
  }
  first.stop();
  return { tried: steps, full, wrong, queries: { kept, anew } };

  async function difference(what: string, undo: unknown = undefined) {
    if (typeof undo === 'function') undo();
    await readOn();
    if (isFull()) full++;
    const [a, b] = [JSON.stringify(latest), JSON.stringify(readAnew())];
    if (a === b) return undefined;
    const at = [...a].findIndex((c, k) => c !== b[k]);
    return { what, kept: a.slice(at - 150, at + 150), anew: b.slice(at - 150, at + 150) };
  }
}
