import type { Settings } from '../../contract/settings.ts';
import { againstBaseline } from '../../metrics/against-baseline.ts';
import type { Kpi } from '../../metrics/kpi.ts';
import { KPIS } from '../../metrics/kpis.ts';
import { kpiValue } from '../format.ts';
import { GROUPS } from '../kpi-groups.ts';
import { kpiName, reason } from '../names.ts';
import { type Key, language, number, plural, t } from '../text.ts';
import { type Frozen, frozenIn } from './baselines.ts';
import { limitsText } from './limits.ts';
import { useSave } from './save.tsx';

interface Props {
  settings: Settings;
  /** Undefined until they were asked for. */
  now: Record<string, Kpi> | undefined;
}

export function BaselineTable({ settings, now }: Props) {
  const frozen = frozenIn(settings);
  const ids = GROUPS.flatMap((group) => group.ids).filter((id) => id in frozen);
  const [first] = Object.values(frozen);
  return (
    <div class="wide-table">
      <table class="list" data-part="baseline-table">
        {first?.period && (
          <caption>{t('baseline_of', { period: periodText(first.period, settings) })}</caption>
        )}
        <thead>
          <tr>
            <th scope="col">{t('kpi')}</th>
            <th scope="col">{t('baseline_then')}</th>
            {now && <th scope="col">{t('baseline_now')}</th>}
            {now && <th scope="col">{t('baseline_change')}</th>}
            <th scope="col">
              <span class="heard">{t('baseline_thaw')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {ids.map((id) => {
            const then = frozen[id];
            return then && <Row key={id} id={id} then={then} now={now?.[id]} settings={settings} />;
          })}
        </tbody>
      </table>
    </div>
  );
}

const periodText = ([from, to]: readonly [number, number], { timeZone }: Settings): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeZone }).formatRange(from, to - 1);

/** The difference of two shares is told in points of a hundred. */
const points = (share: number): string =>
  number(share * 100, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });

interface RowProps {
  id: string;
  then: Frozen;
  now: Kpi | undefined;
  settings: Settings;
}

function Row({ id, then, now, settings }: RowProps) {
  const save = useSave();
  const name = kpiName(id);
  const { [id]: _, ...others } = settings.baseline ?? {};
  return (
    <tr data-kpi={id}>
      <th scope="row">{name}</th>
      <td data-label={t('baseline_then')}>
        <Figure kpi={then} currency={settings.currency} />
      </td>
      {now && (
        <td data-label={t('baseline_now')}>
          <Figure kpi={now} currency={settings.currency} />
        </td>
      )}
      {now && <Changed now={now} then={then} id={id} />}
      <td>
        <button
          type="button"
          class="link"
          aria-label={t('baseline_thaw_name', { name })}
          onClick={() => save({ baseline: Object.keys(others).length > 0 ? others : null })}
        >
          {t('baseline_thaw')}
        </button>
      </td>
    </tr>
  );
}

type Shown = Pick<Kpi, 'value' | 'unit' | 'lo' | 'hi' | 'n' | 'why'>;

function Figure({ kpi, currency }: { kpi: Shown; currency: string | undefined }) {
  if (kpi.value === null) {
    const why = kpi.why && reason(kpi.why);
    return (
      <>
        — <span class="quiet small">{why}</span>
      </>
    );
  }
  const limits = limitsText(kpi.unit, kpi, currency);
  return (
    <>
      <bdi>{kpiValue(kpi.value, kpi.unit, currency)}</bdi>
      <span class="quiet small figure-note">
        {limits && <bdi>{limits}</bdi>} {plural('from_n', kpi.n)}
      </span>
    </>
  );
}

const STATES = {
  better: 'change_better',
  worse: 'change_worse',
  same: 'change_same',
  'not-certain': 'change_not_certain',
  'too-few': 'change_scarce',
  figure: 'change_figure',
  unknown: 'change_unknown',
} as const satisfies Record<string, Key>;

interface ChangedProps {
  id: string;
  now: Kpi;
  then: Frozen;
}

/** An arrow stands only beside what is certain. */
function Changed({ id, now, then }: ChangedProps) {
  const { difference, lo, hi, state } = againstBaseline(now, then, KPIS[id]?.better ?? 'higher');
  const isSure = state === 'better' || state === 'worse';
  const arrow = isSure && difference !== null ? (difference > 0 ? '↑' : '↓') : '';
  return (
    <td data-change={state} data-label={t('baseline_change')}>
      <span class={isSure ? 'sure' : 'quiet'}>
        {arrow} {t(STATES[state])}
      </span>
      {lo !== undefined && hi !== undefined && (
        <span class="quiet small figure-note">
          <bdi>{t('points_between', { lo: points(lo), hi: points(hi) })}</bdi>
        </span>
      )}
    </td>
  );
}
