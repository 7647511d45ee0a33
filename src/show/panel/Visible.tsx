import { fourPs, letters, type P, spoken } from '../parts/Grades.tsx';
import { marksOf } from '../parts/Record.tsx';
import { remaining } from '../parts/WaitingCard.tsx';
import { type Key, t } from '../text.ts';
import type { Shown } from '../view.ts';

const shortNames: Record<P, Key> = {
  promptness: 'promptness_short',
  persistence: 'persistence_short',
  personalization: 'personalization_short',
  performance: 'performance_short',
};

/** The records that were just read, each with its four letters. */
export const Visible = ({ records }: { records: Shown[] }) => (
  <section class="card" data-part="visible">
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
        {records.map((record) => (
          <Row key={`${record.where.kind} ${record.where.id}`} record={record} />
        ))}
      </tbody>
    </table>
  </section>
);

function Row({ record }: { record: Shown }) {
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
