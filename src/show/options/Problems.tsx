import type { Problem } from '../../db/database.ts';
import { when } from '../format.ts';
import { type Key, number, t } from '../text.ts';

/** What could not be kept is counted here, so that nothing is lost in silence. */
export const Problems = ({ problems }: { problems: Problem[] }) => (
  <section class="card" data-part="problems">
    <h2>{t('problems')}</h2>
    {problems.length === 0 ? <p class="quiet">{t('problems_none')}</p> : <Table problems={problems} />}
  </section>
);

/** What people are to understand; all else is for whoever mends it, in its own words. */
const WORDS: Record<string, Key> = {
  storing: 'problem_storing',
  'rolled up': 'problem_rolled_up',
  'low space': 'problem_low_space',
};
const inWords = (text: string): string => (WORDS[text] ? t(WORDS[text]) : text);

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
            <bdi>{inWords(what)}</bdi>
          </td>
          <td>
            <bdi>{inWords(why)}</bdi>
          </td>
          <td>{number(count)}</td>
          <td>{when(lastAt, Date.now())}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
