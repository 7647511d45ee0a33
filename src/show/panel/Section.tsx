import type { ComponentChild } from 'preact';
import type { Overview } from '../../metrics/overview.ts';
import { type Key, t } from '../text.ts';
import type { Choices } from './choices.ts';

export interface SectionProps {
  overview: Overview;
  choices: Choices;
  choose: (patch: Partial<Choices>) => void;
}

/** A part of the panel that can be folded: one file in sections/, listed in Panel.tsx. */
export interface Section {
  id: string;
  title: Key;
  /** Unfolded until the user folds it. */
  isOpen: boolean;
  /** Where its figures stand that name no other place; see parts/from.ts. */
  from?: string;
  /** A few words beside the title, which stand while it is folded too. */
  note?: (props: SectionProps) => string | undefined;
  Body: (props: SectionProps) => ComponentChild;
}

export function Fold({ section, ...props }: SectionProps & { section: Section }) {
  const { id, title, Body } = section;
  const isOpen = props.choices.open[id] ?? section.isOpen;
  const note = section.note?.(props);
  return (
    <details
      class="card fold"
      data-part={`section-${id}`}
      data-asof={props.overview.report.asOf}
      data-from={section.from}
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => {
        if (open !== isOpen) props.choose({ open: { ...props.choices.open, [id]: open } });
      }}
    >
      <summary>
        <h2>{t(title)}</h2>
        {note && <span class="quiet small fold-note">{note}</span>}
      </summary>
      {isOpen && <Body {...props} />}
    </details>
  );
}
