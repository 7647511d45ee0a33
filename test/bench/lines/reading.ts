import type { Source } from '../../../scripts/reader.ts';
import { eventually, launch, type Session } from '../../e2e/browser.ts';
import { pageAt } from '../../e2e/property/fixtures.ts';
import { type Lab, openLab } from '../../e2e/property/lab.ts';
import { longPage } from '../../e2e/property/many.ts';
import type { Line, Rig } from '../line.ts';

const ITEMS = 1000;

/** A timeline in native shadow roots, each item with one of its own. */
function nativePage(count: number): Source & { html: string } {
  const source = pageAt('salesforce/native-timeline');
  const [item = ''] = /<li class="row Call[\s\S]*?<\/li>/.exec(source.html) ?? [];
  const inRoot = (text: string) =>
    `<bench-text><template shadowrootmode="open">${text}</template></bench-text>`;
  const one = (_: unknown, i: number) =>
    item
      .replaceAll('Intro', `Call no. ${i}`)
      .replaceAll('00TIn00000AAA02', `00TIn0000${String(i).padStart(6, '0')}`)
      .replace('You logged a call', inRoot('You logged a call'));
  return { ...source, html: source.html.replace(item, item + Array.from({ length: count }, one).join('')) };
}

const PAGES: Record<string, { what: string; source: () => Source & { html: string }; item: string }> = {
  light: {
    what: 'light DOM, HubSpot',
    source: () => longPage('hubspot/deal-en', ITEMS).source,
    item: '[data-test-id="timeline-card"], [data-selenium-test="timeline-card"]',
  },
  synthetic: {
    what: 'synthetic shadow, Salesforce',
    source: () => longPage('salesforce/opportunity', ITEMS).source,
    item: 'li.row.Call',
  },
  native: { what: 'native shadow, Salesforce', source: () => nativePage(ITEMS), item: 'li.row.Call' },
};

/** Runs where the content script runs: what any reader of the flat tree has to do at least, and nothing else. */
function walk(): number {
  const { rootOf } = globalThis as unknown as { rootOf(el: Element): ShadowRoot | null };
  let length = 0;
  const visit = (node: Node): void => {
    if (node instanceof Text) length += node.data.length;
    else if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0)
      for (const child of node.assignedNodes()) visit(child);
    else {
      const inside = (node instanceof Element && rootOf(node)) || node;
      for (let child = inside.firstChild; child; child = child.nextSibling) visit(child);
    }
  };
  const from = performance.now();
  visit(document.documentElement);
  const took = performance.now() - from;
  if (length === 0) throw new Error('nothing was walked over');
  return took;
}

/** Runs there: one reading, from nothing. What it says is looked at, so that no empty one counts. */
function read(items: number): number {
  const { readNow } = globalThis as unknown as { readNow(): { activities: unknown[] } };
  const from = performance.now();
  const { activities } = readNow();
  const took = performance.now() - from;
  if (activities.length < items) throw new Error(`only ${activities.length} activities were read`);
  return took;
}

const labFor = (rig: Rig, name: keyof typeof PAGES, which = ''): Promise<Lab & { session: Session }> =>
  rig.shared(`reading ${name}${which}`, async () => {
    const source = (PAGES[name] as (typeof PAGES)[string]).source();
    const session = await launch({ grant: [`${new URL(source.url).origin}/*`] });
    const lab = await openLab(session, source);
    return { ...lab, session, close: () => session.close() };
  });

const once = async (lab: Lab, run: (...args: number[]) => number, ...args: number[]): Promise<number> =>
  Number(await lab.evaluate(`(${run})(${args})`));

const full = (name: keyof typeof PAGES): Line => ({
  what: `one full read of a record with 1,000 timeline items (${PAGES[name]?.what})`,
  beside: 'one bare walk over the same flat tree',
  unit: 'ms',
  limit: { times: 3 },
  runs: 15,
  open: async (rig) => {
    const lab = await labFor(rig, name);
    return { floor: () => once(lab, walk), ours: () => once(lab, read, ITEMS) };
  },
});

/**
 * Runs there, once: notes when the running script is told to read again, which is before the script itself hears it,
 * and when it has read.
 */
function listen(): void {
  const world = globalThis as unknown as { readNow(): unknown; sent: unknown[]; took?: number };
  let from = 0;
  chrome.runtime.onMessage.addListener(() => {
    from = performance.now();
  });
  world.readNow();
  world.sent.push = (...readings) => {
    world.took = performance.now() - from;
    return readings.length;
  };
}

/** Runs there: one more item, as the last one is. */
function addItem(item: string): void {
  const { rootOf } = globalThis as unknown as { rootOf(el: Element): ShadowRoot | null };
  const within = (scope: Document | ShadowRoot): Element[] => [
    ...scope.querySelectorAll(item),
    ...[...scope.querySelectorAll('*')].flatMap((el) => {
      const root = rootOf(el);
      return root ? within(root) : [];
    }),
  ];
  const last = within(document).at(-1);
  last?.after(last.cloneNode(true));
  Object.assign(globalThis, { took: undefined });
}

/** Has the running script read again what it read before, with one item more; milliseconds from hearing it to done. */
async function reread(lab: Lab & { session: Session }, item: string): Promise<number> {
  await lab.evaluate(`(${addItem})(${JSON.stringify(item)})`);
  await (await lab.session.worker()).evaluate(async () => {
    for (const { id, url } of await chrome.tabs.query({}))
      if (id !== undefined && url?.startsWith('https:')) await chrome.tabs.sendMessage(id, { type: 'read' });
  });
  return eventually(async () => {
    const took = await lab.evaluate('took');
    if (typeof took !== 'number') throw new Error('it was not read again');
    return took;
  }, 20_000);
}

const again = (name: keyof typeof PAGES): Line => ({
  what: `re-read after one new item in it (${PAGES[name]?.what})`,
  beside: 'that full read',
  unit: 'ms',
  limit: { times: 0.1 },
  open: async (rig) => {
    // Of its own: a full read takes over from the script that is running.
    const [floor, lab] = [await labFor(rig, name), await labFor(rig, name, ', grown')];
    await lab.evaluate(`(${listen})()`);
    return {
      floor: () => once(floor, read, ITEMS),
      ours: () => reread(lab, PAGES[name]?.item ?? ''),
    };
  },
});

export const lines: Record<string, Line> = Object.fromEntries(
  Object.keys(PAGES).flatMap((name) => [
    [`read-${name}`, full(name)],
    [`reread-${name}`, again(name)],
  ]),
);
