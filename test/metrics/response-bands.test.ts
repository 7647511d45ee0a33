import { expect, it } from 'vitest';
import { responseBands } from '../../src/metrics/response-bands.ts';
import { sceneWith } from './kpis/scene.ts';
import { act, DAY, HOUR, lead, MINUTE, RAISE, SECOND } from './make.ts';

const answered = (waits: (number | [number, number])[]) =>
  responseBands(
    sceneWith({
      leads: waits.map((_, i) => lead({ id: `L${i}` })),
      activities: waits.map((wait, i) =>
        act(typeof wait === 'number' ? RAISE + wait : [RAISE + wait[0], RAISE + wait[1]], {
          on: { kind: 'lead', id: `L${i}` },
        }),
      ),
    }),
  );

it('counts first answers by how long they took, upper ends included', () => {
  const { bands } = answered([0, 5 * MINUTE, 5 * MINUTE + SECOND, HOUR, 2 * HOUR, DAY, 7 * DAY, 8 * DAY]);
  expect(bands.map(({ n }) => n)).toEqual([2, 1, 1, 1, 1, 1, 1]);
  expect(bands.at(-1)).toMatchObject({ from: (7 * DAY) / SECOND, to: null });
});

it('does not put an answer into a band that its day alone cannot tell', () => {
  const { bands, unsure } = answered([
    [MINUTE, DAY],
    [2 * DAY, 3 * DAY],
  ]);
  expect(unsure).toBe(1);
  expect(bands.find(({ n }) => n > 0)).toMatchObject({ from: DAY / SECOND, n: 1 });
});

it('adds up to the hand-raises, with those who still wait', () => {
  const all = responseBands(sceneWith({ leads: [lead()] }));
  expect(all).toMatchObject({ unanswered: 1, unsure: 0 });
  expect(all.bands.every(({ n }) => n === 0)).toBe(true);
});
