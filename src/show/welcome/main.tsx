import { render } from 'preact';
import { followDemo, isDemo } from '../demo/kept.ts';
import { speakAsChosen } from '../kept-texts.ts';
import { useLanguage } from '../languages.ts';
import { Shut } from '../options/Shut.tsx';
import { useStored } from '../options/stored.ts';
import { DemoBanner } from '../parts/Demo.tsx';
import { localise } from '../text.ts';
import { Welcome } from './Welcome.tsx';

const spoken = await speakAsChosen();
const isInvented = await isDemo();

function Page() {
  const found = useStored();
  const stored = found && 'settings' in found ? found : undefined;
  useLanguage(stored ? stored.settings.language : spoken);
  return (
    <>
      {isInvented && <DemoBanner />}
      {stored && <Welcome {...stored} />}
      {found && 'trouble' in found && <Shut trouble={found.trouble} />}
    </>
  );
}

followDemo(isInvented);
localise();
render(<Page />, document.body);
