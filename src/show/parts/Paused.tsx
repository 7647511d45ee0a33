import { when } from '../format.ts';
import { resume } from '../tell.ts';
import { t } from '../text.ts';
import { Note } from './Note.tsx';

/** Nothing is read, because the user wants it so. */
export const Paused = ({ until, now }: { until: true | number; now: number }) => (
  <Note
    part="paused"
    title={until === true ? t('paused') : t('paused_until', { until: when(until, now) })}
    text={t('paused_hint')}
  >
    <button type="button" class="button" data-part="resume" onClick={resume}>
      {t('resume')}
    </button>
  </Note>
);
