import { useState } from 'preact/hooks';
import { isAllowed } from '../../contract/policy.ts';
import { enable, isWebAddress } from '../tell.ts';
import { list, t } from '../text.ts';
import { usePolicy } from './save.tsx';

/** Sites that Fourfold may read; each was allowed by a click and can be taken back by one. */
export const Crms = ({ origins }: { origins: string[] }) => (
  <section class="card" data-part="crms">
    <h2>{t('crms')}</h2>
    {origins.length === 0 && <p class="quiet">{t('crms_none')}</p>}
    <ul class="rows">
      {origins.map((origin) => (
        <li key={origin}>
          <bdi>{hostOf(origin)}</bdi>
          <button
            type="button"
            class="button"
            aria-label={t('disable_name', { name: hostOf(origin) })}
            onClick={() => chrome.permissions.remove({ origins: [origin] })}
          >
            {t('disable')}
          </button>
        </li>
      ))}
    </ul>
    <AddAddress />
  </section>
);

const hostOf = (origin: string): string => origin.replace(/^\w+:\/\/|\/\*$/g, '');

/** One's own CRM: the user types where it stands, the browser asks for that one site. */
function AddAddress() {
  const [wrong, setWrong] = useState<string>();
  const policy = usePolicy();
  const hint = policy?.hosts ? t('address_allowed', { hosts: list(policy.hosts) }) : t('address_hint');
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const origin = originOf(String(new FormData(form).get('address')));
    if (origin === undefined) return setWrong(t('address_wrong'));
    if (!isAllowed(hostOf(origin), policy)) return setWrong(t('address_locked'));
    const granted = await enable(origin);
    setWrong(granted ? undefined : t('enable_refused'));
    if (granted) form.reset();
  };
  return (
    <form class="field" onSubmit={add} noValidate>
      <label for="address">{t('address')}</label>
      <div class="with-button">
        <input
          id="address"
          name="address"
          dir="ltr"
          placeholder="https://crm.example.com"
          aria-invalid={wrong !== undefined}
          aria-describedby="address-hint"
        />
        <button type="submit" class="button primary">
          {t('add')}
        </button>
      </div>
      <p id="address-hint" class={wrong ? 'small warn' : 'small quiet'} role={wrong ? 'alert' : undefined}>
        {wrong ?? hint}
      </p>
    </form>
  );
}

/** The match pattern of the one site that a typed address names; `undefined` when it names none. */
export function originOf(text: string): string | undefined {
  const typed = text.trim();
  const address = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (typed === '' || /[\s*]/.test(typed) || !isWebAddress(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  const named = hostname.includes('.') || hostname === 'localhost';
  return named ? `${protocol}//${hostname}/*` : undefined;
}
