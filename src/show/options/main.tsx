import { render } from 'preact';
import { localise } from '../text.ts';
import { Options } from './Options.tsx';
import { useStored } from './stored.ts';

function Page() {
  const stored = useStored();
  return stored ? <Options {...stored} /> : null;
}

localise();
render(<Page />, document.body);
