import { useEffect, useState } from 'preact/hooks';
import { saveSample } from '../tell.ts';
import { t } from '../text.ts';

interface Props {
  /** Only tabs of these sites can be sampled. */
  origins: string[];
}

/** The open pages of the CRMs, the one that was looked at last first; each gives its structure without its content. */
export function Samples({ origins }: Props) {
  const [tabs, setTabs] = useState<chrome.tabs.Tab[]>([]);
  const [silent, setSilent] = useState<number>();
  const key = origins.join();
  useEffect(() => {
    if (origins.length === 0) return setTabs([]);
    chrome.tabs
      .query({ url: origins })
      .then((found) => setTabs(found.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))));
  }, [key]);
  return (
    <section class="card" data-part="samples">
      <h2>{t('samples')}</h2>
      <p class="quiet">{t('sample_about')}</p>
      {tabs.length === 0 && <p class="quiet small">{t('samples_none')}</p>}
      <ul class="rows">
        {tabs.map(({ id = -1, title = '' }) => (
          <li key={id}>
            <bdi>{title}</bdi>
            <button
              type="button"
              class="button"
              aria-label={t('sample_save_name', { name: title })}
              onClick={async () => setSilent((await saveSample(id)) ? undefined : id)}
            >
              {t('sample_save_short')}
            </button>
            {silent === id && (
              <p class="small warn" role="alert">
                {t('sample_silent')}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
