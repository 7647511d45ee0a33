import { useState } from 'preact/hooks';
import { t } from '../text.ts';

export interface Answer {
  until: 'hour' | 'tomorrow';
  reason: string;
}
interface Props {
  /** Absent when the page showed none. */
  name: string | undefined;
  onSave: (answer: Answer) => void;
}

/** For how long no notice comes about somebody who waits, and why: without a reason a snooze is a way not to look. */
export function Snooze({ name, onSave }: Props) {
  const [until, setUntil] = useState<Answer['until']>('hour');
  const [reason, setReason] = useState('');
  const [isWrong, setWrong] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    const written = reason.trim();
    setWrong(written === '');
    if (written !== '') onSave({ until, reason: written });
  };
  return (
    <main class="face">
      <form class="snooze" onSubmit={submit}>
        <fieldset>
          <legend>
            <h1>{name === undefined ? t('snooze') : t('snooze_title', { name })}</h1>
          </legend>
          <Choice value="hour" chosen={until} onChoose={setUntil} label={t('snooze_hour')} />
          <Choice value="tomorrow" chosen={until} onChoose={setUntil} label={t('snooze_tomorrow')} />
        </fieldset>
        <label>
          {t('snooze_reason')}
          <textarea
            rows={3}
            maxLength={200}
            value={reason}
            aria-invalid={isWrong}
            aria-describedby="reason-hint"
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </label>
        <p id="reason-hint" class={isWrong ? 'small wrong' : 'quiet small'} role="status">
          {t(isWrong ? 'snooze_reason_wrong' : 'snooze_reason_hint')}
        </p>
        <button type="submit" class="button primary">
          {t('snooze_save')}
        </button>
      </form>
    </main>
  );
}

interface ChoiceProps {
  value: Answer['until'];
  chosen: Answer['until'];
  onChoose: (value: Answer['until']) => void;
  label: string;
}
const Choice = ({ value, chosen, onChoose, label }: ChoiceProps) => (
  <label>
    <input type="radio" name="until" checked={value === chosen} onChange={() => onChoose(value)} /> {label}
  </label>
);
