import { useState } from 'preact/hooks';
import type { Band } from '../../../metrics/bands.ts';
import type { Person } from '../../../metrics/people.ts';
import { kpiName } from '../../names.ts';
import { type Key, t } from '../../text.ts';
import { Evidence } from '../Evidence.tsx';
import { Figure } from '../Figure.tsx';
import type { Section, SectionProps } from '../Section.tsx';

export const people: Section = { id: 'people', title: 'section_people', isOpen: false, Body: People };

const BANDS = {
  better: { sign: '+', said: 'band_better' },
  within: { sign: '=', said: 'band_within' },
  worse: { sign: '−', said: 'band_worse' },
  'cannot-say': { sign: '·', said: 'band_cannot_say' },
} as const satisfies Record<Band['band'], { sign: string; said: Key }>;

/** Everybody beside the others, for those who ask for it: by name, with bands and never ranked. */
function People({ overview, choices, choose }: SectionProps) {
  const { people: rows } = overview;
  return (
    <>
      {!choices.grid && <p class="quiet small">{t('people_off')}</p>}
      <button
        type="button"
        class="button small"
        data-part="people-switch"
        aria-pressed={choices.grid}
        onClick={() => choose({ grid: !choices.grid })}
      >
        {t(choices.grid ? 'people_hide' : 'people_show')}
      </button>
      {rows?.length === 0 && <p class="quiet">{t('people_none')}</p>}
      {rows && rows.length > 0 && <Grid rows={rows} overview={overview} />}
    </>
  );
}

type Cell = readonly [rep: string, id: string];

function Grid({ rows, overview }: { rows: readonly Person[]; overview: SectionProps['overview'] }) {
  const [open, setOpen] = useState<Cell>();
  const { picks } = overview.wish;
  const isOpen = (rep: string, id: string) => open?.[0] === rep && open[1] === id;
  return (
    <>
      <div class="people-wide">
        <table class="people-grid">
          <thead>
            <tr>
              <th scope="col">{t('person')}</th>
              {picks.map((id) => (
                <th scope="col" key={id}>
                  {kpiName(id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <PersonRow
                key={row.rep}
                row={row}
                from={`/people/${i}`}
                overview={overview}
                isOpen={(id) => isOpen(row.rep, id)}
                onOpen={(id) => setOpen(isOpen(row.rep, id) ? undefined : [row.rep, id])}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p class="quiet small legend">
        {Object.values(BANDS).map(({ sign, said }) => (
          <span key={said}>
            {sign} {t(said)}
          </span>
        ))}
      </p>
      <div id="people-why">{open && <Why cell={open} rows={rows} overview={overview} />}</div>
    </>
  );
}

interface RowProps {
  row: Person;
  from: string;
  overview: SectionProps['overview'];
  isOpen: (id: string) => boolean;
  onOpen: (id: string) => void;
}

const PersonRow = ({ row, from, overview, isOpen, onOpen }: RowProps) => (
  <tr>
    <th scope="row">
      <bdi>{row.rep}</bdi>
    </th>
    {overview.wish.picks.map((id) => {
      const kpi = row.kpis[id];
      if (!kpi) return <td key={id} />;
      const { sign, said } = BANDS[kpi.band];
      return (
        <td key={id}>
          <button
            type="button"
            class="cell"
            data-band={kpi.band}
            aria-expanded={isOpen(id)}
            aria-controls="people-why"
            onClick={() => onOpen(id)}
          >
            <span class="band-sign" aria-hidden="true">
              {sign}
            </span>
            <Figure
              id={id}
              kpi={kpi}
              currency={overview.currency}
              rep={row.rep}
              from={`${from}/kpis/${id}`}
            />
            <span class="heard">{t(said)}</span>
          </button>
        </td>
      );
    })}
  </tr>
);

const AGAINST = { target: 'against_target', team: 'against_team' } as const;

/** What a cell rests on, and what it was held against. */
function Why({ cell: [rep, id], rows, overview }: { cell: Cell } & Parameters<typeof Grid>[0]) {
  const at = rows.findIndex((row) => row.rep === rep);
  const kpi = rows[at]?.kpis[id];
  if (!kpi) return null;
  return (
    <div class="people-why" data-from={`/people/${at}/kpis/${id}`}>
      <h3>
        <bdi>{rep}</bdi>
        {' · '}
        {kpiName(id)}
      </h3>
      <p>{kpi.against ? t(AGAINST[kpi.against], { band: t(BANDS[kpi.band].said) }) : t('against_nothing')}</p>
      <Evidence id={id} kpi={kpi} currency={overview.currency} />
    </div>
  );
}
