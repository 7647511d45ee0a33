import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../../contract/settings.ts';
import { exportHistory } from '../../db/history.ts';
import { openDatabase } from '../demo/kept.ts';
import { saveFile } from '../tell.ts';
import { lookUp, number, t } from '../text.ts';
import { usePolicy } from './save.tsx';

interface Props {
  settings: Settings;
  counts: Record<string, number> | undefined;
}

/** What is stored here, how much room it takes, and all of it as a file. */
export function Kept({ counts = {} }: Props) {
  const [bytes, setBytes] = useState<number>();
  const mayExport = usePolicy()?.exportAllowed ?? true;
  useEffect(() => {
    navigator.storage?.estimate().then(({ usage }) => setBytes(usage));
  }, [counts]);
  return (
    <section class="card" data-part="kept">
      <h2>{t('kept')}</h2>
      <p class="quiet">{t('kept_hint')}</p>
      <dl class="counts">
        {Object.entries(counts).map(([table, n]) => (
          <div key={table}>
            <dt>{lookUp(`table_${table}`) ?? table}</dt>
            <dd>{number(n)}</dd>
          </div>
        ))}
      </dl>
      {bytes !== undefined && <p class="small quiet">{t('kept_bytes', { size: sizeText(bytes) })}</p>}
      {mayExport ? (
        <button type="button" class="button" data-part="export" onClick={exportAll}>
          {t('export_all')}
        </button>
      ) : (
        <p class="locked small">{t('export_locked')}</p>
      )}
    </section>
  );
}

function sizeText(bytes: number): string {
  const mega = bytes / 1e6;
  return number(mega, { style: 'unit', unit: 'megabyte', maximumFractionDigits: mega < 10 ? 1 : 0 });
}

async function exportAll(): Promise<void> {
  const db = await openDatabase();
  try {
    const now = Date.now();
    const history = await exportHistory(db, now);
    const day = new Date(now).toISOString().slice(0, 10);
    saveFile(`fourfold-${day}.json`, 'application/json', JSON.stringify(history));
  } finally {
    db.close();
  }
}
