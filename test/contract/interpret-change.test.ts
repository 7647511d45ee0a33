import { describe, expect, it } from 'vitest';
import type { RawActivity } from '../../src/contract/raw.ts';
import { at, deal, item, read, readItem } from './make.ts';

describe('changes', () => {
  const change = (over: NonNullable<RawActivity['change']>) =>
    readItem({ type: 'system', header: '', by: 'Robin', change: over }).records;

  it('of the stage is a stage change and no activity', () => {
    const { activities, stageChanges } = change({ field: 'stage', from: 'Offer', to: 'Won' });
    expect(activities).toEqual([]);
    expect(stageChanges).toEqual([
      expect.objectContaining({
        deal: 'D1',
        from: 'Offer',
        to: 'Won',
        at: at('2026-06-10T07:00Z'),
        by: 'Robin',
      }),
    ]);
  });

  it('of the stage stands in a heading too, but in no message’s', () => {
    const header = 'Robin moved Fleet to Offer';
    expect(readItem({ type: 'deal-stage', header }).records.stageChanges).toHaveLength(1);
    expect(readItem({ type: 'note', header }).records.stageChanges).toEqual([]);
    expect(readItem({ type: 'email', header }).records.stageChanges).toEqual([]);
  });

  it('of the stage is told by a sentence of several readings only where the deal’s own name parts it', () => {
    const moved = (what: string) =>
      readItem({ type: 'deal-activity', header: `Robin moved ${what} to buy` }).records;
    expect(moved('Fleet to Ready').stageChanges).toEqual([expect.objectContaining({ to: 'Ready to buy' })]);
    const { stageChanges, activities } = moved('Go to market to Ready');
    expect([...stageChanges, ...activities]).toEqual([]);
  });

  it('without a "from" are the oldest row of a history; rows that keep the stage are none', () => {
    expect(change({ field: 'stage', to: 'New' }).stageChanges).toEqual([
      expect.not.objectContaining({ from: expect.anything() }),
    ]);
    expect(change({ field: 'stage', from: 'Offer', to: 'Offer' }).stageChanges).toEqual([]);
  });

  it('of the owner is an owner change and no activity', () => {
    const { activities, ownerChanges } = change({ field: 'owner', from: 'Robin', to: 'Kim' });
    expect(activities).toEqual([]);
    expect(ownerChanges).toEqual([
      expect.objectContaining({ on: { kind: 'deal', id: 'D1' }, from: 'Robin', to: 'Kim' }),
    ]);
    expect(change({ field: 'owner', from: 'Robin', to: 'No owner' }).ownerChanges[0]?.to).toBeNull();
  });

  it('of the stage whose sentence is not known are unread, and no activity', () => {
    const header = 'Zmieniono etap: Oferta';
    const { records, sighting } = readItem({ type: 'deal-stage', header });
    expect([...records.activities, ...records.stageChanges]).toEqual([]);
    expect(sighting.unread).toEqual([{ field: 'stageChange', why: `not understood: "${header}"` }]);
    expect(sighting.coverage.complete).toBe(false);
    expect(readItem({ type: 'lifecyclestage', header }).activity?.kind).toBe('system');
  });

  const moved = (...moves: [day: number, from: string | undefined, to: string][]) =>
    read({
      records: [deal()],
      activities: moves.map(([day, from, to]) =>
        item({ type: 'history', at: `${day} Jun 2026, 09:00`, change: { field: 'stage', from, to } }),
      ),
    });

  it('of the stage whose order on the page is not that of their times are unread', () => {
    // The stage before was taken from the row below, as in a list with the newest first.
    const { records, sighting } = moved([1, 'Offer', 'New'], [5, 'Won', 'Offer'], [9, undefined, 'Won']);
    expect(records.stageChanges).toEqual([]);
    expect(sighting.unread).toEqual([{ field: 'stageChanges', why: 'not sorted by their date' }]);
    expect(sighting.coverage.complete).toBe(false);
  });

  it('of the stage stay where they chain, in either order, and where only some are shown', () => {
    const newest = [9, 'Offer', 'Won'] as [number, string, string];
    const oldest = [1, undefined, 'New'] as [number, undefined, string];
    for (const shown of [
      [newest, [5, 'New', 'Offer'], oldest],
      [oldest, [5, 'New', 'Offer'], newest],
      [newest, oldest],
      [
        [1, 'New', 'Offer'],
        [5, 'Offer', 'New'],
      ],
    ] as Parameters<typeof moved>[])
      expect(moved(...shown).records.stageChanges).toHaveLength(shown.length);
  });

  it('of anything else are system items, without direction', () => {
    const { activities } = change({ field: 'phone', from: '1', to: '2' });
    expect(activities).toEqual([expect.objectContaining({ kind: 'system', direction: 'none' })]);
    expect(readItem({ type: 'system', header: 'This deal was created by Robin' }).activity?.kind).toBe(
      'system',
    );
  });
});
