import { meanings } from './dictionary.ts';
import type { Activity } from './records.ts';

export type Kind = Activity['kind'];

const MESSAGES = new Set<Kind>(['email', 'sms', 'chat', 'social']);
export const isMessage = (kind: Kind): boolean => MESSAGES.has(kind);

/** Machine words for a kind, as CRMs write them in types, icons and ids; the first that fits. */
const KINDS: [RegExp, Kind][] = [
  [/whatsapp|chat|conversation/, 'chat'],
  [/linkedin|social/, 'social'],
  [/sms/, 'sms'],
  [/postal/, 'post'],
  [/form(?!a)/, 'form'],
  [/e-?mail|message|envelope/, 'email'],
  [/call|phone/, 'call'],
  [/meeting|event|users|calendar/, 'meeting'],
  [/note/, 'note'],
  [/task|to-?do|check/, 'task'],
];

/** A word of the page's language, or of its machine; behind a colon a more exact one, where it is known ("task:Anruf"). */
export function kindOf(type: string): Kind {
  const exact = /^\w+:(.+)$/u.exec(type)?.[1];
  const kind = exact === undefined ? 'system' : kindOf(exact);
  return kind === 'system' ? kindOfWord(type) : kind;
}

function kindOfWord(type: string): Kind {
  const [word] = meanings('kinds', type).keys();
  const said = KINDS_SAID.find((kind) => kind === word);
  return said ?? KINDS.find(([machine]) => machine.test(type.toLowerCase()))?.[1] ?? 'system';
}

const KINDS_SAID = ['call', 'email', 'meeting', 'task', 'note'] as const;
