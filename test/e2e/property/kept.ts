/*
 * Runs inside the page, in the extension's own world, so it stands alone: no imports. The page is changed at random; after
 * each change the script that keeps what it read says what it reads, and so does one that has read nothing before.
 */

export interface Trials {
  /** Changes made, and those after which the two did not say the same. */
  tried: number;
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

  const change: Record<string, (el: Element, inner: Element) => unknown> = {
    text: (_, inner) => {
      inner.append(` and ${below(99)}`);
    },
    words: (el) => {
      const texts = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
      const node = texts.nextNode() && texts.nextNode();
      if (node instanceof Text) node.data = `${node.data} ${below(99)}`;
    },
    hidden: (_, inner) => inner.toggleAttribute('hidden'),
    hiddenItem: (el) => el.toggleAttribute('hidden'),
    style: (_, inner) => inner.setAttribute('style', pick(['visibility: hidden', 'display: none', ''])),
    around: (el) =>
      el.parentElement?.setAttribute('style', pick(['visibility: hidden', 'display: none', ''])),
    farAround: (el) => el.parentElement?.parentElement?.classList.toggle('slds-hide'),
    comment: (el) => el.parentElement?.setAttribute('data-test-id', pick(['comment-1', 'any', 'any'])),
    kind: (el) => {
      el.setAttribute('data-selenium-event-type', pick(['call', 'email', 'note', 'meeting']));
      el.classList.toggle('Email');
    },
    folded: (_, inner) => inner.setAttribute('aria-expanded', pick(['true', 'false'])),
    remove: (_, inner) => inner.remove(),
    removeItem: (el) => items().length > 5 && el.remove(),
    again: (el) => el.after(el.cloneNode(true)),
    move: (el) => pick(items()).before(el),
    // Nobody hears of what happens in a box that does not stand in the page.
    box: (el) => {
      const box = document.createElement('div');
      if (below(2)) box.setAttribute('data-test-id', 'comment-2');
      else box.toggleAttribute('data-dim');
      const place = el.nextSibling;
      const { parentNode } = el;
      box.append(el);
      parentNode?.insertBefore(box, place);
    },
    sheet: (el) => {
      const sheet = document.createElement('style');
      sheet.textContent = ruleOf(item);
      el.before(sheet);
    },
    noSheet: () => {
      for (const el of within(document.body)) if (el.localName === 'style') el.remove();
    },
    dim: (el) => el.parentElement?.toggleAttribute('data-dim'),
    otherRules: () => {
      rules.data = ruleOf(pick(['[data-dim]', item]));
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

  const wrong: Trials['wrong'] = [];
  for (let i = 0; i < steps; i++) {
    const what = pick(Object.keys(change));
    const el = pick(items());
    if (!el) break;
    change[what]?.(el, pick([el, ...within(el)]));
    await readOn();
    const [a, b] = [JSON.stringify(latest), JSON.stringify(readAnew())];
    if (a === b) continue;
    const at = [...a].findIndex((c, k) => c !== b[k]);
    wrong.push({
      what: `${i} ${what}`,
      kept: a.slice(at - 150, at + 150),
      anew: b.slice(at - 150, at + 150),
    });
    break;
  }
  first.stop();
  return { tried: steps, wrong, queries: { kept, anew } };
}
