import type { RawField } from './raw.ts';
import { parseTime, type TimeContext } from './time.ts';
import { wallClock } from './zone.ts';

/**
 * How the zone of a page is known: machine instants beside its texts prove it; the user set it; it is only the
 * browser's; or the page itself speaks against it, and nothing better is known.
 */
export type ZoneBy = 'proved' | 'setting' | 'browser' | 'contradicted';

/** An instant, and what a clock in the page's zone then shows (see wallClock). */
interface Proof {
  instant: number;
  wall: number;
}

const DAY = 864e5;
const QUARTER = 9e5;
/** Of a long timeline not every item has to be asked. */
const ENOUGH = 200;

/** The zones that all of a page's proofs allow, the one it would be read in anyway before all others. */
export function zonesOf(
  shown: readonly (RawField | undefined)[],
  context: TimeContext,
): { zones: string[]; isProved: boolean; isContradicted: boolean } {
  const paired = shown.filter((field) => field?.machine).slice(0, ENOUGH);
  const proofs = paired.flatMap((field) => proofOf(field, context) ?? []);
  const fits = (zone: string) => proofs.every((proof) => agrees(proof, zone));
  const { zone } = context;
  if (proofs.length === 0 || fits(zone))
    return { zones: [zone], isProved: proofs.length > 0, isContradicted: false };
  const others = Intl.supportedValuesOf('timeZone').filter(fits);
  if (others.length === 0) return { zones: [zone], isProved: false, isContradicted: true };
  return { zones: apart(others, context.now), isProved: true, isContradicted: false };
}

/** Of a text with minutes and a machine's instant beside it. A text that prints its own zone tells nothing. */
function proofOf(field: RawField | undefined, context: TimeContext): Proof | undefined {
  if (!field?.machine || field.unread) return undefined;
  const exact = (text: string, zone: string) => {
    const parsed = parseTime(text, { ...context, zone });
    return 'moment' in parsed && typeof parsed.moment === 'number' ? parsed.moment : undefined;
  };
  const instant = exact(field.machine, 'UTC');
  if (instant === undefined || instant !== exact(field.machine, 'Asia/Tokyo')) return undefined;
  const wall = exact(field.text, 'UTC');
  if (wall === undefined || wall === exact(field.text, 'Asia/Tokyo')) return undefined;
  const minute = Math.floor(instant / 6e4) * 6e4;
  // No zone is any number of minutes away from another: then the two are not the same time.
  return (wall - minute) % QUARTER === 0 ? { instant: minute, wall } : undefined;
}

/** "Today" is read without knowing the zone, and may be a day off. */
const agrees = ({ instant, wall }: Proof, zone: string): boolean =>
  (wallClock(instant, zone) - wall) % DAY === 0;

/** One zone of each kind whose clocks ran alike in the two years before. */
function apart(zones: string[], now: number): string[] {
  const kinds = new Map<string, string>();
  for (const zone of zones) {
    const months = Array.from({ length: 24 }, (_, i) => now - i * 30 * DAY);
    const clocks = months.map((at) => wallClock(at, zone) - at).join();
    if (!kinds.has(clocks)) kinds.set(clocks, zone);
  }
  return [...kinds.values()];
}
