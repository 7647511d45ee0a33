import { expect, it } from 'vitest';
import { NO_NORMS, norms, normsOf } from '../../src/metrics/norms.ts';
import { factsOf } from '../../src/metrics/scene.ts';
import { bigHistory } from '../bench/history.ts';
import { sceneWith } from './kpis/scene.ts';
import { deal, t } from './make.ts';

it('names the fields that a CRM shows on some deal, each CRM for itself', () => {
  const deals = [
    deal({ nextStep: 'Call' }),
    deal({ id: 'D2', amount: 0 }),
    deal({ org: 'crm:other', amount: 5 }),
  ];
  expect(normsOf(sceneWith({ deals })).shown.sort()).toEqual([
    'crm:other amount',
    'crm:test amount',
    'crm:test nextStep',
  ]);
  expect(normsOf(sceneWith({}))).toEqual(NO_NORMS);
});

it('can be kept as text, and stays small however long the history', () => {
  const asOf = t('2026-04-01T00:00');
  const { settings, ...records } = bigHistory(600, 4, asOf);
  const found = normsOf(factsOf(records, settings, asOf));
  const text = JSON.stringify(found);
  expect(norms.parse(JSON.parse(text))).toEqual(found);
  expect(Object.keys(found.stages.limits)).not.toHaveLength(0);
  expect(text.length).toBeLessThan(3000);
});
