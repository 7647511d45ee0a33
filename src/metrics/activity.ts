import { start } from '../contract/moment.ts';
import { DAY, instantOf, localDay } from '../contract/zone.ts';
import type { Scene } from './scene.ts';

const WEEKS = 4;

/** So many complete ISO weeks before asOf, `[from, to)`: Monday to Monday on the clocks of the zone (rule 53). */
export function lastWeeks(asOf: number, zone: string, weeks = WEEKS): [from: number, to: number] {
  const today = localDay(asOf, zone);
  const monday = today - ((((today + 3) % 7) + 7) % 7); // 1970-01-01 was a Thursday
  return [instantOf((monday - 7 * weeks) * DAY, zone), instantOf(monday * DAY, zone)];
}

/** New opportunities per week: first appointments held, or deals created where the team has none at all. */
export function newPerWeek({ deals, team, asOf, calendar }: Scene): { perWeek: number; n: number } {
  const [from, to] = lastWeeks(asOf, calendar.zone);
  const hasAppointments = team.deals.some(({ firstAppointment }) => firstAppointment !== undefined);
  const n = deals.filter(({ firstAppointment, created }) => {
    const at = hasAppointments ? firstAppointment : created;
    return at !== undefined && start(at) >= from && start(at) < to;
  }).length;
  return { perWeek: n / WEEKS, n };
}
