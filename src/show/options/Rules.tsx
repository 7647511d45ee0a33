import type { Settings } from '../../contract/settings.ts';
import { t } from '../text.ts';
import { Choice, Switch } from './Choice.tsx';
import { useSave } from './save.tsx';

/** Rules of grading that a team may want otherwise. */
export function Rules({ settings }: { settings: Settings }) {
  const save = useSave();
  return (
    <section class="card" data-part="rules">
      <h2>{t('rules')}</h2>
      <Choice
        name="scoreDeals"
        label={t('score_deals')}
        value={String(settings.scoreDeals ?? null)}
        options={[
          ['null', t('score_deals_auto')],
          ['true', t('score_deals_always')],
          ['false', t('score_deals_never')],
        ]}
        choose={(value) => save({ scoreDeals: JSON.parse(value) })}
      />
      <Switch
        name="trustOpens"
        label={t('trust_opens')}
        checked={settings.trustOpens ?? false}
        change={(trustOpens) => save({ trustOpens })}
      />
    </section>
  );
}
