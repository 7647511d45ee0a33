import type { Deal, Lead, Warmth } from '../contract/records.ts';
import type { Settings } from '../contract/settings.ts';

const SOURCES: Record<Warmth, readonly string[]> = {
  hot: ['demo', 'pricing', 'contact-sales', 'inbound call', 'chat'],
  warm: ['trial', 'webinar', 'event', 'referral'],
  cool: ['white paper', 'e-book', 'newsletter'],
  cold: ['list', 'import', 'outbound'],
};

/** Business seconds to a first attempt; cold leads asked for nothing and wait for nobody. */
export const TARGETS: Record<Warmth, number | null> = { hot: 300, warm: 3600, cool: 86_400, cold: null };

const plain = (source: string): string => source.trim().toLowerCase();

const BY_SOURCE = new Map(
  Object.entries(SOURCES).flatMap(([warmth, words]) =>
    words.map((word) => [word, warmth as Warmth] as const),
  ),
);

/** Rule 20: the record's own warmth, else its whole source in `warmthOf` and the list above, else the default. */
export function warmthOf(record: Lead | Deal, settings: Settings): Warmth {
  if (record.warmth) return record.warmth;
  const source = plain(record.source ?? '');
  const own = Object.entries(settings.warmthOf ?? {}).findLast(([word]) => plain(word) === source);
  return own?.[1] ?? BY_SOURCE.get(source) ?? settings.defaultWarmth ?? 'warm';
}
