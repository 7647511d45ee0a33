import { reason } from '../names.ts';
import { readAgain } from '../tell.ts';
import { t } from '../text.ts';
import { Note } from './Note.tsx';

/** A page of a CRM that gave nothing: why, and what to do. */
export const Unreadable = ({ why, tab }: { why: string; tab: number | undefined }) => (
  <Note part="unreadable" title={t('unreadable')} text={t('unreadable_why', { why: reason(why) })}>
    <p class="quiet small">{t('unreadable_hint')}</p>
    {tab !== undefined && (
      <button type="button" class="button" data-part="read-again" onClick={() => readAgain(tab)}>
        {t('read_again')}
      </button>
    )}
  </Note>
);
