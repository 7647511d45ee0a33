import { describe, expect, it } from 'vitest';
import { competitors } from '../../src/metrics/competitors.ts';
import { wilson } from '../../src/metrics/wilson.ts';
import { lost, open, times, won } from './kpis/deals.ts';
import { sceneWith } from './kpis/scene.ts';

describe('competitors', () => {
  it('are named with the share won against each, the most frequent first', () => {
    const deals = [
      ...times(2, () => won(1, { competitor: 'Acme' })),
      ...times(3, () => lost(1, { competitor: ' acme ' })),
      won(1, { competitor: 'Zed' }),
      lost(1),
      lost(1, { competitor: ' ' }),
      open(1, { competitor: 'Zed' }),
    ];
    expect(competitors(sceneWith({ deals })).byCompetitor).toEqual([
      { competitor: 'Acme', won: 2, lost: 3, winRate: wilson(2, 5) },
      { competitor: 'Zed', won: 1, lost: 0, winRate: wilson(1, 1) },
    ]);
  });

  it('stand beside the reasons that deals were lost for', () => {
    const deals = [
      ...times(3, () => lost(1, { lostReason: 'Price' })),
      lost(1, { lostReason: 'Timing' }),
      lost(1, { lostReason: 'Timing', stage: 'No decision' }),
      lost(1),
      won(1, { lostReason: 'Price' }),
    ];
    const settings = { nonDecisionStages: ['no decision'] };
    expect(competitors(sceneWith({ deals }, { settings })).byLostReason).toEqual([
      { reason: 'Price', lost: 3, share: wilson(3, 4) },
      { reason: 'Timing', lost: 1, share: wilson(1, 4) },
    ]);
  });

  it('are a rep’s own, of the period; none without deals', () => {
    const deals = [
      lost(1, { competitor: 'Acme', owner: 'Ana' }),
      lost(1, { competitor: 'Zed', owner: 'Bo' }),
      lost(1, { competitor: 'Old', owner: 'Ana', closedAt: 0 }),
    ];
    const { byCompetitor } = competitors(sceneWith({ deals }, { rep: 'Ana' }));
    expect(byCompetitor.map(({ competitor }) => competitor)).toEqual(['Acme']);
    expect(competitors(sceneWith({}))).toEqual({ byCompetitor: [], byLostReason: [] });
  });
});
