import { describe, expect, it } from 'vitest';
import type { Raw } from '../../src/contract/raw.ts';
import { at, deal, field, item, lead, NOW, page, read, readLead } from './make.ts';

describe('a page that is not to be read yet', () => {
  const { records, sighting } = read({ unready: 'still loading', records: [deal()], activities: [item()] });
  it('gives an empty history, incomplete, with the reason', () => {
    expect(Object.values(records).flat()).toEqual([]);
    expect(sighting.coverage.complete).toBe(false);
    expect(sighting.unread).toEqual([{ field: 'page', why: 'still loading' }]);
    expect(sighting).not.toHaveProperty('subject');
  });
});

describe('coverage', () => {
  const coverage = (over: Partial<Raw>) =>
    read({ kind: 'list', records: [deal()], ...over }).sighting.coverage;

  it('counts what is seen, by the history’s names, and is complete when nothing is hidden', () => {
    expect(coverage({ announced: { deals: 1 }, collapsed: 2 })).toEqual({
      seen: { deals: 1 },
      announced: { deals: 1 },
      complete: true,
      collapsed: 2,
      filter: null,
      locale: 'en-GB',
      timeZone: 'Europe/Berlin',
      zone: 'browser',
      by: { name: 'structure' },
      readAt: NOW,
    });
  });

  it.each<[string, Partial<Raw>]>([
    ['more are announced', { announced: { deals: 2 } }],
    ['the page only says "50+"', { announced: { deals: null } }],
    ['activities are announced and none is there', { announced: { activities: 3 } }],
    ['something is still to be loaded', { more: true }],
    ['a filter hides something', { filter: 'Owner: Robin' }],
    ['the page is not ready', { unready: 'loading' }],
  ])('is incomplete when %s', (_, over) => expect(coverage(over).complete).toBe(false));

  it('counts folded activities, and no folded moves', () => {
    const move = { folded: true, change: { field: 'stage', from: 'New', to: 'Offer' } };
    const activities = [item({ folded: true }), item({ at: '9 Jun 2026, 09:00', ...move })];
    expect(coverage({ kind: 'record', activities, collapsed: 2 }).collapsed).toBe(1);
  });

  it('tells the filter’s text where it hides something', () => {
    expect(coverage({ filter: 'Owner: Robin' }).filter).toBe('Owner: Robin');
    expect(coverage({ filter: 'Filter activity (24/24)' }).filter).toBeNull();
    expect(coverage({ filter: 'Filter activity (3/24) All users' }).filter).toContain('3/24');
    const people = ['Robin Vale'];
    expect(coverage({ filter: 'Filter by: All activities Robin Vale', people }).complete).toBe(false);
    expect(coverage({ filter: 'Filters: All time • All activities • All types' })).toMatchObject({
      filter: null,
      complete: true,
    });
  });

  it.each([
    'Filter by: All',
    'Filtres : Toujours • Toutes les activités • Tous les types',
    'フィルター: 全期間 • すべての活動 • すべての種別',
    'All activities',
    'Alle Aktivitäten',
    'すべてのアクティビティー',
  ])('has no filter where each part of it leaves nothing out: %s', (filter) =>
    expect(coverage({ filter }).filter).toBe(null),
  );

  it.each([
    'Filter by: All my calls',
    'Filtres : Toujours • Mes activités • Tous les types',
    'Filters: All time • All activities • Calls',
    'All activities by Ada',
  ])('has one where a part of it does not: %s', (filter) => expect(coverage({ filter }).filter).toBe(filter));

  it('has the zone that the user set', () => {
    const { records, sighting } = read(
      { records: [deal({ createdAt: '10 Jun 2026, 09:00' })] },
      { zone: 'America/New_York' },
    );
    expect(sighting.coverage.timeZone).toBe('America/New_York');
    expect(records.deals[0]?.createdAt).toBe(at('2026-06-10T13:00Z'));
  });
});

