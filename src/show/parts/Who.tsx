import { saveSettings } from '../tell.ts';
import { t } from '../text.ts';

const MOST = 6;

/** Until the user has said which of the names is theirs, figures are the whole team's. */
export const Who = ({ names }: { names: string[] }) => (
  <section class="card who" data-part="who">
    <h2>
      {t('who_are_you')} <span class="quiet small">{t('who_hint')}</span>
    </h2>
    <div class="chips">
      {names.slice(0, MOST).map((name) => (
        <button type="button" class="chip" key={name} onClick={() => saveSettings({ me: { names: [name] } })}>
          <bdi>{name}</bdi>
        </button>
      ))}
      <button type="button" class="chip plain" onClick={() => saveSettings({ me: { names: [] } })}>
        {t('show_team')}
      </button>
    </div>
  </section>
);
