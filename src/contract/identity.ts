/**
 * A stable id for something that shows none: the same each time the same content is seen. Two 53-bit mixes
 * (the public-domain cyrb53 construction), so that among a million records no two are expected to meet.
 */
export function derivedId(...parts: (string | number | undefined)[]): string {
  const text = JSON.stringify(parts.map((p) => p ?? null));
  return `~${mix(text, 1).toString(36)}${mix(text, 2).toString(36)}`;
}

function mix(text: string, seed: number): number {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
