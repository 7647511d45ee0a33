import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { KPIS } from '../../metrics/kpis.ts';
import { PERIODS } from '../../metrics/periods.ts';
import { DEMO_CHOICES, isDemo } from '../demo/kept.ts';

const DEFAULT_PICKS = [
  'answered-within-target',
  'untouched-leads',
  'win-rate',
  'sales-cycle-length',
  'activity-meter',
];
/** So many figures are read in one look. */
const PICKS = DEFAULT_PICKS.length;

const schema = z.object({
  rep: z._default(z.nullable(z.string()), null),
  period: z._default(z.enum(PERIODS), 'days-90'),
  picks: z._default(z.array(z.string()), []),
  grid: z._default(z.boolean(), false),
  /** Sections that were opened or folded, by id. */
  open: z._default(z.record(z.string(), z.boolean()), {}),
});
/** What the manager chose to see; a setting of this face alone. */
export type Choices = z.infer<typeof schema>;

/** What was chosen of the invented team goes with it. */
const keyOf = (isDemo: boolean) => (isDemo ? DEMO_CHOICES : 'panel');

/** What is not understood is as good as never chosen. */
export function choicesFrom(stored: unknown): Choices {
  const parsed = schema.safeParse(stored ?? {});
  const choices = parsed.success ? parsed.data : schema.parse({});
  return { ...choices, picks: fiveOf(choices.picks) };
}

/** Five KPIs that there are, each once; gaps are filled with the usual ones. */
function fiveOf(picks: readonly string[]): string[] {
  const known = [...new Set([...picks, ...DEFAULT_PICKS])].filter((id) => id in KPIS);
  return known.slice(0, PICKS);
}

export async function firstChoices(): Promise<Choices> {
  const key = keyOf(await isDemo());
  return choicesFrom((await chrome.storage.local.get(key))[key]);
}

/** The choices and a way to change them; kept for the next time and followed in every window. */
export function useChoices(first: Choices, isDemo: boolean): [Choices, (patch: Partial<Choices>) => void] {
  const key = keyOf(isDemo);
  const [choices, setChoices] = useState(first);
  useEffect(() => {
    const changed = (changes: Record<string, { newValue?: unknown }>, area: string) => {
      if (area === 'local' && changes[key]) setChoices(choicesFrom(changes[key].newValue));
    };
    chrome.storage.onChanged.addListener(changed);
    return () => chrome.storage.onChanged.removeListener(changed);
  }, []);
  const choose = (patch: Partial<Choices>) => {
    const next = choicesFrom({ ...choices, ...patch });
    setChoices(next);
    chrome.storage.local.set({ [key]: next });
  };
  return [choices, choose];
}
