import type { Moment } from '../../../src/contract/moment.ts';
import type { Deal, Quote, StageChange } from '../../../src/contract/records.ts';
import { deal, t } from '../make.ts';

let count = 0;
const nextId = (letter: string) => `${letter}${String(++count).padStart(5, '0')}`;

export const JANUARY = t('2026-01-05T09:00');

/** Created in January, closed on 10 March unless `fields` say otherwise. */
export const closed = (outcome: Deal['outcome'], fields: Partial<Deal> = {}): Deal =>
  deal({ id: nextId('D'), outcome, createdAt: JANUARY, closedAt: t('2026-03-10T09:00'), ...fields });
export const won = (amount?: number, fields: Partial<Deal> = {}): Deal =>
  closed('won', { ...(amount !== undefined && { amount }), ...fields });
export const lost = (amount?: number, fields: Partial<Deal> = {}): Deal =>
  closed('lost', { ...(amount !== undefined && { amount }), ...fields });

/** Open since January, due on 20 March unless `fields` say otherwise. */
export const open = (amount?: number, fields: Partial<Deal> = {}): Deal =>
  deal({
    id: nextId('D'),
    createdAt: JANUARY,
    closeDate: '2026-03-20',
    ...(amount !== undefined && { amount }),
    ...fields,
  });

export const times = <T>(n: number, make: (i: number) => T): T[] =>
  Array.from({ length: n }, (_, i) => make(i));

export const move = (of: Deal, from: string | undefined, to: string, at: Moment): StageChange => ({
  org: of.org,
  id: nextId('S'),
  deal: of.id,
  to,
  at,
  ...(from !== undefined && { from }),
});

export const quote = (of: Deal, sentAt: Moment | undefined): Quote => ({
  org: of.org,
  id: nextId('Q'),
  deal: of.id,
  ...(sentAt !== undefined && { sentAt }),
});
