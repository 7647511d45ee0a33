import type { Raw } from '../contract/raw.ts';
import type { PageReply } from '../messages.ts';
import { readPage } from './read.ts';
import { guardStale } from './stale.ts';
import { watch } from './watch.ts';

/** A reading that was not confirmed is sent again after these waits (ms): the worker may have been ended in between. */
const RETRY = [200, 1000, 5000, 20_000];

/** What the reading says, without the moment of reading: equal means that nothing on the page changed. */
const printOf = ({ readAt: _, ...rest }: Raw): string => JSON.stringify(rest);

type Running = { __fourfold?: () => void };

function start(): () => void {
  const guard = guardStale();
  let confirmed = '';
  let pending: ReturnType<typeof setTimeout> | undefined;

  const read = (force = false): void => {
    const raw = readPage(document, new URL(location.href));
    if (!raw) return;
    const guarded: Raw = { ...raw, ...guard(raw) };
    const print = printOf(guarded);
    if (!force && print === confirmed) return;
    clearTimeout(pending);
    void send(guarded, print, 0);
  };

  const send = async (raw: Raw, print: string, tries: number): Promise<void> => {
    try {
      const reply: PageReply | undefined = await chrome.runtime.sendMessage({ type: 'page', raw });
      if (!reply) throw new Error('no answer');
      confirmed = print;
      if (!reply.live) stop();
    } catch {
      // Without an id this script outlived its extension: it falls silent.
      if (!chrome.runtime?.id) return stop();
      const wait = RETRY[tries];
      if (wait !== undefined) pending = setTimeout(() => void send(raw, print, tries + 1), wait);
    }
  };

  const onMessage = (message: unknown, sender: chrome.runtime.MessageSender): undefined => {
    if (sender.id !== chrome.runtime.id) return;
    const { type } = message as { type?: unknown };
    if (type === 'read') read(true);
    if (type === 'stop') stop();
  };

  const unwatch = watch(document, () => read());
  chrome.runtime.onMessage.addListener(onMessage);
  const stop = () => {
    unwatch();
    clearTimeout(pending);
    chrome.runtime?.onMessage?.removeListener(onMessage);
  };
  return stop;
}

// Injected again (after a click, an update, a new permission), the new script takes over from the old one.
const running = globalThis as Running;
running.__fourfold?.();
running.__fourfold = start();
