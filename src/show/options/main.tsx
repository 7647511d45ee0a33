import { render } from 'preact';
import { followDemo, isDemo } from '../demo/kept.ts';
import { speakAsChosen } from '../kept-texts.ts';
import { useLanguage } from '../languages.ts';
import { cutLongNames } from '../long-names.ts';
import { DemoBanner } from '../parts/Demo.tsx';
import { localise } from '../text.ts';
import { Options } from './Options.tsx';
import { Shut } from './Shut.tsx';
import { useStored } from './stored.ts';

await speakAsChosen();
const isInvented = await isDemo();

function Page() {
  const stored = useStored();
  if (!stored) return null;
  return 'trouble' in stored ? <Shut trouble={stored.trouble} /> : <Spoken {...stored} />;
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
