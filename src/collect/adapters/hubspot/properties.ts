/** Internal property name → the contract's field. */
export const PROPERTIES: Record<string, string> = {
  dealname: 'name',
  amount: 'amount',
  dealstage: 'stage',
  pipeline: 'pipeline',
  closedate: 'closeDate',
  createdate: 'createdAt',
  hubspot_owner_id: 'owner',
  dealtype: 'type',
  hs_next_step: 'nextStep',
  hs_deal_stage_probability: 'probability',
  hs_analytics_source: 'source',
  hs_object_source_label: 'source',
  hs_lead_status: 'status',
  hubspot_owner_assigneddate: 'assignedAt',
  closed_lost_reason: 'lostReason',
  company: 'company',
  name: 'name',
  hs_lead_name: 'name',
};

/** Skeletons and loading marks; while one stands in a place, that place is not empty but not there yet. */
export const LOADING =
  '[data-test-id*="skeleton"], [class*="Skeleton"], [data-test-loading="true"], [data-test-id="timeline-event-container-loading-state"]';
