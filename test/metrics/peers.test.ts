import { describe, expect, it } from 'vitest';
import { peersOf, repsOf } from '../../src/metrics/peers.ts';
import { ASOF, MARCH, sceneWith } from './kpis/scene.ts';
import { change, deal, lead } from './make.ts';

const records = {
  leads: [lead({ owner: 'Cy' }), lead({ id: 'L2', owner: '' }), lead({ id: 'L3', owner: null })],
  deals: [deal({ owner: 'Bo' }), deal({ id: 'D2', owner: 'Ana' }), deal({ id: 'D3', owner: 'Ana' })],
};

describe('the reps', () => {
  it('are all who own a lead or deal at asOf, once each, by name', () => {
    expect(repsOf(sceneWith(records))).toEqual(['Ana', 'Bo', 'Cy']);
    const ownerChanges = [change(ASOF + 1, 'Di', 'Cy')];
    expect(repsOf(sceneWith({ ...records, ownerChanges }))).toEqual(['Ana', 'Bo', 'Di']);
  });
});

describe('the peers of a rep', () => {
  it('are all others, with their own records in the same period', () => {
    const peers = peersOf(sceneWith(records, { rep: 'Ana' }));
    expect(peers.map(({ rep }) => rep)).toEqual(['Bo', 'Cy']);
    expect(peers.map(({ period }) => period)).toEqual([MARCH, MARCH]);
    expect(peers.map(({ leads, deals }) => [leads.length, deals.length])).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('are none for the team', () => {
    expect(peersOf(sceneWith(records))).toEqual([]);
  });
});
