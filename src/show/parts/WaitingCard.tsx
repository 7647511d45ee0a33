import type { Waiting } from '../../metrics/waiting.ts';
import { clock, span, when, workDuration } from '../format.ts';
import { isWebAddress, open } from '../tell.ts';
import { number, plural, t } from '../text.ts';
import type { View } from '../view.ts';
import { Icon } from './Icon.tsx';

interface Props {
  waiting: NonNullable<View['waiting']>;
  now: number;
  /** List everyone, not the most urgent alone. */
  all: boolean;
}

/** Who is waiting, the most urgent first. The count is the only large number of the face. */
export function WaitingCard({ waiting, now, all }: Props) {
  const { count, first } = waiting;
  const [urgent] = first;
  if (count === 0 || !urgent) return <NobodyWaiting />;
  const listed = all ? first : [urgent];
  return (
    <section class="card waiting" data-part="waiting" data-state={urgent.state} data-from="/waiting">
      <h2 class="hero">
        <span class="hero-number">{number(count)}</span>
        <span class="hero-words">{plural('leads_waiting', count)}</span>
        {count > listed.length && <span class="more">{plural('more_waiting', count - listed.length)}</span>}
      </h2>
      <ol class="people">
        {listed.map((one, i) => (
          <Person key={`${one.org} ${one.kind} ${one.id}`} one={one} from={`/waiting/${i}`} now={now} />
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

function Person({ one, from, now }: { one: Waiting; from: string; now: number }) {
  const name = one.name ?? one.company ?? t('unnamed');
  return (
    <li class="person" data-state={one.state} data-from={from}>
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
        <p class="quiet small">{since(one, now)}</p>
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

/** Outside working hours the countdown stands still; then it says when the time will be up. */
function since({ waited, targetSeconds, dueAt, remaining: left }: Waiting, now: number): string {
  const standsStill = left > 0 && dueAt !== null && dueAt - now > (left + 1) * 1000;
  return standsStill
    ? t('waiting_due', { waited: span(waited), due: when(dueAt, now) })
    : t('waiting_since', { waited: span(waited), target: workDuration(targetSeconds) });
}

/** Business time against the target: `04:12 left`, `+12 min over`. */
export const remaining = ({ remaining: seconds }: Waiting): string =>
  seconds >= 0 ? t('time_left', { time: clock(seconds) }) : t('time_over', { time: workDuration(-seconds) });
