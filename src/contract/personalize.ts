import { spaced, stands, UNSPACED } from './match.ts';
import type { Activity } from './records.ts';
import { latinDigits } from './words.ts';

export interface Letter {
  body: string;
  /** Names and words of the lead: name, company, product, source. */
  lead: { name?: string | undefined; words: (string | undefined)[] };
  sender?: string | undefined;
}

/** Links to a calendar in which the reader may choose a time. */
const BOOKING =
  /https?:\/\/\S{0,300}(?:meet|book|calend|termin|schedul|agenda|appoint|rdv|cita|yoyaku)|\b(?:calendly\.com|cal\.com|meetings[\w-]*\.hubspot\.com|calendar\.app\.google|youcanbook\.me|doodle\.com|timerex\.net)\/\S/iu;
const ADDRESS = /https?:\/\/\S|(?<![\p{L}\d])www\.\S|[^\s@<>]{1,64}@[^\s@<>]{1,253}\.\p{L}{2,}/u;
const DATE =
  /(?<![\d./-])(?:\d{4}([./-])\d{1,2}\1\d{1,2}|\d{1,2}([./-])\d{1,2}\2(?:\d{4}|\d{2}))(?![./-]?\d)/gu;
const NUMBER = /[+(]?\d[\d ()./‐-―ー-]{5,}\d/gu;

/** Question marks; Greek asks with a semicolon, Japanese also with a word alone. */
const QUESTION =
  /\?(?=[\s"'“”’»」)\]]|$)|(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])\?|؟|(?<=\p{sc=Grek});(?=\s|$)|(?:です|ます|でしょう|ません)か(?=[。\s]|$)/mu;
const HOUR = '(?:[01]?\\d|2[0-3])';
const TIME = new RegExp(
  [
    `(?<![\\d.,:/€$£-])${HOUR}(?:[:.][0-5]\\d(?![.,:/-]?\\d)(?!\\s?[%€$£])|時)`,
    `(?<![\\d.,:/-])${HOUR}\\s?(?:h\\d\\d|uhr|uur|[ap]\\.?m\\.?|час(?:а|ов)?)(?![\\p{L}\\d])`,
    `(?<!\\p{L})(?:à|às|vers|a las) ${HOUR} ?h(?!\\p{L})`,
    `(?<!\\p{L})(?:الساعة|a las|στις|ora|ore) ${HOUR}(?![\\d.,])`,
  ].join('|'),
  'iu',
);

/** Forms of a firm, and words that are in every letter, say nothing of the one it is written to. */
const COMMON =
  /^(?:gmbh|limited|company|corp|corporation|group|gruppe|groupe|grupo|gruppo|holding|societe|sociedade?|societa|empresa|entreprise|εταιρ(?:ε|)ια|компания|(?:ال)?شركة|(?:ال)?مجموعة|mail|email|website|other|partner)$/u;
const FIRM = /株式会社|有限会社|合同会社/gu;
const HONOURED = /([\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー・]{1,20})\s?(?:様|さま|さん|殿|先生)/gu;

const tokens = (s: string | undefined): string[] => spaced(s ?? '').match(/[\p{L}\p{N}]{2,}/gu) ?? [];

/** Greek and Russian bend names: Νίκος, Νίκο; Иванов, Иванову. */
const bent = (line: string, name: string): boolean =>
  /^[\p{sc=Grek}\p{sc=Cyrl}]{4,}$/u.test(name) &&
  tokens(line).some((t) => t.startsWith(name.slice(0, -2)) && Math.abs(t.length - name.length) <= 2);

const names = (line: string, words: string[]): boolean => {
  const text = spaced(line);
  return words.some((w) => stands(text, w) || bent(line, w));
};

/** 「田中様」 names 田中太郎, in the first lines: the firm may stand above the person. */
const honours = (lines: string[], name: string): boolean =>
  [...lines.slice(0, 3).join('\n').matchAll(HONOURED)].some(
    ([, who = '']) => name.startsWith(who) || (UNSPACED.test(name) && who.endsWith(name)),
  );

const hasPhone = (line: string): boolean =>
  [...line.replace(DATE, ' ').matchAll(NUMBER)].some(([found]) => {
    const digits = found.replace(/\D/g, '').length;
    return digits <= 15 && (digits >= 9 || (digits >= 7 && /^[+(0]/.test(found)));
  });

/**
 * Counts the five elements of a personal message (facts: rubric of the four Ps). The text is looked at here and
 * nowhere else; only five yes-or-no answers leave. `null` where the element could not be told from what is known.
 */
export function personalize({ body, lead, sender }: Letter): NonNullable<Activity['personal']> {
  const lines = latinDigits(body.normalize('NFKC'))
    .split(/\n+/)
    .map((l) => l.trim())
    .filter((l) => l && !l.startsWith('>'));
  const [first = ''] = lines;
  const tail = lines.slice(-8);
  const called = tokens(lead.name);
  const signer = tokens(sender);
  const own = lead.words
    .flatMap((words) => tokens(words?.replace(FIRM, ' ')))
    .filter((w) => (w.length > 3 || UNSPACED.test(w)) && !COMMON.test(w));
  const signed = lines.findLastIndex(
    (l, i) => i > 0 && i >= lines.length - 8 && l.length <= 60 && names(l, signer),
  );
  const end = signed > 0 ? signed : lines.length > 3 ? lines.length - 2 : lines.length;
  const middle = [/[,،、!:](.*)/u.exec(first)?.[1] ?? '', ...lines.slice(1, end)].join('\n');
  const fullName = (lead.name ?? '').normalize('NFKC').replace(/\s/gu, '');
  return {
    greeting: called.length > 0 ? names(first, called) || honours(lines, fullName) : null,
    sender: signer.length > 0 ? names(tail.join(' '), signer) : null,
    signature: tail.some((l) => hasPhone(l) || ADDRESS.test(l) || BOOKING.test(l)),
    relevance: own.length > 0 ? names(middle, own) : null,
    forward: lines.some((l) => QUESTION.test(l) || TIME.test(l) || BOOKING.test(l)),
  };
}
