import type { Settings } from '../../contract/settings.ts';
import { isStage } from '../../metrics/deals.ts';
import { plural, t } from '../text.ts';
import { Choice } from './Choice.tsx';
import { Field } from './Field.tsx';
import { Lockable, type Saving, useOwn, useSave } from './save.tsx';
import type { StageSeen } from './seen.ts';
import { numberFrom, numberText } from './typed.ts';

type Meaning = '' | 'appointment' | 'proposal' | 'undecided';

interface Props {
  settings: Settings;
  seen: StageSeen[] | undefined;
}

/** What the team's own stages stand for, and how long a deal may stand in each. */
export const Stages = ({ settings, seen = [] }: Props) => (
  <section class="card" data-part="stages">
    <h2>{t('section_stages')}</h2>
    <p class="quiet">{t('stages_hint')}</p>
    {seen.length === 0 && <p class="quiet small">{t('options_stages_none')}</p>}
    {[...new Set(seen.map(({ pipeline }) => pipeline))].map((pipeline) => (
      <Pipeline
        key={pipeline}
        name={pipeline}
        stages={seen.filter((one) => one.pipeline === pipeline)}
        settings={settings}
      />
    ))}
  </section>
);

interface PipelineProps {
  name: string | undefined;
  stages: StageSeen[];
  settings: Settings;
}

const Pipeline = ({ name, stages, settings }: PipelineProps) => (
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
        <Row key={stage.stage} seen={stage} settings={settings} />
      ))}
    </tbody>
  </table>
);

function Row({ seen, settings }: { seen: StageSeen; settings: Settings }) {
  const save = useSave();
  const own = useOwn();
  const { stage, deals, outcomes } = seen;
  const limit = Object.entries(settings.stageLimitDays ?? {}).find(([name]) => isStage(name, stage))?.[1];
  const ends = outcomes.length === 1 && outcomes[0] !== 'open';
  return (
    <tr>
      <th scope="row">
        <bdi>{stage}</bdi>
        {deals > 0 && <span class="quiet small"> {plural('deals_count', deals)}</span>}
      </th>
      <td>
        {ends && <span class="badge">{t(outcomes[0] === 'won' ? 'stage_won' : 'stage_lost')}</span>}
        {!(ends && outcomes[0] === 'won') && (
          <Lockable of={['firstAppointmentStage', 'proposalStage', 'nonDecisionStages']}>
            <Choice
              quiet
              name={`stage-${stage}`}
              label={t('stage_means', { stage })}
              value={meaningOf(stage, settings)}
              options={[
                ['', '—'],
                ['appointment', t('stage_appointment')],
                ['proposal', t('stage_proposal')],
                ['undecided', t('stage_undecided')],
              ]}
              choose={(value) => mean(stage, value as Meaning, settings, save)}
            />
          </Lockable>
        )}
      </td>
      <td class="narrow">
        {!ends && (
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

export const isDays = (text: string): boolean => (numberFrom(text) ?? 0) > 0;

export function meaningOf(stage: string, settings: Settings): Meaning {
  if (isStage(settings.firstAppointmentStage, stage)) return 'appointment';
  if (isStage(settings.proposalStage, stage)) return 'proposal';
  return settings.nonDecisionStages?.some((name) => isStage(name, stage)) ? 'undecided' : '';
}

/** A stage means one thing; another that meant it before no longer does, but for those where nobody decided. */
function mean(stage: string, meaning: Meaning, settings: Settings, save: Saving['save']): void {
  const { firstAppointmentStage, proposalStage, nonDecisionStages = [] } = settings;
  const others = nonDecisionStages.filter((name) => !isStage(name, stage));
  const kept = (name: string | undefined) => (isStage(name, stage) ? null : (name ?? null));
  save({
    firstAppointmentStage: meaning === 'appointment' ? stage : kept(firstAppointmentStage),
    proposalStage: meaning === 'proposal' ? stage : kept(proposalStage),
    nonDecisionStages: meaning === 'undecided' ? [...others, stage] : others,
  });
}

function limitTo(stage: string, days: number | undefined, settings: Settings, save: Saving['save']): void {
  const others = Object.entries(settings.stageLimitDays ?? {}).filter(([name]) => !isStage(name, stage));
  save({ stageLimitDays: Object.fromEntries(days === undefined ? others : [...others, [stage, days]]) });
}
