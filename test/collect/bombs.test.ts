import { afterAll, describe, expect, it } from 'vitest';
import type { ImportFile } from '../../src/collect/files/import.ts';
import { parseHistory } from '../../src/contract/history.ts';
import { tally } from '../tally.ts';
import { lines, read } from './read-files.ts';

/*
 * Files that are made to choke on: each is taken in as far as it can be, or refused in words. What grows with the
 * square of such a file's length does not end within the time of a test.
 */

const MANY = 30_000;
let [tried, lost, wrong] = [0, 0, 0];
afterAll(() => tally('bad-imports', { what: 'CSV and JSON files made to choke on', tried, lost, wrong }));

/** Counts a trial as wrong until it has ended well. */
async function trial<T>(run: () => Promise<T> | T): Promise<T> {
  tried++;
  wrong++;
  const result = await run();
  wrong--;
  return result;
}

const repeated = (row: (i: number) => string, n = MANY): string =>
  Array.from({ length: n }, (_, i) => row(i)).join('\n');

describe('a CSV file of', () => {
  it(
    'rows that are all alike and have no id',
    () =>
      trial(async () => {
        const leads = lines(
          'First Name,Last Name,Email,Lead Status',
          repeated(() => 'Ada,Finch,a@x.example,New'),
        );
        const found = await read({ 'leads.csv': leads });
        lost += MANY - new Set(found.records.leads.map(({ id }) => id)).size;
        expect(new Set(found.records.leads.map(({ id }) => id)).size).toBe(MANY);
      }),
    60_000,
  );

  it(
    'deeds that are all alike, of one of many people with one name',
    () =>
      trial(async () => {
        const found = await read({
          'leads.csv': lines(
            'Record ID,First Name,Last Name,Company Name,Lead Status',
            repeated((i) => `${i + 1},Ada,Finch,Firm ${i},New`),
          ),
          'calls.csv': lines(
            'Activity date,Activity type,Call outcome,Associated Contact,Associated Company',
            repeated(() => '2026-05-01 10:00,Call,Connected,Ada Finch,Firm 7'),
          ),
        });
        lost += MANY - found.records.activities.length;
        expect(new Set(found.records.activities.map(({ id }) => id)).size).toBe(MANY);
        expect(found.records.activities[0]?.on.id).toBe('8');
      }),
    60_000,
  );

  it(
    'moves of one deal',
    () =>
      trial(async () => {
        const found = await read({
          'history.csv': lines(
            'Opportunity ID,Opportunity Name,To Stage,Last Stage Change Date',
            repeated((i) => `006000000000001,A,Stage ${i % 7},2026-05-01 10:00`),
          ),
        });
        expect(found.rows).toBe(MANY);
      }),
    60_000,
  );

  it(
    'lines with one cell',
    () =>
      trial(async () => {
        const found = await read({
          'a.csv': lines(
            'Deal Name,Deal Stage,Amount',
            'A,New,5',
            repeated(() => 'x', 200_000),
            'B,New,6',
          ),
        });
        expect(found.records.deals.map(({ name }) => name)).toEqual(['A', 'B']);
      }),
    60_000,
  );

  it(
    'columns',
    () =>
      trial(async () => {
        const head = Array.from({ length: 20_000 }, (_, i) => `Column ${i}`).join(',');
        const found = await read({
          'a.csv': lines(`Deal Name,Deal Stage,Amount,${head}`, `A,New,5,${','.repeat(20_000)}`),
        });
        expect(found.records.deals).toMatchObject([{ name: 'A', amount: 5 }]);
      }),
    60_000,
  );

  it(
    'one cell of ten million letters, and one that is never closed',
    () =>
      trial(async () => {
        const giant = 'x y '.repeat(2_500_000);
        const found = await read({
          'a.csv': lines('Deal Name,Deal Stage,Amount', `"${giant}",New,5`, `B,"${giant}`, 'C,New,7'),
        });
        expect(found.records.deals.map(({ name }) => name?.slice(0, 3))).toEqual(
          expect.arrayContaining(['C']),
        );
        for (const { name = '' } of found.records.deals) expect(name.length).toBeLessThanOrEqual(1000);
        expect(found.faults.length).toBeGreaterThan(0);
      }),
    60_000,
  );

  it(
    'quotation marks alone, delimiters alone, and nothing',
    () =>
      trial(async () => {
        for (const content of [
          '"'.repeat(1_000_000),
          ','.repeat(1_000_000),
          '\n'.repeat(1_000_000),
          '',
          '\ufeff',
          '\0'.repeat(1000),
        ])
          expect((await read({ 'a.csv': content })).records.deals).toEqual([]);
      }),
    60_000,
  );

  it(
    'names that objects have by birth, and cells that a spreadsheet would work out',
    () =>
      trial(async () => {
        const file = lines(
          'Record ID,Deal Name,Deal Stage,Amount,__proto__,constructor',
          '__proto__,constructor,__proto__,5,x,y',
          'toString,"=cmd|\' /C calc\'!A0",@SUM(A1),6,x,y',
        );
        const { records } = await read({ 'a.csv': file });
        expect(records.deals).toMatchObject([
          { id: '__proto__', name: 'constructor', stage: '__proto__', amount: 5 },
          { id: 'toString', name: "=cmd|' /C calc'!A0", stage: '@SUM(A1)', amount: 6 },
        ]);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
    60_000,
  );
});

describe('a History file', () => {
  const history = (part: string): string => `{"format":"fourfold-history","version":1,${part}}`;

  it.each([
    ['nested too deep', history(`"leads":${'['.repeat(100_000)}${']'.repeat(100_000)}`)],
    ['with objects in objects', history(`"leads":[${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}]`)],
    [
      'whose prototype is to be changed',
      history('"leads":[{"__proto__":{"org":"a","id":"b","outcome":"open"}}]'),
    ],
    [
      'with a name that is too long',
      history(`"leads":[{"org":"a","id":"b","outcome":"open","name":"${'x'.repeat(5_000_000)}"}]`),
    ],
    ['with a number beyond all', history('"deals":[{"org":"a","id":"b","outcome":"open","amount":1e999}]')],
    [
      'with a time that no calendar has',
      history('"deals":[{"org":"a","id":"b","outcome":"open","createdAt":1.5}]'),
    ],
  ])('%s is refused in words', (_, text) =>
    trial(() => {
      const { value, faults = [] } = parseHistory(JSON.parse(text));
      expect(value).toBeUndefined();
      expect(faults[0]?.why).toMatch(/\w/);
      expect(JSON.stringify(faults).length).toBeLessThan(100_000);
      expect(({} as { org?: string }).org).toBeUndefined();
    }),
  );

  it('with what is not ours keeps what is', () =>
    trial(() => {
      const text = history(
        `"__proto__":{"leads":[]},"extra":${'['.repeat(1000)}${']'.repeat(1000)},"leads":[{"org":"a","id":"__proto__","outcome":"open","constructor":1}]`,
      );
      expect(parseHistory(JSON.parse(text)).value?.leads).toEqual([
        { org: 'a', id: '__proto__', outcome: 'open' },
      ]);
    }));
});

it.each([1, 2])('a file that is stopped in pass %s is read no further', async (time) => {
  let pieces = 0;
  let opened = 0;
  const endless: ImportFile = {
    name: 'endless.csv',
    stream: () => {
      opened++;
      pieces = 0;
      return new ReadableStream({
        pull(controller) {
          pieces++;
          if (opened < time && pieces > 5) return controller.close();
          controller.enqueue(
            new TextEncoder().encode(
              pieces === 1 ? 'Deal Name,Deal Stage,Amount\n' : 'A,New,5\n'.repeat(10_000),
            ),
          );
        },
      });
    },
  };
  const stop = new AbortController();
  await trial(() =>
    expect(
      read([endless], {
        signal: stop.signal,
        progress: ({ line }) => opened === time && line > 30_000 && stop.abort(),
      }),
    ).rejects.toThrow(/abort/i),
  );
  const then = pieces;
  await new Promise((resolve) => setTimeout(resolve));
  expect(pieces).toBe(then);
});
