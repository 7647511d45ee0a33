import { describe, expect, it } from 'vitest';
import schema from '../../public/managed-schema.json';
import { isAllowed, originsAllowed, policyFrom, underPolicy } from '../../src/contract/policy.ts';

const KPI_IDS = ['win-rate', 'lead-response-time'];
const read = (managed: Record<string, unknown>) => policyFrom(managed, KPI_IDS);

describe('a policy', () => {
  it('that is whole is taken whole', () => {
    const { policy, faults } = read({
      allowedHosts: ['*.lightning.force.com', 'crm.example.com'],
      timeZone: 'Europe/Athens',
      week: { '0-3': [['09:00', '17:00']], '4': [['09:00', '15:00']] },
      holidays: ['2026-12-25'],
      targets: { 'win-rate': { value: 0.3, direction: 'higher' } },
      stageLimitDays: { Negotiation: 14 },
      retentionDays: 180,
      peerComparison: false,
      inPageChip: false,
      exportAllowed: false,
      locale: 'el',
      lockedSettings: ['week', 'retentionDays', 'inPageChip'],
    });
    expect(faults).toEqual([]);
    expect(policy).toEqual({
      hosts: ['*.lightning.force.com', 'crm.example.com'],
      exportAllowed: false,
      locked: ['week', 'retentionDays', 'chip'],
      settings: {
        timeZone: 'Europe/Athens',
        week: { '0-3': [['09:00', '17:00']], '4': [['09:00', '15:00']] },
        holidays: ['2026-12-25'],
        target: { 'win-rate': { value: 0.3, direction: 'higher' } },
        stageLimitDays: { Negotiation: 14 },
        retentionDays: 180,
        peerComparison: false,
        chip: false,
        language: 'el',
      },
    });
  });

  it.each<[key: string, value: unknown]>([
    ['timeZone', 'Mars/Olympus'],
    ['timeZone', 7],
    ['week', { '0-4': [['17:00', '09:00']] }],
    ['week', { '4-0': [['09:00', '17:00']] }],
    ['week', 'always'],
    ['holidays', ['2026-02-30']],
    ['targets', { 'win-rate': 'high' }],
    ['retentionDays', -1],
    ['inPageChip', 'no'],
    ['allowedHosts', ['https://crm.example.com/']],
    ['allowedHosts', 'crm.example.com'],
    ['lockedSettings', ['everything']],
    ['colour', 'red'],
  ])('of which %s is %j is told of, and the rest holds', (key, value) => {
    const { policy, faults } = read({ peerComparison: false, [key]: value });
    expect(faults.map((fault) => fault.key)).toEqual([key]);
    expect(faults[0]?.why).toBeTruthy();
    expect(policy).toEqual({ settings: { peerComparison: false }, locked: [] });
  });

  it('keeps targets of KPIs that there are, and tells of the others', () => {
    const { policy, faults } = read({ targets: { 'win-rate': { value: 0.3 }, happiness: { value: 1 } } });
    expect(policy.settings.target).toEqual({ 'win-rate': { value: 0.3 } });
    expect(faults).toEqual([{ key: 'targets', why: 'no such KPI: happiness' }]);
  });

  it('reads every key that the browsers’ schema offers', () => {
    for (const key of Object.keys(schema.properties))
      expect(read({ [key]: Symbol('nothing') }).faults[0]?.why, key).not.toBe('no such key');
    const { enum: lockable } = schema.properties.lockedSettings.items;
    expect(read({ lockedSettings: lockable }).faults).toEqual([]);
  });
});

describe('a user under a policy', () => {
  const policy = { settings: { retentionDays: 30, chip: false }, locked: ['retentionDays' as const] };

  it('cannot change what is locked, and begins with what is not', () => {
    expect(underPolicy({}, policy)).toEqual({ retentionDays: 30, chip: false });
    expect(underPolicy({ retentionDays: 999, chip: true }, policy)).toEqual({
      retentionDays: 30,
      chip: true,
    });
  });

  it('keeps what is laid down for other KPIs and stages when they set one of their own', () => {
    const laid = {
      target: { 'win-rate': 0.3, promptness: 3 },
      stageLimitDays: { Negotiation: 14, Offer: 7 },
    };
    const own = { target: { 'win-rate': 0.4 }, stageLimitDays: { ' negotiation': 20 } };
    expect(underPolicy(own, { settings: laid, locked: [] })).toEqual({
      target: { 'win-rate': 0.4, promptness: 3 },
      stageLimitDays: { ' negotiation': 20, Offer: 7 },
    });
    expect(underPolicy(own, { settings: laid, locked: ['target', 'stageLimitDays'] })).toEqual(laid);
  });

  it('has the usual value where a setting is locked without one', () => {
    expect(underPolicy({ week: {} }, { settings: {}, locked: ['week'] })).toEqual({});
  });

  it('has all settings where there is none', () => {
    expect(underPolicy({ chip: true }, undefined)).toEqual({ chip: true });
  });
});

it.each([
  ['acme.lightning.force.com', ['*.lightning.force.com'], true],
  ['lightning.force.com', ['*.lightning.force.com'], true],
  ['evillightning.force.com', ['*.lightning.force.com'], false],
  ['crm.example.com', ['crm.example.com'], true],
  ['a.crm.example.com', ['crm.example.com'], false],
  ['crm.example.com', [], false],
])('%s among %j: %s', (host, hosts, allowed) => expect(isAllowed(host, { hosts })).toBe(allowed));

it('any host is allowed where no list is given', () => {
  expect(isAllowed('crm.example.com', undefined)).toBe(true);
  expect(isAllowed('crm.example.com', {})).toBe(true);
});

it.each([
  [undefined, ['https://*.force.com/*', 'http://crm.example.com/*']],
  [['*.force.com'], ['https://*.force.com/*']],
  [
    ['acme.force.com', 'crm.example.com'],
    ['https://acme.force.com/*', 'http://crm.example.com/*'],
  ],
  [['*.acme.force.com'], ['https://*.acme.force.com/*']],
  [['elsewhere.com'], []],
])('of what was enabled %j allows %j', (hosts, left) => {
  const origins = ['https://*.force.com/*', 'http://crm.example.com/*'];
  expect(originsAllowed(origins, hosts && { hosts })).toEqual(left);
});
