import type { History } from '../../contract/history.ts';
import { type Activity, noRecords, type Records } from '../../contract/records.ts';
import type { Settings } from '../../contract/settings.ts';
import { DAY, instantOf, localDay } from '../../contract/zone.ts';
import { baselinesOf } from '../../metrics/baseline.ts';
import { factsOf } from '../../metrics/scene.ts';
import { dealOf } from './deal.ts';
import { type Dice, diceOf } from './dice.ts';
import { HOUR, MINUTE, ORG, type Rep, TEAM } from './people.ts';
import { serviceOf } from './service.ts';

const WEEKS = 30;
/** Leads of each rep in a week. */
const LEADS_A_WEEK = 7;
const SOURCES = [
  'Demo',
  'Pricing',
  'Trial',
  'Webinar',
  'Referral',
  'White paper',
  'Newsletter',
  'List',
] as const;
const COMPANIES = [
  'Alder',
  'Birch',
  'Cobalt',
  'Delta',
  'Ember',
  'Fjord',
  'Garnet',
  'Harbor',
  'Indigo',
  'Juniper',
];
const TRADES = ['Foods', 'Instruments', 'Logistics', 'Optics', 'Paper', 'Robotics', 'Solar', 'Textiles'];
const PEOPLE = [
  'Ines Duarte',
  'Jonas Weber',
  'Leila Haddad',
  'Marek Novak',
  'Nadia Osman',
  'Olga Sidorova',
  'Pavlos Iliou',
  'Ren Sato',
  'Sofia Marin',
  'Timo Laine',
];

/** A team that never was, with a history that ends at `now` (epoch ms); the same dice each time. */
export function inventedTeam(now: number, zone: string): History {
  const dice = diceOf(11);
  const records = noRecords();
  const monday = localDay(now, zone) - 7 * WEEKS;
  for (const rep of TEAM)
    for (let i = 0; i < WEEKS * LEADS_A_WEEK; i++) {
      const day = monday + Math.floor((i / LEADS_A_WEEK) * 7 + dice.upTo(7));
      // Most write while they are at work.
      const raised = instantOf(day * DAY + (8 + dice.upTo(10)) * HOUR, zone);
      if (raised < now - 4 * HOUR) addLead(records, rep, `${rep.key}-${i}`, raised, now, dice);
    }
  addWaiting(records, now);
  for (const table of serviceOf(now, dice)) Object.assign(records, table);
  const settings = { ...SETTINGS, timeZone: zone, me: { names: [TEAM[0]?.name ?? ''] }, costs: costsAt(now) };
  return {
    format: 'fourfold-history',
    version: 1,
    exportedAt: now,
    ...records,
    settings: { ...settings, baseline: baselineOf(records, settings, now) },
  };
}

const SETTINGS: Settings = {
  week: { '0-4': [['08:30', '17:30']] },
  firstAppointmentStage: 'First appointment',
  proposalStage: 'Proposal',
  goal: { revenue: 9_000_000, months: 12 },
  currency: 'EUR',
  quota: Object.fromEntries(TEAM.map(({ name }) => [name, 450_000])),
  target: {
    'answered-within-target': 0.7,
    'untouched-leads': { value: 0.05, direction: 'lower' },
    'win-rate': 0.45,
    'sales-cycle-length': { value: 45, direction: 'lower' },
    'activity-meter': 1,
    promptness: 3,
  },
};

/** What half a year cost. */
function costsAt(now: number): NonNullable<Settings['costs']> {
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const [from, to] = [day(now - 180 * DAY), day(now + DAY)];
  return [
    { kind: 'marketing', amount: 240_000, from, to },
    { kind: 'sales', amount: 390_000, from, to },
    { kind: 'support', amount: 110_000, from, to },
  ];
}

/** What the team was like twelve weeks ago. */
function baselineOf(records: Records, settings: Settings, now: number): NonNullable<Settings['baseline']> {
  const facts = factsOf(records, settings, now - 12 * 7 * DAY);
  const frozen = baselinesOf(facts, ['answered-within-target', 'untouched-leads', 'win-rate', 'promptness']);
  return Object.fromEntries(Object.entries(frozen).map(([id, kpi]) => [id, { ...kpi }]));
}

