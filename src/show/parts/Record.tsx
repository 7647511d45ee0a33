import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { LeadScore } from '../../metrics/score.ts';
import { ago, briefWorkDuration, span, when } from '../format.ts';
import type { Shown, Touch } from '../shown.ts';
import { type Key, number, t } from '../text.ts';
import { type Figure, touchNames, whyOf } from './evidence.ts';
import { Tiles } from './Grades.tsx';
import { marksOf } from './marks.ts';
import { remaining } from './WaitingCard.tsx';

export { marksOf } from './marks.ts';

interface Props {
  record: Shown;
  now: number;
  preview: boolean;
}

/** One lead or deal in one look; every figure opens the evidence that it rests on. */
export function Record({ record, now, preview }: Props) {
  const [open, setOpen] = useState<Figure>('promptness');
  const { score } = record;
  return (
    <section class="card record" data-part="record" data-preview={preview} data-from="/record">
      <Head record={record} preview={preview} />
      {preview && <p class="quiet small">{t('preview_nothing_kept')}</p>}
      <div class="figures">
        <Fact
          part="response"
          name="first_response"
          {...response(record)}
          open={open === 'promptness'}
          onOpen={() => setOpen('promptness')}
        />
        <Fact
          part="attempts"
          name="attempts"
          {...attempts(score, now)}
          open={open === 'persistence'}
          onOpen={() => setOpen('persistence')}
        />
        <Fact
          part="last-touch"
          name="last_touch"
          {...lastTouch(record.lastTouch, now)}
          open={open === 'touch'}
          onOpen={() => setOpen('touch')}
        />
      </div>
      {score && (
        <Tiles marks={marksOf(score)} open={open} onOpen={setOpen} region="record-why" label="tile_record" />
      )}
      <p id="record-why" class="why" data-part="evidence" data-of={open}>
        {whyOf(open, record, now)}
      </p>
    </section>
  );
}

const Head = ({ record, preview }: Pick<Props, 'record' | 'preview'>) => (
  <div class="card-head">
    <h2 class="record-name">
      <bdi>{record.name ?? record.company ?? t('unnamed')}</bdi>
      {record.name && record.company && (
        <span class="quiet">
          {' · '}
          <bdi>{record.company}</bdi>
        </span>
      )}
    </h2>
    {preview ? <span class="badge">{t('preview')}</span> : <Overall score={record.score} />}
  </div>
);

function Overall({ score }: { score: LeadScore | undefined }) {
  if (!score) return null;
  const { grade, provisional } = score;
  const said = provisional ? 'grade_so_far' : 'grade_final';
  return (
    <span class="badge" data-part="overall" data-provisional={provisional}>
      {grade === null ? t('not_graded') : t(said, { grade })}
    </span>
  );
}

interface FactProps {
  part: string;
  name: Key;
  value: ComponentChildren;
  note?: string | undefined;
  state?: string | undefined;
  open: boolean;
  onOpen: () => void;
}
const Fact = ({ part, name, value, note, state, open, onOpen }: FactProps) => (
  <button
    type="button"
    class="fact"
    data-part={part}
    data-state={state}
    aria-expanded={open}
    aria-controls="record-why"
    onClick={onOpen}
  >
    <span class="fact-name">{t(name)}</span>
    <span class="fact-value">{value}</span>
    {note && <span class="fact-note">{note}</span>}
  </button>
);

type Said = Pick<FactProps, 'value' | 'note' | 'state'>;

function response({ score, waiting, business }: Shown): Said {
  if (waiting) return { value: span(waiting.waited), note: remaining(waiting), state: waiting.state };
  if (!score) return { value: '—' };
  const { seconds, state } = score.promptness;
  const note =
    business === undefined ? t('by_calendar') : t('in_business_time', { time: briefWorkDuration(business) });
  if (seconds !== null) return { value: span(seconds), note };
  return { value: '—', note: state === 'never' ? t('never_answered') : undefined };
}

/** How many of those planned by now, and when the plan has the next one. */
function attempts(score: LeadScore | undefined, now: number): Said {
  if (!score) return { value: '—' };
  const { attempts: done, expected, final, next } = score.persistence;
  if (final) return { value: number(done), note: t('attempts_final') };
  const value = t('attempts_of', { done, expected });
  if (next === undefined) return { value, note: t('attempts_all') };
  if (next <= now) return { value, note: t('next_due'), state: 'due-soon' };
  return { value, note: t('next_touch', { at: when(next, now) }) };
}

function lastTouch(touch: Touch | undefined, now: number): Said {
  if (!touch) return { value: '—', note: t('no_touch') };
  const at = typeof touch.at === 'number' ? touch.at : touch.at[0];
  return { value: ago((now - at) / 1000), note: t(touchNames[touch.kind]) };
}
