import { expect, it } from 'vitest';
import { type ImportFile, importFiles } from '../../src/collect/files/import.ts';
import { tally } from '../tally.ts';

/* 200 MB, made as it is read: each row comes in, none of the messages stays, and a stop is a stop. */

const SIZE = (process.env.FOURFOLD_SOAK === 'short' ? 20 : 200) * 1024 * 1024;
const NOTE = `${'We talked about the offer, "as it stands", and about what is to come. '.repeat(14).replaceAll('"', '""')}`;

/** A log of calls as HubSpot exports it, with long notes. `read` counts the bytes that were asked for. */
function long(count: { bytes: number; rows: number }): ImportFile {
  const encoder = new TextEncoder();
  return {
    name: 'calls.csv',
    stream: () => {
      let [bytes, rows] = [0, 0];
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          if (bytes >= SIZE) return controller.close();
          let text =
            bytes === 0
              ? 'Record ID,Activity date,Activity type,Call outcome,Call notes,Associated Deal\n'
              : '';
          for (let i = 0; i < 200; i++, rows++)
            text += `${rows + 1},2026-05-${String((rows % 28) + 1).padStart(2, '0')} 10:00,Call,Connected,"${NOTE}",006000000000001\n`;
          const piece = encoder.encode(text);
          bytes += piece.length;
          Object.assign(count, { bytes, rows });
          controller.enqueue(piece);
        },
      });
    },
  };
}

const options = { timeZone: 'UTC', now: Date.UTC(2026, 5, 15) };

it('a file of 200 MB (20 in the short form) is taken in row by row, with its progress told', async () => {
  const count = { bytes: 0, rows: 0 };
  const seen: Record<string, number[]> = { survey: [], records: [] };
  const { records, faults, rows } = await importFiles([long(count)], {
    ...options,
    progress: ({ pass, line }) => seen[pass]?.push(line),
  });
  expect(count.bytes).toBeGreaterThanOrEqual(SIZE);
  expect(faults.slice(0, 3)).toEqual([]);
  expect(rows).toBe(count.rows);
  const ids = new Set(records.activities.map(({ id }) => id));
  expect(ids.size).toBe(count.rows);
  for (const pass of ['survey', 'records']) {
    const lines = seen[pass] ?? [];
    expect(lines.length).toBeGreaterThan(50);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  }
  expect(JSON.stringify(records.activities.slice(0, 1000))).not.toContain('talked about');
  tally('import-long', {
    what: `rows of a CSV file of ${SIZE >> 20} MB`,
    tried: count.rows,
    lost: count.rows - ids.size,
    wrong: faults.length,
  });
}, 900_000);

it.each(['survey', 'records'] as const)(
  'is stopped in the midst of its %s, and nothing more is read',
  async (when) => {
    const count = { bytes: 0, rows: 0 };
    const stop = new AbortController();
    await expect(
      importFiles([long(count)], {
        ...options,
        signal: stop.signal,
        progress: ({ pass, line }) => pass === when && line > 5000 && stop.abort(),
      }),
    ).rejects.toThrow(/abort/i);
    expect(count.bytes).toBeLessThan(SIZE / 2);
    const then = count.bytes;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(count.bytes).toBe(then);
  },
  900_000,
);
