import { render } from 'preact';
import { useLanguage } from '../languages.ts';
import { keptTexts, localise, speak } from '../text.ts';
import { Options } from './Options.tsx';
import { useStored } from './stored.ts';

function Page() {
  const stored = useStored();
  return stored ? <Spoken {...stored} /> : null;
}

/** A language is taken up once it is known which one is set. */
function Spoken(stored: Parameters<typeof Options>[0]) {
  useLanguage(stored.settings.language);
  return <Options {...stored} />;
}

const { texts } = await chrome.storage.local.get('texts');
speak(keptTexts.safeParse(texts).data);
localise();
render(<Page />, document.body);