function addLead(records: Records, rep: Rep, id: string, raised: number, now: number, dice: Dice): void {
  const company = `${dice.pick(COMPANIES)} ${dice.pick(TRADES)}`;
  const source = dice.pick(SOURCES);
  const touches = touchesOf(rep, id, raised, now, dice);
  const isAnswered = touches.some(({ direction }) => direction === 'in');
  const convertedAt = raised + (2 + dice.upTo(9)) * DAY;
  const isConverted = isAnswered && convertedAt < now && dice.chance(rep.convert);
  const isGivenUp = !isAnswered && raised + 31 * DAY < now;
  records.activities.push(...touches);
  records.leads.push({
    org: ORG,
    id,
    name: dice.pick(PEOPLE),
    company,
    owner: rep.name,
    source,
    createdAt: raised,
    assignedAt: raised + dice.upTo(rep.routing) * MINUTE,
    outcome: isConverted ? 'converted' : isGivenUp ? 'unreachable' : 'open',
    ...(isConverted && { closedAt: convertedAt, deal: `${id}-deal` }),
    ...(isGivenUp && { closedAt: raised + 31 * DAY }),
  });
  if (isConverted)
    dealOf(records, rep, { id: `${id}-deal`, lead: id, company, source, at: convertedAt }, now, dice);
}

/** The first attempt by the rep's own speed, then more on other days until somebody answers or the rep gives up. */
function touchesOf(rep: Rep, lead: string, raised: number, now: number, dice: Dice): Activity[] {
  // Of late nobody was forgotten: it is the three who wait that matter.
  if (dice.chance(rep.forgets) && raised < now - 31 * DAY) return [];
  const touches: Activity[] = [];
  let at = Math.round(raised + dice.around(rep.minutes) * MINUTE);
  for (let i = 0; i < 8 && at < now; i++) {
    const isCall = dice.chance(0.4);
    const isReached = dice.chance(rep.reach);
    const on = { kind: 'lead', id: lead } as const;
    touches.push({
      org: ORG,
      id: `${lead}-t${i}`,
      on,
      kind: isCall ? 'call' : 'email',
      direction: 'out',
      state: 'done',
      at,
      by: rep.name,
      ...(isCall && {
        result: isReached ? 'connected' : dice.pick(['voicemail', 'no-answer'] as const),
        seconds: isReached ? 240 : 20,
      }),
      ...(isCall && isReached && { value: dice.chance(0.7) }),
      ...(!isCall && { personal: personalOf(rep, dice) }),
    });
    if (isReached) {
      const answered = Math.round(at + dice.around(180) * MINUTE);
      if (answered < now)
        touches.push({
          org: ORG,
          id: `${lead}-r${i}`,
          on,
          kind: 'email',
          direction: 'in',
          state: 'done',
          at: answered,
        });
      break;
    }
    if (dice.chance(rep.givesUp)) break;
    at += (1 + dice.upTo(4)) * DAY;
  }
  return touches;
}

const personalOf = ({ care }: Rep, dice: Dice) => ({
  greeting: dice.chance(0.97),
  sender: dice.chance(0.95),
  signature: dice.chance(0.9),
  relevance: dice.chance(care),
  forward: dice.chance(care),
});

/** Three who wait right now: one has time, one has little, one has none left. */
function addWaiting(records: Records, now: number): void {
  const [me] = TEAM;
  const waiting = [
    ['Amira Saleh', 'Kestrel Foods', 'Webinar', 20],
    ['Viktor Lind', 'Nordlys Robotics', 'Demo', 2],
    ['Chiara Conti', 'Lumen Textiles', 'Trial', 95],
  ] as const;
  for (const [name, company, source, minutes] of waiting)
    records.leads.push({
      org: ORG,
      id: `waiting-${minutes}`,
      name,
      company,
      source,
      owner: me?.name ?? '',
      createdAt: now - minutes * MINUTE,
      outcome: 'open',
    });
}
