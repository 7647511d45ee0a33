import { afterAll, describe, expect, it } from 'vitest';
import { UnknownEncoding } from '../../src/collect/files/survey.ts';
import { tally } from '../tally.ts';
import { encode } from './encode.ts';
import { lines, NOW, read } from './read-files.ts';

const text = lines(
  'Deal Name,Deal Stage,Amount',
  '"Müller, Söhne",Closed won,12',
  'Ωmega €,Closed lost,7',
  '',
);
const utf16 = (big: boolean): Uint8Array => {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  for (const [i, code] of [0xfeff, ...[...text].map((c) => c.charCodeAt(0))].entries())
    view.setUint16(i * 2, code, !big);
  return bytes;
};
const utf8 = new TextEncoder().encode(text);
const names = async (bytes: Uint8Array, locale?: string) => {
  const { records, faults } = await read([{ name: 'a.csv', bytes }], locale ? { locale } : {});
  expect(faults).toEqual([]);
  return records.deals.map((d) => d.name);
};

/** Names as they stand in exports of those who write so. */
const OLDER: Record<string, string[]> = {
  'windows-1252': [
    'Müller, Söhne',
    'Société Générale – Élan',
    'Peña y Cía',
    'São João',
    'Åse Bjørk',
    '50 % über dem Ziel',
    'ÖZGÜR',
  ],
  'windows-1250': ['Łódź Spółka', 'Świątek i żona', 'Constanţa Braşov', 'Ľubomír Žižka, Ľ'],
  'windows-1251': ['Мир', 'Дмитрий Иванов', 'ООО «Ромашка»', 'Київська пекарня №5', 'Ягода'],
  'windows-1253': ['Νίκος Παπαδόπουλος', 'Ελληνικά Έργα ΑΕ', 'Ώρα Ελλάδος', 'Εταιρεία Ύδρευσης'],
  'windows-1256': ['شركة النور', 'أحمد بن علي', 'مؤسسة الخليج'],
  shift_jis: ['田中商事', '東京オフィス移転', '株式会社さくら', 'カタログ請求'],
};
const FOREIGN: Record<string, string[]> = {
  gbk: ['北京贸易有限公司', '上海华为技术'],
  big5: ['台北貿易公司', '國泰世華銀行'],
  'euc-kr': ['서울 무역', '삼성전자 주식회사'],
  'euc-jp': ['東京オフィス移転', '株式会社さくら'],
};
const encode16 = (s: string): Uint8Array =>
  Uint8Array.from([...s].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]));
let tried = 0;

describe('a file is read in its encoding', () => {
  it.each([
    ['UTF-8', utf8],
    ['UTF-8 with its mark', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8])],
    ['UTF-16, little end first', utf16(false)],
    ['UTF-16, big end first', utf16(true)],
    ['UTF-16 without its mark', utf16(false).subarray(2)],
  ])('%s', async (_, bytes) => expect(await names(bytes)).toEqual(['Müller, Söhne', 'Ωmega €']));

  const latin = (...codes: number[]) =>
    new Uint8Array([
      ...new TextEncoder().encode('Deal Name,Amount\n'),
      ...codes,
      ...new TextEncoder().encode(',5\n'),
    ]);
  it('Windows-1252, and the older one of the language', async () => {
    expect(await names(latin(0x4d, 0xfc, 0x6c, 0x6c, 0x80))).toEqual(['Müll€']);
    expect(await names(latin(0xcc, 0xe8, 0xf0), 'ru-RU')).toEqual(['Мир']);
  });

  it.each(Object.entries(OLDER))('%s, without being told', async (encoding, named) => {
    for (const name of named) {
      const [deal] = await names(encode(`Deal Name,Amount\n"${name}",5\n`, encoding.replace(/ .*/, '')));
      expect(deal).toBe(name);
      tried++;
    }
  });

  it.each(Object.entries(FOREIGN))('%s is refused and never read as another', async (encoding, named) => {
    for (const name of named) {
      const bytes = encode(`Deal Name,Amount\n"${name}",5\n`, encoding);
      await expect(read([{ name: 'a.csv', bytes }]), name).rejects.toThrow(UnknownEncoding);
      tried++;
    }
  });

  it.each([
    [
      'UTF-16 without a mark of a script without zeros',
      encode16('取引名,金額\n'.repeat(1) + '東京の商談、大阪の商談\n'.repeat(9)),
    ],
    ['UTF-16 that ends within a letter', utf16(false).subarray(0, 51)],
    ['a picture', Uint8Array.from({ length: 4000 }, (_, i) => (i * i * 7 + (i >> 3)) % 256)],
    [
      'UTF-8 with one byte that is none, far down',
      new Uint8Array([...utf8, ...new Uint8Array(2_000_000).fill(65), 10, 0xff, 0xfe, 0x81]),
    ],
  ])('%s is refused', async (_, bytes) => {
    await expect(read([{ name: 'a.csv', bytes }])).rejects.toThrow(UnknownEncoding);
    tried++;
  });

  afterAll(() =>
    tally('encodings', { what: 'files in older, foreign and broken encodings', tried, wrong: 0 }),
  );

  it('as a stream in pieces that cut through letters, rows and line ends', async () => {
    const bytes = new TextEncoder().encode(text.replace(/\n/g, '\r\n'));
    const stream = () =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
          controller.close();
        },
      });
    const { records } = await read([{ name: 'a.csv', stream }]);
    expect(records.deals.map((d) => [d.name, d.outcome, d.amount])).toEqual([
      ['Müller, Söhne', 'won', 12],
      ['Ωmega €', 'lost', 7],
    ]);
  });
});

