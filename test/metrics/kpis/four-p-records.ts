import { fifthLead, fourAsOf, fourLeads } from '../four-leads.ts';
import { oracles } from '../make.ts';
import { recordsOf } from './records.ts';
import { MARCH } from './scene.ts';

type Letter = string | null;

/** The leads of oracle four_p and the moment at which they are looked at. */
export const fourRecords = recordsOf([...Object.values(fourLeads), fifthLead]);
export const fourOptions = { asOf: fourAsOf, period: [MARCH[0], fourAsOf] as [number, number] };

/** Mean points of the oracle's letters of one P. */
export function oraclePoints(p: string): { value: number; n: number } {
  const letters: Letter[] = Object.values<Record<string, Letter>>(oracles.four_p.leads).map(
    (l) => l[p] ?? null,
  );
  const points = letters.flatMap((letter) => (letter === null ? [] : ['FDCBA'.indexOf(letter)]));
  return { value: points.reduce((a, b) => a + b) / points.length, n: points.length };
}
