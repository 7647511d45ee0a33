import { render } from 'preact';
import { snooze } from '../tell.ts';
import { localise, speakAsChosen, t } from '../text.ts';
import { type Answer, Snooze } from './Snooze.tsx';

/* A window of its own, for a notice can hold a button and no question. */

const asked = new URLSearchParams(location.search);
const part = (name: string): string => asked.get(name) ?? '';

async function save(answer: Answer): Promise<void> {
  await snooze({
    org: part('org'),
    kind: part('kind') === 'deal' ? 'deal' : 'lead',
    id: part('id'),
    ...answer,
  });
  window.close();
}

await speakAsChosen();
localise();
document.title = t('snooze');
render(<Snooze name={part('name') || t('unnamed')} onSave={save} />, document.body);
