import type { Settings } from '../../contract/settings.ts';
import { RULES } from '../../metrics/coaching.ts';
import { kpiName } from '../names.ts';
import { type Key, t } from '../text.ts';
import { Field } from './Field.tsx';
import { useSave } from './save.tsx';
import { percentFrom, percentText } from './typed.ts';

type Name = keyof NonNullable<Settings['thresholds']>;

const HINTS: Record<Name, Key> = {
  appointmentRatio: 'threshold_below',
  closingRatio: 'threshold_below',
  activityMeter: 'threshold_below',
  revenueGap: 'threshold_gap',
  cycleGap: 'threshold_gap_cycle',
};

/** From where on the coach speaks up. */
export function Thresholds({ settings }: { settings: Settings }) {
  const save = useSave();
  const own = settings.thresholds ?? {};
  const set = (name: Name, value: number | undefined) => {
    const { [name]: _, ...others } = own;
    save({ thresholds: value === undefined ? others : { ...others, [name]: value } });
  };
  return (
    <section class="card" data-part="thresholds">
      <h2>{t('thresholds')}</h2>
      <p class="quiet">{t('thresholds_hint')}</p>
      {RULES.map(({ kpi, threshold, usual }) => (
        <Field
          key={threshold}
          name={`threshold-${threshold}`}
          label={kpiName(kpi)}
          value={own[threshold] === undefined ? '' : percentText(own[threshold])}
          placeholder={percentText(usual)}
          hint={t(HINTS[threshold])}
          fault={(text) => faultOf(threshold, text)}
          save={(text) => set(threshold, percentFrom(text))}
        />
      ))}
    </section>
  );
}

function faultOf(name: Name, text: string): string | undefined {
  if (text.trim() === '') return undefined;
  const value = percentFrom(text);
  if (name === 'activityMeter') return value !== undefined && value > 0 ? undefined : t('above_zero_wrong');
  return value !== undefined && value >= 0 && value <= 1 ? undefined : t('share_wrong');
}
