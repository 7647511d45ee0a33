import type { Settings } from '../../contract/settings.ts';
import { t } from '../text.ts';
import { Choice } from './Choice.tsx';
import { Field } from './Field.tsx';
import { useSave } from './save.tsx';
import { numberFrom, numberText } from './typed.ts';

interface Props {
  settings: Settings;
  reps: string[];
}

const isAbove = (text: string): boolean => (numberFrom(text) ?? 0) > 0;
const isAmount = (text: string): boolean => (numberFrom(text) ?? -1) >= 0;

/** Revenue to be won, and by when: the magic number is worked out from it. */
export const Goal = ({ settings, reps }: Props) => (
  <>
    <section class="card" data-part="goal">
      <h2>{t('goal')}</h2>
      <p class="quiet">{t('goal_hint')}</p>
      <GoalFields goal={settings.goal} />
    </section>
    <section class="card" data-part="quota">
      <h2>{t('quotas')}</h2>
      <p class="quiet">{t('quotas_hint')}</p>
      <Quotas quota={settings.quota ?? {}} reps={reps} />
    </section>
  </>
);

function GoalFields({ goal }: { goal: Settings['goal'] }) {
  const save = useSave();
  const unit = goal?.weeks === undefined ? 'months' : 'weeks';
  const length = goal?.weeks ?? goal?.months ?? 12;
  const set = (revenue: number, n: number, in_: string) =>
    save({ goal: in_ === 'weeks' ? { revenue, weeks: n } : { revenue, months: n } });
  return (
    <div class="row">
      <Field
        name="goal-revenue"
        label={t('goal_revenue')}
        value={goal ? numberText(goal.revenue) : ''}
        fault={(text) => (text.trim() === '' || isAbove(text) ? undefined : t('above_zero_wrong'))}
        save={(text) => {
          const revenue = numberFrom(text);
          if (revenue === undefined) save({ goal: null });
          else set(revenue, length, unit);
        }}
      />
      {goal && (
        <Field
          name="goal-length"
          label={t('goal_within')}
          value={numberText(length)}
          fault={(text) => (isAbove(text) ? undefined : t('above_zero_wrong'))}
          save={(text) => set(goal.revenue, numberFrom(text) ?? length, unit)}
        />
      )}
      {goal && (
        <Choice
          name="goal-unit"
          label={t('goal_unit')}
          value={unit}
          options={[
            ['months', t('months')],
            ['weeks', t('weeks')],
          ]}
          choose={(next) => set(goal.revenue, length, next)}
        />
      )}
    </div>
  );
}

const amountOf = (quota: Record<string, number>, rep: string): string =>
  Object.hasOwn(quota, rep) ? numberText(quota[rep] ?? 0) : '';

function Quotas({ quota, reps }: { quota: NonNullable<Settings['quota']>; reps: string[] }) {
  const save = useSave();
  const all = [...new Set([...reps, ...Object.keys(quota)])];
  if (all.length === 0) return <p class="quiet small">{t('options_people_none')}</p>;
  return (
    <div class="grid">
      {all.map((rep) => (
        <Field
          key={rep}
          name={`quota-${rep}`}
          label={rep}
          value={amountOf(quota, rep)}
          fault={(text) => (text.trim() === '' || isAmount(text) ? undefined : t('amount_wrong'))}
          save={(text) => {
            const { [rep]: _, ...others } = quota;
            const amount = numberFrom(text);
            save({ quota: amount === undefined ? others : { ...others, [rep]: amount } });
          }}
        />
      ))}
    </div>
  );
}
