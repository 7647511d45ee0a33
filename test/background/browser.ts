import { vi } from 'vitest';

/* What the background asks of the browser: storage that remembers, locks that hold, and calls that can be looked at. */

type Values = Record<string, unknown>;
const nothing = async () => undefined;

function area() {
  const values: Values = {};
  return {
    values,
    get: async (keys?: string | string[] | null) =>
      structuredClone(
        Object.fromEntries(
          [keys ?? Object.keys(values)].flat().flatMap((key) => (key in values ? [[key, values[key]]] : [])),
        ),
      ),
    set: async (more: object) => void Object.assign(values, structuredClone(more)),
    remove: async (keys: string | string[]) => {
      for (const key of [keys].flat()) delete values[key];
    },
    clear: async () => {
      for (const key of Object.keys(values)) delete values[key];
    },
  };
}

/** Puts it in the browser's place. */
export function fakeBrowser() {
  const [local, session] = [area(), area()];
  const alarm = vi.fn(nothing);
  const said = vi.fn(async () => true);
  const action = { setBadgeText: nothing, setBadgeBackgroundColor: nothing, setTitle: nothing };
  const i18n = { getUILanguage: () => 'en', getMessage: (key: string) => key };
  const permissions = { contains: async () => true };
  const alarms = { get: nothing, create: alarm, clear: nothing };
  const runtime = { getURL: (path: string) => `moz-extension://ours/${path}` };
  const chrome = {
    runtime,
    storage: { local, session },
    action,
    alarms,
    i18n,
    permissions,
    tabs: { sendMessage: said },
  };
  let queue: Promise<unknown> = Promise.resolve();
  const request = (_: string, run: () => Promise<unknown>) => {
    queue = queue.then(run, run);
    return queue;
  };
  vi.stubGlobal('chrome', chrome);
  vi.stubGlobal('navigator', { locks: { request } });
  return { local, session, alarm, said };
}
