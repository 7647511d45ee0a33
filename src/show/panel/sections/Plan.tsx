import { useState } from 'preact/hooks';
import { type MagicInputs, magic, weeksOf } from '../../../metrics/magic-number.ts';
import type { Overview } from '../../../metrics/overview.ts';
import { money, percent } from '../../format.ts';
import { reason } from '../../names.ts';
import { type Key, number, t } from '../../text.ts';
import type { Section, SectionProps } from '../Section.tsx';

const INPUTS = {
  average: ['average-revenue-per-sale', 'kpi_average_revenue_per_sale'],
  appointments: ['first-appointment-to-proposal', 'kpi_first_appointment_to_proposal'],
  closing: ['closing-ratio', 'kpi_closing_ratio'],
} as const satisfies Record<string, [kpi: string, name: Key]>;
type Input = keyof typeof INPUTS;

/** The magic number: what the goal takes in a week, where the present pace leads, and what would change it. */
function Plan({ overview }: SectionProps) {
  const { plan } = overview.report;
  const given = inputsOf(overview);
  if (plan.magicNumber === null || !given) return <NoPlan why={plan.why} />;
  const { currency } = overview;
  return (
    <>
      <p class="plan-hero">
        <output class="hero-number" data-figure="magic-number" data-value={plan.magicNumber}>
          {number(plan.weekly ?? plan.magicNumber)}
        </output>
        <span>{t('plan_weekly')}</span>
      </p>
      <dl class="facts">
        <Fact name="plan_pace" figure={plan.actualPerWeek}>
          {t('per_week', { value: short(plan.actualPerWeek) })}
        </Fact>
        <Fact name="activity_meter" figure={plan.activityMeter}>
          {plan.activityMeter === null ? '—' : percent(plan.activityMeter)}
        </Fact>
        <Fact name="plan_implied" figure={plan.impliedRevenue}>
          {plan.impliedRevenue === null ? '—' : money(plan.impliedRevenue, currency)}
        </Fact>
        <Fact name="plan_sales" figure={plan.salesNeeded}>
          {short(plan.salesNeeded)}
        </Fact>
        <Fact name="plan_proposals" figure={plan.proposalsNeeded}>
          {short(plan.proposalsNeeded)}
        </Fact>
        <Fact name="plan_appointments" figure={plan.firstAppointmentsNeeded}>
          {short(plan.firstAppointmentsNeeded)}
        </Fact>
      </dl>
      <WhatIf key={JSON.stringify(given)} given={given} currency={currency} />
    </>
  );
}

const short = (value: number | null): string =>
  value === null ? '—' : number(value, { maximumFractionDigits: 1 });

interface FactProps {
  name: Key;
  figure: number | null;
  children: string;
}
const Fact = ({ name, figure, children }: FactProps) => (
  <div>
    <dt>{t(name)}</dt>
    <dd data-figure={name} data-value={figure ?? ''}>
      {children}
    </dd>
  </div>
);

const NoPlan = ({ why }: { why: string | undefined }) => (
  <>
    <p>{why ? t('ev_cannot', { why: reason(why) }) : t('meter_none')}</p>
    <button type="button" class="link" onClick={() => chrome.runtime.openOptionsPage()}>
      {t('meter_set')}
    </button>
  </>
);

function inputsOf({ report: { plan, kpis } }: Overview): MagicInputs | undefined {
  const weeks = plan.goal ? weeksOf(plan.goal) : undefined;
  const value = (input: Input) => kpis[INPUTS[input][0]]?.value ?? 0;
  const [average, appointments, closing] = [value('average'), value('appointments'), value('closing')];
  if (!plan.goal || weeks === undefined || Math.min(average, appointments, closing) <= 0) return undefined;
  return { revenue: plan.goal.revenue, weeks, average, appointments, closing };
}

/** Sliders over the three inputs: what each point of them is worth, in first appointments a week. */
function WhatIf({ given, currency }: { given: MagicInputs; currency: string | null }) {
  const [tried, setTried] = useState(given);
  const [before, after] = [magic(given).perWeek, magic(tried).perWeek];
  const difference = after - before;
  return (
    <fieldset class="what-if" data-from="/whatIf">
      <legend>{t('what_if')}</legend>
      {(Object.keys(INPUTS) as Input[]).map((input) => (
        <Slider
          key={input}
          input={input}
          value={tried[input]}
          given={given[input]}
          said={input === 'average' ? money(tried[input], currency) : percent(tried[input])}
          onChange={(value) => setTried({ ...tried, [input]: value })}
        />
      ))}
      <p>
        <output data-part="what-if" data-value={after}>
          {t('what_if_takes', { value: short(after) })}
        </output>{' '}
        {Math.abs(difference) > 1e-9 && (
          <span class="quiet">
            {t(difference < 0 ? 'what_if_fewer' : 'what_if_more', { value: short(Math.abs(difference)) })}
          </span>
        )}
      </p>
    </fieldset>
  );
}

interface SliderProps {
  input: Input;
  value: number;
  given: number;
  said: string;
  onChange: (value: number) => void;
}

/** A ratio goes up to 1 by points, the amount from a tenth to three times what it is; what it is lies on a step. */
function Slider({ input, value, given, said, onChange }: SliderProps) {
  const isRatio = input !== 'average';
  const step = isRatio ? 0.01 : given / 50;
  const least = isRatio ? given - Math.floor((given - 0.001) / step) * step : given / 10;
  return (
    <label class="slider">
      <span>{t(INPUTS[input][1])}</span>
      <input
        type="range"
        name={input}
        min={least}
        max={isRatio ? 1 : given * 3}
        step={step}
        value={value}
        aria-valuetext={said}
        onInput={(event) => onChange(Number(event.currentTarget.value))}
      />
      <output>{said}</output>
    </label>
  );
}

export const plan: Section = {
  id: 'plan',
  title: 'section_plan',
  isOpen: false,
  from: '/report/plan',
  Body: Plan,
};
