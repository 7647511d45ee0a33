import type { History } from '../../src/contract/history.ts';
import { type Activity, type Deal, noRecords } from '../../src/contract/records.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Numbers in 0 … 1 that are the same in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const REPS = [
  'Ana Pop',
  'Ben Okafor',
  'Chiara Rossi',
  'Dimitris Vale',
  'Elif Kaya',
  'Farah Nasser',
  'Goran Ilić',
];
const COMPANIES = [
  'Northwind',
  'Contoso',
  'Fjordline',
  'Lumen Labs',
  'Aster',
  'Blue Kiln',
  'Orchard',
  'Halcyon',
];
const THINGS = ['Instruments', 'Logistics', 'Foods', 'Energy', 'Clinics', 'Textiles', 'Robotics', 'Press'];
const PEOPLE = [
  'Maria Kovacs',
  'Tom Becker',
  'Noor Haddad',
  'Sean Walsh',
  'Layla Amin',
  'Greta Lind',
  'Ivo Marek',
];
const SOURCES = ['demo', 'trial', 'webinar', 'e-book', 'referral', 'pricing'];
const WAY = ['Discovery', 'Appointment', 'Proposal', 'Negotiation'];
const ORG = 'salesforce:acme';

export const TEAM_SETTINGS: History['settings'] = {
  timeZone: 'UTC',
  week: { '0-4': [['08:00', '18:00']] },
  currency: 'EUR',
  firstAppointmentStage: 'Appointment',
  proposalStage: 'Proposal',
  goal: { revenue: 900_000, months: 3 },
  target: {
    'answered-within-target': 0.6,
    'untouched-leads': 0.1,
    'win-rate': 0.45,
    'sales-cycle-length': 40,
  },
  baseline: {
    'answered-within-target': { value: 0.31, lo: 0.24, hi: 0.39, n: 140, unit: 'ratio' },
    'win-rate': { value: 0.36, lo: 0.28, hi: 0.45, n: 120, unit: 'ratio' },
  },
};

/** Seven people’s last half year: leads that are answered soon, late or never, and deals on their way. Ends at `asOf`. */
export function teamHistory(asOf: number, leads = 420): History {
  const roll = dice(11);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;
  const records = noRecords();
  let count = 0;
  const nextId = () => `00T${String(++count).padStart(6, '0')}`;

  for (let i = 0; i < leads; i++) {
    const owner = pick(REPS);
    const skill = REPS.indexOf(owner) / REPS.length;
    const company = `${pick(COMPANIES)} ${pick(THINGS)}`;
    const createdAt = Math.round((asOf - (roll() * 175 + 0.02) * DAY) / MINUTE) * MINUTE;
    const id = `00Q${String(i).padStart(5, '0')}`;
    const isSold = roll() < 0.42 && asOf - createdAt > 3 * DAY;
    const deal = `006${String(i).padStart(5, '0')}`;
    const url = `https://acme.lightning.force.com/lightning/r/Lead/${id}/view`;
    records.leads.push({
      org: ORG,
      id,
      url,
      name: pick(PEOPLE),
      company,
      owner,
      source: pick(SOURCES),
      createdAt,
      outcome: isSold ? 'converted' : 'open',
      ...(isSold && { closedAt: createdAt + 2 * DAY, deal }),
    });
    if (roll() < 0.9 - 0.2 * skill || isSold) answer(id, createdAt, owner, skill);
    if (isSold) sell(deal, id, company, owner, createdAt + 2 * DAY, skill);
  }
  const file = { format: 'fourfold-history', version: 1, exportedAt: asOf } as const;
  return { ...file, ...records, settings: TEAM_SETTINGS };

  function act(fields: Partial<Activity> & Pick<Activity, 'on' | 'at' | 'by'>): void {
    const all = {
      org: ORG,
      id: nextId(),
      kind: 'email',
      direction: 'out',
      state: 'done',
      ...fields,
    } as Activity;
    if (typeof all.at === 'number' && (all.at <= asOf || all.state === 'planned'))
      records.activities.push(all);
  }

  function answer(id: string, raised: number, by: string, skill: number): void {
    let at = raised + Math.round(4 + roll() ** 3 * (200 + 3000 * skill)) * MINUTE;
    const tries = 1 + Math.floor(roll() * 9);
    const personal = {
      greeting: true,
      sender: roll() < 0.9,
      signature: roll() < 0.8,
      relevance: roll() < 0.6,
      forward: roll() < 0.5,
    };
    for (let k = 0; k < tries; k++) {
      const isCall = roll() < 0.4;
      const result = isCall ? pick(['no-answer', 'voicemail', 'connected'] as const) : undefined;
      act({
        on: { kind: 'lead', id },
        kind: isCall ? 'call' : 'email',
        at,
        by,
        personal,
        ...(result && { result }),
      });
      at += Math.round((0.6 + roll() * 4) * DAY);
    }
    if (roll() < 0.3) act({ on: { kind: 'lead', id }, direction: 'in', at: at - HOUR, by });
  }

  function sell(
    id: string,
    lead: string,
    company: string,
    owner: string,
    createdAt: number,
    skill: number,
  ): void {
    const length = (12 + roll() * 70) * DAY;
    const isClosed = createdAt + length <= asOf;
    const isWon = isClosed && roll() < 0.46 - 0.25 * skill;
    const steps = isClosed ? WAY.length : 1 + Math.floor(((asOf - createdAt) / length) * (WAY.length - 1));
    const closedAt = Math.round(createdAt + length);
    const planned = createdAt + length * (isClosed ? 1 : 0.5 + roll());
    const one: Deal = {
      org: ORG,
      id,
      url: `https://acme.lightning.force.com/lightning/r/Opportunity/${id}/view`,
      name: `${company} – ${pick(['rollout', 'pilot', 'renewal', 'expansion'])}`,
      company,
      owner,
      pipeline: 'Sales',
      stage: isClosed ? (isWon ? 'Closed Won' : 'Closed Lost') : (WAY[steps - 1] ?? 'Discovery'),
      outcome: isClosed ? (isWon ? 'won' : 'lost') : 'open',
      createdAt,
      closeDate: new Date(planned).toISOString().slice(0, 10),
      lead,
      ...(roll() < 0.92 && { amount: Math.round(4 + roll() ** 2 * 120) * 1000, currency: 'EUR' }),
      ...(isClosed && { closedAt }),
      ...(!isClosed && { probability: 0.2 * steps, contacts: 1 + Math.floor(roll() * 3) }),
      ...(!isClosed && roll() < 0.5 && { nextStep: pick(['Send offer', 'Security review', 'Meet the CFO']) }),
    };
    records.deals.push(one);
    for (let k = 0; k < steps; k++) {
      const at = Math.round(createdAt + (k * length) / WAY.length);
      const change = { org: ORG, id: `S${id}${k}`, deal: id, to: WAY[k] ?? '', at };
      const from = WAY[k - 1];
      records.stageChanges.push(from ? { ...change, from } : change);
    }
    const on = { kind: 'deal', id } as const;
    for (let at = createdAt + HOUR; at < Math.min(asOf, createdAt + length); at += (1 + roll() * 6) * DAY)
      act({
        on,
        at: Math.round(at),
        by: owner,
        direction: roll() < 0.4 ? 'in' : 'out',
        kind: pick(['email', 'call', 'meeting']),
      });
    if (!isClosed && roll() < 0.6) act({ on, at: asOf + DAY, by: owner, kind: 'meeting', state: 'planned' });
  }
}
