import { type ComponentChild, render } from 'preact';
import { firstSources, useLive } from './live.ts';
import { localise } from './text.ts';
import type { Sources, View } from './view.ts';

interface Props {
  first: Sources;
  everyone: boolean;
  draw: (view: View) => ComponentChild;
}
const Live = ({ first, everyone, draw }: Props) => <>{draw(useLive(first, everyone))}</>;

/** Draws a live face into the page. `everyone`: it lists all who wait and all that the page shows. */
export async function start(draw: Props['draw'], everyone = false): Promise<void> {
  localise();
  const first = await firstSources();
  render(<Live first={first} everyone={everyone} draw={draw} />, document.body);
}
