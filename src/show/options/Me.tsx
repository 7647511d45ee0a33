import { t } from '../text.ts';
import { Field } from './Field.tsx';
import { useSave } from './save.tsx';

interface Props {
  names: string[];
  seen: string[];
}

/** A person may be written in several ways: all names that are chosen count as the user. */
export function Me({ names, seen }: Props) {
  const save = useSave();
  return (
    <section class="card" data-part="me">
      <h2>{t('who_are_you')}</h2>
      <p class="quiet">{t('me_hint')}</p>
      <People names={names} seen={seen} name="me" save={(next) => save({ me: { names: next } })} />
    </section>
  );
}

/** Whose figures make up the team's. */
export function Team({ names, seen }: Props) {
  const save = useSave();
  return (
    <section class="card" data-part="team">
      <h2>{t('my_team')}</h2>
      <p class="quiet">{t('team_hint')}</p>
      <People
        names={names}
        seen={seen}
        name="team"
        save={(next) => save({ team: next.length > 0 ? { names: next } : null })}
      />
    </section>
  );
}

interface PeopleProps extends Props {
  name: string;
  save: (names: string[]) => unknown;
}

function People({ names, seen, name, save }: PeopleProps) {
  const all = [...new Set([...seen, ...names])];
  const toggle = (one: string) =>
    save(names.includes(one) ? names.filter((other) => other !== one) : [...names, one]);
  return (
    <>
      <ul class="checks columns">
        {all.map((one) => (
          <li key={one}>
            <label>
              <input type="checkbox" checked={names.includes(one)} onChange={() => toggle(one)} />
              <bdi>{one}</bdi>
            </label>
          </li>
        ))}
      </ul>
      <Field
        adds
        name={name}
        label={t('me_add')}
        value=""
        fault={() => undefined}
        save={(text) => text.trim() && save([...new Set([...names, text.trim()])])}
      />
    </>
  );
}
