// @ts-check
import { story } from '../common.js';
import * as value from './value.js';

/** @typedef {import('../common.js').Lead} Lead */
/** @typedef {import('../common.js').Deal} Deal */

/* What the story's leads and deals are called here: objects, statuses, stages, fields. */

/** @type {Record<import('../../story.ts').Stage, [label: string, probability: number]>} */
export const STAGES = {
  appointment: ['Qualification', 10],
  qualified: ['Needs Analysis', 20],
  presented: ['Value Proposition', 50],
  decision: ['Id. Decision Makers', 60],
  contract: ['Proposal/Price Quote', 75],
  won: ['Closed Won', 100],
  lost: ['Closed Lost', 0],
};
export const STATUSES = {
  new: 'Open - Not Contacted',
  working: 'Working - Contacted',
  converted: 'Closed - Converted',
  dropped: 'Closed - Not Converted',
};

/** @param {Deal} d */
export const stageOf = (d) => d.stages.at(-1)?.to ?? 'appointment';
const lastChange = (/** @type {Lead | Deal} */ r) =>
  Math.max(
    r.createdAt,
    ...r.activities.filter((a) => a.state !== 'planned').map((a) => a.at),
    ...('stages' in r ? r.stages.map((s) => s.at) : []),
  );

/** @typedef {{ api: string, label: string, show: (at: Record<string, string>) => Node, readOnly?: boolean }} Field */
/** @type {(api: string, label: string, show: Field['show'], readOnly?: boolean) => Field} */
const field = (api, label, show, readOnly = false) => ({ api, label, show, readOnly });
const empty = (/** @type {Record<string, string>} */ at) => value.text('', at);

export const OBJECTS = {
  Lead: {
    kind: /** @type {const} */ ('lead'),
    label: 'Lead',
    plural: 'Leads',
    records: story.leads,
    path: (/** @type {Lead} */ l) => ({
      steps: [STATUSES.new, STATUSES.working, l.status === 'dropped' ? STATUSES.dropped : STATUSES.converted],
      current: STATUSES[l.status],
      closed: l.status === 'converted' ? 'won' : l.status === 'dropped' ? 'lost' : '',
      lastLabel: 'Converted',
    }),
    highlights: (/** @type {Lead} */ l) => [
      ['Title', value.text(l.title)],
      ['Company', value.text(l.company)],
      ['Phone (2)', value.phone(l.phone)],
      ['Email', value.email(l.email)],
    ],
    sections: (/** @type {Lead} */ l) => [
      [
        'Lead Information',
        [
          field('OwnerId', 'Lead Owner', (at) => value.owner(l.owner, at)),
          field('Phone', 'Phone', (at) => value.phone(l.phone, at)),
          field('Name', 'Name', (at) => value.name(l.name, at)),
          field('Email', 'Email', (at) => value.email(l.email, at)),
          field('Company', 'Company', (at) => value.text(l.company, at)),
          field('Status', 'Lead Status', (at) => value.text(STATUSES[l.status], at)),
          field('Title', 'Title', (at) => value.text(l.title, at)),
          field('Rating', 'Rating', (at) => value.text(l.rating ?? '', at)),
          field('LeadSource', 'Lead Source', (at) => value.text(l.source, at)),
          field('Industry', 'Industry', empty),
        ],
      ],
      [
        'System Information',
        [
          field('CreatedById', 'Created By', (at) => value.modstamp(l.createdBy, l.createdAt, at), true),
          field(
            'LastModifiedById',
            'Last Modified By',
            (at) => value.modstamp(l.owner, lastChange(l), at),
            true,
          ),
        ],
      ],
    ],
  },
  Opportunity: {
    kind: /** @type {const} */ ('deal'),
    label: 'Opportunity',
    plural: 'Opportunities',
    records: story.deals,
    path: (/** @type {Deal} */ d) => {
      const stage = stageOf(d);
      const closed = stage === 'won' || stage === 'lost' ? stage : '';
      const open = /** @type {const} */ ([
        'appointment',
        'qualified',
        'presented',
        'decision',
        'contract',
      ]).map((s) => STAGES[s][0]);
      return {
        steps: [...open, closed ? STAGES[stage][0] : 'Closed'],
        current: STAGES[stage][0],
        closed,
        lastLabel: '',
      };
    },
    highlights: (/** @type {Deal} */ d) => [
      ['Account Name', value.lookup('Account', d.companyIds.salesforce, d.company)],
      ['Close Date', value.day(d.closeDate)],
      ['Amount', value.currency(d.amount)],
      ['Opportunity Owner', value.owner(d.owner)],
    ],
    sections: (/** @type {Deal} */ d) => [
      [
        'Opportunity Information',
        [
          field('OwnerId', 'Opportunity Owner', (at) => value.owner(d.owner, at)),
          field('CloseDate', 'Close Date', (at) => value.day(d.closeDate, at)),
          field('Name', 'Opportunity Name', (at) => value.text(d.name, at)),
          field('StageName', 'Stage', (at) => value.text(STAGES[stageOf(d)][0], at)),
          field('AccountId', 'Account Name', (at) =>
            value.lookup('Account', d.companyIds.salesforce, d.company, at),
          ),
          field('Probability', 'Probability (%)', (at) => value.number(`${STAGES[stageOf(d)][1]}%`, at)),
          field('Type', 'Type', (at) => value.text(d.type, at)),
          field('Amount', 'Amount', (at) => value.currency(d.amount, at)),
          field('LeadSource', 'Lead Source', (at) => value.text(d.source, at)),
          field(
            'ExpectedRevenue',
            'Expected Revenue',
            (at) => value.currency(d.amount && (d.amount * STAGES[stageOf(d)][1]) / 100, at),
            true,
          ),
          field('NextStep', 'Next Step', (at) => value.text(d.nextStep ?? '', at)),
          field('CampaignId', 'Primary Campaign Source', empty),
        ],
      ],
      [
        'System Information',
        [
          field('CreatedById', 'Created By', (at) => value.modstamp(d.createdBy, d.createdAt, at), true),
          field(
            'LastModifiedById',
            'Last Modified By',
            (at) => value.modstamp(d.owner, lastChange(d), at),
            true,
          ),
        ],
      ],
    ],
  },
};
/** @typedef {keyof typeof OBJECTS} ObjectName */
