import { render } from 'preact';
import { useLanguage } from '../languages.ts';
import { useStored } from '../options/stored.ts';
import { keptTexts, localise, speak } from '../text.ts';
import { Welcome } from './Welcome.tsx';

const { texts } = await chrome.storage.local.get('texts');

function Page() {
  const stored = useStored();
  useLanguage(stored ? stored.settings.language : keptTexts.safeParse(texts).data?.language);
  return stored ? <Welcome {...stored} /> : null;
}

speak(keptTexts.safeParse(texts).data);
localise();
render(<Page />, document.body);
