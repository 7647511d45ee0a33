import { plural, t } from '../text.ts';
import type { View } from '../view.ts';
import { Note } from './Note.tsx';

const WORDS = {
  full: ['unkept_full', 'unkept_full_hint'],
  newer: ['unkept_newer', 'unkept_newer_hint'],
  locked: ['unkept_locked', 'unkept_locked_hint'],
  failed: ['unkept_failed', 'unkept_failed_hint'],
} as const;

/** What cannot be kept and why, for as long as it is so; the figures below are those of before. */
export const Unkept = ({ unkept }: { unkept: NonNullable<View['unkept']> }) => (
  <Note part="unkept" title={t(WORDS[unkept.why][0])} text={t(WORDS[unkept.why][1])}>
    {unkept.pages > 0 && <p class="small warn">{plural('unkept_pages', unkept.pages)}</p>}
    {unkept.why === 'failed' && <p class="quiet small">{t('unreadable_why', { why: unkept.text })}</p>}
  </Note>
);
