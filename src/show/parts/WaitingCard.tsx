import type { Waiting } from '../../metrics/waiting.ts';
import { clock, duration, span } from '../format.ts';
import { isWebAddress, open } from '../tell.ts';
import { number, plural, t } from '../text.ts';
import type { View } from '../view.ts';
import { Icon } from './Icon.tsx';

/** Who is waiting, the most urgent first. The count is the only large number of the face. */
export function WaitingCard({ waiting, all }: { waiting: NonNullable<View['waiting']>; all?: boolean }) {
  const { count, first } = waiting;
  const [urgent] = first;
  if (count === 0 || !urgent) return <NobodyWaiting />;
  const listed = all ? first : [urgent];
  return (
    <section class="card waiting" data-part="waiting" data-state={urgent.state}>
      <h2 class="hero">
        <span class="hero-number">{number(count)}</span>
        <span class="hero-words">{plural('leads_waiting', count)}</span>
        {count > listed.length && <span class="more">{plural('more_waiting', count - listed.length)}</span>}
      </h2>
      <ol class="people">
        {listed.map((one) => (
          <Person key={`${one.org} ${one.kind} ${one.id}`} one={one} />
        ))}
      </ol>
    </section>
  );
}

const NobodyWaiting = () => (
  <section class="card nobody" data-part="waiting" data-state="none">
    <span class="nobody-mark">
      <Icon name="check" />
    </span>
    <div>
      <h2>{t('nobody_waiting')}</h2>
      <p class="quiet">{t('nobody_waiting_hint')}</p>
    </div>
  </section>
);

function Person({ one }: { one: Waiting }) {
  const name = one.name ?? one.company ?? t('unnamed');
  return (
    <li class="person" data-state={one.state}>
      <div class="person-text">
        <p class="person-name">
          <bdi>{name}</bdi>
          {one.source && (
            <span class="quiet">
              {' · '}
              <bdi>{one.source}</bdi>
            </span>
          )}
        </p>
        <p class="countdown" data-part="countdown" data-state={one.state} role="timer">
          {remaining(one)}
        </p>
        <p class="quiet small">
          {t('waiting_since', { waited: span(one.waited), target: duration(one.targetSeconds) })}
        </p>
      </div>
      {one.url !== undefined && isWebAddress(one.url) && <OpenButton url={one.url} name={name} />}
    </li>
  );
}

const OpenButton = ({ url, name }: { url: string; name: string }) => (
  <button
    type="button"
    class="button primary"
    data-part="open"
    aria-label={t('open_name', { name })}
    onClick={() => open(url)}
  >
    {t('open')}
    <Icon name="open" />
  </button>
);

/** Business time against the target: `04:12 left`, `+12 min over`. */
export const remaining = ({ remaining: seconds }: Waiting): string =>
  seconds >= 0 ? t('time_left', { time: clock(seconds) }) : t('time_over', { time: duration(-seconds) });
