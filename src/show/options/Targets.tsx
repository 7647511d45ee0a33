import type { Settings } from '../../contract/settings.ts';
import type { Direction, Unit } from '../../metrics/kpi.ts';
import { KPIS } from '../../metrics/kpis.ts';
import { GROUPS } from '../kpi-groups.ts';
import { kpiName } from '../names.ts';
import { type Key, t } from '../text.ts';
import { Choice } from './Choice.tsx';
import { Field } from './Field.tsx';
import { Lockable, useOwn, useSave } from './save.tsx';
import { valueFrom, writtenValue } from './typed.ts';

type Target = NonNullable<Settings['target']>[string];

/** What each KPI is to reach. */
export const Targets = ({ settings }: { settings: Settings }) => (
  <section class="card" data-part="targets">
    <h2>{t('section_targets')}</h2>
    <p class="quiet">{t('targets_hint')}</p>
    <Lockable of="target">
      {GROUPS.map(({ name, ids }) => (
        <table class="list" key={name}>
          <caption>{t(name)}</caption>
          <thead class="heard">
            <tr>
              <th scope="col">{t('kpi')}</th>
              <th scope="col">{t('target_direction')}</th>
              <th scope="col">{t('target')}</th>
            </tr>
          </thead>
          <tbody>
            {ids.map((id) => (
              <Row key={id} id={id} target={settings.target ?? {}} currency={settings.currency} />
            ))}
          </tbody>
        </table>
      ))}
    </Lockable>
  </section>
);

interface RowProps {
  id: string;
  target: Record<string, Target>;
  currency: string | undefined;
}

function Row({ id, target, currency }: RowProps) {
  const save = useSave();
  const { target: typed = {} } = useOwn();
  const kpi = KPIS[id];
  if (!kpi) return null;
  const own = target[id];
  const value = typeof own === 'number' ? own : own?.value;
  const direction = (typeof own === 'object' ? own.direction : undefined) ?? kpi.better;
  const set = (next: number | undefined, way: Direction) => {
    const { [id]: _, ...others } = typed;
    const usual = way === kpi.better ? {} : { direction: way };
    save({ target: next === undefined ? others : { ...others, [id]: { value: next, ...usual } } });
  };
  const name = kpiName(id);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="direction">
        {value !== undefined && (
          <Choice
            quiet
            name={`direction-${id}`}
            label={t('target_direction_of', { name })}
            value={direction}
            options={[
              ['higher', t('target_at_least')],
              ['lower', t('target_at_most')],
            ]}
            choose={(way) => set(value, way as Direction)}
          />
        )}
      </td>
      <td class="narrow">
        <Field
          quiet
          name={`target-${id}`}
          label={t('target_of', { name })}
          value={value === undefined ? '' : writtenValue(kpi.unit, value)}
          placeholder={unitHint(kpi.unit, currency)}
          fault={(text) => faultOf(kpi.unit, text)}
          save={(text) => set(valueFrom(kpi.unit, text), direction)}
        />
      </td>
    </tr>
  );
}

const EXAMPLES: Record<Unit, Key> = {
  s: 'unit_s',
  days: 'unit_days',
  ratio: 'unit_ratio',
  money: 'unit_money',
  'money/day': 'unit_money_day',
  count: 'unit_count',
  'per-week': 'unit_per_week',
  points: 'unit_points',
  'per-lead': 'unit_per_lead',
  rating: 'unit_rating',
};
const unitHint = (unit: Unit, currency = ''): string => t(EXAMPLES[unit], { currency }).trim();

const MOST: Partial<Record<Unit, number>> = { points: 4, rating: 5 };

export function faultOf(unit: Unit, text: string): string | undefined {
  if (text.trim() === '') return undefined;
  const value = valueFrom(unit, text);
  if (unit === 's') return value === undefined ? t('duration_wrong') : undefined;
  if (value === undefined) return t(unit === 'ratio' ? 'percent_wrong' : 'number_wrong');
  const most = MOST[unit];
  return most !== undefined && (value < 0 || value > most)
    ? t('between_wrong', { from: 0, to: most })
    : undefined;
}
