import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { at, day, lines, read } from './read-files.ts';

const pipeline = readFileSync(join(import.meta.dirname, 'exports/pipeline.csv'), 'utf8');

describe('a file of no known CRM', () => {
  it('is read by what its headers mean', async () => {
    const { records, mapping, faults, rows, skipped } = await read({ 'pipeline.csv': pipeline });
    expect(mapping['pipeline.csv']).toEqual({
      table: 'deals',
      columns: {
        opportunity_id: 'id',
        sales_agent: 'owner',
        account: 'company',
        deal_stage: 'stage',
        engage_date: 'createdAt',
        close_date: 'closeDate',
        close_value: 'amount',
      },
      locale: 'en',
    });
    expect({ faults, rows, skipped }).toEqual({ faults: [], rows: 5, skipped: 0 });
    expect(records.deals[0]).toEqual({
      org: 'csv:pipeline',
      id: 'A1B2C3D4',
      owner: 'Robin Hale',
      company: 'Norwind',
      stage: 'Won',
      outcome: 'won',
      createdAt: [at('2026-02-02T23:00Z'), at('2026-02-03T23:00Z')],
      closeDate: '2026-03-05',
      closedAt: [at('2026-03-04T23:00Z'), at('2026-03-05T23:00Z')],
      amount: 1200,
    });
    expect(records.deals.map((d) => [d.outcome, d.amount])).toEqual([
      ['won', 1200],
      ['lost', 0],
      ['open', undefined],
      ['won', 350.5],
      ['open', undefined],
    ]);
  });

  it('is read by what its cells hold where headers say nothing', async () => {
    const text = lines(
      'ref,thing,how,begun,ended,worth',
      'X-1001,Pump,Won,2026-05-01,2026-05-20,100.00',
      'X-1002,Valve,Lost,2026-05-02,2026-05-21,90.50',
    );
    const { records, mapping } = await read({ 'a.csv': text });
    expect(mapping['a.csv']?.columns).toEqual({
      ref: 'id',
      how: 'stage',
      begun: 'createdAt',
      ended: 'closeDate',
      worth: 'amount',
    });
    expect(records.deals[0]).toMatchObject({
      id: 'X-1001',
      outcome: 'won',
      amount: 100,
      closeDate: '2026-05-20',
    });
  });

  it('is read by the mapping that the user corrected, in every file with its columns', async () => {
    const text = lines('a,b,c,d', '1,Pump,"1.000",03/04/2026', '2,Valve,20,05/04/2026');
    const saved = {
      table: 'deals',
      columns: { a: 'id', b: 'name', c: 'amount', d: 'createdAt' },
      dates: 'MD',
      locale: 'de-DE',
      org: 'erp:north',
    } as const;
    const { records, mapping, faults } = await read({ 'x.csv': text }, { mapping: [saved] });
    expect(mapping['x.csv']).toEqual(saved);
    expect(faults).toEqual([]);
    expect(records.deals[0]).toMatchObject({ org: 'erp:north', name: 'Pump', amount: 1000 });
    expect(records.deals.map((d) => d.createdAt)).toEqual([
      [at('2026-03-03T23:00Z'), at('2026-03-04T23:00Z')],
      day('2026-05-04'),
    ]);
  });

  it('says which fields of a mapping there are not', async () => {
    const saved = { table: 'leads', columns: { a: 'name', b: 'colour' } } as const;
    const { faults, records } = await read({ 'x.csv': 'a,b\nAnn Lee,red\n' }, { mapping: [saved] });
    expect(faults).toEqual([
      { file: 'x.csv', line: 1, column: 'b', why: 'no column or no field of leads: "colour"' },
    ]);
    expect(records.leads).toMatchObject([{ name: 'Ann Lee', outcome: 'open' }]);
  });

  it('of which nothing is understood is said to be so, and others are read all the same', async () => {
    const { faults, records } = await read({
      'odd.csv': 'x,y\n1,2\n',
      'pipeline.csv': pipeline,
      'none.csv': '',
    });
    expect(faults.map((f) => [f.file, f.why])).toEqual([
      ['odd.csv', 'which records are these? columns: x, y'],
      ['none.csv', 'no columns found'],
    ]);
    expect(records.deals).toHaveLength(5);
  });
});

