import { workDuration } from './format.ts';
import type { Notice } from './notices.ts';
import { list, plural, t } from './text.ts';

const LISTED = 3;

/** A notice in words: who waits, and how long is left of the target or over it. */
export function noticeText({ is, leads }: Notice): { title: string; message: string } {
  const called = leads.map(({ name, company }) => name ?? company ?? t('unnamed'));
  const [first] = leads;
  const [name = ''] = called;
  if (!first || leads.length > 1) {
    const title = plural(is === 'early' ? 'notice_early_many' : 'notice_breach_many', leads.length);
    return { title, message: list(called.slice(0, LISTED)) };
  }
  const time = workDuration(Math.abs(first.remaining));
  const target = t('notice_target', { target: workDuration(first.targetSeconds) });
  const left = t(is === 'early' ? 'badge_left' : 'badge_over', { time });
  return {
    title: t(is === 'early' ? 'notice_early' : 'notice_breach', { name }),
    message: `${left}\n${target}`,
  };
}
