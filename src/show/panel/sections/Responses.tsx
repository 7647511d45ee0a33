import type { ResponseBands } from '../../../metrics/response-bands.ts';
import { duration, percent } from '../../format.ts';
import { type Bar, BarTable } from '../../parts/BarTable.tsx';
import { number, t } from '../../text.ts';
import type { Section, SectionProps } from '../Section.tsx';

/** How long first answers took: the bands that the rubric and practitioners use, those who wait beside them. */
function Responses({ overview: { responses } }: SectionProps) {
  const { bands, unsure, unanswered } = responses;
  const all = bands.reduce((sum, { n }) => sum + n, unsure + unanswered);
  if (all === 0) return <p class="quiet">{t('responses_none')}</p>;
  const bar = (label: string, n: number, at: string, isApart = false): Bar => ({
    label,
    size: n,
    cells: [number(n), percent(n / all)],
    isApart,
    from: `/responses/${at}`,
  });
  return (
    <BarTable
      caption={t('section_responses')}
      heads={[t('answered_within'), t('hand_raises'), t('share')]}
      bars={[
        ...bands.map((band, i) => bar(nameOf(band), band.n, `bands/${i}`)),
        ...(unsure > 0 ? [bar(t('band_unsure'), unsure, 'unsure', true)] : []),
        bar(t('band_unanswered'), unanswered, 'unanswered', true),
      ]}
    />
  );
}

const nameOf = ({ from, to }: ResponseBands['bands'][number]): string => {
  if (to === null) return t('longer_than', { time: duration(from) });
  return from === 0
    ? t('up_to', { to: duration(to) })
    : t('from_to', { from: duration(from), to: duration(to) });
};

export const responses: Section = {
  id: 'responses',
  title: 'section_responses',
  isOpen: false,
  from: '/responses',
  Body: Responses,
};
