import { isPaused, type Settings } from '../contract/settings.ts';
import type { Glance } from '../metrics/glance.ts';
import { when, workDuration } from './format.ts';
import { number, plural, t } from './text.ts';

export interface Badge {
  text: string;
  /** Background; the sign in the text says the same: `+` over the target, `!` due soon. */
  colour: string;
  title: string;
}

const SIGNS = { waiting: ['', '#3b5bdb'], 'due-soon': ['!', '#b35900'], breached: ['+', '#c92a2a'] } as const;
const UNITS = [
  [3600, 'h'],
  [60, 'm'],
] as const;

const QUIET = '#5b6270';

function pausedTitle({ paused }: Settings, now: number): string {
  const said = typeof paused === 'number' ? t('paused_until', { until: when(paused, now) }) : t('paused');
  return `${t('app_name')}: ${said}`;
}

/**
 * The business time that the most urgent lead has left, or is over, in the largest unit: `4m`, `!1m`, `+2h`; `II` while
 * nothing is read.
 */
export function badgeOf({ waiting, asOf }: Glance, settings: Settings = {}): Badge {
  if (isPaused(settings, asOf)) return { text: 'II', colour: QUIET, title: pausedTitle(settings, asOf) };
  const [first] = waiting.first;
  if (!first) return { text: '', colour: SIGNS.waiting[1], title: t('app_name') };
  const [sign, colour] = SIGNS[first.state];
  const seconds = Math.abs(first.remaining);
  const [size, unit] = UNITS.find(([each]) => seconds >= each) ?? UNITS[1];
  const text = `${sign}${number(Math.floor(seconds / size), { useGrouping: false })}${unit}`;
  const left = t(first.state === 'breached' ? 'badge_over' : 'badge_left', { time: workDuration(seconds) });
  return { text, colour, title: `${t('app_name')}: ${plural('badge_waiting', waiting.count)}, ${left}` };
}
