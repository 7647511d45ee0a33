import type { Deal, Lead, Warmth } from '../contract/records.ts';
import type { Settings } from '../contract/settings.ts';
import { oncePer } from './once.ts';

const SOURCES: Record<Warmth, readonly string[]> = {
  hot: ['demo', 'pricing', 'contact-sales', 'inbound call', 'chat'],
  warm: ['trial', 'webinar', 'event', 'referral'],
  cool: ['white paper', 'e-book', 'newsletter'],
  cold: ['list', 'import', 'outbound'],
};

/** Business seconds to a first attempt; cold leads asked for nothing and wait for nobody. */
export const TARGETS: Record<Warmth, number | null> = { hot: 300, warm: 3600, cool: 86_400, cold: null };

const plain = (source: string): string => source.trim().toLowerCase();

const BY_SOURCE = Object.entries(SOURCES).flatMap(([warmth, words]) =>
  words.map((word) => [word, warmth as Warmth] as const),
);

/** By source; what the user says of one comes before the list. */
const warmths = oncePer(
  ({ warmthOf: own = {} }: Settings): Map<string, Warmth> =>
    new Map([...BY_SOURCE, ...Object.entries(own).map(([word, warmth]) => [plain(word), warmth] as const)]),
);

/** Rule 20: the record's own warmth, else its whole source in `warmthOf` and the list above, else the default. */
export function warmthOf(record: Lead | Deal, settings: Settings): Warmth {
  if (record.warmth) return record.warmth;
  return warmths(settings).get(plain(record.source ?? '')) ?? settings.defaultWarmth ?? 'warm';
}
