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

/** What the page tells of itself: records, stages, lists, visits, and what machines did. */
const SYSTEM =
  /deal|contact|company|lead|ticket|quote|stage|lifecycle|creat|propert|owner|assign|associat|merge|list|page|view|visit|sequence|workflow|playbook|import|integration|\bads?\b|campaign|survey|feedback|document|order|cart|invoice|payment|subscription|event|engagement|privacy|system/;

/** A word that is not known says nothing of what the card is. */
export const typeOf = (name: string): Told | undefined => {
  const word = name.toLowerCase();
  return (
    TYPES.find(([known]) => known.test(word))?.[1] ?? (SYSTEM.test(word) ? { type: 'system' } : undefined)
  );
};
