import type { Activity } from './records.ts';

export type Kind = Activity['kind'];

/** Machine words for a kind, as CRMs write them in types, icons and ids; the first that fits. */
const KINDS: [RegExp, Kind][] = [
  [/whatsapp|chat|conversation/, 'chat'],
  [/linkedin|social/, 'social'],
  [/sms/, 'sms'],
  [/postal/, 'post'],
  [/form/, 'form'],
  [/e-?mail|message|envelope/, 'email'],
  [/call|phone/, 'call'],
  [/meeting|event|users|calendar/, 'meeting'],
  [/note/, 'note'],
  [/task|to-?do|check/, 'task'],
];

export const kindOf = (type: string): Kind =>
  KINDS.find(([word]) => word.test(type.toLowerCase()))?.[1] ?? 'system';
