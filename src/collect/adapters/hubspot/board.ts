import type { RawField, RawRecord } from '../../../contract/raw.ts';
import { all, one, text, up, visible } from '../../flat.ts';
import { countIn } from './footer-count.ts';
import type { Index, Shown } from './listing.ts';
import { fieldIn, shownIn } from './properties.ts';

export const COLUMN = '[data-test-id^="framework-data-column-"], [data-test-id="cdb-column"]';
const CARD = '[data-test-id="cdb-column-item"]';
const NAME = '[data-test-id="cdb-column-name"]';
/** Stages that end a deal; their ids stay when they are given other names. */
const CLOSED = new Set(['closedwon', 'closedlost']);
const TITLE = '[data-test-id="cdbc-title"]';
const LINK = 'a[data-test-id="board-card-section-title-link"], [data-test-id="cdbc-title"] a[href]';
const COUNT = '[data-test-id*="count"], [data-test-id*="footer"]';

/** The board: a column a stage, whose inner id is the same in every language. */
export function collectBoard(doc: Document, columns: Element[], index: Index): Shown {
  const pipeline = text(one(doc, '[data-test-id$="pipeline-switcher"]'), { buttons: true });
  const outer = columns.filter((column) => !columns.some((c) => c !== column && c.contains(column)));
  const read = outer.map((column) => {
    const cards = all(column, CARD).filter(visible);
    const stage = stageOf(column);
    const records = cards.flatMap((card) => recordOf(card, stage, pipeline, index) ?? []);
    const strays = all(column, TITLE).filter((title) => visible(title) && !up(title, CARD));
    return { records, wrong: cards.length + strays.length - records.length, ...countOf(column) };
  });
  const counts = read.map(({ count }) => count);
  const wrong = read.reduce((sum, column) => sum + column.wrong, 0);
  return {
    records: read.flatMap(({ records }) => records),
    activities: [],
    count: counts.every((n) => typeof n === 'number') ? counts.reduce((a, b) => a + b, 0) : openCount(read),
    more: wrong > 0,
    unread:
      wrong > 0 ? [{ field: 'record', why: `${wrong} cards of no known form, or being filled anew` }] : [],
  };
}

/** Without numbers a board that scrolls may hold more than it shows, for it only makes the cards in sight. */
const openCount = (columns: { count: number | null | undefined; scrolls: boolean }[]): null | undefined =>
  columns.some(({ count, scrolls }) => count === null || (count === undefined && scrolls)) ? null : undefined;

function countOf(column: Element): { count: number | null | undefined; scrolls: boolean } {
  const shown = all(column, COUNT).find((el) => visible(el) && !up(el, CARD));
  const scrolls = [column, ...all(column, '*')].some(
    (el) => el.scrollHeight > el.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(el).overflowY),
  );
  return { count: shown && countOnly(text(shown, { buttons: true })), scrolls };
}

/** Footers print sums of money too; only a text with one number is a count. */
const countOnly = (shown: string): number | null | undefined =>
  /^\D*\d[\d.,\s]*\+?\D*$/u.test(shown) && !/\p{Sc}/u.test(shown) ? countIn(shown) : undefined;

function stageOf(column: Element): RawField {
  const holder = column.matches('[data-column-id]') ? column : all(column, '[data-column-id]')[0];
  const ids = [
    (holder ?? up(column, '[data-column-id]'))?.getAttribute('data-column-id'),
    /^framework-data-column-(.+)$/.exec(column.getAttribute('data-test-id') ?? '')?.[1],
  ];
  const machine = ids.find((id) => id && CLOSED.has(id)) ?? ids.find(Boolean);
  const shown = text(one(column, NAME), { buttons: true });
  return { text: shown, by: 'machine', ...(machine ? { machine } : {}) };
}

/** Cards are recycled as the column scrolls: one whose link leads elsewhere than its id shows two records at once. */
function recordOf(
  card: Element,
  stage: RawField,
  pipeline: string,
  { kind, type, records }: Index,
): RawRecord | undefined {
  const id = card.getAttribute('data-selenium-id') ?? '';
  const link = one(card, LINK);
  const linked = /\/(?:record\/\d+-\d+|deal|contact)\/(\d+)/.exec(link?.getAttribute('href') ?? '')?.[1];
  if (!/^\d+$/.test(id) || (linked && linked !== id)) return undefined;
  const title = link ?? one(card, TITLE);
  if (!title) return undefined;
  return {
    kind,
    id,
    url: `${records}/${type}/${id}`,
    fields: {
      name: { ...fieldIn(title), by: 'machine' },
      ...(stage.text ? { [kind === 'deal' ? 'stage' : 'status']: stage } : {}),
      ...(pipeline ? { pipeline: { text: pipeline, by: 'machine' } } : {}),
    },
    labelled: pairsOf(card),
  };
}

/** Which properties a card shows, and in what order, is set by the account: only the labels tell them. */
const pairsOf = (card: Element): NonNullable<RawRecord['labelled']> =>
  all(card, '[data-test-id="cdbc-property-label"]').flatMap((label) => {
    const row = label.parentElement;
    const value = row && one(row, '[data-test-id="cdbc-property-value"]');
    return value && visible(label) ? [{ label: text(label), text: shownIn(value) }] : [];
  });
