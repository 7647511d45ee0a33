import * as z from 'zod/mini';
import { speak } from './text.ts';

/** All texts in the language that the user chose, under `texts` in extension storage, where every context finds them. */
export const keptTexts = z.object({
  language: z.string(),
  messages: z.record(z.string(), z.string()),
  /** Of the extension that they are from: a newer one may have more of them. */
  version: z.string(),
});

/** Speaks as the user chose; each context has to before its first word. Returns which language that is, if any. */
export async function speakAsChosen(): Promise<string | undefined> {
  const { texts } = await chrome.storage.local.get('texts');
  const chosen = keptTexts.safeParse(texts).data;
  speak(chosen);
  return chosen?.language;
}
