import { type ComponentChild, render } from 'preact';
import { useLanguage } from './languages.ts';
import { firstSources, useLive } from './live.ts';
import { cutLongNames } from './long-names.ts';
import { localise } from './text.ts';
import type { Sources, View } from './view.ts';

interface Props {
  first: Sources;
  everyone: boolean;
  draw: (view: View) => ComponentChild;
}
function Live({ first, everyone, draw }: Props) {
  const view = useLive(first, everyone);
  useLanguage(view.language);
  return <>{draw(view)}</>;
}

/** Draws a live face into the page. `everyone`: it lists all who wait and all that the page shows. */
export async function start(draw: Props['draw'], everyone = false): Promise<void> {
  const first = await firstSources();
  localise();
  cutLongNames();
  render(<Live first={first} everyone={everyone} draw={draw} />, document.body);
}
