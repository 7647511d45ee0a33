import { useState } from 'preact/hooks';
import type { DealCheck } from '../../metrics/deal-checks.ts';
import { keyOf } from '../../metrics/histories.ts';
import { fourPs, letters, type P, spoken } from '../parts/Grades.tsx';
import { marksOf } from '../parts/Record.tsx';
import { remaining } from '../parts/WaitingCard.tsx';
import type { Shown } from '../shown.ts';
import { type Key, plural, t } from '../text.ts';
import { reasonName } from './check-words.ts';

const shortNames: Record<P, Key> = {
  promptness: 'promptness_short',
  persistence: 'persistence_short',
  personalization: 'personalization_short',
  performance: 'performance_short',
};

interface Props {
  records: readonly Shown[];
  /** Of the deals among them, by `<org>/deal/<id>`. */
  checks?: Record<string, DealCheck[]> | undefined;
}

/** So many stand there before one asks for the rest. */
const FIRST = 8;

/** The records that the page shows, each with its four letters; of a deal what its checks have against it. */
export function Visible({ records, checks = {} }: Props) {
  const [isAll, setIsAll] = useState(false);
  const rows = records
    .map((record) => ({ record, failed: failedOf(record, checks) }))
    .sort((a, b) => b.failed.length - a.failed.length);
  return (
    <section class="card" data-part="visible" data-from="/visible">
      <table class="visible">
        <thead>
          <tr>
            <th scope="col">{t('records_lately')}</th>
            {fourPs.map((p) => (
              <th scope="col" key={p}>
                {t(shortNames[p])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(isAll ? rows : rows.slice(0, FIRST)).map(({ record, failed }) => (
            <Row key={`${record.where.kind} ${record.where.id}`} record={record} failed={failed} />
          ))}
        </tbody>
      </table>
      {rows.length > FIRST && (
        <button type="button" class="link" onClick={() => setIsAll(!isAll)}>
          {isAll ? t('show_fewer') : t('show_all', { count: rows.length })}
        </button>
      )}
    </section>
  );
}

function failedOf({ where }: Shown, checks: Record<string, DealCheck[]>): DealCheck[] {
  const found = where.kind === 'deal' ? checks[keyOf(where.org, 'deal', where.id)] : undefined;
  return (found ?? []).filter(({ state, snoozed }) => state === 'fail' && !snoozed);
}

function Row({ record, failed }: { record: Shown; failed: readonly DealCheck[] }) {
  const marks = record.score && marksOf(record.score);
  return (
    <tr>
      <th scope="row">
        <bdi>{record.name ?? record.company ?? t('unnamed')}</bdi>
        {record.waiting && (
          <span class="countdown row-state" data-state={record.waiting.state}>
            {remaining(record.waiting)}
          </span>
        )}
        {failed.length > 0 && (
          <span class="row-checks">
            <span aria-hidden="true">✕ </span>
            <span class="heard">{plural('checks_failed', failed.length)}: </span>
            {failed.map(({ id }) => (
              <span key={id} class="reason" data-check={id}>
                {reasonName(id)}
              </span>
            ))}
          </span>
        )}
      </th>
      {fourPs.map((p) => (
        <td key={p}>
          <span aria-hidden="true" dir="ltr">
            {marks ? letters(marks[p]) : '—'}
          </span>
          <span class="heard">{marks ? spoken(marks[p]) : t('grade_unknown')}</span>
        </td>
      ))}
    </tr>
  );
}
