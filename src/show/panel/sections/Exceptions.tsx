import { useState } from 'preact/hooks';
import { type Exception, REASON_IDS, type Reason } from '../../../metrics/exceptions.ts';
import { date, money } from '../../format.ts';
import { Icon } from '../../parts/Icon.tsx';
import { isWebAddress, open } from '../../tell.ts';
import { number, plural, t } from '../../text.ts';
import { reasonName, reasonSaid } from '../check-words.ts';
import type { Section, SectionProps } from '../Section.tsx';

export const exceptions: Section = {
  id: 'exceptions',
  title: 'section_exceptions',
  isOpen: true,
  from: '/exceptions',
  note: ({ overview }) => number(overview.exceptions.open.length),
  Body: Exceptions,
};

/** So many are seen before one asks for the rest. */
const FIRST = 6;

function Exceptions({ overview }: SectionProps) {
  const [only, setOnly] = useState<Reason['id']>();
  const [isAll, setIsAll] = useState(false);
  const { open: found, snoozed } = overview.exceptions;
  const fitting = only ? found.filter(({ reasons }) => reasons.some(({ id }) => id === only)) : found;
  const listed = isAll ? fitting : fitting.slice(0, FIRST);
  return (
    <>
      {found.length === 0 && <p class="quiet">{t('exceptions_none')}</p>}
      {found.length > 0 && <Filters found={found} only={only} onOnly={setOnly} />}
      <ol class="exceptions">
        {listed.map((one) => (
          <Row
            key={one.key}
            one={one}
            from={`/exceptions/open/${found.indexOf(one)}`}
            currency={overview.currency}
            isOfTeam={overview.report.rep === null}
          />
        ))}
      </ol>
      {fitting.length > FIRST && (
        <button type="button" class="link" data-part="exceptions-all" onClick={() => setIsAll(!isAll)}>
          {isAll ? t('show_fewer') : t('show_all', { count: fitting.length })}
        </button>
      )}
      {snoozed.length > 0 && <Snoozed snoozed={snoozed} />}
    </>
  );
}

interface FiltersProps {
  found: readonly Exception[];
  only: Reason['id'] | undefined;
  onOnly: (id: Reason['id'] | undefined) => void;
}

/** How often each reason occurs; a click shows those records alone. */
function Filters({ found, only, onOnly }: FiltersProps) {
  const counts = new Map<Reason['id'], number>();
  for (const { reasons } of found) for (const { id } of reasons) counts.set(id, (counts.get(id) ?? 0) + 1);
  return (
    <div class="chips filters">
      {REASON_IDS.filter((id) => counts.has(id)).map((id) => (
        <button
          type="button"
          key={id}
          class="chip"
          aria-pressed={only === id}
          onClick={() => onOnly(only === id ? undefined : id)}
        >
          {reasonName(id)} <b>{number(counts.get(id) ?? 0)}</b>
        </button>
      ))}
    </div>
  );
}

interface RowProps {
  one: Exception;
  from: string;
  currency: string | null;
  isOfTeam: boolean;
}

function Row({ one, from, currency, isOfTeam }: RowProps) {
  const { key, name, company, owner, url, amount, reasons } = one;
  const title = name ?? company ?? t('unnamed');
  return (
    <li class="exception" data-exception={key} data-amount={amount} data-from={from}>
      <p class="exception-name">
        <bdi>{title}</bdi>
      </p>
      <p class="exception-amount">
        {amount === null ? (
          <span class="quiet small">{t('amount_unknown')}</span>
        ) : (
          money(amount, one.currency ?? currency, true)
        )}
      </p>
      <p class="exception-why small">
        {reasons.map((reason) => (
          <span key={reason.id} class="reason" data-reason={reason.id}>
            {reasonSaid(reason)}
          </span>
        ))}
        {isOfTeam && <bdi class="quiet">{owner || t('nobody')}</bdi>}
      </p>
      {url !== undefined && isWebAddress(url) && (
        <button
          type="button"
          class="icon-button exception-open"
          aria-label={t('open_name', { name: title })}
          title={t('open_name', { name: title })}
          onClick={() => open(url)}
        >
          <Icon name="open" />
        </button>
      )}
    </li>
  );
}

/** What was put aside is not gone. */
const Snoozed = ({ snoozed }: { snoozed: readonly Exception[] }) => (
  <details class="snoozed">
    <summary>
      {plural(
        'snoozed_count',
        snoozed.reduce((all, { reasons }) => all + reasons.length, 0),
      )}
    </summary>
    <ul>
      {snoozed.flatMap(({ key, name, company, reasons }) =>
        reasons.map(({ id, snoozed: aside }) => (
          <li key={`${key} ${id}`}>
            <bdi>{name ?? company ?? t('unnamed')}</bdi>
            {' · '}
            {reasonName(id)}
            <span class="quiet">
              {' · '}
              {aside && t('snoozed_until', { until: date(aside.until), reason: aside.reason })}
            </span>
          </li>
        )),
      )}
    </ul>
  </details>
);
