/** A count that a page announces: "14 items" → 14; "50+", "(3+)" → null, for then it only says "more". */
export function announcedCount(shown: string): number | null | undefined {
  const found = /(\d[\d.,\s\u00a0\u202f]*)(\+)?/u.exec(shown);
  if (!found) return undefined;
  return found[2] ? null : Number(found[1]?.replace(/\D/g, ''));
}
