import { describe, expect, it } from 'vitest';
import type { Moment } from '../../src/contract/moment.ts';
import { attemptsOf } from '../../src/metrics/attempts.ts';
import { touchesBy } from '../../src/metrics/touches.ts';
import { act, DAY, MINUTE, oracles, orders, RAISE, t } from './make.ts';

const anchors = (ats: readonly Moment[]) =>
  attemptsOf(
    touchesBy(
      ats.map((at) => act(at)),
      RAISE + 30 * DAY,
    ),
  ).map(({ at }) => at);

describe('collapsing touches into attempts (rule 14)', () => {
  const { touches, attempts, anchors: expected } = oracles.collapse;

  it('oracle collapse, in any order', () => {
    for (const order of orders<string>(touches)) {
      const found = anchors(order.map(t));
      expect(found).toHaveLength(attempts);
      expect(found).toEqual(expected.map(t));
    }
  });

  it('measures from the first touch of the attempt, 600 s included', () => {
    expect(anchors([0, 600_000, 1_200_000])).toEqual([0, 1_200_000]);
    expect(anchors([0, 600_001])).toEqual([0, 600_001]);
  });

  it('counts two touches of one date as one, of two neighbouring dates as one: they may be minutes apart', () => {
    const day = (n: number): Moment => [RAISE + n * DAY, RAISE + (n + 1) * DAY];
    expect(anchors([day(0), day(0)])).toHaveLength(1);
    expect(anchors([day(0), day(1)])).toHaveLength(1);
    expect(anchors([day(0), day(2)])).toHaveLength(2);
    expect(anchors([day(0), RAISE + DAY + 11 * MINUTE])).toHaveLength(2);
    expect(anchors([RAISE, day(0)])).toHaveLength(1);
  });
});
