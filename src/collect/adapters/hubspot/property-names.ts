import type { RawRecord } from '../../../contract/raw.ts';

export type Kind = RawRecord['kind'];

const SALES: Record<string, string> = {
  dealname: 'name',
  hs_lead_name: 'name',
  name: 'name',
  hs_full_name_or_email: 'name',
  amount: 'amount',
  dealstage: 'stage',
  pipeline: 'pipeline',
  closedate: 'closeDate',
  createdate: 'createdAt',
  hs_createdate: 'createdAt',
  hubspot_owner_id: 'owner',
  hubspot_owner_assigneddate: 'assignedAt',
  dealtype: 'type',
  hs_next_step: 'nextStep',
  hs_deal_stage_probability: 'probability',
  closed_lost_reason: 'lostReason',
  num_associated_contacts: 'contacts',
  hs_analytics_source: 'source',
  hs_object_source_label: 'source',
  hs_lead_status: 'status',
  hs_pipeline_stage: 'status',
  hs_lead_label: 'warmth',
  company: 'company',
  hs_associated_company_name: 'company',
  associatedcompanyid: 'company',
  city: 'place',
};

/** Of two for one field, the earlier is asked first. */
const TICKET: Record<string, string> = {
  subject: 'name',
  createdate: 'openedAt',
  hubspot_owner_id: 'owner',
  // The other one is moved when an agent writes again unasked.
  hs_first_agent_message_sent_at: 'firstReplyAt',
  first_agent_reply_date: 'firstReplyAt',
  closed_date: 'resolvedAt',
  hs_ticket_category: 'complaint',
};

const QUOTE: Record<string, string> = {
  hs_title: 'name',
  hs_createdate: 'requestedAt',
  createdate: 'requestedAt',
  hubspot_owner_id: 'by',
};

/** Internal property name → the contract's field, by kind of record. */
export const PROPERTIES: Record<Kind, Record<string, string>> = {
  lead: SALES,
  deal: SALES,
  ticket: TICKET,
  quote: QUOTE,
};
