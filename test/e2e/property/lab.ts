import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { pretend, type ReadResult, resultOf, type Source } from '../../../scripts/reader.ts';
import { scriptsFor } from '../../../src/collect/sites.ts';
import type { Raw } from '../../../src/contract/raw.ts';
import { eventually, type Session } from '../browser.ts';
import { EXTENSION_ID } from '../chromium.ts';
import { alone, type Move, type Place, travel } from './moving.ts';
import { experiment, type Plan, type Trial } from './mutate.ts';

/** A saved page, loaded once, on which the shipped content script reads as often as it is asked to. */
export interface Lab {
  /** Whole, or in slices as small as can be. */
  read(inSlices?: boolean): Promise<ReadResult>;
  run(plans: Plan[]): Promise<Outcome[]>;
  /** How often one reading calls these methods of elements. */
  count(methods: string[]): Promise<Record<string, number>>;
  /** What each of these places of the same host is read as when it stands alone. */
  alone(places: (Source & Place)[]): Promise<ReadResult[]>;
  /** All that is sent while the page goes from place to place. */
  travel(places: (Source & Place)[], moves: Move[]): Promise<ReadResult[]>;
  /** Runs where the content script runs. */
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

/** A trial with what became of it: its reading, or `undefined` when it is as before. */
export type Outcome = Omit<Trial, 'raw'> & { result?: ReadResult; failed?: string };

export async function openLab(session: Session, source: Source): Promise<Lab> {
  const page = await session.newPage();
  await pretend(session, page, source);
  const evaluate = await ownWorld(page);
  await page.goto(source.url, { waitUntil: 'domcontentloaded' });
  const script = readFileSync(
    `dist/chrome/src/collect/content/${scriptsFor(new URL(source.url).hostname)[0]}.js`,
    'utf8',
  );
  await eventually(() =>
    evaluate(`(${prepare})((setTimeout, performance, MessageChannel) => { ${script} })`),
  );
  const resultFor = (raw: unknown) => resultOf(source, raw as Raw | undefined);
  return {
    read: async (inSlices = false) => resultFor(await evaluate(`readNow(${inSlices})`)),
    run: async (plans) => {
      const trials = (await evaluate(`(${experiment})(${JSON.stringify(plans)})`)) as Trial[];
      return trials.map(({ raw, ...trial }) =>
        trial.same ? trial : { ...trial, ...interpreted(raw, resultFor) },
      );
    },
    alone: async (places) => {
      const raws = (await evaluate(`(${alone})(${JSON.stringify(places)})`)) as Raw[];
      return raws.map((raw) => resultFor(raw));
    },
    travel: async (places, moves) => {
      const raws = (await evaluate(
        `(${travel})(${JSON.stringify(places)}, ${JSON.stringify(moves)})`,
      )) as Raw[];
      return raws.map((raw) => resultFor(raw));
    },
    count: async (methods) =>
      (await evaluate(`(${calls})(${JSON.stringify(methods)})`)) as Record<string, number>,
    evaluate,
    close: () => page.close(),
  };
}

function interpreted(
  raw: unknown,
  resultFor: (raw: unknown) => ReadResult,
): Pick<Outcome, 'result' | 'failed'> {
  try {
    const unready = (raw as Raw | undefined)?.unready;
    return { result: resultFor(raw), ...(unready?.startsWith('reading failed') ? { failed: unready } : {}) };
  } catch (error) {
    return { failed: String(error) };
  }
}

/**
 * The reader as it ships, in the world in which it runs: every call of the script reads at once and hands over what
 * it would have sent. Only the way to the worker is cut, and the next slice of a reading comes without delay; where it
 * is told so, every moment is the last of a slice.
 */
function prepare(
  script: (later: typeof setTimeout, clock: { now(): number }, channel: typeof MessageChannel) => void,
): void {
  let sent: unknown;
  const all: unknown[] = [];
  const sendMessage = (message: { type?: string; raw?: object }) => {
    if (message.type === 'page') {
      sent = message.raw && { ...message.raw, readAt: 0 };
      all.push(sent);
    }
    return Promise.resolve({ live: true });
  };
  Object.defineProperty(chrome.runtime, 'sendMessage', { value: sendMessage });
  const rootOf = (el: Element) =>
    el instanceof HTMLElement && el.localName.includes('-')
      ? chrome.dom.openOrClosedShadowRoot(el)
      : el.shadowRoot;
  const soon: (() => void)[] = [];
  const drain = () => {
    for (let run = soon.shift(); run; run = soon.shift()) run();
  };
  const later = (run: () => void, wait?: number) => {
    if (wait !== undefined) return setTimeout(run, wait);
    queueMicrotask(drain);
    return soon.push(run);
  };
  /** By which the next slice comes where nobody sees the page. */
  class Channel {
    readonly port1: { onmessage?: () => void } = {};
    readonly port2 = { postMessage: () => later(() => this.port1.onmessage?.()) };
  }
  let moment = 0;
  let isCut = false;
  const clock = { now: () => (isCut ? ++moment * 1000 : performance.now()) };
  const readNow = (inSlices = false) => {
    sent = undefined;
    isCut = inSlices;
    script(later as typeof setTimeout, clock, Channel as unknown as typeof MessageChannel);
    drain();
    isCut = false;
    return sent;
  };
  Object.assign(globalThis, { rootOf, readNow, sent: all });
}

/** Runs in the page: counts calls during one reading. */
function calls(methods: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  const own = Element.prototype as unknown as Record<string, unknown>;
  const undo = methods.map((name) => {
    const holder =
      name in Object.getOwnPropertyDescriptors(own) ? own : (Node.prototype as unknown as typeof own);
    const method = holder[name] as (...args: unknown[]) => unknown;
    holder[name] = function counted(this: unknown, ...args: unknown[]) {
      counts[name] = (counts[name] ?? 0) + 1;
      return method.apply(this, args);
    };
    return () => Object.assign(holder, { [name]: method });
  });
  (globalThis as unknown as { readNow(): unknown }).readNow();
  for (const back of undo) back();
  return counts;
}

/** Evaluates in the extension's world of the page that stands there now. */
async function ownWorld(page: Page): Promise<(expression: string) => Promise<unknown>> {
  const cdp = await page.createCDPSession();
  let world: number | undefined;
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${EXTENSION_ID}`) world = context.id;
  });
  await cdp.send('Runtime.enable');
  return async (expression) => {
    if (world === undefined) throw new Error('the content script is not there yet');
    const answer = await cdp.send('Runtime.evaluate', {
      contextId: world,
      expression,
      returnByValue: true,
      awaitPromise: true,
    });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description);
    return answer.result.value;
  };
}
