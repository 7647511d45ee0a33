import type { Estimate } from '../../../metrics/forecast.ts';
import type { Overview } from '../../../metrics/overview.ts';
import { dateRange, money, percent } from '../../format.ts';
import { reason } from '../../names.ts';
import { type Key, plural, t } from '../../text.ts';
import type { Section, SectionProps } from '../Section.tsx';

const MOST = 8;

/** What the open deals may bring in as much time as the period is long: as the CRM weighs them, and as deals went so far. */
function Forecast({ overview }: SectionProps) {
  const { forecast, asOf, period } = overview.report;
  const ahead = [asOf, asOf + period[1] - period[0]] as const;
  return (
    <>
      <p class="quiet small" data-from="/ahead">
        {t('forecast_until', { range: dateRange(ahead, overview.settings.timeZone) })}
      </p>
      <dl class="facts">
        <EstimateOf
          at="weighted"
          name="forecast_weighted"
          estimate={forecast.weighted}
          currency={overview.currency}
        />
        <EstimateOf
          at="expected"
          name="forecast_expected"
          estimate={forecast.expected}
          currency={overview.currency}
        />
      </dl>
      <p class="quiet small">
        {plural('forecast_rests', forecast.closings)}{' '}
        {forecast.state === 'insufficient' && t('ev_too_little')}
      </p>
      {forecast.deals.length > 0 && <Deals overview={overview} />}
    </>
  );
}

interface EstimateProps {
  at: 'weighted' | 'expected';
  name: Key;
  estimate: Estimate;
  currency: string | null;
}
function EstimateOf({ at, name, estimate, currency }: EstimateProps) {
  const { value, lo, hi, n, why } = estimate;
  return (
    <div>
      <dt>{t(name)}</dt>
      <dd data-figure={name} data-value={value ?? ''} data-from={`/report/forecast/${at}`}>
        {value === null ? '—' : money(value, currency)}
        <span class="quiet small">
          {value === null
            ? why && t('ev_cannot', { why: reason(why) })
            : t('forecast_between', {
                lo: money(lo ?? 0, currency),
                hi: money(hi ?? 0, currency),
                n: dealsSaid(n),
              })}
        </span>
      </dd>
    </div>
  );
}

const dealsSaid = (n: number): string => plural('n_deals', n);

/** Those that weigh most, each with its chance in that time. */
function Deals({ overview: { report, named, currency } }: { overview: Overview }) {
  const shown = report.forecast.deals.slice(0, MOST);
  return (
    <table class="plain">
      <thead>
        <tr>
          <th scope="col">{t('deal')}</th>
          <th scope="col">{t('amount')}</th>
          <th scope="col">{t('chance')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ org, id, amount, chance }, i) => (
          <tr key={`${org} ${id}`} data-from={`/report/forecast/deals/${i}`}>
            <th scope="row">
              <bdi>{named[`${org}/deal/${id}`] ?? t('unnamed')}</bdi>
            </th>
            <td>{amount === null ? '—' : money(amount, currency)}</td>
            <td>{chance === null ? '—' : percent(chance)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export const forecast: Section = {
  id: 'forecast',
  title: 'section_forecast',
  isOpen: false,
  from: '/report/forecast',
  Body: Forecast,
};
