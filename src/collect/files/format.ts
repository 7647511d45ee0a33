import type { Mapping, Table } from '../../contract/mapping.ts';

/** One export format: the headers by which it is known, as `keyOf` leaves them, by table and field. */
export interface Format {
  tables: { [table in Table]?: Record<string, string[]> };
  /** Headers that only files with one kind of activities have. */
  kinds?: Partial<Record<NonNullable<Mapping['kind']>, string[]>>;
}

/** What a column may hold, by table. Most are fields of the record; the others are said in sheet.ts and the row files. */
export const FIELDS: Record<Table, string[]> = {
  deals: (
    'id name company owner pipeline stage amount currency probability createdAt closeDate closedAt type source warmth ' +
    'place units contacts nextStep lead competitor lostReason customer won closed'
  ).split(' '),
  leads: (
    'id name firstName lastName email company owner source warmth place createdAt raisedAt assignedAt status closedAt ' +
    'deal converted'
  ).split(' '),
  tickets:
    'id name owner openedAt firstReplyAt resolvedAt agentReplies reopened levelOne escalated complaint rating customer'.split(
      ' ',
    ),
  activities: (
    'id kind subject at completedAt loggedAt by direction state result duration seconds milliseconds body deal lead ' +
    'contact related company automated'
  ).split(' '),
  stageChanges: 'id deal lead company field from to at by'.split(' '),
};

/** What is meant in this table by a word that a dictionary lists for another; '' where it then means nothing. */
export const ALIASES: Record<Table, Record<string, string>> = {
  deals: { lead: '', resolvedAt: 'closedAt' },
  leads: { deal: '', state: 'status', resolvedAt: 'closedAt' },
  tickets: {
    createdAt: 'openedAt',
    closeDate: 'resolvedAt',
    closedAt: 'resolvedAt',
    company: 'customer',
    type: 'complaint',
    subject: 'name',
  },
  activities: {
    owner: 'by',
    type: 'kind',
    status: 'state',
    name: 'related',
    email: 'contact',
    createdAt: 'loggedAt',
  },
  stageChanges: { name: 'deal', stage: 'to', createdAt: 'at', changedAt: 'at', changedBy: 'by' },
};

/** Fields that only this table has, or that it is mostly known by: they tell which table a file is of. */
export const SIGNS: Record<Table, string[]> = {
  deals: ['stage', 'amount', 'closeDate', 'probability', 'nextStep', 'pipeline'],
  leads: ['firstName', 'lastName', 'email', 'status', 'warmth', 'raisedAt', 'converted'],
  tickets: ['openedAt', 'firstReplyAt', 'resolvedAt', 'agentReplies', 'reopened', 'complaint', 'rating'],
  activities: ['kind', 'subject', 'at', 'by', 'direction', 'state', 'body', 'duration', 'related', 'contact'],
  stageChanges: ['from', 'field'],
};

/** One of each group has to be there, or it is no such table. */
export const NEEDED: Record<Table, string[][]> = {
  deals: [['stage', 'amount', 'closeDate', 'won']],
  leads: [['id', 'name', 'lastName', 'firstName', 'email']],
  tickets: [['openedAt']],
  activities: [
    ['at', 'completedAt', 'loggedAt'],
    ['kind', 'subject', 'body', 'direction', 'result'],
  ],
  stageChanges: [['deal', 'lead'], ['to'], ['at']],
};

export const TIMES =
  'at completedAt loggedAt createdAt closeDate closedAt openedAt firstReplyAt resolvedAt raisedAt assignedAt'.split(
    ' ',
  );
export const NUMBERS = 'amount probability units contacts agentReplies rating seconds milliseconds'.split(
  ' ',
);
/** Fields that several columns may hold a part of. */
export const SHARED = 'kind body related contact deal lead state result subject direction'.split(' ');

/** A header's letters and digits alone: `Opportunity ID`, `OpportunityId` and `opportunity_id` are one. */
export const keyOf = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
