import type { Settings } from '../../contract/settings.ts';
import type { Chip } from '../../messages.ts';
import { calendarOf } from '../../metrics/clock.ts';
import type { CheckId, DealCheck } from '../../metrics/deal-checks.ts';
import { keyOf } from '../../metrics/histories.ts';
import type { LeadScore } from '../../metrics/score.ts';
import type { Waiting } from '../../metrics/waiting.ts';
import { duration, span, workDuration } from '../format.ts';
import { nextMinute } from '../notices.ts';
import { fourPs, letters, marksOf, nameOfP, spoken } from '../parts/marks.ts';
import type { Shown } from '../shown.ts';
import { direction, type Key, language, list, t } from '../text.ts';

/** One record as its chip says it. `checks` are a deal's. */
export function chipOf(
  { where, score, waiting, ...record }: Shown,
  checks: readonly DealCheck[],
  { settings, now, url }: { settings: Settings; now: number; url: string },
): Chip {
  const marks = score && marksOf(score);
  const warning = warningOf(waiting, checks);
  const grades = fourPs.map((p) => `${t(nameOfP[p])} ${marks ? spoken(marks[p]) : t('grade_unknown')}`);
  return {
    url,
    record: keyOf(where.org, where.kind, where.id),
    letters: fourPs.map((p) => (marks ? letters(marks[p]) : '—')),
    response: waiting ? left(waiting) : answered(score),
    ...(warning !== undefined && { warning }),
    state: waiting ? waiting.state : 'calm',
    label: t('chip_label', {
      name: record.name ?? record.company ?? t('unnamed'),
      grades: list(grades),
      response: waiting ? t('chip_waiting', { time: left(waiting) }) : inWords(score),
      warning: warning === undefined ? t('chip_no_warning') : t('chip_warning', { warning }),
    }),
    hide: t('chip_hide'),
    lang: language(),
    dir: direction(),
    ...(waiting && { until: nextMinute(calendarOf(settings), now) }),
  };
}

/** The countdown in whole minutes, for the chip is looked at and not watched. */
function left({ remaining }: Waiting): string {
  const minutes = Math.floor(Math.abs(remaining) / 60);
  const time = minutes === 0 ? t('up_to', { to: workDuration(60) }) : workDuration(minutes * 60);
  return t(remaining < 0 ? 'time_over' : 'time_left', { time });
}

function answered(score: LeadScore | undefined): string {
  const seconds = score?.promptness.seconds ?? null;
  if (seconds !== null) return span(seconds);
  return score?.promptness.state === 'never' ? t('never_answered') : '—';
}

function inWords(score: LeadScore | undefined): string {
  const seconds = score?.promptness.seconds ?? null;
  if (seconds !== null) return t('chip_answered', { time: span(seconds) });
  return t(score?.promptness.state === 'never' ? 'chip_never' : 'chip_unanswered');
}

/** The checks in the order in which a failed one matters: what nobody does comes before what is merely late. */
const ORDER = [
  'owner',
  'close-date',
  'planned-activity',
  'next-step',
  'answered',
  'last-touch',
  'stage-time',
  'contacts',
  'amount',
  'response',
] as const satisfies CheckId[];

const WARNINGS: Record<CheckId, Key> = {
  owner: 'chip_owner',
  'close-date': 'chip_close_date',
  'planned-activity': 'chip_planned_activity',
  'next-step': 'chip_next_step',
  answered: 'chip_no_reply',
  'last-touch': 'chip_last_touch',
  'stage-time': 'chip_stage_time',
  contacts: 'chip_contacts',
  amount: 'chip_amount',
  response: 'chip_late',
};

/** Somebody who waits past the target comes first, then the failed check that matters most. */
function warningOf(waiting: Waiting | undefined, checks: readonly DealCheck[]): string | undefined {
  if (waiting?.state === 'breached') return t('chip_breached');
  const failed = checks.filter(({ state, snoozed }) => state === 'fail' && !snoozed);
  const first = ORDER.flatMap((id) => failed.find((check) => check.id === id) ?? [])[0];
  return first && t(WARNINGS[first.id], paramsOf(first));
}

/** A check counts in days; whole ones are enough for a chip. */
function paramsOf({ params }: DealCheck): Record<string, string> {
  const days = Object.entries(params).flatMap(([name, value]) =>
    typeof value === 'number' ? [[name, duration(Math.floor(value) * 86_400)] as const] : [],
  );
  return Object.fromEntries(days);
}
