import type { Settings, StageOutcome } from '../../contract/settings.ts';
import { isStage } from '../../metrics/deals.ts';
import { isPlace, outcomeOfStage } from '../../metrics/stage-outcomes.ts';
import type { Patch } from '../tell.ts';
import { plural, t } from '../text.ts';
import { Choice } from './Choice.tsx';
import { Field } from './Field.tsx';
import { Lockable, type Saving, useOwn, useSave } from './save.tsx';
import type { StageSeen } from './seen.ts';
import { numberFrom, numberText } from './typed.ts';

type Meaning = '' | 'appointment' | 'proposal' | StageOutcome['outcome'];

interface Props {
  settings: Settings;
  seen: StageSeen[] | undefined;
}

/** What the team's own stages stand for, and how long a deal may stand in each. */
export const Stages = ({ settings, seen = [] }: Props) => (
  <section class="card" data-part="stages">
    <h2>{t('section_stages')}</h2>
    <p class="quiet">{t('stages_hint')}</p>
    <p class="quiet">{t('stages_ends_hint')}</p>
    {seen.length === 0 && <p class="quiet small">{t('options_stages_none')}</p>}
    {[...new Set(seen.map(({ pipeline }) => pipeline))].map((pipeline) => (
      <Pipeline
        key={pipeline}
        name={pipeline}
        stages={seen.filter((one) => one.pipeline === pipeline)}
        all={seen}
        settings={settings}
      />
    ))}
  </section>
);

interface PipelineProps {
  name: string | undefined;
  stages: StageSeen[];
  /** Those of all pipelines. */
  all: StageSeen[];
  settings: Settings;
}

const Pipeline = ({ name, stages, all, settings }: PipelineProps) => (
  <table class="list">
    {name !== undefined && (
      <caption>
        <bdi>{name}</bdi>
      </caption>
    )}
    <thead>
      <tr>
        <th scope="col">{t('field_stage')}</th>
        <th scope="col">{t('stage_meaning')}</th>
        <th scope="col">{t('stage_limit')}</th>
      </tr>
    </thead>
    <tbody>
      {stages.map((stage) => (
        <Row key={stage.stage} seen={stage} all={all} settings={settings} />
      ))}
    </tbody>
  </table>
);

type RowProps = { seen: StageSeen } & Pick<PipelineProps, 'all' | 'settings'>;

function Row({ seen, all, settings }: RowProps) {
  const save = useSave();
  const own = useOwn();
  const { pipeline, stage, deals, outcomes } = seen;
  const limit = Object.entries(settings.stageLimitDays ?? {}).find(([name]) => isStage(name, stage))?.[1];
  const ends = outcomes.length === 1 && outcomes[0] !== 'open';
  const isEnd = outcomeOfStage(pipeline, stage, settings) !== undefined;
  return (
    <tr>
      <th scope="row">
        <bdi>{stage}</bdi>
        {deals > 0 && <span class="quiet small"> {plural('deals_count', deals)}</span>}
      </th>
      <td>
        {ends && <span class="badge">{t(outcomes[0] === 'won' ? 'stage_won' : 'stage_lost')}</span>}
        {!(ends && outcomes[0] === 'won' && !isEnd) && <Means seen={seen} all={all} settings={settings} />}
      </td>
      <td class="narrow">
        {!ends && !isEnd && (
          <Lockable of="stageLimitDays">
            <Field
              quiet
              name={`limit-${stage}`}
              label={t('stage_limit_of', { stage })}
              value={limit === undefined ? '' : numberText(limit)}
              fault={(text) => (text.trim() === '' || isDays(text) ? undefined : t('days_wrong'))}
              save={(text) => limitTo(stage, numberFrom(text), own, save)}
            />
          </Lockable>
        )}
      </td>
    </tr>
  );
}

function Means({ seen, all, settings }: RowProps) {
  const save = useSave();
  const { stage } = seen;
  return (
    <Lockable of={['firstAppointmentStage', 'proposalStage', 'nonDecisionStages', 'stageOutcomes']}>
      <Choice
        quiet
        name={`stage-${stage}`}
        label={t('stage_means', { stage })}
        value={meaningOf(seen, settings)}
        options={[
          ['', '—'],
          ['appointment', t('stage_appointment')],
          ['proposal', t('stage_proposal')],
          ['won', t('stage_won')],
          ['lost', t('stage_lost')],
          ['no-decision', t('stage_undecided')],
        ]}
        choose={(value) => save(meant(seen, value as Meaning, all, settings))}
      />
    </Lockable>
  );
}

export const isDays = (text: string): boolean => (numberFrom(text) ?? 0) > 0;

function meaningOf({ pipeline, stage }: StageSeen, settings: Settings): Meaning {
  const outcome = outcomeOfStage(pipeline, stage, settings);
  if (outcome) return outcome;
  if (isStage(settings.firstAppointmentStage, stage)) return 'appointment';
  if (isStage(settings.proposalStage, stage)) return 'proposal';
  return settings.nonDecisionStages?.some((name) => isStage(name, stage)) ? 'no-decision' : '';
}

/**
 * A stage means one thing; another that was the first appointment or the proposal before no longer is. How deals end is
 * said of one pipeline, where it comes before what is said of that name in all of them: others keep what it means there.
 */
function meant(seen: StageSeen, meaning: Meaning, all: StageSeen[], settings: Settings): Patch {
  const { pipeline, stage } = seen;
  const { firstAppointmentStage, proposalStage, nonDecisionStages = [], stageOutcomes = [] } = settings;
  const others = stageOutcomes.filter((one) => !isPlace(one, pipeline, stage));
  const place = pipeline === undefined ? { stage } : { pipeline, stage };
  const isOutcome = meaning === 'won' || meaning === 'lost' || meaning === 'no-decision';
  const said = isOutcome ? [...others, { ...place, outcome: meaning }] : others;
  const isShared = all.some((other) => other.pipeline !== pipeline && isStage(other.stage, stage));
  const kept = (name: string | undefined) =>
    isStage(name, stage) && !(isOutcome && isShared) ? null : (name ?? null);
  return {
    firstAppointmentStage: meaning === 'appointment' ? stage : kept(firstAppointmentStage),
    proposalStage: meaning === 'proposal' ? stage : kept(proposalStage),
    nonDecisionStages: isOutcome
      ? nonDecisionStages
      : nonDecisionStages.filter((name) => !isStage(name, stage)),
    stageOutcomes: said.length > 0 ? said : null,
  };
}

function limitTo(stage: string, days: number | undefined, settings: Settings, save: Saving['save']): void {
  const others = Object.entries(settings.stageLimitDays ?? {}).filter(([name]) => !isStage(name, stage));
  save({ stageLimitDays: Object.fromEntries(days === undefined ? others : [...others, [stage, days]]) });
}
