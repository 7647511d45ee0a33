import { saveSettings } from '../tell.ts';
import { t } from '../text.ts';
import { Field } from './Field.tsx';

interface Props {
  names: string[];
  seen: string[];
}

/** A person may be written in several ways: all names that are chosen count as the user. */
export function Me({ names, seen }: Props) {
  const all = [...new Set([...seen, ...names])];
  const save = (next: string[]) => saveSettings({ me: { names: next } });
  const toggle = (name: string) =>
    save(names.includes(name) ? names.filter((n) => n !== name) : [...names, name]);
  return (
    <section class="card" data-part="me">
      <h2>{t('who_are_you')}</h2>
      <p class="quiet">{t('me_hint')}</p>
      <ul class="checks">
        {all.map((name) => (
          <li key={name}>
            <label>
              <input type="checkbox" checked={names.includes(name)} onChange={() => toggle(name)} />
              <bdi>{name}</bdi>
            </label>
          </li>
        ))}
      </ul>
      <Field
        name="me"
        label={t('me_add')}
        value=""
        fault={() => undefined}
        save={(text) => text.trim() && save([...new Set([...names, text.trim()])])}
      />
    </section>
  );
}
