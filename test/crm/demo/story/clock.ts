export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export type Clock = ReturnType<typeof clock>;

/** Times relative to `now`, cut to whole minutes; wall-clock times in the zone of this computer. */
export function clock(instant: number) {
  const now = Math.floor(instant / MINUTE) * MINUTE;
  /** `n` working days from now at that time, so that nobody in the story works on a Sunday. */
  const workday = (n: number, at: string): number => {
    const d = new Date(now);
    for (let left = Math.abs(n); left > 0; ) {
      d.setDate(d.getDate() + Math.sign(n));
      if (d.getDay() % 6 !== 0) left--;
    }
    const [hour = 0, minute = 0] = at.split(':').map(Number);
    return d.setHours(hour, minute, 0, 0);
  };
  const day = (n: number): string => {
    const d = new Date(workday(n, '12:00'));
    return [d.getFullYear(), pad(d.getMonth() + 1), pad(d.getDate())].join('-');
  };
  return {
    now,
    ago: (ms: number): number => now - ms,
    back: (days: number, at: string): number => workday(-days, at),
    ahead: (days: number, at: string): number => workday(days, at),
    /** The date so many working days from now, YYYY-MM-DD. */
    day,
  };
}

const pad = (n: number): string => String(n).padStart(2, '0');
