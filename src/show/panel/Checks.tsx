import { useState } from 'preact/hooks';
import type { Settings } from '../../contract/settings.ts';
import { DAY, localDay } from '../../contract/zone.ts';
import type { DealCheck } from '../../metrics/deal-checks.ts';
import { date } from '../format.ts';
import { saveSettings } from '../tell.ts';
import { plural, t } from '../text.ts';
import { checkName, checkSaid } from './check-words.ts';

interface Props {
  /** `<org>/deal/<id>`. */
  deal: string;
  checks: readonly DealCheck[];
  settings: Settings;
  /** Epoch ms. */
  now: number;
}

const SIGNS = { fail: '✕', unknown: '?', pass: '✓' } as const;
const SAID = { fail: 'check_failed', unknown: 'check_unknown', pass: 'check_passed' } as const;
const ORDER = Object.keys(SIGNS);

/** Every check of the deal on the page: what fails first, then what cannot be said, then what is well. */
export function Checks({ deal, checks, settings, now }: Props) {
  const inOrder = [...checks].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  const failed = checks.filter(({ state, snoozed }) => state === 'fail' && !snoozed).length;
  return (
    <section
      class="card"
      data-part="deal-check"
      data-failed={failed}
      data-from={`/checks/${deal.replaceAll('/', '~1')}`}
    >
      <div class="card-head">
        <h2>{t('section_check')}</h2>
        <span class="badge">{failed > 0 ? plural('checks_failed', failed) : t('checks_passed')}</span>
      </div>
      <ul class="checks">
        {inOrder.map((check) => (
          <Line key={check.id} deal={deal} check={check} settings={settings} now={now} />
        ))}
      </ul>
    </section>
  );
}

function Line({ deal, check, settings, now }: Omit<Props, 'checks'> & { check: DealCheck }) {
  const [isAsking, setIsAsking] = useState(false);
  const { id, state, snoozed } = check;
  const others = (settings.snoozes ?? []).filter((one) => one.deal !== deal || one.check !== id);
  return (
    <li class="check" data-check={id} data-state={state}>
      <span class="check-sign" aria-hidden="true">
        {SIGNS[state]}
      </span>
      <div class="check-text">
        <p>
          <strong>{checkName(id)}</strong>
          <span class="heard"> {t(SAID[state])}: </span> <span>{checkSaid(check, now)}</span>
        </p>
        {snoozed && (
          <p class="small quiet">
            {t('snoozed_until', { until: date(snoozed.until), reason: snoozed.reason })}{' '}
            <button type="button" class="link" onClick={() => saveSettings({ snoozes: others })}>
              {t('snooze_undo')}
            </button>
          </p>
        )}
        {isAsking && (
          <SnoozeForm
            today={dayText(now, settings)}
            usual={dayText(now + 7 * DAY, settings)}
            onSave={(until, reason) => {
              saveSettings({ snoozes: [...others, { deal, check: id, until, reason }] });
              setIsAsking(false);
            }}
          />
        )}
      </div>
      {state === 'fail' && !snoozed && (
        <button
          type="button"
          class="link small snooze"
          aria-expanded={isAsking}
          aria-label={t('snooze_name', { name: checkName(id) })}
          onClick={() => setIsAsking(!isAsking)}
        >
          {isAsking ? t('cancel') : t('snooze')}
        </button>
      )}
    </li>
  );
}

const dayText = (at: number, { timeZone = 'UTC' }: Settings): string =>
  new Date(localDay(at, timeZone) * DAY).toISOString().slice(0, 10);

interface FormProps {
  today: string;
  usual: string;
  onSave: (until: string, reason: string) => void;
}

/** Until when, and why: without a reason nothing is put aside. */
function SnoozeForm({ today, usual, onSave }: FormProps) {
  const [until, setUntil] = useState(usual);
  const [reason, setReason] = useState('');
  return (
    <form
      class="snooze-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (until >= today && reason.trim() !== '') onSave(until, reason.trim());
      }}
    >
      <label>
        {t('snooze_until')}
        <input
          type="date"
          required
          min={today}
          value={until}
          onInput={({ currentTarget }) => setUntil(currentTarget.value)}
        />
      </label>
      <label>
        {t('snooze_reason')}
        <input
          type="text"
          required
          maxLength={200}
          value={reason}
          onInput={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </label>
      <button type="submit" class="button">
        {t('snooze_save')}
      </button>
      <p class="quiet small">{t('snooze_about')}</p>
    </form>
  );
}
