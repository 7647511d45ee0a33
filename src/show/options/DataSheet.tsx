import type { ComponentChild } from 'preact';
import { language, lookUp, number, t } from '../text.ts';
import { HOLDS, PARTS, rulesOf } from './data.ts';
import type { Stored } from './stored.ts';

/** One page for a works council and a data-protection officer, of this installation as it is; to be printed. */
export function DataSheet(stored: Stored) {
  const manifest = chrome.runtime.getManifest();
  const now = Date.now();
  const day = new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(now);
  const tables: Partial<Record<string, ComponentChild>> = {
    data_what: <Kept counts={stored.seen?.counts ?? {}} />,
    data_rules: <Rules stored={stored} now={now} />,
    data_permissions: <Permissions manifest={manifest} />,
  };
  return (
    <article class="card sheet-of-data" data-part="data-sheet">
      <h2>
        {t('app_name')}: {t('data_sheet')}
      </h2>
      <p class="quiet">{t('data_sheet_about')}</p>
      {PARTS.map(([title, text]) => (
        <section key={title}>
          <h3>{t(title)}</h3>
          {text ? <p>{t(text)}</p> : tables[title]}
        </section>
      ))}
      <p class="quiet small">{t('data_made', { version: manifest.version, day })}</p>
      <button type="button" class="button primary" data-part="print" onClick={() => window.print()}>
        {t('print')}
      </button>
    </article>
  );
}

const Kept = ({ counts }: { counts: Record<string, number> }) => (
  <table class="list">
    <tbody>
      {Object.entries(HOLDS).map(([table, about]) => (
        <tr key={table}>
          <th scope="row">{lookUp(`table_${table}`)}</th>
          <td>{t(about)}</td>
          <td class="narrow">{counts[table] === undefined ? '' : number(counts[table])}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Rules = ({ stored, now }: { stored: Stored; now: number }) => (
  <table class="list">
    <thead>
      <tr>
        <th scope="col">{t('table_settings')}</th>
        <th scope="col">{t('value')}</th>
        <th scope="col">{t('data_set_by')}</th>
      </tr>
    </thead>
    <tbody>
      {rulesOf(stored, now).map(({ label, value, by }) => (
        <tr key={label}>
          <th scope="row">{label}</th>
          <td>
            <bdi>{value}</bdi>
          </td>
          <td>{by}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** As the browser knows them, and where the extension's pages may connect to. */
function Permissions({ manifest }: { manifest: chrome.runtime.Manifest }) {
  const { permissions = [], optional_permissions = [], content_security_policy: policy } = manifest;
  const pages = typeof policy === 'object' ? policy?.extension_pages : undefined;
  const connect = /connect-src [^;]*/.exec(pages ?? '')?.[0];
  return (
    <p dir="ltr">
      <code>{[...permissions, ...optional_permissions.map((name) => `(${name})`), connect].join(' · ')}</code>
    </p>
  );
}
