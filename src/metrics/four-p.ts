import type { Settings } from '../contract/settings.ts';
import { type Cycle, cyclesOf } from './cycles.ts';
import type { RecordHistory } from './histories.ts';
import { performance } from './performance.ts';
import { persistence } from './persistence.ts';
import { personalization } from './personalization.ts';
import { promptness } from './promptness.ts';
import { averageLetter, boundariesOf, meanPoints } from './rubric.ts';
import type { LeadScore } from './score.ts';

/**
 * The four Ps of a lead or deal at `asOf` (epoch ms): those of its first cycle, `undefined` when it has none (see
 * cyclesOf). A deal counts from its first inbound form, chat or call, else from its creation (rule 81).
 */
export function scoreRecord(history: RecordHistory, settings: Settings, asOf: number): LeadScore | undefined {
  const [first] = cyclesOf(history, settings, asOf);
  return first && scoreCycle(first, settings, asOf);
}

/** The same for a cycle at hand. */
export function scoreCycle(cycle: Cycle, settings: Settings, asOf: number): LeadScore {
  const by = boundariesOf(settings);
  const prompt = promptness(cycle, asOf, by);
  const persistent = persistence(cycle, asOf, by);
  const personal = personalization(cycle, asOf, by);
  const performed = performance(cycle, settings, asOf);
  const gpa = meanPoints([prompt, persistent, personal, performed].map(({ grade }) => grade));
  return {
    promptness: prompt,
    persistence: persistent,
    personalization: personal,
    performance: performed,
    gpa,
    grade: averageLetter(gpa, by),
    provisional: prompt.state === 'pending' || !persistent.final,
    rubric: by.version,
  };
}
