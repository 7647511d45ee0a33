import { useEffect, useState } from 'preact/hooks';
import { start } from '../start.tsx';
import { t } from '../text.ts';
import type { View } from '../view.ts';
import { FirstPanel } from './First.tsx';

const rep = new URLSearchParams(location.search).get('sheet');

/** What stands in the tab at once; the figures, which bring most of the code, when they have come. */
function Face({ view }: { view: View }) {
  const [live, setLive] = useState<Awaited<ReturnType<typeof load>>>();
  useEffect(() => {
    load().then(setLive);
  }, []);
  if (rep === null)
    return live ? <live.LivePanel view={view} first={live.choices} /> : <FirstPanel view={view} />;
  return live ? (
    <live.PrintedSheet rep={rep} choices={live.choices} isDemo={view.isDemo} />
  ) : (
    <main class="face printed">{t('overview_loading')}</main>
  );
}

async function load() {
  const { LivePanel, PrintedSheet, firstChoices } = await import('./Live.tsx');
  return { LivePanel, PrintedSheet, choices: await firstChoices() };
}

start((view) => <Face view={view} />, rep === null);
