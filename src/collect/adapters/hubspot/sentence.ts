import type { RawActivity } from '../../../contract/raw.ts';

/** A name of several words, or in a script without spaces, may hold the words between which a sentence names a stage. */
const LOOSE = /[\s\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u;

/**
 * What the page tells of its own record: the sentence may stand below a heading like "Deal activity", and is told by
 * the record's name in it. The name makes way: in "Ada moved Move to cloud to Won" it would be read as a stage.
 */
export function ownSentence(shown: RawActivity, name: string): RawActivity | undefined {
  const { type, header = '', body = '', subject = '', sentence, ...rest } = shown;
  if (type === 'untold')
    return {
      ...shown,
      header: without(name, header),
      ...(sentence ? { sentence: without(name, sentence) } : {}),
      ...(subject ? { subject: without(name, subject) } : {}),
    };
  if (type !== 'system') return shown;
  // Nothing tells then whose sentence it is.
  if (!name) return body ? undefined : shown;
  const isOwn = (text: string) => text.includes(name) && !text.includes('\n');
  const below = isOwn(header) ? undefined : [body, subject].find(isOwn);
  const line = below ?? header;
  return {
    ...rest,
    type,
    header: without(name, line),
    ...(subject && subject !== below ? { subject } : {}),
    ...(body ? { body } : {}),
  };
}

function without(name: string, line: string): string {
  const [before, after, ...more] = name && LOOSE.test(name) ? line.split(name) : [];
  return before && after && more.length === 0 ? `${before}…${after}` : line;
}
