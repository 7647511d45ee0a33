import type { Overview } from '../../../metrics/overview.ts';
import { percent } from '../../format.ts';
import { type Bar, BarTable } from '../../parts/BarTable.tsx';
import { number, t } from '../../text.ts';
import type { Section, SectionProps } from '../Section.tsx';

/** Who and what deals are lost to, of those decided in the period in which it was named. */
function Competitors({ overview: { report } }: SectionProps) {
  const { byCompetitor, byLostReason } = report.competitors;
  if (byCompetitor.length + byLostReason.length === 0) return <p class="quiet">{t('competitors_none')}</p>;
  return (
    <>
      {byCompetitor.length > 0 && (
        <BarTable
          caption={t('section_competitors')}
          heads={[t('competitor'), t('won'), t('lost'), t('kpi_win_rate')]}
          bars={byCompetitor.map(
            ({ competitor, won, lost, winRate }, i): Bar => ({
              label: competitor,
              size: won + lost,
              from: `/report/competitors/byCompetitor/${i}`,
              cells: [number(won), number(lost), shareOf(winRate)],
            }),
          )}
        />
      )}
      {byLostReason.length > 0 && (
        <BarTable
          caption={t('lost_reasons')}
          heads={[t('lost_reason'), t('lost'), t('share')]}
          bars={byLostReason.map(({ reason, lost, share }, i) => ({
            label: reason,
            size: lost,
            from: `/report/competitors/byLostReason/${i}`,
            cells: [number(lost), shareOf(share)],
          }))}
        />
      )}
    </>
  );
}

type Ratio = Overview['report']['competitors']['byLostReason'][number]['share'];
/** With its limits, which are wide while little is known. */
function shareOf({ value, lo, hi }: Ratio): string {
  if (value === null) return '—';
  const [least, most] = [lo ?? 0, hi ?? 1].map((end) => percent(end));
  return t('share_between', { share: percent(value), lo: least ?? '', hi: most ?? '' });
}

export const competitors: Section = {
  id: 'competitors',
  title: 'section_competitors',
  isOpen: false,
  from: '/report/competitors',
  Body: Competitors,
};
