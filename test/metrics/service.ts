import type { Customer, Quote, Ticket } from '../../src/contract/records.ts';
import { nextId, RAISE } from './make.ts';

/** A ticket opened when leads here raise their hand. */
export const ticket = (fields: Partial<Ticket> = {}): Ticket => ({
  org: 'crm:test',
  id: nextId(),
  openedAt: RAISE,
  ...fields,
});

/** A customer for two years when March 2026 begins. */
export const customer = (fields: Partial<Customer> = {}): Customer => ({
  org: 'crm:test',
  id: nextId(),
  since: '2024-03-01',
  ...fields,
});

/** A quote for deal D1. */
export const quote = (fields: Partial<Quote> = {}): Quote => ({
  org: 'crm:test',
  id: nextId(),
  deal: 'D1',
  requestedAt: RAISE,
  ...fields,
});

/** So many rows, made one by one. */
export const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
