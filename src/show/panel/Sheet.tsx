import type { Overview } from '../../metrics/overview.ts';
import { dateRange, kpiValue, percent } from '../format.ts';
import { kpiName, reason } from '../names.ts';
import { kpiAt } from '../parts/from.ts';
import { lookUp, t } from '../text.ts';
import { reasonSaid } from './check-words.ts';
import { Figure } from './Figure.tsx';
import { counted, targetOf, written } from './figures.ts';
import { wentWell } from './well.ts';

/** Deals and leads that a talk has time for. */
const TALK = 3;

/** What two people sit down with: the good first, then one thing to try, then what they agree. */
export const Sheet = ({ overview }: { overview: Overview }) => (
  <article class="sheet" data-part="sheet">
    <h3>{t('sheet_title', { name: overview.report.rep ?? t('whole_team') })}</h3>
    <p class="quiet small" data-from="/report/period">
      {dateRange(overview.report.period, overview.settings.timeZone)}
    </p>
    <h4>{t('sheet_well')}</h4>
    <ul class="said">
      {wentWell(overview).map(({ sentence, kpi }) => (
        <li key={sentence} data-from={kpi ? `${kpiAt(kpi)} /peers/${kpi} /report/coaching` : undefined}>
          {sentence}
        </li>
      ))}
    </ul>
    <h4>{t('sheet_figures')}</h4>
    <Figures overview={overview} />
    <h4>{t('sheet_tip')}</h4>
    <Tip overview={overview} />
    <Talk overview={overview} />
    <h4>{t('sheet_next')}</h4>
    <p class="to-fill" />
    <p class="to-fill" />
    <p class="to-fill short">{t('sheet_by')}</p>
  </article>
);

const Figures = ({ overview }: { overview: Overview }) => (
  <div class="sideways">
    <table class="sheet-figures">
      <thead>
        <tr>
          <th scope="col">{t('figure')}</th>
          <th scope="col">{t('value')}</th>
          <th scope="col">{t('target')}</th>
          <th scope="col">{t('baseline')}</th>
          <th scope="col">{t('peers')}</th>
        </tr>
      </thead>
      <tbody>
        {overview.wish.picks.map((id) => (
          <FigureRow key={id} id={id} overview={overview} />
        ))}
      </tbody>
    </table>
  </div>
);

function FigureRow({ id, overview: { report, currency, peers } }: { id: string; overview: Overview }) {
  const kpi = report.kpis[id];
  if (!kpi) return null;
  const inUnit = (value: number | null | undefined) => kpiValue(value, kpi.unit, currency);
  const band = peers[id];
  return (
    <tr data-from={`${kpiAt(id)} /peers/${id}`}>
      <th scope="row">{kpiName(id)}</th>
      <td>
        <Figure id={id} kpi={kpi} currency={currency} />
        <span class="quiet small">
          {' '}
          {kpi.why
            ? reason(kpi.why)
            : kpi.state === 'ok'
              ? counted(id, kpi.n)
              : t('only_n', { n: counted(id, kpi.n) })}
        </span>
      </td>
      <td>{inUnit(targetOf(kpi))}</td>
      <td>{inUnit(kpi.baseline?.value)}</td>
      <td>{band ? t('from_to', { from: inUnit(band.low), to: inUnit(band.high) }) : '—'}</td>
    </tr>
  );
}

/** One tip and no more: of the first rule that is certain, else of the first that is not. */
function Tip({ overview: { report, currency } }: { overview: Overview }) {
  const asking = report.coaching.filter(({ kpi }) => kpi !== 'sales-cycle-length');
  const advice =
    asking.find(({ state }) => state === 'coach') ?? asking.find(({ state }) => state === 'watch');
  const kpi = advice && report.kpis[advice.kpi];
  const [tip] = advice?.tips ?? [];
  if (!advice || !kpi || tip === undefined) return <p>{t('tip_none')}</p>;
  const name = kpiName(advice.kpi);
  const said = { name, value: written(advice.kpi, kpi, currency), n: counted(advice.kpi, kpi.n) };
  const isGap = advice.threshold < 0;
  return (
    <>
      <p>{lookUp(tip)}</p>
      <p class="quiet small" data-from={`${kpiAt(advice.kpi)} /report/coaching`}>
        {isGap
          ? t('tip_because_gap', { name, gap: percent(advice.value ?? 0) })
          : t(advice.state === 'coach' ? 'tip_because' : 'tip_because_unsure', {
              ...said,
              threshold: percent(advice.threshold),
            })}
      </p>
    </>
  );
}

function Talk({ overview: { exceptions } }: { overview: Overview }) {
  if (exceptions.open.length === 0) return null;
  return (
    <>
      <h4>{t('sheet_talk')}</h4>
      <ul class="said">
        {exceptions.open.slice(0, TALK).map(({ key, name, company, reasons }, i) => (
          <li key={key} data-from={`/exceptions/open/${i}`}>
            <bdi>{name ?? company ?? t('unnamed')}</bdi>
            {': '}
            {reasons.map(reasonSaid).join(' · ')}
          </li>
        ))}
      </ul>
    </>
  );
}
