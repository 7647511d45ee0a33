import { useState } from 'preact/hooks';
import type { Settings } from '../../contract/settings.ts';
import { EARLY } from '../notices.ts';
import { t } from '../text.ts';
import { Switch } from './Choice.tsx';
import { Field } from './Field.tsx';
import { useSave } from './save.tsx';
import { percentFrom, percentText } from './typed.ts';

/** One early warning and one when the target is passed; the browser asks whether it may show them. */
export function Notices({ settings }: { settings: Settings }) {
  const save = useSave();
  const [refused, setRefused] = useState(false);
  const { notices } = settings;
  const turn = async (on: boolean) => {
    // The browser wants to be asked straight from the click.
    const granted = !on || (await chrome.permissions.request({ permissions: ['notifications'] }));
    setRefused(!granted);
    save({ notices: { ...notices, on: on && granted } });
  };
  return (
    <section class="card" data-part="notices">
      <h2>{t('notices')}</h2>
      <p class="quiet">{t('notices_hint')}</p>
      <Switch name="notices" label={t('notices_switch')} checked={notices?.on ?? false} change={turn} />
      <p class="small warn" role="status">
        {refused && t('notices_refused')}
      </p>
      <Field
        name="early"
        label={t('notices_early')}
        hint={t('notices_early_hint')}
        value={percentText(notices?.early ?? EARLY)}
        fault={(text) => (isShare(percentFrom(text)) ? undefined : t('share_wrong'))}
        save={(text) => save({ notices: { on: notices?.on ?? false, early: percentFrom(text) ?? EARLY } })}
      />
    </section>
  );
}

const isShare = (share: number | undefined): boolean => share !== undefined && share >= 0 && share <= 1;
