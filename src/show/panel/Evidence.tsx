import type { PeerBand } from '../../metrics/bands.ts';
import type { Behind } from '../../metrics/behind.ts';
import type { Kpi } from '../../metrics/kpi.ts';
import type { WeekPoint } from '../../metrics/trends.ts';
import { dateRange, kpiValue } from '../format.ts';
import { kpiName, reason } from '../names.ts';
import { number, t } from '../text.ts';
import { aboutOf, counted } from './figures.ts';
import { Records } from './Records.tsx';

interface Props {
  id: string;
  kpi: Kpi;
  currency: string | null;
  zone?: string | undefined;
  weeks?: readonly WeekPoint[] | undefined;
  /** Absent where peers have no place: the figure is the team's, or nobody is to be set beside others. */
  peers?: PeerBand | null | undefined;
  behind?: Behind | null | undefined;
}

/** What a figure rests on, in sentences; the figures of its weeks and parts as tables. */
export function Evidence({ id, kpi, currency, zone, weeks, peers, behind }: Props) {
  const said = sentences(id, kpi, currency);
  const written = (value: number | null) => kpiValue(value, kpi.unit, currency);
  if (peers) said.push(t('ev_peers', { n: peers.n, low: written(peers.low), high: written(peers.high) }));
  else if (peers === null) said.push(t('ev_no_peers'));
  return (
    <div class="evidence" data-part="kpi-evidence">
      <p class="quiet">{aboutOf(id)}</p>
      <ul>
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {kpi.parts && Object.keys(kpi.parts).length > 0 && <Parts parts={kpi.parts} written={written} />}
      {behind && behind.all > 0 && <Records behind={behind} isShare={kpi.x !== undefined} />}
      {weeks && <Weeks id={id} weeks={weeks} zone={zone} written={written} />}
    </div>
  );
}

/** What can be said of a figure beside its value. */
function sentences(id: string, kpi: Kpi, currency: string | null): string[] {
  const {
    value,
    n,
    x,
    lo,
    hi,
    events,
    censored,
    coverage,
    possible,
    net,
    topTwo,
    progress,
    parts,
    why,
    state,
  } = kpi;
  const written = (limit: number) => kpiValue(limit, kpi.unit, currency);
  const said = [
    why && t('ev_cannot', { why: reason(why) }),
    x === undefined ? t('ev_rests', { n: counted(id, n) }) : t('ev_share', { x, n: counted(id, n) }),
    events !== undefined && n > 0 && t('ev_waits', { events, censored: censored ?? 0 }),
    state === 'insufficient' && t('ev_too_little'),
    value !== null && intervalOf(lo, hi, written),
    coverage != null &&
      coverage < 1 &&
      t(parts ? 'ev_places' : 'ev_coverage', { share: percentOf(coverage) }),
    possible != null && possible !== value && t('ev_possible', { value: written(possible) }),
    progress != null && progress >= 0 && t('progress_of', { share: percentOf(progress) }),
    net != null && t('ev_net', { value: percentOf(net) }),
    topTwo != null && t('ev_top_ratings', { value: percentOf(topTwo) }),
    id === 'activity-meter' && value !== null && t('ev_looks_back'),
  ];
  return said.filter((sentence) => typeof sentence === 'string' && sentence !== '') as string[];
}

const percentOf = (share: number): string => kpiValue(share, 'ratio');

function intervalOf(
  lo: number | null | undefined,
  hi: number | null | undefined,
  written: (limit: number) => string,
): string | false {
  if (lo != null && hi != null) return t('ev_interval', { lo: written(lo), hi: written(hi) });
  if (lo != null) return t('ev_interval_from', { lo: written(lo) });
  return hi != null && t('ev_interval_to', { hi: written(hi) });
}

type Written = (value: number | null) => string;

const Weeks = ({
  id,
  weeks,
  zone,
  written,
}: Pick<Props, 'id' | 'zone'> & { weeks: readonly WeekPoint[]; written: Written }) => (
  <details class="as-table">
    <summary>{t('show_as_table')}</summary>
    <table>
      <caption>{t('trend_of', { name: kpiName(id), count: weeks.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('week')}</th>
          <th scope="col">{t('value')}</th>
          <th scope="col">{t('rests_on')}</th>
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ week, value, n }) => (
          <tr key={week[0]}>
            <th scope="row">{dateRange(week, zone)}</th>
            <td>{written(value)}</td>
            <td>{number(n)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </details>
);

const Parts = ({ parts, written }: { parts: Record<string, number>; written: Written }) => (
  <table class="parts">
    <caption>{t('ev_parts')}</caption>
    <tbody>
      {Object.entries(parts)
        .sort(([, a], [, b]) => b - a)
        .map(([place, value]) => (
          <tr key={place}>
            <th scope="row">
              <bdi>{place}</bdi>
            </th>
            <td>{written(value)}</td>
          </tr>
        ))}
    </tbody>
  </table>
);
