export interface Bar {
  label: string;
  /** What the bar's length tells; `null` has none. */
  size: number | null;
  /** The cells after the bar, as they are shown. */
  cells: string[];
  /** Not of the same kind as the others: drawn open. */
  isApart?: boolean;
  /** Where its figures stand; see from.ts. */
  from?: string;
}

interface Props {
  caption: string;
  /** Of the labels, the bars and each of the cells. */
  heads: [label: string, ...cells: string[]];
  bars: Bar[];
}

/** A bar chart that is its own table: the bars stand in it for the eye alone. */
export function BarTable({ caption, heads: [label, ...cells], bars }: Props) {
  const most = Math.max(1e-9, ...bars.map(({ size }) => size ?? 0));
  return (
    <table class="bars">
      <caption class="heard">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{label}</th>
          <td />
          {cells.map((cell) => (
            <th scope="col" key={cell}>
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.label} data-size={bar.size ?? ''} data-from={bar.from}>
            <th scope="row">
              <bdi>{bar.label}</bdi>
            </th>
            <td class="bar-cell">
              <BarOf share={(bar.size ?? 0) / most} isApart={bar.isApart ?? false} />
            </td>
            {bar.cells.map((cell, i) => (
              <td key={cells[i]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const BarOf = ({ share, isApart }: { share: number; isApart: boolean }) => (
  <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class={isApart ? 'apart' : 'full'} width={share * 100} height="10" />
  </svg>
);
