import { useState } from 'preact/hooks';
import { exportPerson, type Personal, TABLES } from '../../db/person.ts';
import { openDatabase } from '../demo/kept.ts';
import { toldSchema } from '../notices.ts';
import { forgetPerson, saveFile } from '../tell.ts';
import { list, lookUp, number, plural, t } from '../text.ts';
import { usePolicy } from './save.tsx';

/** All that concerns a person, with what notices were given of their leads. */
async function allOf(names: string[]): Promise<Personal & { notices: unknown[] }> {
  const db = await openDatabase();
  try {
    const found = await exportPerson(db, names, Date.now());
    const { told } = await chrome.storage.local.get('told');
    const isTheirs = ({ org, id }: { org: string; id: string }) =>
      found.leads.some((lead) => lead.org === org && lead.id === id);
    return { ...found, notices: (toldSchema.safeParse(told).data ?? []).filter(isTheirs) };
  } finally {
    db.close();
  }
}

const countsOf = (found: Personal): [table: string, n: number][] =>
  ([...TABLES, 'sightings', 'contradictions'] as const)
    .map((name): [string, number] => [name, found[name].length])
    .filter(([, n]) => n > 0);

/** The file’s name names nobody: the browser keeps a list of what was saved. */
async function save(names: string[]): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  saveFile(`fourfold-person-${day}.json`, 'application/json', JSON.stringify(await allOf(names)));
}

/** What is stored about one person, be it the user: shown, given away as a file, deleted on a second click. */
export function Person({ me }: { me: string[] }) {
  const [name, setName] = useState('');
  const [names, setNames] = useState<string[]>([]);
  const [found, setFound] = useState<[string, number][]>();
  const [done, setDone] = useState(false);
  const look = async (next: string[]) => {
    setDone(false);
    setNames(next);
    setFound(next.length === 0 ? undefined : countsOf(await allOf(next)));
  };
  const sure = async () => {
    await forgetPerson(names);
    setFound(undefined);
    setDone(true);
  };
  return (
    <section class="card" data-part="person">
      <h2>{t('person_title')}</h2>
      <p class="quiet">{t('person_about')}</p>
      <form
        class="field"
        onSubmit={(event) => {
          event.preventDefault();
          look(name.trim() === '' ? [] : [name.trim()]);
        }}
        noValidate
      >
        <label for="person">{t('person_name')}</label>
        <div class="with-button wrap">
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
          {me.length > 0 && (
            <button type="button" class="button" data-part="person-me" onClick={() => look(me)}>
              {t('person_me')}
            </button>
          )}
        </div>
      </form>
      <div role="status">
        {found && <Found names={names} found={found} />}
        {done && <p>{t('person_done')}</p>}
      </div>
      {found && found.length > 0 && <Actions save={() => save(names)} sure={sure} />}
    </section>
  );
}

function Found({ names, found }: { names: string[]; found: [string, number][] }) {
  const all = found.reduce((sum, [, n]) => sum + n, 0);
  return (
    <>
      <p>
        <bdi>{list(names)}</bdi>: {plural('person_entries', all)}
      </p>
      <dl class="counts">
        {found.map(([table, n]) => (
          <div key={table}>
            <dt>{lookUp(`table_${table}`) ?? table}</dt>
            <dd>{number(n)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Actions({ save, sure }: { save: () => void; sure: () => void }) {
  const mayExport = usePolicy()?.exportAllowed ?? true;
  return (
    <div class="with-button wrap">
      {mayExport ? (
        <button type="button" class="button" data-part="person-save" onClick={save}>
          {t('person_save')}
        </button>
      ) : (
        <p class="locked small">{t('export_locked')}</p>
      )}
      <button type="button" class="button danger" data-part="person-sure" onClick={sure}>
        {t('person_delete')}
      </button>
    </div>
  );
}
