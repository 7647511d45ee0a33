import type { Behind } from '../../metrics/behind.ts';
import { Icon } from '../parts/Icon.tsx';
import { isWebAddress, open } from '../tell.ts';
import { t } from '../text.ts';

interface Props {
  behind: Behind;
  /** Some of them count and some do not. */
  isShare: boolean;
}

/** The leads or deals that a figure rests on; each opens in its CRM on a click. */
export const Records = ({ behind: { rows, all }, isShare }: Props) => (
  <details class="as-table records">
    <summary>{t('show_records')}</summary>
    <ul>
      {rows.map(({ key, name, company, owner, url, isCounted }, i) => {
        const title = name ?? company ?? t('unnamed');
        return (
          // A lead stands there twice that raised a hand twice.
          <li key={`${key} ${i}`} data-record={key} data-counted={isShare ? isCounted : undefined}>
            {isShare && (
              <>
                <span aria-hidden="true">{isCounted ? '●' : '○'}</span>
                <span class="heard">{t(isCounted ? 'counts' : 'counts_not')}</span>
              </>
            )}
            <span class="records-name">
              <bdi>{title}</bdi>
              {name && company && !name.includes(company) && (
                <span class="quiet">
                  {' · '}
                  <bdi>{company}</bdi>
                </span>
              )}
            </span>
            <bdi class="quiet">{owner || t('nobody')}</bdi>
            {url !== undefined && isWebAddress(url) && (
              <button
                type="button"
                class="icon-button"
                aria-label={t('open_name', { name: title })}
                onClick={() => open(url)}
              >
                <Icon name="open" />
              </button>
            )}
          </li>
        );
      })}
    </ul>
    {all > rows.length && <p class="quiet">{t('records_first', { shown: rows.length, all })}</p>}
  </details>
);
