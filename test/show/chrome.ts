import manifest from '../../manifest.json';
import ar from '../../public/_locales/ar/messages.json';
import de from '../../public/_locales/de/messages.json';
import en from '../../public/_locales/en/messages.json';

export type Call = [what: string, ...args: unknown[]];
const languages: Record<string, Record<string, { message: string }>> = { en, de, ar };

/** A stand-in for the extension API: texts from the language files, and a list of what was asked of the browser. */
export function fakeChrome(language = 'en', granted = true): Call[] {
  const calls: Call[] = [];
  const note =
    <T>(what: string, answer: T) =>
    (...args: unknown[]): Promise<T> => {
      calls.push([what, ...args]);
      return Promise.resolve(answer);
    };
  const api = {
    i18n: {
      getUILanguage: () => language,
      getMessage: (key: string) => {
        return languages[language]?.[key]?.message ?? en[key as keyof typeof en]?.message ?? '';
      },
    },
    permissions: {
      request: note('request', granted),
      remove: note('remove', true),
      getAll: note('getAll', { origins: ['https://*.lightning.force.com/*'] }),
    },
    runtime: {
      sendMessage: note('message', undefined),
      openOptionsPage: note('options', undefined),
      getManifest: () => manifest,
    },
    sidePanel: { open: note('panel', undefined) },
    storage: { session: memory() },
    tabs: { create: note('create', {}), sendMessage: note('tab', undefined), query: async () => [] },
  };
  Object.assign(globalThis, { chrome: api });
  return calls;
}

/** An area of extension storage. */
function memory() {
  const values: Record<string, unknown> = {};
  return {
    get: async (key: string) => (key in values ? { [key]: values[key] } : {}),
    set: async (more: object) => void Object.assign(values, more),
  };
}
