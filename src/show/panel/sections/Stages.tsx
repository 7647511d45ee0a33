import type { Stage } from '../../../metrics/stages.ts';
import { days } from '../../format.ts';
import { BarTable } from '../../parts/BarTable.tsx';
import { number, plural, t } from '../../text.ts';
import type { Section, SectionProps } from '../Section.tsx';

/** Per pipeline: how many deals were seen in each stage, how long they stay, and how many stand there for too long. */
function Stages({ overview: { report } }: SectionProps) {
  if (report.stages.length === 0) return <p class="quiet">{t('stages_none')}</p>;
  const pipelines = [...new Set(report.stages.map(({ pipeline }) => pipeline))];
  return (
    <>
      {pipelines.map((pipeline) => (
        <Pipeline
          key={pipeline}
          name={pipelines.length > 1 ? (pipeline ?? t('pipeline_unknown')) : undefined}
          stages={report.stages.flatMap((stage, i) => (stage.pipeline === pipeline ? [{ ...stage, i }] : []))}
        />
      ))}
      <p class="quiet small">{t('stages_about')}</p>
    </>
  );
}

const Pipeline = ({ name, stages }: { name: string | undefined; stages: (Stage & { i: number })[] }) => (
  <>
    {name && (
      <h3>
        <bdi>{name}</bdi>
      </h3>
    )}
    <BarTable
      caption={name ?? t('section_stages')}
      heads={[t('stage'), t('deals'), t('time_in_stage'), t('limit'), t('stalled')]}
      bars={stages.map(({ i, stage, n, cumulativeDays, atLeast, limitDays, stalled }) => ({
        label: stage,
        size: n,
        from: `/report/stages/${i}`,
        cells: [
          number(n),
          atLeast ? t('at_least', { value: days(cumulativeDays) }) : days(cumulativeDays),
          limitDays === undefined ? '—' : days(limitDays),
          limitDays === undefined ? '—' : plural('n_stalled', stalled.length),
        ],
      }))}
    />
  </>
);

export const stages: Section = {
  id: 'stages',
  title: 'section_stages',
  isOpen: false,
  from: '/report/stages',
  Body: Stages,
};
