import { render } from 'preact';
import { Database } from '../../db/database.ts';
import { speakAsChosen } from '../kept-texts.ts';
import { cutLongNames } from '../long-names.ts';
import { snooze } from '../tell.ts';
import { localise, t } from '../text.ts';
import { type Answer, Snooze } from './Snooze.tsx';

/* A window of its own, for a notice can hold a button and no question. */

const asked = new URLSearchParams(location.search);
const part = (name: string): string => asked.get(name) ?? '';

const org = part('org');
const id = part('id');
const kind = part('kind') === 'deal' ? 'deal' : 'lead';

/** Who it is about; notices are of the user's own records alone. */
async function nameThere(): Promise<string | undefined> {
  const db = new Database();
  try {
    const record = await db[`${kind}s`].get([org, id]);
    return record?.name ?? record?.company;
  } finally {
    db.close();
  }
}

async function save(answer: Answer): Promise<void> {
  await snooze({ org, kind, id, ...answer });
  window.close();
}

await speakAsChosen();
localise();
cutLongNames();
document.title = t('snooze');
render(<Snooze name={await nameThere()} onSave={save} />, document.body);
