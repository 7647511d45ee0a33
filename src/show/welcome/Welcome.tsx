import { Crms } from '../options/Crms.tsx';
import { Me } from '../options/Me.tsx';
import type { Stored } from '../options/stored.ts';
import { TryDemo } from '../parts/Demo.tsx';
import { Mark } from '../parts/Icon.tsx';
import { enable } from '../tell.ts';
import { type Key, t } from '../text.ts';

const READ = ['welcome_reads_records', 'welcome_reads_activities', 'welcome_reads_counts'] as const;
const NEVER = ['welcome_never_text', 'welcome_never_sends', 'welcome_never_writes'] as const;

/** The first thing that one sees: what is read and what is not, where, and who one is. Each step can wait. */
export const Welcome = ({ settings, people, origins }: Stored) => (
  <main class="face welcome">
    <h1>
      <Mark />
      {t('welcome_title')}
    </h1>
    <p>{t('app_description')}</p>
    <ol class="steps">
      <li>
        <h2>{t('welcome_step_reads')}</h2>
        <div class="card reads">
          <Points title="welcome_reads" keys={READ} />
          <Points title="welcome_never" keys={NEVER} isNever />
        </div>
      </li>
      <li>
        <h2>{t('welcome_step_enable')}</h2>
        <p class="quiet">{t('welcome_enable_hint')}</p>
        <div class="crm-buttons">
          <Enable name="Salesforce" hosts={SALESFORCE} origins={origins} />
          <Enable name="HubSpot" hosts={HUBSPOT} origins={origins} />
        </div>
        <Crms origins={origins} />
      </li>
      <li>
        <h2>{t('welcome_step_you')}</h2>
        <Me names={settings.me?.names ?? []} seen={people} />
      </li>
    </ol>
    <p>{t('welcome_done')}</p>
    <TryDemo />
  </main>
);

const Points = ({
  title,
  keys,
  isNever = false,
}: {
  title: Key;
  keys: readonly Key[];
  isNever?: boolean;
}) => (
  <section class={isNever ? 'never' : undefined}>
    <h3>{t(title)}</h3>
    <ul>
      {keys.map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ul>
  </section>
);

const SALESFORCE = ['https://*.lightning.force.com/*'];
/** Europe and the others have hosts of their own. */
const HUBSPOT = ['app', 'app-eu1', 'app-na2', 'app-na3', 'app-ap1'].map(
  (region) => `https://${region}.hubspot.com/*`,
);

interface EnableProps {
  name: string;
  hosts: string[];
  origins: string[];
}

/** One click and the browser's own question; where it was answered there is nothing more to ask. */
function Enable({ name, hosts, origins }: EnableProps) {
  const isOn = hosts.every((host) => origins.includes(host));
  return (
    <button
      type="button"
      class="button primary"
      data-crm={name}
      disabled={isOn}
      onClick={() => enable(...hosts)}
    >
      {isOn ? t('welcome_enabled', { name }) : t('welcome_enable', { name })}
    </button>
  );
}
