/** A file to import. A stream is opened twice: first to learn how the file is written, then for its rows. */
export type ImportFile = { name: string } & (
  | { text: string }
  | { bytes: Uint8Array }
  | { stream: () => ReadableStream<Uint8Array> }
);

const PIECE = 1 << 20;

/**
 * Lets whoever waits for this thread have it for a moment. By a message, for a timer of a page that is not in front
 * rings once a second, or once a minute.
 */
export const rest = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

/** The bytes of a file in pieces; none of one that is given as text. */
export async function* bytesOf(file: ImportFile): AsyncGenerator<Uint8Array> {
  if ('bytes' in file)
    for (let at = 0; at < file.bytes.length; at += PIECE) {
      yield file.bytes.subarray(at, at + PIECE);
      await rest();
    }
  if (!('stream' in file)) return;
  const reader = file.stream().getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    await reader.cancel();
  }
}

/** UTF-16 by its mark, or by the zeros that it has beside every Latin letter; else UTF-8, which proves itself. */
function encodingOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 1000);
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 1].map((odd) => head.filter((byte, at) => byte === 0 && at % 2 === odd).length);
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < head.length / 8) return 'utf-8';
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Thrown when a file is not in the encoding in which it was tried. */
export class OtherEncoding extends Error {}

/**
 * The text of a file in pieces, lines ended by "\n". Without an encoding it has to be UTF-16 or UTF-8. What is
 * not valid in its encoding throws an OtherEncoding.
 */
export async function* textOf(file: ImportFile, encoding?: string): AsyncGenerator<string> {
  let tail = '';
  for await (const piece of 'text' in file ? slices(file.text) : decoded(file, encoding)) {
    const text = tail + piece;
    // What follows a "\r" at the end is not known yet.
    tail = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - tail.length).replace(/\r\n?/g, '\n');
  }
  if (tail) yield '\n';
}

async function* slices(text: string): AsyncGenerator<string> {
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length; at += PIECE) {
    yield text.slice(at, at + PIECE);
    await rest();
  }
}

async function* decoded(file: ImportFile, encoding: string | undefined): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  try {
    for await (const bytes of bytesOf(file)) {
      decoder ??= encoding
        ? new TextDecoder(encoding, { fatal: true })
        : new TextDecoder(encodingOf(bytes), { fatal: true });
      yield decoder.decode(bytes, { stream: true });
    }
    const end = decoder?.decode();
    if (end) yield end;
  } catch (error) {
    if (decoder?.fatal && error instanceof TypeError) throw new OtherEncoding(file.name);
    throw error;
  }
}