const LANGUAGES: [string, string, string[]][] = [
  [
    'de',
    'Opportunity-Name;Phase;Betrag;Schließdatum;Erstelldatum;Opportunity-Inhaber',
    ['1.250,50', '20.05.2026', 'Geschlossen und gewonnen'],
  ],
  [
    'fr',
    "Nom de l'opportunité;Étape;Montant;Date de clôture;Date de création;Propriétaire de l'opportunité",
    ['1 250,50', '20/05/2026', 'Gagnée'],
  ],
  [
    'es',
    'Nombre de la oportunidad;Etapa;Importe;Fecha de cierre;Fecha de creación;Propietario',
    ['1.250,50', '20/05/2026', 'Ganada'],
  ],
  [
    'it',
    'Nome opportunità;Fase;Importo;Data di chiusura;Data creazione;Titolare opportunità',
    ['1.250,50', '20/05/2026', 'Vinta'],
  ],
  [
    'pt',
    'Nome da oportunidade;Fase;Valor;Data de fechamento;Data de criação;Proprietário da oportunidade',
    ['1.250,50', '20/05/2026', 'Ganho'],
  ],
  [
    'nl',
    'Naam opportunity;Fase;Bedrag;Sluitingsdatum;Aanmaakdatum;Eigenaar opportunity',
    ['1.250,50', '20-05-2026', 'Gewonnen'],
  ],
  [
    'el',
    'Όνομα ευκαιρίας;Στάδιο;Ποσό;Ημερομηνία κλεισίματος;Ημερομηνία δημιουργίας;Κάτοχος',
    ['1.250,50', '20/05/2026', 'Κερδισμένη'],
  ],
  [
    'ro',
    'Nume oportunitate;Etapă;Sumă;Data închiderii;Data creării;Proprietar',
    ['1.250,50', '20.05.2026', 'Câștigat'],
  ],
  [
    'ru',
    'Название возможности;Стадия;Сумма;Дата закрытия;Дата создания;Владелец',
    ['1 250,50', '20.05.2026', 'Выиграно'],
  ],
  ['ja', '商談名,フェーズ,金額,完了予定日,作成日,商談 所有者', ['1250.5', '2026/05/20', '受注']],
  [
    'ar',
    'اسم الفرصة,المرحلة,المبلغ,تاريخ الإغلاق,تاريخ الإنشاء,المالك',
    ['1250.50', '20/05/2026', 'تم الفوز'],
  ],
];

describe('the headers of each language', () => {
  it.each(LANGUAGES)('%s', async (_, header, [amount = '', closed = '', won = '']) => {
    const mark = header.includes(';') ? ';' : ',';
    const row = ['Fleet', won, amount, closed, closed, 'Robin Hale'].join(mark);
    const { records, faults } = await read({ 'a.csv': lines(header, row) });
    expect(faults).toEqual([]);
    expect(records.deals).toMatchObject([
      {
        name: 'Fleet',
        outcome: 'won',
        amount: 1250.5,
        closeDate: '2026-05-20',
        createdAt: day('2026-05-20'),
        owner: 'Robin Hale',
      },
    ]);
  });
});

describe('how a file is written', () => {
  const deals = (...rows: string[]) => lines('Deal Name,Amount,Close Date,Create Date', ...rows);

  it('is decided by its own columns: a number above 12 is the day', async () => {
    const text = deals(
      'A,10,02/03/2026,04/25/2026 9:30 AM',
      'B,10,01/04/2026,05/06/2026 10:15 PM',
      'C,10,25/03/2026,',
    );
    const { records, faults } = await read({ 'a.csv': text });
    expect(faults).toEqual([]);
    expect(records.deals.map((d) => [d.closeDate, d.createdAt])).toEqual([
      ['2026-03-02', at('2026-04-25T07:30Z')],
      ['2026-04-01', at('2026-05-06T20:15Z')],
      ['2026-03-25', undefined],
    ]);
  });

  it('and where nothing decides it, the cell is listed and the rest of the row kept', async () => {
    const { records, faults } = await read({ 'a.csv': deals('A,"1,200",02/03/2026,2026-05-01') });
    expect(faults).toEqual([
      {
        file: 'a.csv',
        line: 2,
        column: 'Close Date',
        value: '02/03/2026',
        why: 'day or month first? "02/03/2026"',
      },
    ]);
    expect(records.deals).toMatchObject([{ name: 'A', amount: 1200, createdAt: day('2026-05-01') }]);
    const { records: told } = await read({ 'a.csv': deals('A,1,02/03/2026,') }, { locale: 'en-US' });
    expect(told.deals[0]?.closeDate).toBe('2026-02-03');
  });

  it.each([
    ['"EUR 1.200,00"', '1.300', [1200, 1300]],
    ['"1,200.00"', '"1,300"', [1200, 1300]],
    ['1.234', '0.5', [1.234, 0.5]],
    ['"1,234"', '"0,5"', [1.234, 0.5]],
    ['1.234', '1.234.567', [1234, 1234567]],
    ['"(1,200.00)"', '$5', [-1200, 5]],
    ["1'200.50", '1 300', [1200.5, 1300]],
  ])('money: %s with %s', async (first, second, amounts) => {
    const { records } = await read({ 'a.csv': deals(`A,${first},,`, `B,${second},,`) });
    expect(records.deals.map((d) => d.amount)).toEqual(amounts);
  });

  it('a date alone is a day, also where a spreadsheet wrote midnight behind it', async () => {
    const { records } = await read({ 'a.csv': deals('A,1,,2026-05-01 00:00:00', 'B,1,,2026-05-02 00:00') });
    expect(records.deals.map((d) => d.createdAt)).toEqual([day('2026-05-01'), day('2026-05-02')]);
    const { records: timed } = await read({
      'a.csv': deals('A,1,,2026-05-01 00:00', 'B,1,,2026-05-02 09:30'),
    });
    expect(timed.deals[0]?.createdAt).toBe(at('2026-04-30T22:00Z'));
  });

  it('ids made up for rows without one are the same each time, and rows that look alike are both kept', async () => {
    const text = deals('A,1,,2026-05-01', 'A,2,,2026-05-01', 'B,3,,');
    const first = await read({ 'a.csv': text });
    const second = await read({ 'a.csv': `${text}\nC,4,,\n` });
    const ids = first.records.deals.map((d) => d.id);
    expect(new Set(ids).size).toBe(3);
    expect(second.records.deals.map((d) => d.id).slice(0, 3)).toEqual(ids);
    expect(first.records.deals.every((d) => d.derived)).toBe(true);
  });
});
