import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { interpret } from '../../src/contract/interpret.ts';
import { type Raw, type RawActivity, type RawRecord, raw as rawSchema } from '../../src/contract/raw.ts';
import { records as recordsSchema } from '../../src/contract/records.ts';
import { tally } from '../tally.ts';
import { hostileText, seed } from './hostile.ts';

/*
 * Anything may stand in any field of a page. What comes of it fits the schema, is plain text of at most 1,000
 * characters without controls, and nothing that all objects share has changed.
 *
 *   FOURFOLD_HOSTILE=42 npx vitest run --project unit test/contract/hostile.test.ts   (another seed)
 */

const FIELDS =
  'name company owner source status stage pipeline place nextStep lostReason competitor amount createdAt closeDate warmth type probability contacts deal lead'.split(
    ' ',
  );

const field = fc.record(
  {
    text: hostileText,
    by: fc.constantFrom('api', 'label', 'structure', 'machine') as fc.Arbitrary<'api'>,
    machine: fc.option(hostileText, { nil: undefined }),
  },
  { requiredKeys: ['text', 'by'] },
);
const pairs = fc.array(fc.record({ label: hostileText, text: hostileText }), { maxLength: 3 });
const record: fc.Arbitrary<RawRecord> = fc.record(
  {
    kind: fc.constantFrom('lead', 'deal', 'ticket', 'quote'),
    id: fc.oneof(hostileText, fc.constant('17')),
    url: hostileText,
    fields: fc.dictionary(
      fc.oneof(fc.constantFrom(...FIELDS), fc.constantFrom('__proto__', 'constructor')),
      field,
      { maxKeys: 12, noNullPrototype: true },
    ),
    labelled: pairs,
  },
  { requiredKeys: ['kind', 'fields'] },
) as fc.Arbitrary<RawRecord>;
const activity: fc.Arbitrary<RawActivity> = fc.record(
  {
    id: hostileText,
    on: fc.record({ kind: fc.constantFrom('lead', 'deal'), id: fc.oneof(hostileText, fc.constant('17')) }),
    type: fc.oneof(
      fc.constantFrom('call', 'email', 'note', 'task', 'untold', 'history', 'system'),
      hostileText,
    ),
    ...{
      header: hostileText,
      subject: hostileText,
      by: hostileText,
      section: hostileText,
      result: hostileText,
    },
    ...{
      duration: hostileText,
      body: hostileText,
      names: fc.array(hostileText, { maxLength: 3 }),
      details: pairs,
    },
    time: fc.oneof(field, fc.constant({ text: '2026-03-02T10:00:00Z', by: 'machine' as const })),
    change: fc.record({
      field: fc.oneof(fc.constantFrom('stage', 'owner'), hostileText),
      from: hostileText,
      to: hostileText,
    }),
  },
  { requiredKeys: ['on', 'type', 'time'] },
) as fc.Arbitrary<RawActivity>;
const page: fc.Arbitrary<Raw> = fc.record({
  ...{
    adapter: fc.constant('hubspot'),
    url: fc.constant('https://app.hubspot.com/contacts/7/record/0-3/17'),
    org: fc.constant('hubspot:7'),
  },
  ...{
    kind: fc.constantFrom('record', 'list'),
    page: fc.constant('x'),
    readAt: fc.constant(1_772_000_000_000),
    timeZone: fc.constant('UTC'),
  },
  languages: fc.constant(['en-US']),
  records: fc.array(record, { maxLength: 4 }),
  activities: fc.array(activity, { maxLength: 4 }),
  announced: fc.dictionary(fc.constantFrom('leads', '__proto__', 'constructor'), fc.nat(9), {
    noNullPrototype: true,
  }),
  ...{ collapsed: fc.nat(9), filter: fc.option(hostileText), more: fc.boolean() },
  ...{ people: fc.array(hostileText, { maxLength: 3 }), customers: fc.array(hostileText, { maxLength: 3 }) },
  unread: fc.array(fc.record({ field: hostileText, why: hostileText }), { maxLength: 2 }),
}) as fc.Arbitrary<Raw>;

let tried = 0;
let wrong = 0;
afterAll(() => tally('hostile-fields', { what: 'hostile values in fields of pages', tried, wrong }));

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (value && typeof value === 'object') for (const one of Object.values(value)) yield* textsIn(one);
}
/** As the content script sends it: no text is longer than the schema lets in. */
const cut = (value: Raw): Raw =>
  JSON.parse(JSON.stringify(value, (_, v) => (typeof v === 'string' ? v.slice(0, 20_000) : v)));

const CONTROL = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const born = () =>
  JSON.stringify([
    Object.getOwnPropertyNames(Object.prototype),
    Object.keys({}),
    ({} as { hostile?: unknown }).hostile,
  ]);

it('whatever stands in a page’s fields comes out as plain text, or not at all', () => {
  const before = born();
  fc.assert(
    fc.property(page, (shown) => {
      const sent = cut(shown);
      tried += [...textsIn(sent)].length;
      wrong++;
      const { records, sighting } = interpret(rawSchema.parse(sent));
      recordsSchema.parse(records);
      const { org: _, url: __, page: ___, ...seen } = sighting;
      for (const text of [...textsIn(records), ...textsIn(seen)]) {
        expect(text.length).toBeLessThanOrEqual(1000);
        expect(CONTROL.test(text), JSON.stringify(text)).toBe(false);
        // Half a letter breaks what other programs make of it.
        expect(/\p{Surrogate}/u.test(text), JSON.stringify(text)).toBe(false);
      }
      for (const { url } of [...records.leads, ...records.deals])
        if (url !== undefined) expect(url).toMatch(/^https?:\/\//i);
      expect(born()).toBe(before);
      wrong--;
    }),
    { seed, numRuns: 150 },
  );
});

it('names that objects have by birth are names like others', () => {
  const named = (name: string): Raw => ({
    ...{
      adapter: 'hubspot',
      url: 'https://app.hubspot.com/x',
      org: 'hubspot:7',
      kind: 'list',
      page: 'x',
      readAt: 1_772_000_000_000,
    },
    ...{
      timeZone: 'UTC',
      languages: ['en'],
      announced: {},
      collapsed: 0,
      filter: null,
      more: false,
      people: [name],
      customers: [],
      unread: [],
    },
    records: [
      {
        kind: 'deal',
        id: name,
        fields: {
          name: { text: name, by: 'api' },
          owner: { text: name, by: 'api' },
          stage: { text: name, by: 'api' },
        },
      },
    ],
    activities: [
      {
        on: { kind: 'deal', id: name },
        type: 'call',
        time: { text: '2026-03-02T10:00:00Z', by: 'machine' },
        by: name,
      },
    ],
  });
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    const { records } = interpret(named(name));
    expect(records.deals).toMatchObject([{ id: name, name, owner: name, stage: name }]);
    expect(records.activities).toMatchObject([{ on: { id: name }, by: name }]);
  }
});
