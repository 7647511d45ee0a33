import type { Fault } from '../../collect/files/import.ts';
import { reason } from '../names.ts';
import { number, plural, t } from '../text.ts';

/** So many are listed; a column that is misunderstood has one for each of its rows. */
const MOST = 100;

/** What of the files could not be understood: where, and why. All else of such a row is kept. */
export function FaultList({ faults }: { faults: readonly Fault[] }) {
  if (faults.length === 0) return null;
  return (
    <details class="faults" data-part="faults">
      <summary>{plural('import_faults', faults.length)}</summary>
      <div class="wide-table">
        <table class="list">
          <thead>
            <tr>
              <th scope="col">{t('import_file')}</th>
              <th scope="col">{t('import_line')}</th>
              <th scope="col">{t('import_column')}</th>
              <th scope="col">{t('problem_why')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, MOST).map((fault) => (
              <tr key={`${fault.file} ${fault.line} ${fault.column} ${fault.why}`}>
                <td>
                  <bdi>{fault.file}</bdi>
                </td>
                <td>{number(fault.line)}</td>
                <td>
                  <bdi>{fault.column || '—'}</bdi>
                </td>
                <td>
                  {reason(fault.why)}
                  {fault.value !== undefined && (
                    <>
                      {' '}
                      <bdi class="quiet">{fault.value}</bdi>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {faults.length > MOST && (
        <p class="small quiet">{plural('import_more_faults', faults.length - MOST)}</p>
      )}
    </details>
  );
}
