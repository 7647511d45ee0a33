import type { Moment } from '../../contract/moment.ts';
import type { Evidence } from '../../metrics/score.ts';
import { duration, when } from '../format.ts';
import { type Key, lookUp, type Params, t } from '../text.ts';
import type { Shown, Touch } from '../view.ts';
import type { P } from './Grades.tsx';

/** What of a record can be opened. */
export type Figure = P | 'touch';

/** The sentence behind a figure of a record. */
export function whyOf(figure: Figure, { score, lastTouch }: Shown, now: number): string {
  if (figure === 'touch') {
    if (!lastTouch) return t('no_touch_seen');
    const params = { kind: t(touchNames[lastTouch.kind]), at: when(lastTouch.at, now), by: lastTouch.by ?? t('someone') };
    return t(lastTouch.inbound ? 'touch_in' : 'touch_out', params);
  }
  return score ? sentence(score[figure].evidence, now) : t('no_clock');
}

/** Evidence comes as a key and bare values; each is written by what its name says it is. */
export function sentence({ key, params }: Evidence, now: number): string {
  const shown: Params = {};
  for (const [name, value] of Object.entries(params)) shown[name] = write(name, value, now);
  return lookUp(key, shown) ?? t('no_evidence');
}

const write = (name: string, value: string | number | Moment | null, now: number): string | number => {
  if (value === null) return t('someone');
  if (typeof value === 'string') return value in touchNames ? t(touchNames[value as Touch['kind']]) : value;
  if (typeof value !== 'number' || /^(at|from|to|raised|.*At)$/.test(name)) return when(value, now);
  return /seconds$/i.test(name) ? duration(value) : value;
};

export const touchNames: { [K in Touch['kind']]: Key } = {
  email: 'touch_email',
  call: 'touch_call',
  meeting: 'touch_meeting',
  sms: 'touch_sms',
  chat: 'touch_chat',
  social: 'touch_social',
  post: 'touch_post',
  form: 'touch_form',
  note: 'touch_note',
  task: 'touch_task',
  system: 'touch_system',
};
