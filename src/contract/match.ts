import { fold } from './words.ts';

const CJ = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}]';
/** Has letters of a script that is written without spaces. */
export const UNSPACED = new RegExp(CJ, 'u');

/** Without accents and vowel signs, which many leave out; those of kana are other sounds and stay. */
export const plain = (s: string): string =>
  fold(s)
    .normalize('NFD')
    .replace(/(?![\u3099\u309a])[\p{M}\u0640]/gu, '')
    .normalize('NFC');

/** Where Latin letters and those of an unspaced script meet: Smith様. */
const SEAM = new RegExp(`(?<=\\p{sc=Latn})(?=${CJ})|(?<=${CJ})(?=\\p{sc=Latn})`, 'gu');

/** The words of a text, each between two spaces; in Japanese, what no mark parts. */
export const spaced = (text: string): string => {
  const words = plain(text).replace(/[^\p{L}\p{N}-]+/gu, ' ');
  return ` ${words.replace(SEAM, ' ').trim()} `;
};

const NOT = '(?<! (?:not|nicht|niet|non|nao|pas|δεν|μη|غير|لم|не|nu))';

/**
 * Finds a word among `spaced` ones, not where it is denied. Japanese has no spaces: a word in katakana ends where the
 * katakana do, others stand anywhere. Arabic writes "the", "and", "to" in one with the word.
 */
export function finderOf(word: string): RegExp {
  const w = spaced(word).trim();
  if (UNSPACED.test(w)) {
    const before = /^\p{sc=Kana}/u.test(w) ? '(?<![\\p{sc=Kana}ー])' : '(?<![未不非無])';
    const after = /[\p{sc=Kana}ー]$/u.test(w) ? '(?![\\p{sc=Kana}ー])' : '';
    return new RegExp(`${before}${w}${after}`, 'u');
  }
  const clitic = /\p{sc=Arab}/u.test(w) ? '[وف]?(?:[بكل]?ال|لل|[بكل])?' : '';
  return new RegExp(`${NOT} ${w.replace(/(?<= |^)(?:ال(?=\p{L}{2}))?/gu, clitic)} `, 'u');
}

/** Whether a word stands among `spaced` ones. */
export const stands = (words: string, word: string): boolean => finderOf(word).test(words);
