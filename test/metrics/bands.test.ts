import { describe, expect, it } from 'vitest';
import { bandOf, peerBand } from '../../src/metrics/bands.ts';
import type { Kpi } from '../../src/metrics/kpi.ts';
import { sceneWith } from './kpis/scene.ts';
import { deal, t } from './make.ts';

const share = (x: number, n: number, over: Partial<Kpi> = {}): Kpi => {
  const centre = x / n;
  return { value: centre, n, x, lo: centre - 0.1, hi: centre + 0.1, unit: 'ratio', state: 'ok', ...over };
};
const time = (value: number, lo: number | null, hi: number | null): Kpi => ({
  value,
  lo,
  hi,
  n: 20,
  unit: 's',
  state: 'ok',
});

describe('a band against a target', () => {
  const band = (x: number, target: number) => bandOf('win-rate', share(x, 100, { target }), share(50, 200));

  it('is certain only where the whole interval lies on one side', () => {
    expect(band(60, 0.5)).toEqual({ band: 'better', against: 'target' });
    expect(band(59, 0.5).band).toBe('within');
    expect(band(39, 0.5).band).toBe('worse');
    expect(band(41, 0.5).band).toBe('within');
  });

  it('knows which way is better', () => {
    const wait = (target: Kpi['target']) =>
      bandOf(
        'lead-response-time',
        { ...time(300, 200, 400), ...(target !== undefined && { target }) },
        time(1, 1, 1),
      ).band;
    expect([wait(400), wait(300), wait(199)]).toEqual(['better', 'within', 'worse']);
    expect(wait({ value: 200, direction: 'higher' })).toBe('better');
  });

  it('takes a sum as it is', () => {
    const sales = (value: number): Kpi => ({ value, n: 3, unit: 'money', state: 'ok', target: 100 });
    expect(bandOf('total-sales', sales(100), sales(1)).band).toBe('better');
    expect(bandOf('total-sales', sales(99), sales(1)).band).toBe('worse');
  });

  it('cannot be said of a mean or a median without an interval', () => {
    const cycle: Kpi = { value: 67, n: 40, unit: 'days', state: 'ok', target: 40 };
    expect(bandOf('sales-cycle-length', cycle, cycle)).toEqual({ band: 'cannot-say', against: null });
  });

  it('never says more of a limit that was not seen', () => {
    expect(bandOf('lead-response-time', { ...time(300, 200, null), target: 100 }, time(1, 1, 1)).band).toBe(
      'worse',
    );
    expect(bandOf('lead-response-time', { ...time(300, 200, null), target: 900 }, time(1, 1, 1)).band).toBe(
      'within',
    );
  });
});

describe('a band against the team', () => {
  const band = (x: number, n: number, X: number, N: number) =>
    bandOf('win-rate', share(x, n), share(X, N)).band;

  it('holds a share against the rest of the team', () => {
    expect(band(18, 20, 48, 120)).toBe('better');
    expect(band(2, 20, 62, 120)).toBe('worse');
    expect(band(10, 20, 60, 120)).toBe('within');
  });

  it('turns it round where less is better', () => {
    expect(bandOf('churn', share(18, 20), share(48, 120)).band).toBe('worse');
  });

  it('holds a duration against the interval of the team', () => {
    const wait = (lo: number, hi: number) =>
      bandOf('lead-response-time', time(lo, lo, hi), time(500, 400, 600)).band;
    expect([wait(100, 399), wait(100, 400), wait(601, 900)]).toEqual(['better', 'within', 'worse']);
  });

  it('cannot be said of little, of a bare sum, or without others', () => {
    const none = { band: 'cannot-say', against: null };
    expect(bandOf('win-rate', share(4, 5, { state: 'insufficient' }), share(50, 100))).toEqual(none);
    expect(bandOf('win-rate', share(4, 5, { value: null, state: 'not-computable' }), share(50, 100))).toEqual(
      none,
    );
    expect(
      bandOf(
        'total-sales',
        { value: 5, n: 2, unit: 'money', state: 'ok' },
        { value: 9, n: 4, unit: 'money', state: 'ok' },
      ),
    ).toEqual(none);
    expect(bandOf('win-rate', share(10, 20), share(12, 29))).toEqual(none);
    expect(bandOf('no-kpi', share(10, 20), share(12, 50))).toEqual(none);
  });
});

describe('the peer band', () => {
  /** So many won of ten, for each rep. */
  const team = (...wins: number[]) => ({
    deals: wins.flatMap((won, rep) =>
      Array.from({ length: 10 }, (_, i) =>
        deal({
          id: `D${rep}-${i}`,
          owner: `Rep ${rep}`,
          outcome: i < won ? 'won' : 'lost',
          closedAt: t('2026-03-10T00:00'),
        }),
      ),
    ),
  });
  const band = (...wins: number[]) => peerBand(sceneWith(team(...wins), { rep: 'Rep 0' }), 'win-rate');

  it('is the middle half of five others or more', () => {
    expect(band(9, 1, 2, 3, 4, 5)).toEqual({ low: 0.2, high: 0.4, n: 5 });
    expect(band(9, 1, 2, 3, 4)).toBeNull();
  });

  it('counts only peers of whom enough was seen', () => {
    const { deals } = team(9, 1, 2, 3, 4);
    const few = deal({ id: 'DX', owner: 'Rep X', outcome: 'won', closedAt: t('2026-03-10T00:00') });
    expect(peerBand(sceneWith({ deals: [...deals, few] }, { rep: 'Rep 0' }), 'win-rate')).toBeNull();
  });
});
