import type { RawActivity } from '../../../contract/raw.ts';

/** A name of several words, or in a script without spaces, may hold the words between which a sentence names a stage. */
const LOOSE = /[\s\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u;

/**
 * What the page tells of its own record: the sentence may stand below a heading like "Deal activity", and is told by
 * the record's name in it. The name makes way: in "Ada moved Move to cloud to Won" it would be read as a stage.
 */
export function ownSentence(shown: RawActivity, name: string): RawActivity | undefined {
  const { type, header = '', body = '' } = shown;
  if (type !== 'system') return shown;
  // Nothing tells then whose sentence it is.
  if (!name) return body ? undefined : shown;
  const isBelow = !header.includes(name) && body.includes(name) && !body.includes('\n');
  const line = isBelow ? body : header;
  const [before, after, ...more] = line.split(name);
  const isApart = before && after && more.length === 0 && LOOSE.test(name);
  return { ...shown, header: isApart ? `${before}…${after}` : line };
}
