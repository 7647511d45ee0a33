import { useState } from 'preact/hooks';
import type { Glance } from '../../metrics/glance.ts';
import { percent } from '../format.ts';
import { number, plural, t } from '../text.ts';
import { nameOfP, type P, sure, Tiles } from './Grades.tsx';

interface Props {
  fourP: Glance['fourP'];
  whose: 'mine' | 'team';
}

/** The four Ps over all graded leads, of the user or of everyone seen, with the number of leads behind each. */
export function FourP({ fourP, whose }: Props) {
  const [open, setOpen] = useState<P>();
  const marks = {
    promptness: sure(fourP.promptness.grade),
    persistence: sure(fourP.persistence.grade),
    personalization: sure(fourP.personalization.grade),
    performance: sure(fourP.performance.grade),
  };
  return (
    <section class="card four-p" data-part="four-p" data-whose={whose}>
      <div class="card-head">
        <h2>{t(whose === 'mine' ? 'my_four_ps' : 'team_four_ps')}</h2>
        <p class="quiet small" data-part="untouched">
          {untouched(fourP)}
        </p>
      </div>
      <Tiles
        marks={marks}
        open={open}
        onOpen={(p) => setOpen(p === open ? undefined : p)}
        region="four-p-why"
        label={whose === 'mine' ? 'tile_mine' : 'tile_team'}
      />
      <p id="four-p-why" class="why" data-part="four-p-why" hidden={open === undefined}>
        {open && sentenceOf(open, fourP)}
      </p>
    </section>
  );
}

function sentenceOf(p: P, fourP: Props['fourP']): string {
  const { points, n } = fourP[p];
  const name = t(nameOfP[p]);
  if (points === null) return t('p_unknown', { name });
  const mean = plural('p_mean', n, { name, points: number(points, { maximumFractionDigits: 1 }) });
  const { x, n: old, value } = fourP.untouched;
  return value === null ? mean : `${mean} ${plural('untouched_of', old, { x })}`;
}

function untouched({ all, untouched: ratio }: Props['fourP']): string {
  const graded = plural('leads_graded', all.n);
  return ratio.value === null ? graded : `${graded} · ${t('untouched', { share: percent(ratio.value) })}`;
}
