import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noRecords } from '../../src/contract/records.ts';
import { Database } from '../../src/db/database.ts';
import { importHistory } from '../../src/db/history.ts';
import type { Answer, Ask } from '../../src/show/panel/ask.ts';
import { openDesk } from '../../src/show/panel/desk.ts';
import { DAY, deal, t } from '../metrics/make.ts';

const NOW = t('2026-04-01T10:00');
const wish = { rep: null, period: 'days-30', picks: ['win-rate'], grid: false } as const;
const ask: Ask = { wish, deals: [], seen: true };
const won = (id: string) => deal({ id, owner: 'Ana', outcome: 'won', closedAt: NOW - DAY, amount: 10 });

let db: Database;
let answers: Answer[];
let clock: number;
let count = 0;
const add = (...deals: ReturnType<typeof deal>[]) =>
  importHistory(
    db,
    {
      format: 'fourfold-history',
      version: 1,
      exportedAt: NOW,
      ...noRecords(),
      deals,
      settings: { timeZone: 'UTC' },
    },
    NOW,
  );
const open = () =>
  openDesk(
    db,
    (answer) => answers.push(answer),
    () => clock,
  );
const overviews = () => answers.flatMap(({ overview }) => overview ?? []);
const sold = () => overviews().map(({ report }) => report.kpis['total-sales']?.value);

beforeEach(async () => {
  db = new Database(`desk-${++count}`);
  answers = [];
  clock = NOW;
  await add(won('D1'));
});
afterEach(async () => {
  vi.useRealTimers();
  await db.delete();
});

describe('the desk', () => {
  it('answers what is asked, and says nothing twice', async () => {
    const desk = open();
    await desk.ask(ask);
    expect(sold()).toEqual([10]);
    expect(overviews()[0]?.wish).toEqual(wish);
    await desk.ask(ask);
    expect(answers).toHaveLength(2);
    await desk.ask({ ...ask, wish: { ...wish, grid: true } });
    expect(overviews().map(({ people }) => people?.length)).toEqual([undefined, 1]);
  });

  it('checks the deals that are named, without working out the rest anew', async () => {
    await add(deal({ id: 'D2' }));
    const desk = open();
    await desk.ask(ask);
    await desk.ask({ ...ask, deals: ['crm:test/deal/D2'] });
    expect(answers.map((one) => Object.keys(one)[0])).toEqual(['checks', 'overview', 'checks']);
    expect(Object.keys(answers.at(-1)?.checks ?? {})).toEqual(['crm:test/deal/D2']);
  });

  it('does nothing while nobody looks', async () => {
    const desk = open();
    await desk.ask({ ...ask, seen: false });
    desk.changed('records');
    expect(answers).toEqual([]);
    await desk.ask(ask);
    expect(sold()).toEqual([10]);
  });

  it('answers anew when records changed, and then rests', async () => {
    const desk = open();
    await desk.ask(ask);
    await add(won('D2'));
    desk.changed('records');
    await add(won('D3'));
    desk.changed('records');
    await vi.waitFor(() => expect(sold().at(-1)).toBe(30));
    expect(sold()).toHaveLength(2);
  });

  it('knows what changed while it was reading', async () => {
    const desk = open();
    const first = desk.ask(ask);
    await add(won('D2'));
    desk.changed('records');
    await first;
    await vi.waitFor(() => expect(sold().at(-1)).toBe(20));
  });

  it('looks again as time goes by, without reading anew', async () => {
    const desk = open();
    await desk.ask(ask);
    await add(won('D2'));
    clock += 60_000;
    desk.changed('time');
    await vi.waitFor(() => expect(overviews().map(({ report }) => report.asOf)).toEqual([NOW, NOW + 60_000]));
    expect(sold()).toEqual([10, 10]);
  });

  it('says why it cannot', async () => {
    await db.settings.put({ key: 'settings', timeZone: 'Mars/Base' });
    await open().ask(ask);
    expect(answers).toEqual([{ error: expect.stringContaining('Mars/Base') }]);
  });
});
