import type { Problem } from '../../db/database.ts';
import { when } from '../format.ts';
import { number, t } from '../text.ts';

/** What could not be kept is counted here, so that nothing is lost in silence. */
export const Problems = ({ problems }: { problems: Problem[] }) => (
  <section class="card" data-part="problems">
    <h2>{t('problems')}</h2>
    {problems.length === 0 ? <p class="quiet">{t('problems_none')}</p> : <Table problems={problems} />}
  </section>
);

const Table = ({ problems }: { problems: Problem[] }) => (
  <table class="list">
    <thead>
      <tr>
        <th scope="col">{t('problem_what')}</th>
        <th scope="col">{t('problem_why')}</th>
        <th scope="col">{t('problem_count')}</th>
        <th scope="col">{t('problem_last')}</th>
      </tr>
    </thead>
    <tbody>
      {problems.map(({ key, what, why, count, lastAt }) => (
        <tr key={key}>
          <td>
            <bdi>{what}</bdi>
          </td>
          <td>
            <bdi>{why}</bdi>
          </td>
          <td>{number(count)}</td>
          <td>{when(lastAt, Date.now())}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
