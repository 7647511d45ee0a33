import { useEffect, useState } from 'preact/hooks';
import { start } from '../start.tsx';
import { t } from '../text.ts';
import type { View } from '../view.ts';
import { FirstPanel } from './First.tsx';
import { sheetOf } from './printed.ts';

const rep = await sheetOf(location.search);

/** What stands in the tab at once; the figures, which bring most of the code, when they have come. */
function Face({ view }: { view: View }) {
  const [live, setLive] = useState<Awaited<ReturnType<typeof load>>>();
  useEffect(() => {
    load().then(setLive);
  }, []);
  if (rep === undefined)
    return live ? <live.LivePanel view={view} first={live.first} /> : <FirstPanel view={view} />;
  if (!live) return <main class="face printed">{t('overview_loading')}</main>;
  if (rep === null) return <live.LostSheet />;
  return <live.PrintedSheet rep={rep} choices={live.first.choices} isDemo={view.isDemo} />;
}

async function load() {
  const { LivePanel, LostSheet, PrintedSheet, firstOf } = await import('./Live.tsx');
  return { LivePanel, LostSheet, PrintedSheet, first: await firstOf() };
}

start((view) => <Face view={view} />, rep === undefined);
