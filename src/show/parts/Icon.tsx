const paths = {
  panel: 'M2.5 3.5h11v9h-11zM9.5 3.5v9',
  options: 'M2.5 4.5h6M11.5 4.5h2M2.5 11.5h2M7.5 11.5h6M8.5 2.75v3.5M7.5 9.75v3.5',
  open: 'M6 3.5l4.5 4.5L6 12.5',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  gap: 'M8 3v6M8 12v.01',
} as const;

/** A line drawing in the text's colour; it only ever accompanies words or a label. */
export const Icon = ({ name }: { name: keyof typeof paths }) => (
  <svg class={`icon icon-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);

/** Fourfold's mark: four quarters of a clock, the first lit and drawn out to the corner of a speech bubble. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 16 16" width="20" height="20" aria-hidden="true">
    <path class="mark-lit" d="M8.6 7.4V1h4.8A1.6 1.6 0 0 1 15 2.6v4.8z" />
    <path d="M7.4 1v6.4H1A6.4 6.4 0 0 1 7.4 1zM1 8.6h6.4V15A6.4 6.4 0 0 1 1 8.6zM8.6 8.6H15A6.4 6.4 0 0 1 8.6 15z" />
  </svg>
);
