import { useState } from 'preact/hooks';
import type { Glance } from '../../metrics/glance.ts';
import type { Standing, Standings } from '../../metrics/standing.ts';
import { percent } from '../format.ts';
import { type Key, list, number, plural, t } from '../text.ts';
import { type Mark, nameOfP, type P, sure, Tiles } from './Grades.tsx';

interface Props {
  fourP: Glance['fourP'];
  /** How it was before, and what it is to become. */
  standing: Standing | undefined;
  whose: 'mine' | 'team';
  /** There is little room. */
  brief?: boolean;
}

/** The four Ps over all graded leads, of the user or of everyone seen, with the number of leads behind each. */
export function FourP({ fourP, standing, whose, brief = false }: Props) {
  const [open, setOpen] = useState<P>();
  const mark = (p: P): Mark => {
    const change = standing?.fourP[p].change;
    return { ...sure(fourP[p].grade), ...(change && { change }) };
  };
  const marks = {
    promptness: mark('promptness'),
    persistence: mark('persistence'),
    personalization: mark('personalization'),
    performance: mark('performance'),
  };
  return (
    <section class="card four-p" data-part="four-p" data-whose={whose} data-brief={brief} data-from="/fourP">
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
        {open && [sentenceOf(open, fourP), goalsOf(standing?.fourP[open])].filter(Boolean).join(' ')}
      </p>
    </section>
  );
}

function sentenceOf(p: P, fourP: Props['fourP']): string {
  const { points, n } = fourP[p];
  const name = t(nameOfP[p]);
  if (points === null) return t('p_unknown', { name });
  const mean = plural('p_mean', n, { name, points: inPoints(points) });
  const { x, n: old, value } = fourP.untouched;
  return value === null ? mean : `${mean} ${plural('untouched_of', old, { x })}`;
}

const inPoints = (value: number): string => number(value, { maximumFractionDigits: 1 });

/** How it was in the 90 days before, its target and its baseline; nothing of what is not there. */
function goalsOf(figure: Standings | undefined): string {
  const said = (key: Key, value: number | null | undefined) =>
    value == null ? [] : [t(key, { points: inPoints(value) })];
  if (!figure) return '';
  const { before, target, baseline } = figure;
  return list([...said('p_before', before), ...said('p_target', target), ...said('p_baseline', baseline)]);
}

function untouched({ all, untouched: ratio }: Props['fourP']): string {
  const graded = plural('leads_graded', all.n);
  return ratio.value === null ? graded : `${graded} · ${t('untouched', { share: percent(ratio.value) })}`;
}