describe('rows', () => {
  const head = 'Deal Name,Next Step,Amount';

  it.each([',', ';', '\t', '|'])('are cut at "%s"', async (mark) => {
    const { records } = await read({ 'a.csv': lines(head, 'A,b c,5', 'B,d e,6').replaceAll(',', mark) });
    expect(records.deals).toMatchObject([{ name: 'A', nextStep: 'b c', amount: 5 }, { name: 'B' }]);
  });

  it('keep quotes and lines within cells, and faults name the line of the file', async () => {
    const file = lines(
      'Deal Name,Next Step,Amount,Create Date',
      '"A ""big"" one","call\nthen write",5,',
      '',
      'B,,many,soon',
    );
    const { records, faults } = await read({ 'a.csv': file.replace(/\n/g, '\r\n') });
    expect(records.deals[0]).toMatchObject({ name: 'A "big" one', amount: 5 });
    expect(records.deals[1]).toMatchObject({ name: 'B', outcome: 'open' });
    expect(faults.map((f) => [f.line, f.column, f.value])).toEqual([
      [5, 'Create Date', 'soon'],
      [5, 'Amount', 'many'],
    ]);
  });

  it('behind a quotation mark that nobody closes are not lost', async () => {
    const { records, faults } = await read({ 'a.csv': lines(head, 'A,x,1', 'B,"y,2', 'C,z,3') });
    expect(records.deals.map((d) => [d.name, d.nextStep, d.amount])).toEqual([
      ['A', 'x', 1],
      ['B', 'y,2', undefined],
      ['C', 'z', 3],
    ]);
    expect(faults).toMatchObject([{ line: 3, column: '', why: 'a quotation mark is opened and not closed' }]);
  });

  it('that are the rest of a message are not taken for records', async () => {
    const file = lines('Deal Name,Amount,Notes', 'A,1,"Hello,', 'between us, the offer is low', 'B,2,x');
    const { records, faults } = await read({ 'a.csv': file });
    expect(records.deals.map((d) => [d.name, d.amount])).toEqual([
      ['A', 1],
      ['B', 2],
    ]);
    expect(faults.map((f) => f.line)).toEqual([2, 3]);
    expect(JSON.stringify(faults)).not.toContain('between us');
  });

  it('that repeat an id are listed, and those with more cells than columns', async () => {
    const file = lines('Record ID,Deal Name,Amount', '1,A,5', '1,A,5', '2,B,6,7');
    const { records, faults, rows, skipped } = await read({ 'a.csv': file });
    expect(records.deals.map((d) => d.id)).toEqual(['1', '2']);
    expect(faults.map((f) => [f.line, f.why])).toEqual([
      [3, 'stands already on line 2'],
      [4, 'more cells than columns'],
    ]);
    expect({ rows, skipped }).toEqual({ rows: 3, skipped: 1 });
  });

  it('a title above and a footer below are none', async () => {
    const file = lines('Open deals', '', head, 'A,x,5', '', 'Copyright (c) 2026', 'Generated by: Robin');
    const { records, faults, rows, skipped } = await read({ 'a.csv': file });
    expect(records.deals).toHaveLength(1);
    expect(faults).toEqual([]);
    expect({ rows, skipped }).toEqual({ rows: 3, skipped: 2 });
  });
});

describe('a long file', () => {
  const long = () => {
    let n = 0;
    const piece = (from: number) =>
      Array.from(
        { length: 500 },
        (_, i) => `${from + i},Deal ${from + i},${i},2026-05-01,"a note\nof two lines"\n`,
      ).join('');
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        if (n >= 4) return controller.close();
        const text = n === 0 ? 'Record ID,Deal Name,Amount,Create Date,Notes\n' : '';
        controller.enqueue(new TextEncoder().encode(text + piece(n * 500)));
        n++;
      },
    });
  };

  it('tells how far it is', async () => {
    const seen: string[] = [];
    const progress = ({ pass, line }: { pass: string; line: number }) => seen.push(`${pass} ${line > 0}`);
    const { records, rows } = await read([{ name: 'a.csv', stream: long }], { progress });
    expect([records.deals.length, rows]).toEqual([2000, 2000]);
    expect(new Set(seen)).toEqual(new Set(['survey true', 'records true']));
  });

  it('can be stopped', async () => {
    const stop = new AbortController();
    const progress = () => stop.abort();
    await expect(
      read([{ name: 'a.csv', stream: long }], { progress, signal: stop.signal, now: NOW }),
    ).rejects.toThrow(/abort/i);
  });
});
