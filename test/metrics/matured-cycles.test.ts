import { describe, expect, it } from 'vitest';
import { maturedIn } from '../../src/metrics/matured-cycles.ts';
import { sceneWith } from './kpis/scene.ts';
import { act, HOUR, lead, MINUTE, t } from './make.ts';

/** Tuesday morning, UTC: five minutes are a demo's. */
const RAISED = t('2026-03-10T10:00');
const at = (minutes: number, activities = [] as ReturnType<typeof act>[]) =>
  maturedIn(
    sceneWith(
      { leads: [lead({ source: 'demo', createdAt: RAISED })], activities },
      { asOf: RAISED + minutes * MINUTE },
    ),
  );

describe('a matured cycle', () => {
  it('is one whose target has passed in business time', () => {
    expect(at(4)).toEqual([]);
    expect(at(5)).toMatchObject([{ target: 300, lead: { key: 'crm:test/lead/L1' } }]);
    expect(at(5)[0]).not.toHaveProperty('seconds');
  });

  it('has the time that its answer took', () => {
    expect(at(60, [act(RAISED + 3 * MINUTE)])).toMatchObject([{ seconds: 180 }]);
  });

  it('is left out where somebody tried before the hand-raise, and where none is expected', () => {
    expect(at(60, [act(RAISED - HOUR), act(RAISED + MINUTE)])).toEqual([]);
    const cold = lead({ source: 'list', createdAt: RAISED });
    expect(maturedIn(sceneWith({ leads: [cold] }))).toEqual([]);
  });
});
