import { describe, expect, it } from 'vitest';
import type { Customer } from '../../src/contract/records.ts';
import { customersAtStart, lostAmong, newCustomers } from '../../src/metrics/customers.ts';
import { sceneWith } from './kpis/scene.ts';
import { t } from './make.ts';
import { customer } from './service.ts';

type Options = Parameters<typeof sceneWith>[1];

const with_ = (fields: Partial<Customer>, options?: Options) =>
  sceneWith({ customers: [customer(fields)] }, options);
const isNew = (fields: Partial<Customer>, options?: Options) =>
  newCustomers(with_(fields, options)).rows.length === 1;
const isAtStart = (fields: Partial<Customer>, options?: Options) =>
  customersAtStart(with_(fields, options)).rows.length === 1;
const isLost = (fields: Partial<Customer>, options?: Options) => {
  const scene = with_(fields, options);
  return lostAmong(customersAtStart(scene).rows, scene).length === 1;
};

describe('new customers (rule 50)', () => {
  it.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2026-03-31', true],
    ['2026-04-01', false],
    [undefined, false],
  ])('since %s: %s', (since, expected) => expect(isNew({ since })).toBe(expected));

  it('are known from their day on', () => {
    expect(isNew({ since: '2026-03-10' }, { asOf: t('2026-03-10T00:00') })).toBe(true);
    expect(isNew({ since: '2026-03-10' }, { asOf: t('2026-03-10T00:00') - 1 })).toBe(false);
  });

  it('have their day in the settings’ zone, and belong to the period that holds its beginning (rule 2)', () => {
    const settings = { timeZone: 'America/New_York' };
    expect(isNew({ since: '2026-02-28' }, { settings })).toBe(false);
    expect(isNew({ since: '2026-03-31' }, { settings })).toBe(true);
    const noon: [number, number] = [t('2026-03-01T12:00'), t('2026-03-02T12:00')];
    expect(isNew({ since: '2026-03-01' }, { period: noon })).toBe(false);
    expect(isNew({ since: '2026-03-02' }, { period: noon })).toBe(true);
  });
});

describe('customers at the start (rule 42)', () => {
  it.each([
    ['2026-02-28', undefined, true],
    ['2026-03-01', undefined, false],
    ['2026-02-01', '2026-02-28', false],
    ['2026-02-01', '2026-03-01', true],
    ['2026-02-01', '2027-01-01', true],
    [undefined, undefined, false],
  ])('since %s until %s: %s', (since, until, expected) => expect(isAtStart({ since, until })).toBe(expected));

  it('are those of the rep, by exact name; none while the period has not begun', () => {
    expect(isAtStart({ owner: 'Ana' }, { rep: 'Ana' })).toBe(true);
    expect(isAtStart({ owner: 'ana' }, { rep: 'Ana' })).toBe(false);
    expect(isAtStart({}, { asOf: t('2026-02-28T00:00') })).toBe(false);
  });

  it('tell how many have a first day', () => {
    const customers = [customer(), customer({ since: undefined })];
    expect(customersAtStart(sceneWith({ customers })).coverage).toBe(0.5);
    expect(customersAtStart(sceneWith({})).coverage).toBeNull();
  });
});

describe('customers lost (rule 42)', () => {
  it.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2026-03-31', true],
    ['2026-04-01', true],
    ['2026-04-02', false],
    [undefined, false],
  ])('until %s: %s', (until, expected) => expect(isLost({ until })).toBe(expected));

  it('are lost by asOf', () => {
    expect(isLost({ until: '2026-03-10' }, { asOf: t('2026-03-10T00:00') })).toBe(true);
    expect(isLost({ until: '2026-03-10' }, { asOf: t('2026-03-09T23:59') })).toBe(false);
  });
});
