export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** An account of its own: no CRM has it. */
export const ORG = 'invented:team';

/** How somebody sells. */
export interface Rep {
  key: string;
  name: string;
  /** Minutes to a first attempt, and until a lead is theirs, as they mostly are. */
  minutes: number;
  routing: number;
  /** Shares: leads never tried, of attempts that reach somebody or are the last, of messages with care, of answered leads that become deals, of decided deals that are won. */
  forgets: number;
  reach: number;
  givesUp: number;
  care: number;
  convert: number;
  wins: number;
  /** Of a deal. */
  amount: number;
  days: number;
}

const rep = (key: string, name: string, how: Omit<Rep, 'key' | 'name'>): Rep => ({ key, name, ...how });

/** The first is the user. */
export const TEAM: readonly Rep[] = [
  rep('mara', 'Mara Ellison', {
    minutes: 12,
    routing: 6,
    forgets: 0.03,
    reach: 0.3,
    givesUp: 0.12,
    care: 0.85,
    convert: 0.5,
    wins: 0.5,
    amount: 22_000,
    days: 34,
  }),
  rep('tomas', 'Tomás Rivera', {
    minutes: 55,
    routing: 6,
    forgets: 0.06,
    reach: 0.24,
    givesUp: 0.3,
    care: 0.7,
    convert: 0.42,
    wins: 0.38,
    amount: 31_000,
    days: 48,
  }),
  rep('aisha', 'Aisha Rahman', {
    minutes: 6,
    routing: 4,
    forgets: 0.01,
    reach: 0.34,
    givesUp: 0.2,
    care: 0.6,
    convert: 0.55,
    wins: 0.44,
    amount: 17_000,
    days: 29,
  }),
  rep('kenji', 'Kenji Mori', {
    minutes: 240,
    routing: 40,
    forgets: 0.12,
    reach: 0.2,
    givesUp: 0.45,
    care: 0.9,
    convert: 0.38,
    wins: 0.52,
    amount: 44_000,
    days: 62,
  }),
  rep('elena', 'Elena Petrova', {
    minutes: 25,
    routing: 8,
    forgets: 0.04,
    reach: 0.28,
    givesUp: 0.08,
    care: 0.75,
    convert: 0.46,
    wins: 0.41,
    amount: 26_000,
    days: 41,
  }),
  rep('sam', 'Sam Okafor', {
    minutes: 90,
    routing: 12,
    forgets: 0.15,
    reach: 0.22,
    givesUp: 0.5,
    care: 0.4,
    convert: 0.4,
    wins: 0.27,
    amount: 19_000,
    days: 52,
  }),
];
