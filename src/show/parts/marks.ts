import type { LeadScore, Letter } from '../../metrics/score.ts';
import { type Key, t } from '../text.ts';

/* Grades as signs and as words, without a face around them. */

export const fourPs = ['promptness', 'persistence', 'personalization', 'performance'] as const;
export type P = (typeof fourPs)[number];
export const nameOfP: Record<P, Key> = {
  promptness: 'promptness',
  persistence: 'persistence',
  personalization: 'personalization',
  performance: 'performance',
};

/** A grade as it is drawn: what is sure, what is possible, and whether it may still move. */
export interface Mark {
  best: Letter | null;
  worst: Letter | null;
  /** Still waiting: the grade can be no better than `best`, and falls. */
  falling?: boolean;
  /** Against the period before, where that is certain. */
  change?: 'up' | 'down';
}

export const sure = (grade: Letter | null): Mark => ({ best: grade, worst: grade });

/** `B`, `A–C` for a span, `≤ C` while it falls, `—` for what cannot be known. */
export function letters({ best, worst, falling }: Mark): string {
  if (best === null) return '—';
  if (falling) return `≤ ${best}`;
  return best === worst || worst === null ? best : `${best}–${worst}`;
}

/** The same in words, for the ear. */
export function spoken(mark: Mark): string {
  if (mark.best === null) return t('grade_unknown');
  if (mark.falling) return t('grade_at_best', { grade: mark.best });
  return mark.worst === null || mark.best === mark.worst
    ? mark.best
    : t('grade_between', { best: mark.best, worst: mark.worst });
}

export function marksOf(score: LeadScore): { [K in P]: Mark } {
  const { promptness, persistence, personalization, performance } = score;
  const falling = promptness.grade === null && promptness.state === 'pending';
  return {
    promptness: { best: promptness.best, worst: promptness.worst, falling },
    persistence: sure(persistence.grade),
    personalization: sure(personalization.grade),
    performance: sure(performance.grade),
  };
}
