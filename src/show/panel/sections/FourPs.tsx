import { useState } from 'preact/hooks';
import { averageLetter, boundariesOf } from '../../../metrics/rubric.ts';
import { percent } from '../../format.ts';
import { kpiAt } from '../../parts/from.ts';
import { fourPs, type Mark, type P, sure, Tiles } from '../../parts/Grades.tsx';
import { plural, t } from '../../text.ts';
import { Evidence } from '../Evidence.tsx';
import type { Section, SectionProps } from '../Section.tsx';

export const fourPsSection: Section = {
  id: 'four-ps',
  title: 'section_four_ps',
  isOpen: true,
  from: '/report/fourP',
  note: ({ overview }) => noteOf(overview),
  Body: FourPs,
};

const REGION = 'four-ps-why';

/** The four Ps of the period and whoever is looked at; each opens what it rests on. */
function FourPs({ overview }: SectionProps) {
  const [open, setOpen] = useState<P>();
  const { report, settings, currency } = overview;
  const letterOf = (p: P): Mark => sure(averageLetter(report.kpis[p]?.value ?? null, boundariesOf(settings)));
  const kpi = open && report.kpis[open];
  return (
    <>
      <Tiles
        marks={Object.fromEntries(fourPs.map((p) => [p, letterOf(p)])) as Record<P, Mark>}
        open={open}
        onOpen={(p) => setOpen(p === open ? undefined : p)}
        region={REGION}
        label="tile_of"
      />
      <div id={REGION} hidden={!kpi} data-from={open && kpiAt(open)}>
        {open && kpi && <Evidence id={open} kpi={kpi} currency={currency} zone={settings.timeZone} />}
      </div>
    </>
  );
}

function noteOf({ report }: SectionProps['overview']): string {
  const { all, untouched } = report.fourP;
  const graded = plural('leads_graded', all.n);
  return untouched.value === null
    ? graded
    : `${graded} · ${t('untouched', { share: percent(untouched.value) })}`;
}
