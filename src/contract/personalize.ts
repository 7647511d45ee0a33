import type { Activity } from './records.ts';

export interface Letter {
  body: string;
  /** Names and words of the lead: name, company, product, source. */
  lead: { name?: string | undefined; words: (string | undefined)[] };
  sender?: string | undefined;
}

const BOOKING = /\b(?:calendly|cal\.com|meetings\.|bookings?|termin|schedule)\S*/iu;
const CONTACT = /(?:\+|\(?0)[\d ()./-]{6,}\d|https?:\/\/\S+|\bwww\.\S+/u;
const PROPOSAL = /[?？؟;]\s|[?？؟]$|\b\d{1,2}[:.]\d{2}\b/u;

const tokens = (s: string | undefined): string[] => (s ?? '').toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];

/**
 * Counts the five elements of a personal message (facts: rubric of the four Ps). The text is looked at here and
 * nowhere else; only five yes-or-no answers leave. `null` where the element could not be told from what is known.
 */
export function personalize({ body, lead, sender }: Letter): NonNullable<Activity['personal']> {
  const lines = body
    .split(/\n+/)
    .map((l) => l.trim())
    .filter(Boolean);
  const names = tokens(lead.name);
  const first = tokens(lines[0]);
  const tail = lines.slice(-8);
  const middle = lines.slice(1, Math.max(1, lines.length - 2)).join(' ');
  const own = lead.words.flatMap(tokens).filter((w) => w.length > 3);
  const senderNames = tokens(sender);
  return {
    greeting: names.length > 0 ? names.some((n) => first.includes(n)) : null,
    sender: senderNames.length > 0 ? senderNames.some((n) => tokens(tail.join(' ')).includes(n)) : null,
    signature: tail.some((l) => CONTACT.test(l) || BOOKING.test(l)),
    relevance: own.length > 0 ? own.some((w) => tokens(middle).includes(w)) : null,
    forward: PROPOSAL.test(body) || BOOKING.test(body),
  };
}
