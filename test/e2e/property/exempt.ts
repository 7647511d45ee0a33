import type { ReadResult } from '../../../scripts/reader.ts';
import type { Records } from '../../../src/contract/records.ts';
import type { Fault } from './compare.ts';
import type { Step } from './mutate.ts';

/*
 * Changes that make another page, of which something else is true. Each says why, and is as narrow as it can be told.
 */

interface Case {
  fault: Fault;
  steps: Step[];
  before: ReadResult;
  after: ReadResult;
}

const some = (steps: Step[], ...ops: Step['op'][]) => steps.some((s) => ops.includes(s.op));
/** The shown text of something is gone from the page. */
const isGone = (steps: Step[]) => some(steps, 'remove', 'hide', 'aria-hide');
const fewer = ({ before, after }: Case, table: keyof Records) =>
  after.history[table].length < before.history[table].length;
const without = (text: unknown, part: string) => String(text).replaceAll(part, '').replace(/\s/g, '');

const RULES: [why: string, holds: (c: Case) => boolean][] = [
  [
    'a page on which no stage or status is to be seen is of an open record',
    ({ fault: { field, got, after } }) =>
      field === 'outcome' && got === 'open' && after?.stage === undefined && after?.status === undefined,
  ],
  [
    'without the closing change that was seen, a deal was closed on its close date',
    (c) => c.fault.field === 'closedAt' && fewer(c, 'stageChanges'),
  ],
  [
    'without the first form that was seen, the hand was raised by the next',
    (c) => c.fault.field === 'raisedAt' && fewer(c, 'activities'),
  ],
  [
    'a value copied beside itself is a longer value',
    ({ fault: { want, got }, steps }) =>
      some(steps, 'duplicate') && typeof want === 'string' && got !== want && without(got, want) === '',
  ],
  [
    'a stage shown twice in one is the name of no stage that is known to be closed',
    ({ fault: { field, before, after }, steps }) =>
      ['outcome', 'closedAt'].includes(field) &&
      some(steps, 'duplicate') &&
      [after?.stage, after?.status].some((text) => {
        const was = String(before?.stage ?? before?.status);
        return text !== was && without(text, was) === '';
      }),
  ],
  [
    'the mark that said closed is gone with its name, and the stage’s name says it in no known words',
    ({ fault: { field, got, after }, steps }) =>
      field === 'outcome' &&
      got === 'open' &&
      steps.some((s) => isGone([s]) && s.text.includes(`${after?.stage}`)),
  ],
  [
    'names in a sentence trade their parts',
    ({ steps }) => steps.some(({ op, nodes }) => op === 'swap' && nodes.every((n) => n.startsWith('<a '))),
  ],
  [
    'a form control that is none any more shows its text as a value',
    ({ steps }) =>
      steps.some(({ op, nodes }) => op === 'retag' && /^<(?:textarea|input|select)/.test(nodes[0] ?? '')),
  ],
  [
    'the row that told of a move is gone, and the next row of the same stage tells of it',
    ({ fault: { table, field }, steps }) =>
      table === 'stageChanges' && field !== 'row' && some(steps, 'remove', 'hide'),
  ],
  [
    'a part of a value is gone, and what is left of it is shown',
    ({ fault: { want, got }, steps }) =>
      some(steps, 'remove', 'hide') &&
      typeof want === 'string' &&
      typeof got === 'string' &&
      want.includes(got),
  ],
  [
    'cells, and nodes that nothing but their order tells apart, change what they stand for with their places',
    ({ steps }) =>
      steps.some(
        ({ op, nodes: [a = '', b = ''] }) =>
          op === 'swap' &&
          (a === b || [a, b].every((n) => /^<t[dh]\b|role="(?:grid)?cell"|role="columnheader"/.test(n))),
      ),
  ],
  [
    'items stand under another heading, which gives them their year and says whether they are due',
    ({ fault: { field }, steps }) =>
      (field === 'at' || field === 'state') &&
      steps.some((s) => s.heading && ['swap', 'remove', 'hide', 'aria-hide', 'duplicate'].includes(s.op)),
  ],
  [
    'a logged e-mail or call of which no sender is to be seen is the firm’s',
    ({ fault: { field, want, got }, steps }) =>
      field === 'direction' && want === 'in' && got === 'out' && isGone(steps),
  ],
  [
    'so it is with the elements of a message of whose sender nothing is to be seen',
    ({ fault: { field, before }, steps }) =>
      field === 'personal' && before?.direction === 'in' && isGone(steps),
  ],
  [
    'nobody can tell that a row was there; a row that is only read no more is tried by changing its hooks',
    ({ fault: { field }, steps }) => field === 'complete' && some(steps, 'remove', 'hide'),
  ],
  [
    'on a card of Odoo a lost deal is told by the class of its ribbon',
    ({ fault: { field, got }, steps }) =>
      field === 'outcome' && got === 'open' && steps.some((s) => s.what.includes('"ribbon ')),
  ],
  [
    'of two deeds of one minute that have no ids, one that is gone leaves its place to the other',
    ({ fault: { table, before: was }, steps, before }) =>
      table === 'activities' &&
      was?.derived === true &&
      isGone(steps) &&
      before.history.activities.filter((a) => a.kind === was.kind && a.at === was.at).length > 1,
  ],
  [
    'the change’s own word became a value',
    ({ fault: { after } }) => JSON.stringify(after ?? '').includes('renamed'),
  ],
];

