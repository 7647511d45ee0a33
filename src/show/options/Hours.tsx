import type { Settings } from '../../contract/settings.ts';
import { language, t } from '../text.ts';
import { Field } from './Field.tsx';
import { Lockable, useSave } from './save.tsx';
import { understood, windows, written } from './week.ts';

/** A Monday, to name the days of the week from. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** When the team works: targets run in these hours only. A change recomputes the past, too. */
export function Hours({ settings }: { settings: Settings }) {
  const save = useSave();
  const days = written(settings.week);
  const dayName = new Intl.DateTimeFormat(language(), { weekday: 'long', timeZone: 'UTC' });
  const saveDay = (index: number, text: string) => {
    const week = understood(days.map((old, i) => (i === index ? text : old)));
    if (week) save({ week });
  };
  return (
    <section class="card" data-part="hours">
      <h2>{t('hours')}</h2>
      <p class="quiet">{t('hours_hint')}</p>
      <Lockable of="week">
        <div class="week">
          {days.map((text, index) => (
            <Field
              key={dayName.format(MONDAY + index * DAY)}
              name={`day-${index}`}
              dir="ltr"
              label={dayName.format(MONDAY + index * DAY)}
              value={text}
              placeholder={t('day_off')}
              fault={(typed) => (windows(typed) ? undefined : t('hours_wrong'))}
              save={(typed) => saveDay(index, typed)}
            />
          ))}
        </div>
      </Lockable>
      <Lockable of="timeZone">
        <Zone value={settings.timeZone} />
      </Lockable>
      <Lockable of="holidays">
        <Field
          name="holidays"
          dir="ltr"
          label={t('holidays')}
          hint={t('holidays_hint')}
          rows={3}
          value={(settings.holidays ?? []).join('\n')}
          fault={(typed) => (dates(typed).every(isDate) ? undefined : t('holidays_wrong'))}
          save={(typed) => save({ holidays: dates(typed) })}
        />
      </Lockable>
    </section>
  );
}

function Zone({ value }: { value: string | undefined }) {
  const save = useSave();
  return (
    <Field
      name="zone"
      dir="ltr"
      label={t('time_zone')}
      hint={t('time_zone_hint')}
      value={value ?? Intl.DateTimeFormat().resolvedOptions().timeZone}
      list="zones"
      fault={(typed) => (isZone(typed) ? undefined : t('time_zone_wrong'))}
      save={(typed) => save({ timeZone: typed.trim() })}
    >
      <datalist id="zones">
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </Field>
  );
}

const dates = (text: string): string[] => text.split(/[\s,;،]+/).filter((d) => d !== '');

function isDate(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(+day) && day.toISOString().startsWith(text);
}

function isZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text.trim() }) !== undefined;
  } catch {
    return false;
  }
}
