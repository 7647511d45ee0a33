import { bytesOf, type ImportFile } from './text.ts';

/* In which older encoding a file without UTF-8 is written. It is told by whether its words come out as words. */

const ENCODINGS = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1256',
  'shift_jis',
] as const;

/** Of two encodings that read a file alike well, the one that is usual where this language is spoken. */
const USUAL: Record<string, (typeof ENCODINGS)[number]> = {
  ...{ ar: 'windows-1256', fa: 'windows-1256', ur: 'windows-1256', el: 'windows-1253', ja: 'shift_jis' },
  ...{ ru: 'windows-1251', uk: 'windows-1251', bg: 'windows-1251', be: 'windows-1251', sr: 'windows-1251' },
  ...{ ro: 'windows-1250', pl: 'windows-1250', cs: 'windows-1250', sk: 'windows-1250', hu: 'windows-1250' },
  ...{ hr: 'windows-1250', sl: 'windows-1250' },
};

/** Enough to tell by, in bytes of lines that hold more than ASCII. */
const SAMPLE = 1 << 16;
/** So much of the words has to be words, or nobody can tell. */
const SURE = 0.8;

/** The encoding, or `undefined` where a file is in none of these. Languages: whoever imports it, best first. */
export async function encodingAmong(
  file: ImportFile,
  languages: readonly string[],
): Promise<string | undefined> {
  const bytes = await sampleOf(file);
  const usual = languages.flatMap((language) => USUAL[language.slice(0, 2)] ?? [])[0];
  const ranked = ENCODINGS.map((encoding) => ({ encoding, likely: likelihood(bytes, encoding) }))
    .filter(({ likely }) => likely >= SURE)
    .sort((a, b) => b.likely - a.likely || Number(b.encoding === usual) - Number(a.encoding === usual));
  return ranked[0]?.encoding;
}

/** The lines that hold more than ASCII, as many as are needed. */
async function sampleOf(file: ImportFile): Promise<Uint8Array> {
  const found: number[] = [];
  let line: number[] = [];
  let isOther = false;
  for await (const piece of bytesOf(file)) {
    for (const byte of piece) {
      isOther ||= byte > 0x7f;
      // Of a line without an end its beginning is enough.
      if (line.length < 4000) line.push(byte);
      if (byte !== 10) continue;
      if (isOther) found.push(...line);
      [line, isOther] = [[], false];
    }
    if (found.length > SAMPLE) break;
  }
  if (isOther) found.push(...line);
  return Uint8Array.from(found);
}

const SCRIPTS = ['Latn', 'Cyrl', 'Grek', 'Arab'].map(
  (script) => new RegExp(`^[\\p{sc=${script}}\\p{M}]+$`, 'u'),
);
const JAPANESE = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー々〆\p{M}]+$/u;
/** "aNNa", "ANNa": nobody writes so, but for the "MacLeod"s. */
const MISCASED = /(?<!^[A-Z][a-z]{0,2})\p{Ll}\p{M}*\p{Lu}|^\p{Lu}{2,}\p{Ll}/u;
/** Of Arabic words at least half; bytes of other encodings come out as letters of all sorts. */
const USUAL_ARABIC = /[اليمنورتأبةدعسكهفقح]/gu;
/** Marks that are written beside words in any of these languages; signs of a number only behind one. */
const MARKS =
  /[\s“”„‟‘’‚‛–—―…€£¥§©®™°·•«»‹›№、。「」『』（）［］【】・：；！？～％＆＋－／＝〜￥]|(?<=\d\s?)[¼½¾²³ªº]|(?<=m)[²³]|[¿¡](?=\p{L})/gu;

/** How much of what is not ASCII comes out as words that somebody may have written, 0 … 1. */
function likelihood(bytes: Uint8Array, encoding: string): number {
  const text = decoded(bytes, encoding);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no text has them, and wrong readings do
  if (text === undefined || /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/.test(text))
    return 0;
  let [good, bad] = [0, 0];
  const rest = text.replace(MARKS, ' ').replace(/[\p{L}\p{M}]+/gu, (run) => {
    if (/[^\x20-\x7e]/.test(run) && [...run].length > 1) {
      if (isWord(run, encoding)) good += run.length;
      else bad += run.length;
    }
    return ' ';
  });
  bad += rest.replace(/[\x20-\x7e\s\p{Nd}]/gu, '').length;
  return good + bad === 0 ? SURE : good / (good + bad);
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    // At once, Node 20 would take windows-1252 for Latin 1.
    return decoder.decode(bytes, { stream: true }) + decoder.decode();
  } catch {
    return undefined;
  }
}

function isWord(run: string, encoding: string): boolean {
  if (encoding === 'shift_jis')
    // Narrow katakana are what other encodings' letters come out as.
    return JAPANESE.test(run.replace(/[A-Za-zＡ-Ｚａ-ｚ]/g, '') || 'ー') && !/[\uff61-\uff9f]{2}/.test(run);
  if (!SCRIPTS.some((script) => script.test(run)) || MISCASED.test(run)) return false;
  if (encoding === 'windows-1256' && /\p{sc=Arab}/u.test(run))
    return (run.match(USUAL_ARABIC) ?? []).length >= run.length / 2;
  if (!/\p{sc=Latn}/u.test(run)) return encoding !== 'windows-1252' && encoding !== 'windows-1250';
  // In a word of Latin letters those of ASCII are seldom far; and no letter stands where others' signs come to.
  if (/\P{ASCII}{3}/u.test(run) || (run.length > 3 && !/[a-zA-Z]/.test(run))) return false;
  return encoding !== 'windows-1252' || !/[ªº]|\p{L}þ$|ã(?=[^oeisu])/iu.test(run);
}
