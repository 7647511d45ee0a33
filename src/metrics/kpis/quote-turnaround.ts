import type { Quote } from '../../contract/records.ts';
import { businessSeconds } from '../clock.ts';
import { type KpiFile, quantileOf, withCoverage } from '../kpi.ts';
import { isWithin, type Scene } from '../scene.ts';
import { between, known, type Wait } from '../spans.ts';

/**
 * How long half of those who asked for a quote waited for it.
 * @formula Kaplan–Meier median of requested → sent in business seconds, over the quotes requested in the period; a
 * quote not sent is censored at asOf, also when its deal is closed. For a rep: quotes by the rep, and those that name
 * nobody on deals that the rep owns.
 * @source Quote turnaround in the Greek and Japanese founding articles; NetSuite CPQ and ProQuote name it.
 * @fields quote: requestedAt, sentAt, by; deal: owner
 * @missing No quote was requested in the period; or fewer than half of them are sent so far.
 */
export const kpi: KpiFile = {
  unit: 's',
  better: 'lower',
  needs: ['quotes', 'deals'],
  settings: ['timeZone', 'week', 'holidays'],
  figure: (scene) => {
    const { rows, coverage } = withCoverage(quotesOf(scene), ({ requestedAt }) => requestedAt !== undefined);
    return { ...quantileOf(rows.flatMap((quote) => waitFor(quote, scene) ?? [])), coverage };
  },
};

/** Rule 45. */
function quotesOf({ records, rep, team }: Scene): Quote[] {
  if (rep === null) return records.quotes;
  const owners = new Map(team.deals.flatMap(({ quotes, owner }) => quotes.map((quote) => [quote, owner])));
  return records.quotes.filter((quote) => (quote.by ?? owners.get(quote)) === rep);
}

function waitFor({ requestedAt, sentAt }: Quote, scene: Scene): Wait | undefined {
  const requested = known(requestedAt, scene.asOf);
  if (requested === undefined || !isWithin(requested, scene)) return undefined;
  const sent = known(sentAt, scene.asOf);
  const stopwatch = (from: number, to: number) => businessSeconds(from, to, scene.calendar);
  return { seconds: between(requested, sent ?? scene.asOf, stopwatch), censored: sent === undefined };
}
