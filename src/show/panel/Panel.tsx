import { when } from '../format.ts';
import { Freshness } from '../parts/Freshness.tsx';
import { t } from '../text.ts';
import type { View } from '../view.ts';
import type { Answer } from './ask.ts';
import { type Choices, choicesFrom } from './choices.ts';
import { Page } from './Page.tsx';
import { Scope } from './Scope.tsx';
import { Fold, type Section } from './Section.tsx';
import { competitors } from './sections/Competitors.tsx';
import { customers } from './sections/Customers.tsx';
import { exceptions } from './sections/Exceptions.tsx';
import { figures } from './sections/Figures.tsx';
import { forecast } from './sections/Forecast.tsx';
import { fourPsSection } from './sections/FourPs.tsx';
import { oneToOne } from './sections/OneToOne.tsx';
import { people } from './sections/People.tsx';
import { plan } from './sections/Plan.tsx';
import { responses } from './sections/Responses.tsx';
import { stages } from './sections/Stages.tsx';
import { swot } from './sections/Swot.tsx';
import { team } from './sections/Team.tsx';

/** What can be folded, in the order in which a manager asks. */
const SECTIONS: readonly Section[] = [
  team,
  exceptions,
  fourPsSection,
  responses,
  stages,
  plan,
  forecast,
  people,
  oneToOne,
  swot,
  competitors,
  customers,
  figures,
];

interface Props {
  view: View;
  answer?: Answer;
  choices?: Choices;
  choose?: (patch: Partial<Choices>) => void;
}

/** The side panel: what stands in the tab, then the team: coverage, figures, exceptions, people, the talk. */
export function Panel({ view, answer = {}, choices = choicesFrom({}), choose = () => {} }: Props) {
  const { overview, isOld, error } = answer;
  return (
    <main class="face panel">
      <Freshness view={view} panel />
      <Page view={view} answer={answer} />
      {error !== undefined && (
        <p class="card warn" role="alert" data-part="overview-failed">
          {t('overview_failed', { why: error })}
        </p>
      )}
      {overview && isAnything(answer) && (
        <>
          {isOld && (
            <p class="quiet small" role="status" data-part="figures-old" data-from="/report/asOf">
              {t('figures_old', { time: when(overview.report.asOf, view.now) })}
            </p>
          )}
          <Scope overview={overview} choices={choices} choose={choose} />
          {SECTIONS.map((section) => (
            <Fold key={section.id} section={section} overview={overview} choices={choices} choose={choose} />
          ))}
        </>
      )}
    </main>
  );
}

/** On the first day there is nothing to show but how to begin, which the page's part says. */
const isAnything = ({ overview }: Answer): boolean =>
  Object.values(overview?.report.coverage.seen ?? {}).some((count) => count > 0);
