import fc from 'fast-check';

/* What a page, a file or a colleague with too much time may put where a name belongs. */

/** Names that objects have by birth. */
export const NATIVE = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
];

/** Marked so that it can be found again if it ever becomes an element, or runs. */
export const MARKUP = [
  '<img src=x data-hostile onerror="globalThis.hostile=1">',
  '<script data-hostile>globalThis.hostile=1</script>',
  '"><svg data-hostile onload=globalThis.hostile=1>',
  "' autofocus data-hostile onfocus='globalThis.hostile=1'",
  '<iframe data-hostile srcdoc="<script>parent.hostile=1</script>"></iframe>',
  '</title></style></textarea><b data-hostile>b</b>',
  'javascript:globalThis.hostile=1//',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what it looks like is the point
  '{{constructor.constructor("globalThis.hostile=1")()}} ${globalThis.hostile=1}',
  '&lt;b data-hostile&gt; &amp;amp;',
];

/** Cells that a spreadsheet would work out. */
export const FORMULAS = [
  '=1+1',
  '=HYPERLINK("https://x.example","y")',
  '@SUM(A1)',
  '+1',
  '-2+3',
  "=cmd|' /C calc'!A0",
];

export const DIRECTIONS = [
  '\u202eevil\u202c',
  '\u2066\u202ealt\u2069',
  'invoice\u202excod.exe',
  '\u200f\u061cx',
  '\u2067a',
];

export const CONTROLS = [
  'a\u0000b',
  'a\u0007\u001b[31mb',
  'a\r\nb',
  'a\u2028b',
  '\ufeffa',
  'a\ud800b',
  '\udc00',
];

export const GIANTS = [
  'x'.repeat(100_000),
  'wide word '.repeat(5000),
  '漢'.repeat(19_000),
  '👩‍👩‍👧'.repeat(4000),
  `a${'\u0301'.repeat(5000)}`,
];

/** One of these, or a mixture, or anything at all. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...NATIVE),
  fc.constantFrom(...MARKUP),
  fc.constantFrom(...FORMULAS),
  fc.constantFrom(...DIRECTIONS),
  fc.constantFrom(...CONTROLS),
  fc.constantFrom(...GIANTS),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .tuple(fc.constantFrom(...DIRECTIONS, ...MARKUP), fc.string({ maxLength: 10 }))
    .map(([a, b]) => `${b}${a}${b}`),
);

/** Another seed can be taken: FOURFOLD_HOSTILE=42; the one that failed is printed by fast-check. */
export const seed = Number(process.env.FOURFOLD_HOSTILE ?? 20_261);
