import { useState } from 'preact/hooks';
import type { Settings } from '../../contract/settings.ts';
import { DAY, instantOf } from '../../contract/zone.ts';
import type { Kpi } from '../../metrics/kpi.ts';
import { t } from '../text.ts';
import { BaselineTable } from './BaselineTable.tsx';
import { frozenAt, nowOf } from './baselines.ts';
import { useSave } from './save.tsx';

/** How things were before a goal was set: frozen, compared with now, thawed. */
export function Baselines({ settings }: { settings: Settings }) {
  const save = useSave();
  const [now, setNow] = useState<Record<string, Kpi>>();
  const [busy, setBusy] = useState(false);
  const [empty, setEmpty] = useState(false);
  const baseline = settings.baseline ?? {};
  const ids = Object.keys(baseline);
  const working = async (work: () => Promise<void>) => {
    setBusy(true);
    // The button is drawn as busy before the sums are made.
    await new Promise((resolve) => setTimeout(resolve));
    await work().finally(() => setBusy(false));
  };
  const freeze = (asOf: number) =>
    working(async () => {
      const frozen = await frozenAt(asOf);
      const isEmpty = Object.keys(frozen).length === 0;
      setEmpty(isEmpty);
      setNow(undefined);
      if (!isEmpty) save({ baseline: frozen });
    });
  const compare = () => working(async () => setNow(await nowOf(ids, Date.now())));
  return (
    <section class="card" data-part="baselines">
      <h2>{t('section_baselines')}</h2>
      <p class="quiet">{t('baselines_hint')}</p>
      <Freeze settings={settings} freeze={freeze} busy={busy} />
      <p class="small warn" role="status">
        {empty && t('baseline_empty')}
      </p>
      {ids.length > 0 && (
        <>
          <div class="with-button wrap">
            <button type="button" class="button" data-part="compare" disabled={busy} onClick={compare}>
              {t('baseline_compare')}
            </button>
            <button type="button" class="button" data-part="thaw" onClick={() => save({ baseline: null })}>
              {t('baseline_thaw_all')}
            </button>
          </div>
          <BaselineTable settings={settings} now={now} />
        </>
      )}
    </section>
  );
}

interface FreezeProps {
  settings: Settings;
  freeze: (asOf: number) => unknown;
  busy: boolean;
}

function Freeze({ settings, freeze, busy }: FreezeProps) {
  const [wrong, setWrong] = useState<string>();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const day = String(new FormData(event.currentTarget as HTMLFormElement).get('before'));
    const asOf = asOfDay(day, settings, Date.now());
    setWrong(asOf === undefined ? t('baseline_day_wrong') : undefined);
    if (asOf !== undefined) freeze(asOf);
  };
  return (
    <form class="field" onSubmit={submit} noValidate>
      <label for="before">{t('baseline_before')}</label>
      <div class="with-button">
        <input
          id="before"
          name="before"
          type="date"
          aria-invalid={wrong !== undefined}
          aria-describedby="before-hint"
        />
        <button type="submit" class="button primary" disabled={busy} data-part="freeze">
          {t('baseline_freeze')}
        </button>
      </div>
      <p id="before-hint" class={wrong ? 'small warn' : 'small quiet'} role={wrong ? 'alert' : undefined}>
        {wrong ?? t('baseline_before_hint')}
      </p>
    </form>
  );
}

/** The beginning of a day in the settings' zone, the present where none is given; `undefined` for a day to come. */
export function asOfDay(day: string, settings: Settings, now: number): number | undefined {
  if (day === '') return now;
  const zone = settings.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const at = Date.parse(`${day}T00:00Z`);
  if (Number.isNaN(at) || at % DAY !== 0) return undefined;
  const asOf = instantOf(at, zone);
  return asOf > now ? undefined : asOf;
}