describe('the day-month order', () => {
  const created = (texts: string[], language = 'en') =>
    read({
      kind: 'list',
      language,
      languages: [],
      records: texts.map((createdAt, i) => deal({ createdAt }, { id: `D${i}` })),
    }).records.deals[0]?.createdAt;

  it('is proved by other dates on the page', () => {
    expect(created(['04/05/2026'])).toBeUndefined();
    expect(created(['04/05/2026', '25/05/2026'])).toEqual([at('2026-05-03T22:00Z'), at('2026-05-04T22:00Z')]);
    expect(created(['04/05/2026', '05/25/2026'])).toEqual([at('2026-04-04T22:00Z'), at('2026-04-05T22:00Z')]);
  });

  it('is unread where they contradict each other, even if the language has one', () => {
    expect(created(['04/05/2026', '25/05/2026', '05/25/2026'], 'en-US')).toBeUndefined();
  });

  it('is proved neither by times nor by years of two digits in front', () => {
    expect(created(['04/05/2026', '1 Jun 2026 18.12'])).toBeUndefined();
    expect(created(['2026-05-04', '25-11-05'], 'sv-SE')).toEqual([
      at('2026-05-03T22:00Z'),
      at('2026-05-04T22:00Z'),
    ]);
  });
});

describe('a reading', () => {
  it('is the same whenever the same page is read', () => {
    const shown = {
      records: [deal({ amount: '€5', createdAt: '3 Jun 2026' })],
      activities: [item(), item({ type: 'email' })],
    };
    expect(read(shown)).toEqual(read(shown));
  });

  it('changes nothing of what it was given', () => {
    const shown = page({ records: [deal()], activities: [item()], unread: [{ field: 'a', why: 'b' }] });
    const before = JSON.stringify(shown);
    read(shown);
    expect(JSON.stringify(shown)).toBe(before);
  });

  it('names the record that the page is about', () => {
    expect(readLead().sighting.subject).toEqual({ kind: 'lead', id: 'L1' });
    expect(read({ kind: 'list', records: [deal()] }).sighting).not.toHaveProperty('subject');
  });

  it('gives an item of a list to the record it names, and leaves out one that names none', () => {
    const on = { kind: 'deal', id: 'D9' } as const;
    const { records, sighting } = read({ kind: 'list', activities: [item({ on }), item()] });
    expect(records.activities.map((a) => a.on)).toEqual([on]);
    expect(sighting.unread).toEqual([{ field: 'activity', why: 'belongs to no record of this page' }]);
  });
});

describe('how the fields of a page were found', () => {
  it('is told by the weakest way of all records; what was not read has none', () => {
    const rows = [
      { ...deal(), fields: { name: field('A', { by: 'api' }), amount: field('€5', { by: 'api' }) } },
      {
        ...deal({}, { id: 'D2' }),
        fields: { name: field('B', { by: 'structure' }), owner: field('--', { by: 'label' }) },
        labelled: [
          { label: 'Amount', text: '€6' },
          { label: 'Stage', text: 'New' },
        ],
      },
      { ...deal({}, { id: 'D3' }), fields: { name: field('C'), source: field('', { unread: 'edited' }) } },
    ];
    const { coverage } = read({ kind: 'list', records: rows }).sighting;
    expect(coverage.by).toEqual({ amount: 'label', name: 'structure', stage: 'label' });
  });

  it('tells the times of activities too', () => {
    const time = field('10 Jun 2026', { by: 'machine' });
    expect(read({ records: [deal()], activities: [item({ time })] }).sighting.coverage.by).toMatchObject({
      'activity.at': 'machine',
    });
  });
});

describe('what a page shows', () => {
  it('is every lead and deal on it, of a long list the first', () => {
    expect(read({ kind: 'list', records: [deal(), lead()] }).sighting.shown).toEqual([
      { kind: 'lead', id: 'L1' },
      { kind: 'deal', id: 'D1' },
    ]);
    const many = Array.from({ length: 700 }, (_, i) => deal({}, { id: `D${i}` }));
    expect(read({ kind: 'list', records: many }).sighting.shown).toHaveLength(500);
  });
});

it('a date that only a label names proves the order of the others', () => {
  const closeOn = (other: string) =>
    read({
      language: 'en-US',
      records: [
        deal({ closeDate: '5/04/2026' }),
        { ...deal({}), id: '2', labelled: [{ label: 'Anything', text: other }] },
      ],
    }).records.deals[0]?.closeDate;
  expect(closeOn('23/02/2026')).toBe('2026-04-05');
  expect(closeOn('02/23/2026')).toBe('2026-05-04');
});
