/*
 * Runs inside the page, in the extension's own world, so it stands alone: no imports. One trial changes a few random
 * nodes, lets the shipped reader read at once, and takes the changes back; all follows from the trial's seed.
 */

/** One change of a page; `what` tells it to people. */
export interface Step {
  /** Its place among the seed's steps. */
  at: number;
  op: 'remove' | 'hide' | 'aria-hide' | 'rename' | 'drop' | 'retag' | 'swap' | 'duplicate';
  what: string;
  /** Text that the changed node showed, and its sibling's for a swap. */
  text: string;
  /** Tag, role and class of the node, and of its sibling for a swap. */
  nodes: string[];
  /** Headings stand among what is changed, or beside it. */
  heading: boolean;
}

export interface Trial {
  seed: number;
  steps: Step[];
  /** What the content script sent: `undefined` when it recognised no CRM, absent when it is as before. */
  raw?: unknown;
  same?: true;
  error?: string;
}

export interface Plan {
  seed: number;
  /** Which of the seed's steps to take; all when left out. */
  only?: number[];
}

interface Lab {
  /** Runs the content script anew and gives what it sends. */
  readNow(): unknown;
  rootOf(el: Element): ShadowRoot | null;
}

export function experiment(plans: Plan[]): Trial[] {
  const { readNow, rootOf } = globalThis as unknown as Lab;
  const SKIPPED = /^(?:script|style|link|meta|template|noscript|title)$/;
  /** Attributes with values of the page, not names that its authors gave; the rest are hooks. */
  const VALUES =
    /^(?:href|src|title|alt|value|datetime|content|lang|dir|style|hidden|placeholder|aria-label|label|field-label|data-id)$/;
  const HEADING = 'h1,h2,h3,h4,h5,h6,[role="heading"]';

  const random = (seed: number) => {
    let state = Math.imul(seed, 2654435761) >>> 0;
    const next = () => {
      // mulberry32, in the public domain
      state = (state + 0x6d2b79f5) >>> 0;
      let t = Math.imul(state ^ (state >>> 15), state | 1);
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
    return <T>(from: readonly T[]): T | undefined => from[Math.floor(next() * from.length)];
  };

  const below = (scope: Element | ShadowRoot): Element[] =>
    [...scope.children].flatMap((el) => {
      if (SKIPPED.test(el.localName)) return [];
      const root = rootOf(el);
      return [el, ...(root ? below(root) : []), ...below(el)];
    });
  const everything = below(document.body);
  const shape = (el: Element) => {
    const attributes = [...el.attributes].map((a) => ` ${a.name}="${a.value.slice(0, 60)}"`).join('');
    return `<${el.localName}${attributes}>`.slice(0, 220);
  };
  const shown = (el: Element) => (el.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 300);
  const isId = (a: Attr) => !a.name.includes('test') && (a.value.match(/\d/g) ?? []).length > 3;
  const hooks = (el: Element) => [...el.attributes].filter((a) => !VALUES.test(a.name) && !isId(a));

  type Change = { what: string; other?: Element; undo: () => void } | undefined;
  const attribute = (el: Element, name: string, value: string | null): (() => void) => {
    const before = el.getAttribute(name);
    if (value === null) el.removeAttribute(name);
    else el.setAttribute(name, value);
    return () => (before === null ? el.removeAttribute(name) : el.setAttribute(name, before));
  };
  const rename = (el: Element, pick: ReturnType<typeof random>): Change => {
    const hook = pick(hooks(el));
    if (!hook) return undefined;
    const words = hook.name === 'class' ? hook.value.split(/\s+/).filter(Boolean) : [hook.value];
    const word = pick(words) ?? '';
    const value = words.map((w) => (w === word ? 'renamed' : w)).join(' ');
    return { what: `${hook.name}: ${word} → renamed`, undo: attribute(el, hook.name, value) };
  };
  const retag = (el: Element): Change => {
    if (rootOf(el) || el instanceof SVGElement) return undefined;
    const other = document.createElement(el.localName.includes('-') ? 'x-renamed' : 'div');
    for (const a of el.attributes) other.setAttribute(a.name, a.value);
    other.append(...el.childNodes);
    el.replaceWith(other);
    const undo = () => {
      el.append(...other.childNodes);
      other.replaceWith(el);
    };
    return { what: `tag → ${other.localName}`, undo };
  };
  const swap = (el: Element, pick: ReturnType<typeof random>): Change => {
    const siblings = [...(el.parentNode?.children ?? [])].filter(
      (s) => s !== el && !SKIPPED.test(s.localName),
    );
    const other = pick(siblings);
    if (!other) return undefined;
    const trade = () => {
      const place = document.createComment('');
      el.replaceWith(place);
      other.replaceWith(el);
      place.replaceWith(other);
    };
    trade();
    return { what: `with ${shape(other)}`, other, undo: trade };
  };
  const remove = (el: Element): Change => {
    const place = document.createComment('');
    el.replaceWith(place);
    return { what: '', undo: () => place.replaceWith(el) };
  };
  const duplicate = (el: Element): Change => {
    const copy = el.cloneNode(true) as Element;
    el.after(copy);
    return { what: '', undo: () => copy.remove() };
  };
  const drop = (el: Element, pick: ReturnType<typeof random>): Change => {
    const hook = pick([...el.attributes].filter((a) => !/^(?:style|hidden|lang|dir)$/.test(a.name)));
    return hook && { what: hook.name, undo: attribute(el, hook.name, null) };
  };
  const hide = (el: Element, pick: ReturnType<typeof random>): Change => {
    const style = `${el.getAttribute('style') ?? ''};display:none`;
    return pick([true, false])
      ? { what: 'hidden', undo: attribute(el, 'hidden', '') }
      : { what: 'display:none', undo: attribute(el, 'style', style) };
  };
  const ops: Record<Step['op'], (el: Element, pick: ReturnType<typeof random>) => Change> = {
    remove,
    hide,
    'aria-hide': (el) => ({ what: '', undo: attribute(el, 'aria-hidden', 'true') }),
    rename,
    drop,
    retag,
    swap,
    duplicate,
  };

  const take = (
    pick: ReturnType<typeof random>,
    at: number,
    wanted: boolean,
  ): { step: Step; undo: () => void } | undefined => {
    const op = pick(Object.keys(ops) as Step['op'][]) ?? 'remove';
    const el = pick(everything);
    if (!el?.isConnected) return undefined;
    const [before, text] = [shape(el), shown(el)];
    const change = ops[op](el, pick);
    if (!change) return undefined;
    if (!wanted) change.undo();
    const { what, other, undo } = change;
    const nodes = [el, ...(other ? [other] : [])];
    const beside = op === 'swap' ? [...(el.parentNode?.children ?? [])] : nodes;
    const heading = beside.some((n) => n.matches(HEADING) || n.querySelector(HEADING));
    const step = {
      at,
      op,
      what: `${op} ${before} ${what}`.trim(),
      text: other ? `${text} ⇄ ${shown(other)}` : text,
      nodes: nodes.map(shape),
      heading,
    };
    return { step, undo: wanted ? undo : () => undefined };
  };

  const before = JSON.stringify(readNow());
  return plans.map(({ seed, only }) => {
    const pick = random(seed);
    const undos: (() => void)[] = [];
    const steps: Step[] = [];
    const count = seed % 5 === 0 ? 3 : 1;
    try {
      for (let i = 0; i < count; i++) {
        const wanted = !only || only.includes(i);
        const taken = take(pick, i, wanted);
        if (taken) undos.unshift(taken.undo);
        if (taken && wanted) steps.push(taken.step);
      }
      const raw = readNow();
      return JSON.stringify(raw) === before ? { seed, steps, same: true } : { seed, steps, raw };
    } catch (error) {
      return { seed, steps, error: String(error) };
    } finally {
      for (const undo of undos) undo();
    }
  });
}
