/** When the clock was last looked at, and since when it went on without a jump. Under `clock` in extension storage. */
type Kept = { at: number; since: number };

const WEEK = 7 * 864e5;

/**
 * Whether the clock can be trusted with what cannot be undone. One that jumped by more than a week, after a holiday or
 * by mistake, has to go on for a week first: set wrongly to next year, it would delete the whole history.
 */
export async function isClockSteady(now: number): Promise<boolean> {
  const { at, since } = ((await chrome.storage.local.get('clock')).clock ?? {}) as Partial<Kept>;
  const jumped = at === undefined || since === undefined || now < at || now - at > WEEK;
  const clock: Kept = { at: now, since: jumped ? now : since };
  await chrome.storage.local.set({ clock });
  return now - clock.since >= WEEK;
}
