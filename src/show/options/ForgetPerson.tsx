import { useState } from 'preact/hooks';
import { countOfPerson } from '../../db/forget-person.ts';
import { openDatabase } from '../demo/kept.ts';
import { forgetPerson } from '../tell.ts';
import { plural, t } from '../text.ts';

async function countOf(name: string): Promise<number> {
  const db = await openDatabase();
  try {
    return await countOfPerson(db, name);
  } finally {
    db.close();
  }
}

/** One customer’s wish to be forgotten: found by name, told how many there are, deleted on a second click. */
export function ForgetPerson() {
  const [name, setName] = useState('');
  const [found, setFound] = useState<number>();
  const [done, setDone] = useState(false);
  const look = async (event: SubmitEvent) => {
    event.preventDefault();
    setDone(false);
    setFound(name.trim() === '' ? undefined : await countOf(name));
  };
  const sure = async () => {
    await forgetPerson(name.trim());
    setFound(undefined);
    setDone(true);
  };
  return (
    <section class="card" data-part="forget-person">
      <h2>{t('forget_person')}</h2>
      <p class="quiet">{t('person_hint')}</p>
      <form class="field" onSubmit={look} noValidate>
        <label for="person">{t('person_name')}</label>
        <div class="with-button">
          <input
            id="person"
            name="person"
            dir="auto"
            value={name}
            onInput={(event) => {
              setName(event.currentTarget.value);
              setFound(undefined);
            }}
          />
          <button type="submit" class="button">
            {t('person_find')}
          </button>
        </div>
      </form>
      <div role="status">
        {found !== undefined && <p>{plural('person_found', found)}</p>}
        {done && <p>{t('person_done')}</p>}
      </div>
      {found !== undefined && found > 0 && (
        <button type="button" class="button danger" data-part="person-sure" onClick={sure}>
          {t('person_delete')}
        </button>
      )}
    </section>
  );
}
