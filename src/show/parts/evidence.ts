import type { Moment } from '../../contract/moment.ts';
import type { Deal, Lead } from '../../contract/records.ts';
import type { Evidence } from '../../metrics/score.ts';
import { span, when } from '../format.ts';
import type { Shown, Touch } from '../shown.ts';
import { type Key, list, lookUp, type Params, t } from '../text.ts';
import type { P } from './Grades.tsx';

/** What of a record can be opened. */
export type Figure = P | 'touch';

/** The sentences behind a figure of a record. */
export function whyOf(figure: Figure, { score, lastTouch }: Shown, now: number): string {
  if (figure === 'touch') return lastTouch ? touchSentence(lastTouch, now) : t('no_touch_seen');
  return score ? sentence(score[figure].evidence, now) : t('no_clock');
}

function touchSentence({ kind, at, by, inbound }: Touch, now: number): string {
  const params = { kind: t(touchNames[kind]), at: when(at, now), by: by ?? t('someone') };
  return t(inbound ? 'touch_in' : 'touch_out', params);
}

/** Evidence comes as a key and bare values; here it becomes words. */
export function sentence({ key, params }: Evidence, now: number): string {
  const shown: Params = {};
  for (const [name, value] of Object.entries(params)) shown[name] = written(name, value, now);
  const said = [lookUp(key, shown) ?? t('no_evidence')];
  if (params.missing) said.push(t('elements_missing', { elements: elements(params.missing) }));
  if (params.unseen) said.push(t('elements_unseen', { elements: elements(params.unseen) }));
  return said.join(' ');
}

type Value = Evidence['params'][string];

/** Each value is written by what its name says it holds; see metrics/evidence.ts. */
function written(name: string, value: Value, now: number): string | number {
  if (value === null) return t(name === 'raise' ? 'record_created' : 'someone');
  if (name === 'at' || name === 'raisedAt') return when(value as Moment, now);
  if (name === 'seconds' || name === 'age') return span(value as number | [number, number]);
  if (name === 'kind' || name === 'raise') return t(touchNames[value as Touch['kind']]);
  if (name === 'outcome') return t(outcomeNames[value as keyof typeof outcomeNames]);
  return typeof value === 'object' ? span(value) : value;
}

const elements = (names: Value): string =>
  list(
    String(names)
      .split(',')
      .map((name) => t(elementNames[name as keyof typeof elementNames])),
  );

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

const outcomeNames: { [K in (Lead | Deal)['outcome']]: Key } = {
  open: 'outcome_open',
  converted: 'outcome_converted',
  disqualified: 'outcome_disqualified',
  unreachable: 'outcome_unreachable',
  'opted-out': 'outcome_opted_out',
  duplicate: 'outcome_duplicate',
  spam: 'outcome_spam',
  won: 'outcome_won',
  lost: 'outcome_lost',
};

const elementNames = {
  greeting: 'element_greeting',
  sender: 'element_sender',
  signature: 'element_signature',
  relevance: 'element_relevance',
  forward: 'element_forward',
} as const satisfies Record<string, Key>;
