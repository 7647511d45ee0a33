import { useState } from 'preact/hooks';
import type { Settings } from '../../contract/settings.ts';
import { language, number, t } from '../text.ts';
import { useSave } from './save.tsx';
import { numberFrom } from './typed.ts';

type Cost = NonNullable<Settings['costs']>[number];

const DAY = 86_400_000;
/** Costs are stored up to a day that is not included; people name the last one that is. */
const shifted = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00Z`) + by * DAY).toISOString().slice(0, 10);

const kinds = () =>
  [
    ['marketing', t('cost_marketing')],
    ['sales', t('cost_sales')],
    ['support', t('cost_support')],
  ] as const;

/** What was spent, by the time it was spent for: the cost KPIs are made of it. */
export function Costs({ settings, reps }: { settings: Settings; reps: string[] }) {
  const save = useSave();
  const costs = settings.costs ?? [];
  const without = (index: number) => costs.filter((_, i) => i !== index);
  return (
    <section class="card" data-part="costs">
      <h2>{t('costs')}</h2>
      <p class="quiet">{t('costs_hint')}</p>
      {costs.length > 0 && (
        <ul class="rows">
          {costs.map((cost, index) => (
            <li key={JSON.stringify(cost)}>
              <span>{sentence(cost, settings.currency)}</span>
              <button
                type="button"
                class="button"
                aria-label={t('remove_name', { name: sentence(cost, settings.currency) })}
                onClick={() => save({ costs: costs.length > 1 ? without(index) : null })}
              >
                {t('remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <AddCost reps={reps} add={(cost) => save({ costs: [...costs, cost] })} />
    </section>
  );
}

function sentence({ kind, amount, from, to, rep }: Cost, currency: string | undefined): string {
  const days = new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeZone: 'UTC' });
  const range = days.formatRange(Date.parse(from), Date.parse(shifted(to, -1)));
  const money = number(amount, currency ? { style: 'currency', currency } : {});
  const name = kinds().find(([each]) => each === kind)?.[1] ?? kind;
  return [name, money, range, rep].filter((part) => part !== undefined).join(' · ');
}

type Fault = { field: string; why: string };

/** The cost that a form describes, or what is wrong with it and where. */
export function costFrom(form: FormData): { cost: Cost } | { fault: Fault } {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const amount = numberFrom(text('amount'));
  if (amount === undefined || amount < 0) return { fault: { field: 'amount', why: t('amount_wrong') } };
  const [from, last] = [text('from'), text('to')];
  if (!from) return { fault: { field: 'from', why: t('day_wrong') } };
  if (!last || last < from) return { fault: { field: 'to', why: t('until_wrong') } };
  const kind = kinds().find(([each]) => each === text('kind'))?.[0] ?? 'sales';
  const rep = text('rep');
  return { cost: { kind, amount, from, to: shifted(last, 1), ...(rep ? { rep } : {}) } };
}

function AddCost({ reps, add }: { reps: string[]; add: (cost: Cost) => unknown }) {
  const [fault, setFault] = useState<Fault>();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const found = costFrom(new FormData(form));
    setFault('fault' in found ? found.fault : undefined);
    if ('fault' in found) return;
    add(found.cost);
    form.reset();
  };
  const input = (name: string, label: string, type: 'text' | 'date') => (
    <div class="field">
      <label for={`cost-${name}`}>{label}</label>
      <input
        id={`cost-${name}`}
        name={name}
        type={type as 'text'}
        aria-invalid={fault?.field === name}
        aria-describedby={fault?.field === name ? `cost-${name}-fault` : undefined}
      />
      {fault?.field === name && (
        <p id={`cost-${name}-fault`} class="small warn" role="alert">
          {fault.why}
        </p>
      )}
    </div>
  );
  return (
    <form class="grid" onSubmit={submit} noValidate data-part="add-cost">
      <div class="field">
        <label for="cost-kind">{t('cost_kind')}</label>
        <select id="cost-kind" name="kind">
          {kinds().map(([kind, name]) => (
            <option key={kind} value={kind}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {input('amount', t('field_amount'), 'text')}
      {input('from', t('cost_from'), 'date')}
      {input('to', t('cost_to'), 'date')}
      <div class="field">
        <label for="cost-rep">{t('cost_rep')}</label>
        <select id="cost-rep" name="rep">
          <option value="">{t('cost_team')}</option>
          {reps.map((rep) => (
            <option key={rep} value={rep}>
              {rep}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" class="button primary">
        {t('add')}
      </button>
    </form>
  );
}
