import { useEffect, useState } from 'preact/hooks';
import { keptTexts } from './kept-texts.ts';
import { localise, speak } from './text.ts';

type File = Record<string, { message: string }>;
const files = import.meta.glob<File>('../../public/_locales/*/messages.json', { import: 'default' });
const languageIn = (path: string): string => path.split('/').at(-2) ?? '';

/** Codes of all languages that there is a file for. */
export const LANGUAGES: readonly string[] = Object.keys(files).map(languageIn).sort();

/**
 * Speaks the chosen language (`undefined`: the browser's), from now on and whenever another is chosen. Returns how many
 * times that was, so that what is drawn can follow.
 */
export function useLanguage(wanted: string | undefined): number {
  const [times, draw] = useState(0);
  useEffect(() => {
    const changed = (changes: Record<string, { newValue?: unknown }>) => {
      if (!changes.texts) return;
      speak(keptTexts.safeParse(changes.texts.newValue).data);
      localise();
      draw((times) => times + 1);
    };
    chrome.storage.local.onChanged.addListener(changed);
    return () => chrome.storage.local.onChanged.removeListener(changed);
  }, []);
  useEffect(() => void keep(wanted), [wanted]);
  return times;
}

async function keep(wanted: string | undefined): Promise<void> {
  const { texts } = await chrome.storage.local.get('texts');
  const { version } = chrome.runtime.getManifest();
  const known = keptTexts.safeParse(texts);
  if (known.success && known.data.language === wanted && known.data.version === version) return;
  const load = Object.entries(files).find(([path]) => languageIn(path) === wanted)?.[1];
  if (!wanted || !load) return texts === undefined ? undefined : chrome.storage.local.remove('texts');
  const entries = Object.entries(await load()).map(([key, { message }]) => [key, message]);
  const messages = Object.fromEntries(entries);
  await chrome.storage.local.set({ texts: { language: wanted, messages, version } });
}
