import { render } from 'preact';
import { isDemo } from '../demo/kept.ts';
import { useLanguage } from '../languages.ts';
import { DemoBanner } from '../parts/Demo.tsx';
import { keptTexts, localise, speak } from '../text.ts';
import { Options } from './Options.tsx';
import { useStored } from './stored.ts';

const { texts } = await chrome.storage.local.get('texts');
const isInvented = await isDemo();

function Page() {
  const stored = useStored();
  return stored ? <Spoken {...stored} /> : null;
}

/** A language is taken up once it is known which one is set. */
function Spoken(stored: Parameters<typeof Options>[0]) {
  useLanguage(stored.settings.language);
  return (
    <>
      {isInvented && (
        <header class="face">
          <DemoBanner />
        </header>
      )}
      <Options {...stored} />
    </>
  );
}

chrome.storage.local.onChanged.addListener(({ demo }) => {
  if (demo && (demo.newValue !== undefined) !== isInvented) location.reload();
});
speak(keptTexts.safeParse(texts).data);
localise();
render(<Page />, document.body);
