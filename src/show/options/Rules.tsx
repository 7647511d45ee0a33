import type { Settings } from '../../contract/settings.ts';
import { saveSettings } from '../tell.ts';
import { t } from '../text.ts';

const chosen = (event: Event & { currentTarget: HTMLSelectElement }) =>
  saveSettings({ scoreDeals: JSON.parse(event.currentTarget.value) });

/** Rules of grading that a team may want otherwise. */
export const Rules = ({ settings }: { settings: Settings }) => (
  <section class="card" data-part="rules">
    <h2>{t('rules')}</h2>
    <div class="field">
      <label for="score-deals">{t('score_deals')}</label>
      <select
        id="score-deals"
        name="scoreDeals"
        value={String(settings.scoreDeals ?? null)}
        onChange={chosen}
      >
        <option value="null">{t('score_deals_auto')}</option>
        <option value="true">{t('score_deals_always')}</option>
        <option value="false">{t('score_deals_never')}</option>
      </select>
    </div>
    <ul class="checks">
      <li>
        <label>
          <input
            type="checkbox"
            name="trustOpens"
            checked={settings.trustOpens ?? false}
            onChange={(event) => saveSettings({ trustOpens: event.currentTarget.checked })}
          />
          {t('trust_opens')}
        </label>
      </li>
    </ul>
  </section>
);
