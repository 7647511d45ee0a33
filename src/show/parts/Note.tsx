import type { ComponentChildren } from 'preact';

interface Props {
  part: string;
  title: string;
  text: string;
  children?: ComponentChildren;
}

/** Nothing to show: why, and what to do next. */
export const Note = ({ part, title, text, children }: Props) => (
  <section class="card note" data-part={part}>
    <h2>{title}</h2>
    <p class="quiet">{text}</p>
    {children}
  </section>
);
