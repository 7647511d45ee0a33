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

/** Fourfold's mark: four leaves of one whole, the first of them lit. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 16 16" width="20" height="20" aria-hidden="true">
    <path class="mark-lit" d="M8.6 7.4V1h.9A5.5 5.5 0 0 1 15 6.500v.9z" />
    <path d="M7.400 7.400H1V6.500A5.500 5.500 0 0 1 6.500 1h.9zM7.400 8.600V15h-.9A5.500 5.500 0 0 1 1 9.500v-.9zM8.600 8.600H15v.9A5.500 5.500 0 0 1 9.500 15h-.9z" />
  </svg>
);
