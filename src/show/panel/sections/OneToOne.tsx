import { t } from '../../text.ts';
import { openSheet } from '../printed.ts';
import type { Section, SectionProps } from '../Section.tsx';
import { Sheet } from '../Sheet.tsx';

export const oneToOne: Section = { id: 'sheet', title: 'section_sheet', isOpen: false, Body: OneToOne };

/** The sheet of whoever is chosen; it is printed from a page of its own, for a panel cannot be. */
function OneToOne({ overview }: SectionProps) {
  const { rep } = overview.report;
  if (rep === null) return <p class="quiet">{t('sheet_choose')}</p>;
  return (
    <>
      <Sheet overview={overview} />
      <button type="button" class="button" data-part="sheet-open" onClick={() => openSheet(rep)}>
        {t('sheet_print')}
      </button>
    </>
  );
}
