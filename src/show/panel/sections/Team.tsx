import { useState } from 'preact/hooks';
import type { Kpi } from '../../../metrics/kpi.ts';
import { kpiValue } from '../../format.ts';
import { kpiName, reason } from '../../names.ts';
import { evidenceAt, kpiAt } from '../../parts/from.ts';
import { type Key, t } from '../../text.ts';
import { changeOf } from '../change.ts';
import { Evidence } from '../Evidence.tsx';
import { Figure } from '../Figure.tsx';
import { counted, targetOf } from '../figures.ts';
import { Picker } from '../Picker.tsx';
import type { Section, SectionProps } from '../Section.tsx';
import { Spark } from '../Spark.tsx';

export const team: Section = {
  id: 'team',
  title: 'section_team',
  isOpen: true,
  note: ({ overview }) => overview.report.rep ?? undefined,
  Body: Team,
};

/** The five figures that the manager picked: value, target, baseline, and the last weeks. */
function Team({ overview, choices, choose }: SectionProps) {
  const [open, setOpen] = useState<string>();
  return (
    <>
      <ul class="kpis">
        {overview.wish.picks.map((id) => (
          <Row
            key={id}
            id={id}
            overview={overview}
            isOpen={open === id}
            onOpen={() => setOpen(open === id ? undefined : id)}
          />
        ))}
      </ul>
      <Picker picks={choices.picks} onPick={(picks) => choose({ picks })} />
    </>
  );
}

interface RowProps {
  id: string;
  overview: SectionProps['overview'];
  isOpen: boolean;
  onOpen: () => void;
}

function Row({ id, overview, isOpen, onOpen }: RowProps) {
  const { report, currency, trends, peers, settings } = overview;
  const kpi = report.kpis[id];
  const weeks = trends[id] ?? [];
  if (!kpi) return null;
  const region = `evidence-${id}`;
  return (
    <li class="kpi" data-reached={kpi.reached} data-from={kpiAt(id)}>
      <button type="button" class="kpi-row" aria-expanded={isOpen} aria-controls={region} onClick={onOpen}>
        <span class="kpi-name">{kpiName(id)}</span>
        <Spark points={weeks} target={targetOf(kpi)} />
        <span class="kpi-value">
          <Figure id={id} kpi={kpi} currency={currency} />
        </span>
        <span class="kpi-aims small">
          <Aims id={id} kpi={kpi} currency={currency} />
        </span>
      </button>
      <div id={region} hidden={!isOpen} data-from={evidenceAt(id)}>
        {isOpen && (
          <Evidence
            id={id}
            kpi={kpi}
            currency={currency}
            zone={settings.timeZone}
            weeks={weeks}
            behind={overview.behind[id]}
            peers={peers[id]}
          />
        )}
      </div>
    </li>
  );
}

interface AimsProps {
  id: string;
  kpi: Kpi;
  currency: string | null;
}

/** What the value rests on, its target and its baseline; each sign stands beside its words. */
function Aims({ id, kpi, currency }: AimsProps) {
  const change = changeOf(id, kpi);
  const baseline = kpi.baseline?.value;
  return (
    <>
      <span class="quiet">{basis(id, kpi)}</span>
      {(kpi.value !== null || kpi.target !== undefined) && (
        <span class="aim" data-reached={kpi.reached}>
          {targetSaid(kpi, currency)}
        </span>
      )}
      {baseline != null && (
        <span class="aim" data-change={change}>
          {change && <span aria-hidden="true">{CHANGES[change].sign} </span>}
          {t('baseline_was', { value: kpiValue(baseline, kpi.unit, currency) })}
          {change && <span class="heard">, {t(CHANGES[change].said)}</span>}
        </span>
      )}
    </>
  );
}

const CHANGES = {
  better: { sign: '▲', said: 'better_surely' },
  worse: { sign: '▼', said: 'worse_surely' },
  unsure: { sign: '≈', said: 'change_unsure' },
} as const satisfies Record<string, { sign: string; said: Key }>;

function basis(id: string, { state, n, why }: Kpi): string {
  if (why) return reason(why);
  return state === 'insufficient' ? t('only_n', { n: counted(id, n) }) : counted(id, n);
}

function targetSaid(kpi: Kpi, currency: string | null): string {
  const aim = targetOf(kpi);
  if (aim === undefined) return t('no_target');
  const value = kpiValue(aim, kpi.unit, currency);
  if (kpi.reached === 'reached') return `✓ ${t('target_reached', { value })}`;
  if (kpi.reached === 'not-certain') return `≈ ${t('target_not_certain', { value })}`;
  return kpi.reached ? `✕ ${t('target_missed', { value })}` : t('target_is', { value });
}
