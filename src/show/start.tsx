import { type ComponentChild, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { atHand } from './first.ts';
import { firstView, nothingYet, type Sources, type View } from './first-view.ts';
import { cutLongNames } from './long-names.ts';
import { localise } from './text.ts';

interface Props {
  first: Sources;
  everyone: boolean;
  draw: (view: View) => ComponentChild;
}

/** Everything that follows the tab and the history comes after the first paint. */
const later = () => Promise.all([import('./Follow.tsx'), import('./live.ts')]);

function Face({ first, everyone, draw }: Props) {
  const [view, show] = useState(() => firstView(first, Date.now()));
  const [live, setLive] = useState<{ Follow: typeof import('./Follow.tsx').Follow; sources: Sources }>();
  useEffect(() => {
    later().then(async ([{ Follow }, { firstSources }]) =>
      setLive({ Follow, sources: await firstSources() }),
    );
  }, []);
  return (
    <>
      {draw(view)}
      {live && <live.Follow first={live.sources} everyone={everyone} show={show} />}
    </>
  );
}

/** Draws a live face into the page. `everyone`: it lists all who wait and all that the page shows. */
export async function start(draw: Props['draw'], everyone = false): Promise<void> {
  const first = await atHand();
  localise();
  cutLongNames();
  const face = (sources: Sources) => <Face first={sources} everyone={everyone} draw={draw} />;
  try {
    render(face(first), document.body);
  } catch {
    // What is not understood in storage is as good as absent.
    render(face(nothingYet), document.body);
  }
}
