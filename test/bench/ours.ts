import { type History, recordsOf } from '../../src/contract/history.ts';
import { kpisOf } from '../../src/metrics/kpis.ts';
import { factsOf, sceneOf } from '../../src/metrics/scene.ts';
import type { Figures, Span } from './rivals.ts';

const IDS: Record<keyof Figures, string> = {
  sales: 'total-sales',
  average: 'average-revenue-per-sale',
  winRate: 'win-rate',
  response: 'lead-response-time',
};

/** From the text of a history to the four figures that are compared with those of other libraries. */
export function ours(text: string, { from, to }: Span): Figures {
  const history = JSON.parse(text) as History;
  const scene = sceneOf(factsOf(recordsOf(history), history.settings, to), [from, to], null);
  const kpis = kpisOf(scene, Object.values(IDS));
  return Object.fromEntries(
    Object.entries(IDS).map(([name, id]) => [name, kpis[id]?.value ?? Number.NaN]),
  ) as Figures;
}
