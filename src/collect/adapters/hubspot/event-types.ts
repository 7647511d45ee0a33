import type { RawActivity } from '../../../contract/raw.ts';

type Told = Pick<RawActivity, 'type' | 'direction' | 'automated'>;

/**
 * The page's own words for what a card is are known in part, so they are asked for what they contain. What was
 * opened, clicked or visited is a trace of a message that is a card of its own.
 */
const TYPES: [RegExp, Told][] = [
  [
    /(?:mail|form|sms).*(?:open|click|track|view|visit|deliver|bounce|subscri|deferr|drop|spam|repl)/,
    { type: 'system' },
  ],
  [/whats.?app/, { type: 'whatsapp' }],
  [/linked.?in/, { type: 'linkedin' }],
  [/sms/, { type: 'sms' }],
  [/postal/, { type: 'postal' }],
  // Which side began, and who answered, it does not tell.
  [/conversation|chat/, { type: 'conversation', direction: 'none' }],
  [/form(?!at|er|ance|ula)/, { type: 'form', direction: 'in' }],
  [/(?:marketing|campaign|bulk|batch).*mail/, { type: 'email', direction: 'out', automated: true }],
  [/incoming.*mail/, { type: 'email', direction: 'in' }],
  [/mail/, { type: 'email' }],
  [/call/, { type: 'call' }],
  [/meeting/, { type: 'meeting' }],
  [/note/, { type: 'note' }],
  [/task/, { type: 'task' }],
];

export const typeOf = (name: string): Told =>
  TYPES.find(([word]) => word.test(name.toLowerCase()))?.[1] ?? { type: 'system' };
