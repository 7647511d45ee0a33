// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Chip } from '../../src/messages.ts';

/* The script that is put into the page, beside a background that only listens. */

type Listener = (message: unknown, sender: object, reply: (taken: true) => void) => void;
let listeners: Listener[];
let asked: unknown[];
let root: ShadowRoot;
let runtime: { id?: string };

beforeEach(async () => {
  vi.useFakeTimers({ now: 0 });
  vi.resetModules();
  listeners = [];
  asked = [];
  const onMessage = {
    addListener: (one: Listener) => listeners.push(one),
    removeListener: (one: Listener) => {
      listeners = listeners.filter((other) => other !== one);
    },
  };
  const sendMessage = async (message: unknown) => asked.push(message);
  runtime = Object.assign({ id: 'us' }, { onMessage, sendMessage });
  Object.assign(globalThis, { chrome: { runtime } });
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    root = attach.call(this, init);
    return root;
  });
  await import('../../src/show/chip/main.ts');
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const chip = (over: Partial<Chip> = {}): Chip => ({
  url: location.href,
  record: 'crm:a/lead/1',
  letters: ['A', '—', '≤ B', 'F'],
  response: '4 min left',
  warning: 'No owner',
  state: 'waiting',
  label: 'All of it',
  hide: 'Hide it',
  lang: 'ar',
  dir: 'rtl',
  ...over,
});
function hear(message: object, id = 'us'): boolean {
  let taken = false;
  for (const listener of listeners)
    listener(message, { id }, () => {
      taken = true;
    });
  return taken;
}
const isThere = () => root.host.isConnected;
const texts = (name: string) => [...root.querySelectorAll(`.${name}`)].map((el) => el.textContent).join('');

test('shows what it is told, beside the body, and says that it did', () => {
  expect(isThere()).toBe(false);
  expect(hear({ type: 'chip', chip: chip() })).toBe(true);
  expect(root.host.parentElement).toBe(document.documentElement);
  expect(root.host.attributes).toHaveLength(0);
  expect([texts('letters'), texts('response'), texts('warning')]).toEqual([
    'A—≤ BF',
    '4 min left',
    'No owner',
  ]);
  expect(root.querySelector('.chip')).toMatchObject({ lang: 'ar', dir: 'rtl' });
  hear({ type: 'chip', chip: chip({ warning: undefined }) });
  expect(texts('warning')).toBe('');
  hear({ type: 'chip', chip: null });
  expect(isThere()).toBe(false);
});

test('listens to nobody but its own extension', () => {
  expect(hear({ type: 'chip', chip: chip() }, 'others')).toBe(false);
  expect(isThere()).toBe(false);
});

test('is not shown under another address, and comes back with its own', () => {
  const own = location.href;
  hear({ type: 'chip', chip: chip({ url: `${own}#next` }) });
  expect(isThere()).toBe(false);
  hear({ type: 'chip', chip: chip() });
  location.href = `${own}#next`;
  vi.advanceTimersByTime(300);
  expect(isThere()).toBe(false);
  location.href = own;
  vi.advanceTimersByTime(300);
  expect(isThere()).toBe(true);
});

test('asks for new words when its time is up, and again a minute later where nothing came', () => {
  hear({ type: 'chip', chip: chip({ until: 5000 }) });
  vi.advanceTimersByTime(4900);
  expect(asked).toEqual([]);
  vi.advanceTimersByTime(600);
  expect(asked).toEqual([{ type: 'chip' }]);
  vi.advanceTimersByTime(60_000);
  expect(asked).toHaveLength(2);
});

test('goes when all is paused', () => {
  hear({ type: 'chip', chip: chip() });
  hear({ type: 'pause' });
  expect([isThere(), listeners.length]).toEqual([false, 0]);
});

test('goes when its extension is gone', () => {
  hear({ type: 'chip', chip: chip() });
  delete runtime.id;
  vi.advanceTimersByTime(300);
  expect([isThere(), listeners.length, vi.getTimerCount()]).toEqual([false, 0, 0]);
});

test('put in again, it takes the place of the one before', async () => {
  hear({ type: 'chip', chip: chip() });
  const before = root.host;
  vi.resetModules();
  await import('../../src/show/chip/main.ts');
  expect([before.isConnected, listeners.length]).toEqual([false, 1]);
});

test('heeds no click that a script made', () => {
  hear({ type: 'chip', chip: chip() });
  for (const name of ['open', 'hide']) root.querySelector<HTMLElement>(`.${name}`)?.click();
  expect(asked).toEqual([]);
  expect(isThere()).toBe(true);
});
