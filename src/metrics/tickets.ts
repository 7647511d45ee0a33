import type { Ticket } from '../contract/records.ts';
import { isWithin, type Scene } from './scene.ts';
import { known } from './spans.ts';

export const ticketsOf = ({ records, rep }: Scene): Ticket[] =>
  records.tickets.filter(({ owner }) => rep === null || owner === rep);

/** The cohort of what is said of tickets (rules 43, 47). */
export const openedIn = (scene: Scene): Ticket[] =>
  ticketsOf(scene).filter(({ openedAt }) => isWithin(openedAt, scene));

export const isResolved = ({ resolvedAt }: Ticket, { asOf }: Pick<Scene, 'asOf'>): boolean =>
  known(resolvedAt, asOf) !== undefined;
