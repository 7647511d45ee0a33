import type { Settings } from '../../contract/settings.ts';
import { saveSettings } from '../tell.ts';
import { t } from '../text.ts';

/** Rules of grading that a team may want otherwise. */
export const Rules = ({ settings }: { settings: Settings }) => (
  <section class="card" data-part="rules">
    <h2>{t('rules')}</h2>
    <ul class="checks">
      <li>
        <label>
          <input
            type="checkbox"
            name="scoreDeals"
            checked={settings.scoreDeals ?? false}
            onChange={(event) => saveSettings({ scoreDeals: event.currentTarget.checked })}
          />
          {t('score_deals')}
        </label>
      </li>
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
