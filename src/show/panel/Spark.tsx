import type { WeekPoint } from '../../metrics/trends.ts';

const WIDTH = 76;
const HEIGHT = 26;
const EDGE = 3;

interface Props {
  points: readonly WeekPoint[];
  target?: number | undefined;
}

/**
 * Week by week from zero up, so that small wobbles look small. A week of which nothing can be said stays a gap; a ring
 * is a week with too little to go by. The table of it stands in the evidence.
 */
export function Spark({ points, target }: Props) {
  const values = points.flatMap(({ value }) => value ?? []);
  if (values.length === 0) return <span />;
  const top = Math.max(...values, target ?? 0, Number.MIN_VALUE);
  const bottom = Math.min(0, ...values);
  const x = (i: number) => EDGE + (i * (WIDTH - 2 * EDGE)) / Math.max(1, points.length - 1);
  const y = (value: number) => HEIGHT - EDGE - ((value - bottom) / (top - bottom)) * (HEIGHT - 2 * EDGE);
  return (
    <svg class="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <path class="spark-floor" d={`M${EDGE} ${y(0)}H${WIDTH - EDGE}`} />
      {target !== undefined && <path class="spark-target" d={`M${EDGE} ${y(target)}H${WIDTH - EDGE}`} />}
      <path class="spark-line" d={lineOf(points, x, y)} />
      {points.map(({ week, value, state }, i) =>
        value === null ? null : (
          <circle
            key={week[0]}
            class={state === 'ok' ? 'spark-sure' : 'spark-little'}
            cx={x(i)}
            cy={y(value)}
            r={i === points.length - 1 ? 2.4 : 1.6}
          />
        ),
      )}
    </svg>
  );
}

/** Neighbouring weeks are joined; nothing is drawn across a gap. */
function lineOf(points: Props['points'], x: (i: number) => number, y: (value: number) => number): string {
  const steps = points.map(({ value }, i) => {
    if (value === null) return '';
    const isJoined = i > 0 && points[i - 1]?.value != null;
    return `${isJoined ? 'L' : 'M'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`;
  });
  return steps.join('') || 'M0 0';
}
