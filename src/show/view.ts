import type { Sighting } from '../contract/coverage.ts';
import type { Records } from '../contract/records.ts';
import { isPaused } from '../contract/settings.ts';
import { historiesOf, type RecordHistory } from '../metrics/histories.ts';
import { waiting } from '../metrics/waiting.ts';
import { firstView, type Sources, type View } from './first-view.ts';
import { sameRecord, shown, type Where, whereOf } from './shown.ts';

export * from './first-view.ts';

/** The history of one record among others; `undefined` when it is not there. */
const historyIn = (records: Records, where: Where): RecordHistory | undefined =>
  historiesOf(records).find((history) => sameRecord(whereOf(history), where));

/** The histories of these records among others; what is not there is left out. */
export const historiesAmong = (records: Records, wanted: readonly Where[]): RecordHistory[] =>
  historiesOf(records).filter((history) => wanted.some((where) => sameRecord(whereOf(history), where)));

/** `sources` as they look at `now` (epoch ms). Pure. */
export function view(sources: Sources, now: number): View {
  const { state, settings = {} } = sources;
  const first = firstView(sources, now);
  const show = (history: RecordHistory) => shown(history, settings, now, sources.standing?.norms);
  const subject = state && subjectOf(state.sighting);
  const kept = subject && sources.histories.find((h) => sameRecord(whereOf(h), subject));
  // Beside the invented team no real record may stand.
  const preview = sources.isDemo ? undefined : state?.preview;
  // Of a page that could not be kept, what was kept before is more than the page alone.
  const isKeptBefore = state?.enabled === true && kept !== undefined;
  const history = subject && (preview && !isKeptBefore ? historyIn(preview, subject) : kept);
  const visible = sources.histories.filter((h) => sources.visible.some((w) => sameRecord(w, whereOf(h))));
  const paused = isPaused(settings, now);
  return {
    ...first,
    unkept: unkeptOf(sources),
    paused: paused ? settings.paused || undefined : undefined,
    live: first.live && !paused,
    waiting: waitingNow(sources, now),
    declined: settings.declined ?? [],
    whose: settings.me?.names.length ? 'mine' : 'team',
    record: history && show(history),
    preview: preview !== undefined && state?.enabled !== true,
    visible: visible.map(show),
    who: sources.settings && !settings.me && first.page.is === 'read' ? sources.people : [],
  };
}

/** Of the invented team nothing is at stake. */
export function unkeptOf({
  unkept,
  trouble,
  isDemo,
}: Pick<Sources, 'unkept' | 'trouble' | 'isDemo'>): View['unkept'] {
  const last = unkept.toSorted((a, b) => a.at - b.at).at(-1);
  const why = trouble ?? last;
  return why && !isDemo ? { why: why.why, text: why.text, pages: unkept.length } : undefined;
}

const subjectOf = ({ subject, org }: Sighting): Where | undefined => subject && { ...subject, org };

/** The roll-up's leads, those whose history is at hand worked out for this very second. */
function waitingNow(sources: Sources, now: number): View['waiting'] {
  const { glance, histories, open, settings = {} } = sources;
  if (!glance) return undefined;
  const { count, first } = glance.waiting;
  const wanted = [...first, ...open];
  const known = histories.filter((h) => wanted.some((w) => sameRecord(w, whereOf(h))));
  const fresh = waiting(known, settings, now);
  const rest = first.filter((w) => !known.some((h) => sameRecord(w, whereOf(h))));
  const answered = first.length - rest.length - fresh.length;
  return {
    count: open.length > 0 ? fresh.length + rest.length : count - answered,
    first: [...fresh, ...rest],
  };
}
