import { useEffect, useState } from 'preact/hooks';
import { keyOf } from '../../metrics/histories.ts';
import type { Overview, Wish } from '../../metrics/overview.ts';
import { isDemo } from '../demo/kept.ts';
import { t } from '../text.ts';
import type { View } from '../view.ts';
import { useAnswers } from './answers.ts';
import { type Choices, firstChoices, useChoices } from './choices.ts';
import { keepFigures, keptFigures } from './kept.ts';
import { Panel } from './Panel.tsx';
import { Sheet } from './Sheet.tsx';

const wishOf = ({ open: _, ...wish }: Choices): Wish => wish;

/** What the panel begins with: the manager's choices, and the figures of the last time. */
export async function firstOf(): Promise<First> {
  const choices = await firstChoices();
  return { choices, kept: (await isDemo()) ? undefined : await keptFigures(wishOf(choices)) };
}
interface First {
  choices: Choices;
  kept: Overview | undefined;
}

/** The panel with its worker and the manager's choices. */
export function LivePanel({ view, first }: { view: View; first: First }) {
  const [choices, choose] = useChoices(first.choices, view.isDemo);
  const wish = wishOf(choices);
  const shown = [...(view.record ? [view.record] : []), ...view.visible].map(({ where }) => where);
  const deals = shown.filter(({ kind }) => kind === 'deal').map(({ org, id }) => keyOf(org, 'deal', id));
  const answer = useAnswers({ wish, deals: [...new Set(deals)] }, view.isDemo, first.kept);
  const { overview, isOld } = answer;
  useEffect(() => {
    if (overview && !isOld && !view.isDemo) void keepFigures(overview);
  }, [overview]);
  return <Panel view={view} answer={answer} choices={choices} choose={choose} />;
}

interface PrintedProps {
  rep: string;
  choices: Choices;
  isDemo: boolean;
}

/** One person's sheet on a page of its own. What it shows stands still, for it is read and printed. */
export function PrintedSheet({ rep, choices, isDemo }: PrintedProps) {
  const [wish] = useState({ rep, period: choices.period, picks: choices.picks, grid: false });
  const { overview, error } = useAnswers({ wish, deals: [] }, isDemo);
  return (
    <main class="face printed">
      {overview ? <Sheet overview={overview} /> : <p>{error ?? t('overview_loading')}</p>}
      <button type="button" class="button primary" data-part="print" onClick={() => window.print()}>
        {t('print')}
      </button>
    </main>
  );
}

/** The browser was started anew since, or the person was forgotten. */
export const LostSheet = () => (
  <main class="face printed" data-part="sheet-lost">
    <p>{t('sheet_lost')}</p>
  </main>
);
