import { isPaused, RETENTION_DAYS, type Settings } from '../../contract/settings.ts';
import { when } from '../format.ts';
import { t } from '../text.ts';
import { Field } from './Field.tsx';
import { Lockable, useSave } from './save.tsx';
import { numberFrom, numberText } from './typed.ts';

const HOUR = 3_600_000;

/** Reading can rest, and what was not seen for long is deleted. */
export function Pause({ settings }: { settings: Settings }) {
  const save = useSave();
  const now = Date.now();
  return (
    <>
      <section class="card" data-part="pause">
        <h2>{t('pause')}</h2>
        <p class="quiet">{t('pause_hint')}</p>
        <div class="with-button wrap">
          {isPaused(settings, now) ? (
            <>
              <p class="paused">{pausedText(settings, now)}</p>
              <button
                type="button"
                class="button primary"
                data-part="resume"
                onClick={() => save({ paused: null })}
              >
                {t('pause_end')}
              </button>
            </>
          ) : (
            <>
              <button type="button" class="button" onClick={() => save({ paused: Date.now() + HOUR })}>
                {t('pause_hour')}
              </button>
              <button type="button" class="button" onClick={() => save({ paused: tomorrow() })}>
                {t('pause_tomorrow')}
              </button>
              <button
                type="button"
                class="button"
                data-part="pause-on"
                onClick={() => save({ paused: true })}
              >
                {t('pause_until_told')}
              </button>
            </>
          )}
        </div>
      </section>
      <section class="card" data-part="retention">
        <h2>{t('retention_title')}</h2>
        <Lockable of="retentionDays">
          <Field
            name="retentionDays"
            label={t('retention_days')}
            hint={t('retention_hint')}
            value={numberText(settings.retentionDays ?? RETENTION_DAYS)}
            fault={(text) => (isWhole(numberFrom(text)) ? undefined : t('days_wrong'))}
            save={(text) => save({ retentionDays: numberFrom(text) ?? RETENTION_DAYS })}
          />
        </Lockable>
      </section>
    </>
  );
}

const isWhole = (days: number | undefined): boolean =>
  days !== undefined && days >= 1 && Number.isInteger(days);

const pausedText = ({ paused }: Settings, now: number): string =>
  typeof paused === 'number' ? t('paused_until', { until: when(paused, now) }) : t('paused_on');

function tomorrow(): number {
  const day = new Date();
  day.setHours(24, 0, 0, 0);
  return +day;
}