/** What a saved page itself says twice, in two ways: without the first the second is what it says. */
const PAGES: [page: string, field: string, got: unknown, why: string][] = [
  [
    'hubspot/contact-form',
    'company',
    'Calder and Sons Ltd',
    'the associated company’s name, where the contact’s own field is not seen',
  ],
  [
    'hubspot/contact-form',
    'source',
    'Integration',
    'the source that stands below, where the first is not seen',
  ],
  [
    'hubspot/contact-es-masked',
    'source',
    'Importar',
    'the source that stands below, where the first is not seen',
  ],
  ['hubspot/deal-phone-nl', 'subject', 'Voorstel', 'the title of the pinned copy, where it alone is read'],
  ['espocrm/lead', 'at', 1795162320000, 'the time in the stream, where the e-mail’s own is not seen'],
  ['espocrm/opportunity', 'at', 1795162320000, 'as above'],
  ['espocrm/opportunity', 'at', 1794927900000, 'as above'],
  [
    'suitecrm/lead-german',
    'name',
    'Frau Selma Arslan',
    'the heading’s name, which has the salutation, where the field is not seen',
  ],
  ['salesforce/german', 'stage', 'Closed Won', 'the Path’s name for the stage, where the field is not seen'],
  [
    'salesforce/unknown-language',
    'stage',
    'Closed Won',
    'the Path’s name for the stage, where the field is not seen',
  ],
];

/** Open faults: what is changed, what is then wrong, and why it is still so. */
const KNOWN: [page: RegExp, field: RegExp, node: RegExp, why: string][] = [
  [
    /^hubspot\//,
    /^(?:at|state)$/,
    /^<h\d/,
    'a heading is told by its tag; without a year in the items it sets theirs',
  ],
  [/^odoo\/lead$/, /^createdAt$/, /^<button/, '"Load More" is told by being a button'],
  [/^espocrm\/board-/, /^complete$/, /group-column/, 'a column is told by its class'],
  [
    /^salesforce\//,
    /^at$/,
    /dueDate|Upcoming/,
    'what is due is told by the class of its section or of its date',
  ],
  [
    /^hubspot\/tasks$/,
    /^(?:at|state)$/,
    /is-overdue|checkbox/,
    'what is overdue or done is told by these marks alone',
  ],
  [/^hubspot\/deal-phone-nl$/, /^personal$/, /./, 'of the pinned copy, where it alone is read'],
];

/** Pages that are not to be read, and what alone on them tells so: changed, nothing tells it any more. */
const EVIDENCE: [page: string, evidence: RegExp, why: string][] = [
  ['hubspot/record-of-another', /Cedar Point/, 'the link to the record that it is of'],
  ['hubspot/record-of-another-type', /Cedar Point/, 'the card that names the type that it is of'],
  ['hubspot/record-loading', /--/, 'the value that is still a bar'],
  ['hubspot/table-loading', /data-test-loading/, 'the table’s own mark of loading'],
  ['salesforce/still-loading', /…/, 'the part that has not come yet'],
  ['salesforce/another-object', /Tilda Nyberg/, 'the layout, which names the object that it is of'],
  ['salesforce/another-record', /Contact Roles/, 'the link to the record that it is of'],
  ['salesforce/history-of-another', /Brücke/, 'the link to the record that it is of'],
  ['espocrm/another-record', /Contacts/, 'the link to the record that it is of'],
  ['espocrm/loading', /\.\.\./, 'the value that has not come yet'],
  ['odoo/loading', /ChatterContainer/, 'the chatter that has not come yet'],
];

/** Why a fault is none; `undefined` when it is one. */
export function exempt(page: string, c: Case): string | undefined {
  const { field, got } = c.fault;
  const [rule] = RULES.find(([, holds]) => holds(c)) ?? [];
  const [, , , said] = PAGES.find((p) => p[0] === page && p[1] === field && p[2] === got) ?? [];
  const touched = (sign: RegExp) =>
    c.steps.some((s) => sign.test(s.text) || s.nodes.some((n) => sign.test(n)));
  const [, , sign] = EVIDENCE.find((e) => e[0] === page && field === 'row' && touched(e[1])) ?? [];
  const open = KNOWN.find(
    (k) => k[0].test(page) && k[1].test(field) && c.steps.some((s) => k[2].test(s.nodes[0] ?? '')),
  );
  return rule ?? said ?? sign ?? open?.[3];
}
