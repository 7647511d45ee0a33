const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string): Intl.DateTimeFormat {
  let found = formats.get(zone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, found);
  }
  return found;
}

export interface Wall {
  year: number;
  /** 1–12 */
  month: number;
  day: number;
  hour: number;
  minute: number;
}

/** What the clock on the wall shows at an instant. */
export function wallAt(instant: number, zone: string): Wall & { second: number } {
  const part: Record<string, number> = {};
  for (const { type, value } of format(zone).formatToParts(instant)) part[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part;
  return { year, month, day, hour, minute, second };
}

const asUtc = (w: Wall): number => Date.UTC(w.year, w.month - 1, w.day, w.hour, w.minute);

/**
 * The instant at which the clock shows this (epoch ms). An hour that the clock shows twice means the first; one that
 * it skips means as much later. Fields may run over, as in `Date.UTC`.
 */
export function instantOf(wall: Wall, zone: string): number {
  const shown = asUtc(wall);
  const offsetAt = (instant: number) => {
    const w = wallAt(instant, zone);
    return asUtc(w) + w.second * 1000 - Math.floor(instant / 1000) * 1000;
  };
  const before = offsetAt(shown - 86_400_000);
  const after = offsetAt(shown + 86_400_000);
  const early = shown - Math.max(before, after);
  const late = shown - Math.min(before, after);
  if (offsetAt(early) === Math.max(before, after)) return early;
  if (offsetAt(late) === Math.min(before, after)) return late;
  return shown - before;
}

/** The local day as the pair of its ends: 23, 24 or 25 hours. */
export function dayOf(year: number, month: number, day: number, zone: string): [number, number] {
  const midnight = { year, month, hour: 0, minute: 0 };
  return [instantOf({ ...midnight, day }, zone), instantOf({ ...midnight, day: day + 1 }, zone)];
}
