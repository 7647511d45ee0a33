import type { Settings } from '../../contract/settings.ts';
import { LANGUAGES } from '../languages.ts';
import { t } from '../text.ts';
import { Choice, Switch } from './Choice.tsx';
import { Lockable, useSave } from './save.tsx';

/** A language in its own words: who cannot read this page finds it all the same. */
const ownName = (code: string): string =>
  new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;

/** What one sees of Fourfold, and in which language. */
export function Screen({ settings }: { settings: Settings }) {
  const save = useSave();
  return (
    <section class="card" data-part="screen">
      <h2>{t('section_screen')}</h2>
      <Lockable of="language">
        <Choice
          name="language"
          label={t('language_choice')}
          value={settings.language ?? ''}
          options={[['', t('language_browser')], ...LANGUAGES.map((code) => [code, ownName(code)] as const)]}
          choose={(language) => save({ language: language || null })}
        />
      </Lockable>
      <Lockable of="chip">
        <Switch
          name="chip"
          label={t('chip_switch')}
          hint={t('chip_hint')}
          checked={settings.chip ?? true}
          change={(chip) => save({ chip })}
        />
      </Lockable>
      <Lockable of="peerComparison">
        <Switch
          name="peerComparison"
          label={t('peers_switch')}
          hint={t('peers_hint')}
          checked={settings.peerComparison ?? true}
          change={(peerComparison) => save({ peerComparison })}
        />
      </Lockable>
    </section>
  );
}
