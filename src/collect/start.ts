import type { Raw } from '../contract/raw.ts';
import type { PageReply } from '../messages.ts';
import { type AdapterFiles, readersFrom } from './read.ts';
import type { Sampler } from './sample.ts';
import { each, type Slices } from './slices.ts';
import { guardStale, printOfActivity } from './stale.ts';
import { type Keeping, watch } from './watch.ts';
import { openWhole } from './whole.ts';

/** A reading that was not confirmed is sent again after these waits (ms): the worker may have been ended in between. */
const RETRY = [200, 1000, 5000, 20_000];

/** Of a longer text this much is sent of its beginning and of its end, where a message is signed. */
const HALF = 1e4;
const cut = (_: string, value: unknown): unknown =>
  typeof value === 'string' && value.length > 2 * HALF ? value.slice(0, HALF) + value.slice(-HALF) : value;

/** No page of a CRM says so much (characters), be its timeline ever so long. */
const GIANT = 2e6;

/** What the reading says, without the moment of reading: equal means that nothing on the page changed. */
function printOf({ readAt: _, ...rest }: Raw): string {
  const print = JSON.stringify(rest);
  return print.length > GIANT ? JSON.stringify(rest, cut) : print;
}

/** As JSON, which Chromium's messages are and Firefox's are not: there a field that is `undefined` would arrive as one. */
const plain = ({ readAt }: Raw, print: string): Raw => ({ ...JSON.parse(print), readAt });

/** A page on which no CRM was recognised for so long (ms) is not one, and is left alone. */
const GIVE_UP = 15_000;

function watchPage(files: AdapterFiles, kept?: Keeping): () => void {
  const { readPage, unfoldPage } = readersFrom(files);
  const guard = guardStale((wait) => {
    clearTimeout(again);
    again = setTimeout(() => watched.read(), wait);
  });
  let confirmed = '';
  let latest = '';
  let reading: Raw | undefined;
  let pending: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  const read = (address: URL): Slices<() => void> | undefined => {
    const page = readPage(document, address);
    return page && told(page);
  };

  function* told(page: Slices<Raw>): Slices<() => void> {
    clearTimeout(giveUp);
    const raw = yield* page;
    const prints = yield* each(raw.activities, printOfActivity);
    return () => handOver(raw, prints);
  }

  const handOver = (raw: Raw, told: string[]): void => {
    const guarded: Raw = { ...raw, ...guard(raw, told) };
    const print = printOf(guarded);
    if (print === confirmed) return;
    latest = print;
    reading = guarded;
    clearTimeout(pending);
    void send(guarded, print, 0);
  };

  const send = async (raw: Raw, print: string, tries: number): Promise<void> => {
    try {
      const reply: PageReply | undefined = await chrome.runtime.sendMessage({
        type: 'page',
        raw: plain(raw, print),
      });
      if (!reply) throw new Error('no answer');
      confirmed = print;
      if (!reply.live) stop();
    } catch {
      if (!goesOn()) return;
      const wait = RETRY[tries];
      // An older reading is never sent after a newer one.
      if (wait !== undefined && print === latest)
        pending = setTimeout(() => void send(raw, print, tries + 1), wait);
    }
  };

  const onMessage = (
    message: unknown,
    sender: chrome.runtime.MessageSender,
    reply: (sample?: string) => void,
  ): undefined => {
    if (sender.id !== chrome.runtime.id) return;
    const { type } = (message ?? {}) as { type?: unknown };
    if (type === 'read') {
      confirmed = '';
      watched.read();
    }
    if (type === 'sample') reply((globalThis as Sampler).__fourfoldSample?.(document, reading));
    if (type === 'pause') stop();
  };

  /** A face that opens this port asks for the whole record; closing it is its stop button. */
  const onConnect = (port: chrome.runtime.Port): void => {
    if (port.name !== 'whole' || port.sender?.id !== chrome.runtime.id) return;
    let isStopped = false;
    port.onDisconnect.addListener(() => {
      isStopped = true;
    });
    const unfold = () => unfoldPage(document, new URL(location.href));
    void openWhole(
      unfold,
      () => isStopped || ended,
      (progress) => !isStopped && port.postMessage(progress),
      watched.readAtOnce,
    );
  };

  const giveUp = setTimeout(() => stop(), GIVE_UP);
  /** Without an id this script outlived its extension: it falls silent. */
  const goesOn = (): boolean => {
    if (!chrome.runtime?.id) stop();
    return !ended;
  };
  const watched = watch(document, read, goesOn, kept);
  chrome.runtime.onMessage.addListener(onMessage);
  chrome.runtime.onConnect.addListener(onConnect);
  const stop = () => {
    ended = true;
    watched.stop();
    clearTimeout(pending);
    clearTimeout(again);
    clearTimeout(giveUp);
    chrome.runtime?.onMessage?.removeListener(onMessage);
    chrome.runtime?.onConnect?.removeListener(onConnect);
  };
  return stop;
}

/**
 * Starts a content script with its adapters, and with what they keep. Injected again (a click, an update, a permission),
 * it takes over.
 */
export function start(name: string, files: AdapterFiles, kept?: Keeping): void {
  const running = globalThis as { __fourfold?: Record<string, () => void> };
  running.__fourfold ??= {};
  running.__fourfold[name]?.();
  running.__fourfold[name] = watchPage(files, kept);
}
