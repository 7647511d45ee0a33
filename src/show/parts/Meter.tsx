import type { Standing } from '../../metrics/standing.ts';
import { percent } from '../format.ts';
import { reason } from '../names.ts';
import { number, plural, t } from '../text.ts';

/** New opportunities a week against those that the goal takes; without a goal, what to give for it. */
export function Meter({ standing }: { standing: Standing }) {
  const { meter, perWeek, weekly } = standing;
  if (meter.value === null || weekly === null) return <NoMeter why={meter.why} />;
  const said = plural('meter_of', weekly, { done: number(perWeek, { maximumFractionDigits: 1 }) });
  return (
    <section class="card meter" data-part="meter" data-value={meter.value} data-from="/report/plan">
      <h2>{t('activity_meter')}</h2>
      <svg class="meter-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect width={Math.min(1, Math.max(0, meter.value)) * 100} height="8" />
      </svg>
      <output class="meter-value">{percent(meter.value)}</output>
      <p class="quiet small">{said}</p>
    </section>
  );
}

const NoMeter = ({ why }: { why: string | undefined }) => (
  <section class="card meter" data-part="meter" data-value="">
    <h2>{t('activity_meter')}</h2>
    <p class="quiet small">{why ? reason(why) : t('meter_none')}</p>
    {why?.startsWith('needs') && (
      <button type="button" class="link" onClick={() => chrome.runtime.openOptionsPage()}>
        {t('meter_set')}
      </button>
    )}
  </section>
);
