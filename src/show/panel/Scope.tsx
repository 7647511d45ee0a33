import { useState } from 'preact/hooks';
import { PERIODS } from '../../metrics/periods.ts';
import { dateRange, percent } from '../format.ts';
import { kpiName, reason } from '../names.ts';
import { kpiAt } from '../parts/from.ts';
import { list, lookUp, plural, t } from '../text.ts';
import type { SectionProps } from './Section.tsx';

/** Whose figures, of which time, and how much of the truth they rest on. */
export function Scope(props: SectionProps) {
  const { overview, choices, choose } = props;
  const { report, reps, settings } = overview;
  const known = choices.rep === null || reps.includes(choices.rep);
  return (
    <section class="card scope" data-part="scope" data-from="/report/kpis">
      <div class="scope-row">
        <select
          class="select"
          aria-label={t('whose')}
          data-part="rep"
          value={choices.rep ?? ''}
          onChange={({ currentTarget: { value } }) => choose({ rep: value === '' ? null : value })}
        >
          <option value="">{t('whole_team')}</option>
          {(known ? reps : [choices.rep ?? '', ...reps]).map((name) => (
            <option key={name} value={name} selected={name === choices.rep}>
              {name}
            </option>
          ))}
        </select>
        <select
          class="select"
          aria-label={t('period')}
          data-part="period"
          value={choices.period}
          onChange={({ currentTarget }) =>
            choose({ period: currentTarget.value as (typeof PERIODS)[number] })
          }
        >
          {PERIODS.map((name) => (
            <option key={name} value={name} selected={name === choices.period}>
              {lookUp(`period_${name.replaceAll('-', '_')}`)}
            </option>
          ))}
        </select>
      </div>
      <p class="quiet small" data-part="coverage-line" data-from="/report/coverage /report/period /reps">
        {dateRange(report.period, settings.timeZone)} · {seen(overview)}
      </p>
      <Gaps overview={overview} />
    </section>
  );
}

const seen = ({ report, reps }: SectionProps['overview']): string => {
  const { leads = 0, deals = 0 } = report.coverage.seen;
  return [plural('n_people', reps.length), plural('n_leads', leads), plural('n_deals', deals)].join(' · ');
};

/** Which figures cannot be said, or only of a part of the records, by the reason. */
function Gaps({ overview }: Pick<SectionProps, 'overview'>) {
  const [isOpen, setIsOpen] = useState(false);
  const kpis = Object.entries(overview.report.kpis);
  const reasons = [...new Set(kpis.flatMap(([, { why }]) => why ?? []))];
  // Of what is split by place the coverage is that of the places.
  const partly = kpis.filter(
    ([, { why, coverage, parts }]) => !why && !parts && coverage != null && coverage < 1,
  );
  const count = kpis.filter(([, { why }]) => why).length + partly.length;
  if (count === 0) return <p class="quiet small">{t('no_gaps_in_figures')}</p>;
  return (
    <>
      <button
        type="button"
        class="link small"
        data-part="figure-gaps"
        aria-expanded={isOpen}
        aria-controls="figure-gaps"
        onClick={() => setIsOpen(!isOpen)}
      >
        {plural('gaps_in_figures', count)}
      </button>
      <div id="figure-gaps" class="gap-list" hidden={!isOpen}>
        <p class="quiet">{t('gaps_in_figures_about')}</p>
        <ul>
          {reasons.map((why) => (
            <li key={why}>
              {list(kpis.filter(([, kpi]) => kpi.why === why).map(([id]) => kpiName(id)))}:{' '}
              <span class="quiet">{reason(why)}</span>
            </li>
          ))}
          {partly.map(([id, { coverage }]) => (
            <li key={id} data-from={`${kpiAt(id)}/coverage`}>
              {t('known_of', { name: kpiName(id), share: percent(coverage ?? 0) })}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
