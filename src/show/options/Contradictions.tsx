import type { Moment } from '../../contract/moment.ts';
import { when } from '../format.ts';
import { keyed } from '../names.ts';
import { type Key, lookUp, t } from '../text.ts';
import type { Stored } from './stored.ts';

type Props = Pick<Stored, 'contradictions'>;

/** What two pages told differently, though only one of them can be right: none of it is thrown away. */
export const Contradictions = ({ contradictions }: Props) => (
  <section class="card" data-part="contradictions">
    <h2>{t('contradictions')}</h2>
    {contradictions.length === 0 ? (
      <p class="quiet">{t('contradictions_none')}</p>
    ) : (
      <>
        <p class="quiet">{t('contradictions_hint')}</p>
        <Table contradictions={contradictions} />
      </>
    )}
  </section>
);

const Table = ({ contradictions }: Props) => (
  <table class="list">
    <thead>
      <tr>
        <th scope="col">{t('field_record')}</th>
        <th scope="col">{t('problem_what')}</th>
        <th scope="col">{t('contradictions_told')}</th>
      </tr>
    </thead>
    <tbody>
      {contradictions.map(({ org, table, id, field, on, name, told }) => (
        <tr key={JSON.stringify([org, table, id, field])}>
          <td>
            <bdi>{name ?? on?.id ?? `${t('field_ticket')} ${id}`}</bdi>
          </td>
          <td>{lookUp(`field_${keyed(field)}`) ?? field}</td>
          <td>
            <ul>
              {told.map(({ value, seenAt }) => (
                <li key={JSON.stringify(value)}>
                  {t('contradictions_value', { value: valueText(value), seen: when(seenAt, Date.now()) })}
                </li>
              ))}
            </ul>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const WAYS: Record<string, Key> = { in: 'told_in', out: 'told_out' };

function valueText(value: Moment | string): string {
  if (typeof value !== 'string') return when(value, Date.now());
  return WAYS[value] ? t(WAYS[value]) : (lookUp(`touch_${value}`) ?? value);
}
