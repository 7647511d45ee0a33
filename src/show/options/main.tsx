import { render } from 'preact';
import { followDemo, isDemo } from '../demo/kept.ts';
import { useLanguage } from '../languages.ts';
import { DemoBanner } from '../parts/Demo.tsx';
import { cutLongNames } from '../long-names.ts';
import { localise, speakAsChosen } from '../text.ts';
import { Options } from './Options.tsx';
import { useStored } from './stored.ts';

await speakAsChosen();
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
      {isInvented && <DemoBanner />}
      <Options {...stored} />
    </>
  );
}

followDemo(isInvented);
localise();
cutLongNames();
render(<Page />, document.body);
