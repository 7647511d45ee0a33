import type { Letter } from '../../metrics/score.ts';
import { type Key, list, t } from '../text.ts';

export const fourPs = ['promptness', 'persistence', 'personalization', 'performance'] as const;
export type P = (typeof fourPs)[number];
export const nameOfP: Record<P, Key> = {
  promptness: 'promptness',
  persistence: 'persistence',
  personalization: 'personalization',
  performance: 'performance',
};
const points: Record<Letter, number> = { A: 4, B: 3, C: 2, D: 1, F: 0 };

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

interface TilesProps {
  marks: Record<P, Mark>;
  /** The figure whose evidence is shown. */
  open: string | undefined;
  onOpen: (p: P) => void;
  /** Id of the region with the evidence. */
  region: string;
  /** For the ear: whose `{name}` has which `{grade}`. */
  label: Key;
}

/** Four grades in a row; each is a button that shows what it rests on. */
export const Tiles = ({ marks, open, onOpen, region, label }: TilesProps) => (
  <ul class="tiles">
    {fourPs.map((p) => (
      <li key={p}>
        <button
          type="button"
          class="tile"
          data-p={p}
          data-grade={letters(marks[p])}
          aria-expanded={open === p}
          aria-controls={region}
          aria-label={list([
            t(label, { name: t(nameOfP[p]), grade: spoken(marks[p]) }),
            ...(marks[p].change ? [t(changeNames[marks[p].change])] : []),
          ])}
          onClick={() => onOpen(p)}
        >
          <span class="letter" dir="ltr">
            {letters(marks[p])}
            {marks[p].change && (
              <span class="change" data-change={marks[p].change} title={t(changeNames[marks[p].change])}>
                {marks[p].change === 'up' ? '▲' : '▼'}
              </span>
            )}
          </span>
          <Gauge mark={marks[p]} />
          <span class="tile-name">{t(nameOfP[p])}</span>
        </button>
      </li>
    ))}
  </ul>
);

const changeNames = { up: 'change_up', down: 'change_down' } as const satisfies Record<string, Key>;

/** Four segments, one for each point: filled when sure, open when only possible. */
function Gauge({ mark }: { mark: Mark }) {
  const best = mark.best === null ? 0 : points[mark.best];
  const worst = mark.falling || mark.worst === null ? 0 : points[mark.worst];
  return (
    <span class="gauge" aria-hidden="true">
      {[1, 2, 3, 4].map((n) => (
        <span key={n} class={n <= worst ? 'full' : n <= best ? 'maybe' : 'none'} />
      ))}
    </span>
  );
}
