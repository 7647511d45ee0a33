import type { Letter } from '../../metrics/score.ts';
import { type Key, list, t } from '../text.ts';
import { fourPs, letters, type Mark, nameOfP, type P, spoken } from './marks.ts';

export { fourPs, letters, type Mark, nameOfP, type P, spoken, sure } from './marks.ts';

const points: Record<Letter, number> = { A: 4, B: 3, C: 2, D: 1, F: 0 };

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
          onClick={() => onOpen(p)}
        >
          <span class="letter" dir="ltr" aria-hidden="true">
            {letters(marks[p])}
            {marks[p].change && (
              <span class="change" data-change={marks[p].change} title={t(changeNames[marks[p].change])}>
                {marks[p].change === 'up' ? '▲' : '▼'}
              </span>
            )}
          </span>
          <Gauge mark={marks[p]} />
          <span class="tile-name" aria-hidden="true">
            {t(nameOfP[p])}
          </span>
          <span class="heard">
            {list([
              t(label, { name: t(nameOfP[p]), grade: spoken(marks[p]) }),
              ...(marks[p].change ? [t(changeNames[marks[p].change])] : []),
            ])}
          </span>
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
