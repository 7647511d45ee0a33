import type { Ticket } from '../../contract/records.ts';
import { type KpiFile, notComputable, ratio, withCoverage } from '../kpi.ts';
import type { Scene } from '../scene.ts';
import { isResolved, openedIn } from '../tickets.ts';

/**
 * Tickets that one reply resolved.
 * @formula resolved with exactly one agent reply and not reopened ÷ all tickets opened in the period whose number of
 * agent replies is known, resolved or not. `net` has the same numerator ÷ those that level one could resolve.
 * @source Gross and net after MetricNet (CustomerThink); one reply as HubSpot's one-touch tickets.
 * @fields ticket: openedAt, resolvedAt, agentReplies, reopened, levelOne, owner
 * @missing No ticket was seen; or of none opened in the period the number of replies is known.
 */
export const kpi: KpiFile = {
  unit: 'ratio',
  better: 'higher',
  needs: ['tickets'],
  settings: [],
  figure: (scene) => {
    if (scene.records.tickets.length === 0) return notComputable('no tickets seen');
    const { rows, coverage } = withCoverage(openedIn(scene), (ticket) => ticket.agentReplies !== undefined);
    const x = rows.filter((ticket) => isFirstContact(ticket, scene)).length;
    const levelOne = rows.filter((ticket) => ticket.levelOne !== false).length;
    return { ...ratio(x, rows.length), net: levelOne === 0 ? null : x / levelOne, coverage };
  },
};

/** Rule 58: without any reply it was closed, not resolved by a contact. */
const isFirstContact = (ticket: Ticket, scene: Scene): boolean =>
  isResolved(ticket, scene) && ticket.agentReplies === 1 && ticket.reopened !== true;
