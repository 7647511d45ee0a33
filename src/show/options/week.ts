import * as z from 'zod/mini';
import { type Week, week as weekSchema } from '../../contract/settings.ts';

/** What holds when nobody set anything: Monday to Friday, nine to five. */
const usual: Week = { '0-4': [['09:00', '17:00']] };
const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/** Windows of each weekday from Monday as one writes them: `09:00–12:30, 13:30–17:30`; empty on a day off. */
export function written(week: Week = usual): string[] {
  return DAYS.map((day) =>
    Object.entries(week)
      .filter(([days]) => covers(days, day))
      .flatMap(([, windows]) => windows.map(([from, to]) => `${from}–${to}`))
      .join(', '),
  );
}

function covers(days: string, day: number): boolean {
  const [first, last = first] = days.split('-').map(Number);
  return first !== undefined && last !== undefined && day >= first && day <= last;
}

/** The week that the seven texts mean; `undefined` when one of them cannot be understood. */
export function understood(texts: string[]): Week | undefined {
  const days = texts.map(windows);
  if (days.some((d) => d === undefined)) return undefined;
  const entries = days.map((d, day) => [String(day), d ?? []] as const).filter(([, d]) => d.length > 0);
  const parsed = z.safeParse(weekSchema, Object.fromEntries(entries));
  return parsed.success ? parsed.data : undefined;
}

/** One day's text as windows in order; `undefined` when it is wrong, overlaps or runs backwards. */
export function windows(text: string): [string, string][] | undefined {
  const found: [string, string][] = [];
  for (const part of text.split(/[,;،]/).map((p) => p.trim())) {
    if (part === '') continue;
    const hours = /^(\d{1,2}:\d{2})\s*[-–—]\s*(\d{1,2}:\d{2})$/.exec(part);
    if (!hours?.[1] || !hours[2]) return undefined;
    found.push([hours[1].padStart(5, '0'), hours[2].padStart(5, '0')]);
  }
  const edges = found.flat();
  const forward = edges.every((e, i) => i === 0 || (edges[i - 1] ?? '') <= e);
  const real = edges.every((e) => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(e));
  return forward && real && found.every(([from, to]) => from < to) ? found : undefined;
}
