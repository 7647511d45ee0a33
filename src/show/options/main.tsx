import { render } from 'preact';
import { isDemo } from '../demo/kept.ts';
import { useLanguage } from '../languages.ts';
import { DemoBanner } from '../parts/Demo.tsx';
import { keptTexts, localise, speak } from '../text.ts';
import { Options } from './Options.tsx';
import { useStored } from './stored.ts';

const { texts } = await chrome.storage.local.get('texts');
speak(keptTexts.safeParse(texts).data);
const isInvented = await isDemo();

function Page() {
  const stored = useStored();
  useLanguage(stored ? stored.settings.language : keptTexts.safeParse(texts).data?.language);
  return (
    stored && (
      <>
        {isInvented && <DemoBanner />}
        <Options {...stored} />
      </>
    )
  );
}

localise();
chrome.storage.local.onChanged.addListener(({ demo }) => {
  if (demo && (demo.newValue !== undefined) !== isInvented) location.reload();
});
render(<Page />, document.body);
