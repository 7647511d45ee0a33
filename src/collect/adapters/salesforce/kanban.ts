import type { RawField, RawPage, RawRecord } from '../../../contract/raw.ts';
import { emptyPage } from '../../adapter.ts';
import { all, text, up } from '../../flat.ts';
import { emptyRow } from './columns.ts';
import { allShown, first, linkedId, RECORD_LINK, shown } from './dom.ts';
import { loading } from './host.ts';

import { objectOf, pluralOf, type SalesforceObject, shortId, USER } from './objects.ts';

/** A list as a board has the list's address; its cards are told by their class, which holds the record's id. */
export const BOARD = '#kanbanView, .runtime_sales_pipelineboardPipelineView, [class*="PipelineViewColumn"]';
const COLUMN = '.runtime_sales_pipelineboardPipelineViewColumn, .pipelineColumn';
const HEADER = '.runtime_sales_pipelineboardPipelineViewColumnHeader, .pipelineHeader';
const TITLE = '.stageHeaderLabel';
const CARD = '.pipelineViewCard';
const NUMBER = '.uiOutputNumber, .uiOutputCurrency, lightning-formatted-number';

interface Column {
  title: string;
  count: number | null | undefined;
}

export function collectBoard(found: Element, url: URL, object: SalesforceObject, name: string): RawPage {
  const page = emptyPage('board', name);
  const board =
    up(found, '#kanbanView') ?? up(found, '.windowViewMode-normal, lst-object-home, body') ?? found;
  const columns = allShown(board, COLUMN).filter((c) => !(c.parentElement && up(c.parentElement, COLUMN)));
  const heads = headersOf(board, columns);
  const records = columns.flatMap((column, i) =>
    allShown(column, CARD).flatMap((card) => cardOf(card, url, object, heads[i]?.title ?? '')),
  );
  if (records.length === 0 && loading(board)) return { ...page, unready: 'still loading' };
  const counts = heads.map((head) => head.count);
  const total = counts.includes(null) ? null : counts.reduce<number>((sum, n) => sum + (n ?? 0), 0);
  const isCounted = counts.length > 0 && !counts.includes(undefined);
  return {
    ...page,
    records,
    announced: isCounted ? { [pluralOf(object)]: total } : {},
    more: loading(board),
    people: [...new Set(records.flatMap((r) => r.fields.owner?.text || []))],
  };
}

/** Headers stand in their columns, or in a row of their own in the same order. */
function headersOf(board: Element, columns: Element[]): Column[] {
  const own = columns.map((column) => first(column, HEADER) ?? first(column, TITLE));
  const apart = allShown(board, HEADER);
  const headers = own.every((h) => h) || apart.length !== columns.length ? own : apart;
  return headers.map((header) => {
    const line = text(header, { without: '.slds-assistive-text', buttons: true });
    const [before, number, plus] = /^(.*?)\((\d[\d.,\s]*)(\+?)\)/u.exec(line)?.slice(1) ?? [];
    // Without an element of its own, the title is what stands before the count; a sum stands behind it.
    const title = (header && text(first(header, TITLE), { without: '.slds-assistive-text' })) || before || '';
    const count = plus ? null : number === undefined ? undefined : Number(number.replace(/\D/g, ''));
    return { title: title.replace(/\s*\(\d.*$/u, '').trim(), count };
  });
}

function cardOf(card: Element, url: URL, object: SalesforceObject, column: string): RawRecord[] {
  const links = allShown(card, RECORD_LINK);
  const classed = [...card.classList].find((c) => /^\w{15}(\w{3})?$/.test(c) && objectOf(c) === object);
  const id = classed ?? linkedId(links.find((a) => objectOf(linkedId(a)) === object));
  if (!id) return [];
  const row = emptyRow(url, object, id);
  const field = (el: Element | undefined): RawField | undefined => {
    const value = text(el, { without: '.slds-assistive-text' });
    return value ? { text: value, by: 'structure' } : undefined;
  };
  const linked = (start: string) => field(links.find((a) => linkedId(a)?.startsWith(start)));
  const own = links.find((a) => shortId(linkedId(a) ?? '') === row.id);
  const fields: Record<string, RawField | undefined> = {
    name: field(own) ?? field(titleIn(card)),
    [object === 'Lead' ? 'status' : 'stage']: column
      ? { text: column, by: 'structure' }
      : { text: '', by: 'structure', unread: 'no column title' },
    owner: linked(USER),
    ...(object === 'Opportunity'
      ? { company: linked('001'), amount: amountOf(card), closeDate: field(only(card, '.uiOutputDate')) }
      : {}),
  };
  return [
    { ...row, fields: Object.fromEntries(Object.entries(fields).flatMap(([k, f]) => (f ? [[k, f]] : []))) },
  ];
}

/** The first line, if it is shown and leads nowhere else. */
const titleIn = (card: Element): Element | undefined =>
  all(card, '.uiOutputText, p')
    .slice(0, 1)
    .find((line) => shown(line) && !first(line, RECORD_LINK));

/** Fields of a card have no labels: what is the only one of its kind is told by its kind. */
function only(card: Element, selector: string): Element | undefined {
  const found = allShown(card, selector);
  return found.length === 1 ? found[0] : undefined;
}

/** A number with a currency; others may be anything. */
function amountOf(card: Element): RawField | undefined {
  const texts = allShown(card, NUMBER).flatMap((el) => text(el) || []);
  const [money, another] = texts.filter((t) => /\p{Sc}|(?<!\p{L})[A-Z]{3}(?!\p{L})/u.test(t));
  if (money && another === undefined) return { text: money, by: 'structure' };
  return texts.length > 0 ? { text: '', by: 'structure', unread: 'which number is the amount?' } : undefined;
}
