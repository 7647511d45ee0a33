import { useState } from 'preact/hooks';
import type { Settings } from '../../contract/settings.ts';
import type { Standing } from '../../metrics/standing.ts';
import { percent } from '../format.ts';
import { kpiName } from '../names.ts';
import { saveSettings } from '../tell.ts';
import { type Key, lookUp, number, t } from '../text.ts';

type Declined = NonNullable<Settings['declined']>;
type Advice = Standing['advice'][number];

interface Props {
  advice: readonly Advice[];
  declined: Declined;
  now: number;
}

/** One piece of advice at a time, with the figure that gave rise to it; who finds it beside the point says why. */
export function Tip({ advice, declined, now }: Props) {
  const [isAnswering, setAnswering] = useState(false);
  const next = advice
    .flatMap((one) => one.tips.map((tip) => ({ one, tip })))
    .find(({ tip }) => !declined.some((gone) => gone.tip === tip));
  if (!next) return null;
  const decline = (reason: string) => {
    setAnswering(false);
    saveSettings({ declined: [...declined, { tip: next.tip, reason, at: now }] });
  };
  return (
    <section class="card tip" data-part="tip" data-tip={next.tip}>
      <div class="card-head">
        <h2>{t('tip')}</h2>
        <button
          type="button"
          class="link small"
          aria-expanded={isAnswering}
          onClick={() => setAnswering(!isAnswering)}
        >
          {t('tip_not_applicable')}
        </button>
      </div>
      {isAnswering ? (
        <Because onSay={decline} />
      ) : (
        <>
          <p>{lookUp(next.tip) ?? next.tip}</p>
          <p
            class="quiet small"
            data-part="tip-reason"
            data-from={`/report/coaching /report/kpis/${next.one.kpi}`}
          >
            {reasonOf(next.one)}
          </p>
        </>
      )}
    </section>
  );
}

/** Which figure, from how many, against which threshold. */
function reasonOf({ kpi, value, threshold, n }: Advice): string {
  const name = kpiName(kpi);
  const written = (figure: number) => percent(figure);
  return t('tip_figure', {
    name,
    value: value === null ? '—' : written(value),
    threshold: written(threshold),
    n: number(n),
  });
}

const REASONS = ['tip_decline_done', 'tip_decline_differs', 'tip_decline_wrong'] as const satisfies Key[];

/** Not applicable because … : one of the usual answers, or the user's own. */
function Because({ onSay }: { onSay: (reason: string) => void }) {
  const [own, setOwn] = useState('');
  const submit = (event: Event) => {
    event.preventDefault();
    if (own.trim()) onSay(own.trim());
  };
  return (
    <form class="because" onSubmit={submit}>
      <p class="small">{t('tip_decline_because')}</p>
      <div class="chips">
        {REASONS.map((key) => (
          <button type="button" class="chip" key={key} onClick={() => onSay(t(key))}>
            {t(key)}
          </button>
        ))}
      </div>
      <input
        type="text"
        maxLength={200}
        aria-label={t('tip_decline_own')}
        placeholder={t('tip_decline_own')}
        value={own}
        onInput={(event) => setOwn(event.currentTarget.value)}
      />
    </form>
  );
}
