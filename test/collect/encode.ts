/** Text → bytes of an older encoding, by turning round what its decoder says. Throws on a letter that it does not have. */
export function encode(text: string, encoding: string): Uint8Array {
  const table = tableOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const bytes = table.get(letter);
      if (!bytes) throw new Error(`${encoding} has no ${letter}`);
      return bytes;
    }),
  );
}

const tables = new Map<string, Map<string, number[]>>();

function tableOf(encoding: string): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, number[]>();
  const note = (...bytes: number[]) => {
    try {
      const decoder = new TextDecoder(encoding, { fatal: true });
      // In two goes, for at once Node 20 takes windows-1252 for Latin 1.
      const letter = decoder.decode(Uint8Array.from(bytes), { stream: true }) + decoder.decode();
      if ([...letter].length === 1 && !table.has(letter)) table.set(letter, bytes);
    } catch {
      // No letter of this encoding.
    }
  };
  for (let byte = 0; byte < 256; byte++) note(byte);
  if (!encoding.startsWith('windows'))
    for (let a = 0x81; a < 0xff; a++) for (let b = 0x40; b < 0xff; b++) note(a, b);
  tables.set(encoding, table);
  return table;
}
