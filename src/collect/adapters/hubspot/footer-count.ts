/** A count in a footer: of "1–25 of 1,204" the greatest number, and null where a plus says that there are more. */
export function countIn(shown: string): number | null | undefined {
  const numbers = [...shown.normalize('NFKC').matchAll(/\d{1,3}(?:[.,\s’']\d{3})+(?!\d)|\d+/gu)];
  if (numbers.length === 0) return undefined;
  return /\d\s?\+/u.test(shown) ? null : Math.max(...numbers.map(([n]) => Number(n.replace(/\D/gu, ''))));
}
