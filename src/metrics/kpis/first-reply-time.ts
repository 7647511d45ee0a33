import type { Ticket } from '../../contract/records.ts';
import { type KpiFile, notComputable, quantileOf, withCoverage } from '../kpi.ts';
import { between, known, type Wait } from '../spans.ts';
import { openedIn } from '../tickets.ts';

/**
 * How long half of the tickets waited for a first reply.
 * @formula Kaplan–Meier median of opened → first reply in calendar seconds, over the tickets opened in the period; a
 * ticket without a reply is censored when it was resolved, else at asOf. One known to have replies, at times unknown,
 * is left out.
 * @source First reply time as in Zendesk; a target of 24 hours in the Romanian founding article.
 * @fields ticket: openedAt, firstReplyAt, resolvedAt, agentReplies, owner
 * @missing No ticket was seen or opened in the period; or fewer than half of them have a reply so far.
 */
export const kpi: KpiFile = {
  unit: 's',
  better: 'lower',
  needs: ['tickets'],
  settings: [],
  figure: (scene) => {
    if (scene.records.tickets.length === 0) return notComputable('no tickets seen');
    const { rows, coverage } = withCoverage(openedIn(scene), isTold);
    return { ...quantileOf(rows.map((ticket) => waitOf(ticket, scene.asOf))), coverage };
  },
};

const isTold = ({ firstReplyAt, agentReplies = 0 }: Ticket): boolean =>
  firstReplyAt !== undefined || agentReplies === 0;

function waitOf({ openedAt, firstReplyAt, resolvedAt }: Ticket, asOf: number): Wait {
  const opened = known(openedAt, asOf) ?? openedAt;
  const replied = known(firstReplyAt, asOf);
  const stopped = replied ?? known(resolvedAt, asOf) ?? asOf;
  return { seconds: between(opened, stopped), censored: replied === undefined };
}
