import { useState } from 'preact/hooks';
import { enable, look } from '../tell.ts';
import { t } from '../text.ts';
import type { Page } from '../view.ts';

interface Props {
  page: Extract<Page, { is: 'off' }>;
  tab: number | undefined;
}

/** First run on a CRM: what would be read, by whom it is seen, and the one button that allows it. */
export function Enable({ page, tab }: Props) {
  const [refused, setRefused] = useState(false);
  const ask = async () => {
    const granted = await enable(page.origin);
    setRefused(!granted);
    if (granted && tab !== undefined) await look(tab);
  };
  const host = page.origin.replace(/^\w+:\/\/|\/\*$/g, '');
  return (
    <section class="card enable" data-part="enable">
      <h2>{t('enable_title', { crm: brand(page.crm) })}</h2>
      <p>{t('enable_text', { host })}</p>
      <button type="button" class="button primary wide" data-part="enable-button" onClick={ask}>
        {t('enable')}
      </button>
      {refused && (
        <p class="small warn" role="status">
          {t('enable_refused')}
        </p>
      )}
      <p class="quiet small">{t('enable_promise')}</p>
    </section>
  );
}

/** Adapters are named in small letters; the products write themselves otherwise. */
const brands: Record<string, string> = { espocrm: 'EspoCRM', hubspot: 'HubSpot', suitecrm: 'SuiteCRM' };
const brand = (id: string): string => brands[id] ?? id.charAt(0).toUpperCase() + id.slice(1);
