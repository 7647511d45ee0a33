/** When the clock was last looked at, and since when it went on without a jump. Under `clock` in extension storage. */
type Kept = { at: number; since: number };

const DAY = 864e5;
/** Nobody leaves the browser alone for longer; and how long a clock that jumped by more has to go on. */
const [AWAY, WEEK] = [45 * DAY, 7 * DAY];

/**
 * Whether the clock can be trusted with what cannot be undone. One that jumped backwards or by more than somebody is
 * away has to go on for a week first: set wrongly to next year, it would delete the whole history.
 */
export async function isClockSteady(now: number): Promise<boolean> {
  const { at, since } = ((await chrome.storage.local.get('clock')).clock ?? {}) as Partial<Kept>;
  const jumped = at === undefined || since === undefined || now < at || now - at > AWAY;
  const clock: Kept = { at: now, since: jumped ? now : since };
  await chrome.storage.local.set({ clock });
  return now - clock.since >= WEEK;
}
