import { useState } from 'preact/hooks';
import { keyOf } from '../../metrics/histories.ts';
import { t } from '../text.ts';
import type { View } from '../view.ts';
import { useAnswers } from './answers.ts';
import { type Choices, useChoices } from './choices.ts';

export { firstChoices } from './choices.ts';

import { Panel } from './Panel.tsx';
import { Sheet } from './Sheet.tsx';

/** The panel with its worker and the manager's choices. */
export function LivePanel({ view, first }: { view: View; first: Choices }) {
  const [choices, choose] = useChoices(first, view.isDemo);
  const { open: _, ...wish } = choices;
  const shown = [...(view.record ? [view.record] : []), ...view.visible].map(({ where }) => where);
  const deals = shown.filter(({ kind }) => kind === 'deal').map(({ org, id }) => keyOf(org, 'deal', id));
  const answer = useAnswers({ wish, deals: [...new Set(deals)] }, view.isDemo);
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
