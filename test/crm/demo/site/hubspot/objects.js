// @ts-check
import { clockTime, dateOf, longDay, money, rep, story } from '../common.js';

/** @typedef {import('../common.js').Lead} Lead */
/** @typedef {import('../common.js').Deal} Deal */

/* What the story's leads (contacts here) and deals are called in this CRM: type ids, stages, properties. */

export const PORTAL = '1234567';
export const PIPELINE = 'Sales Pipeline';

/** @type {Record<import('../../story.ts').Stage, string>} */
export const STAGES = {
  appointment: 'Appointment Scheduled',
  qualified: 'Qualified To Buy',
  presented: 'Presentation Scheduled',
  decision: 'Decision Maker Bought-In',
  contract: 'Contract Sent',
  won: 'Closed Won',
  lost: 'Closed Lost',
};
const STATUSES = {
  new: 'New',
  working: 'Attempted to Contact',
  converted: 'Open Deal',
  dropped: 'Unqualified',
};
const SOURCES = /** @type {Record<string, string>} */ ({
  Web: 'Organic search',
  Referral: 'Referrals',
  'Purchased List': 'Offline sources',
});

export const stageOf = (/** @type {Deal} */ d) => STAGES[d.stages.at(-1)?.to ?? 'appointment'];
export const recordPath = (/** @type {string} */ type, /** @type {string} */ id) =>
  `/contacts/${PORTAL}/record/${type}/${id}`;

const dateTime = (/** @type {number} */ t) => `${longDay(t)} ${clockTime(t)}`;
const touches = (/** @type {Lead | Deal} */ r) =>
  r.activities
    .filter((a) => a.state === 'done' && !a.automated && ['call', 'email', 'meeting'].includes(a.kind))
    .map((a) => a.at);
const lastTouch = (/** @type {Lead | Deal} */ r) =>
  touches(r).length ? dateTime(Math.max(...touches(r))) : '';

/** @typedef {{ name: string, label: string, value: string }} Property  an empty value prints as `--` */
/** @type {(name: string, label: string, value: string | undefined) => Property} */
const property = (name, label, value) => ({ name, label, value: value ?? '' });

export const OBJECTS = {
  '0-1': {
    kind: /** @type {const} */ ('lead'),
    noun: 'contact',
    plural: 'Contacts',
    heading: 'About this contact',
    records: story.leads,
    highlights: (/** @type {Lead} */ l) => [
      property('jobtitle-and-company', '', `${l.title} at ${l.company}`),
      property('email', 'Email', l.email),
    ],
    properties: (/** @type {Lead} */ l) => [
      property('email', 'Email', l.email),
      property('phone', 'Phone number', l.phone),
      property('hubspot_owner_id', 'Contact owner', rep(l.owner)?.name),
      property(
        'hubspot_owner_assigneddate',
        'Owner assigned date',
        dateTime(l.owners.at(-1)?.at ?? l.createdAt),
      ),
      property('lifecyclestage', 'Lifecycle stage', l.deal ? 'Opportunity' : 'Lead'),
      property('hs_lead_status', 'Lead status', STATUSES[l.status]),
      property('hs_analytics_source', 'Original traffic source', SOURCES[l.source] ?? l.source),
      property('notes_last_contacted', 'Last contacted', lastTouch(l)),
      property('createdate', 'Create date', dateTime(l.createdAt)),
      property('industry', 'Industry', ''),
    ],
    columns: (/** @type {Lead} */ l) => [
      property('firstname', 'Name', l.name),
      property('email', 'Email', l.email),
      property('phone', 'Phone number', l.phone),
      property('hubspot_owner_id', 'Contact owner', owner(l)),
      property('hs_lead_status', 'Lead status', STATUSES[l.status]),
      property('createdate', 'Create date', dateTime(l.createdAt)),
    ],
  },
  '0-3': {
    kind: /** @type {const} */ ('deal'),
    noun: 'deal',
    plural: 'Deals',
    heading: 'About this deal',
    records: story.deals,
    highlights: (/** @type {Deal} */ d) => [
      property('amount', 'Amount:', amount(d)),
      property('closedate', 'Close Date:', longDay(dateOf(d.closeDate))),
      property('dealstage', 'Deal Stage:', stageOf(d)),
      property('pipeline', 'Pipeline:', PIPELINE),
    ],
    properties: (/** @type {Deal} */ d) => [
      property('hubspot_owner_id', 'Deal owner', rep(d.owner)?.name),
      property('createdate', 'Create date', dateTime(d.createdAt)),
      property('dealtype', 'Deal type', d.type),
      property('hs_next_step', 'Next step', d.nextStep),
      property('notes_last_contacted', 'Last contacted', lastTouch(d)),
      property('hs_priority', 'Priority', ''),
    ],
    columns: (/** @type {Deal} */ d) => [
      property('dealname', 'Deal name', d.name),
      property('dealstage', 'Deal stage', `${stageOf(d)} (${PIPELINE})`),
      property('closedate', 'Close date', longDay(dateOf(d.closeDate))),
      property('hubspot_owner_id', 'Deal owner', owner(d)),
      property('amount', 'Amount', amount(d)),
      property('createdate', 'Create date', dateTime(d.createdAt)),
    ],
  },
};
/** @typedef {keyof typeof OBJECTS} TypeId */

const amount = (/** @type {Deal} */ d) => (d.amount === undefined ? '' : money(d.amount));
const owner = (/** @type {Lead | Deal} */ r) => `${rep(r.owner)?.name} (${rep(r.owner)?.email})`;
