import { clock } from './story/clock.ts';
import { deals } from './story/deals.ts';
import { hubspotId, salesforceId } from './story/ids.ts';
import { leads } from './story/leads.ts';
import { team } from './story/team.ts';

/*
 * The demo's one list of invented people, leads, deals and activities, and the truth about it. Both stand-in
 * CRMs are drawn from it. Instants are epoch milliseconds on a whole minute: a CRM's page is no more exact.
 */

export type Crm = 'salesforce' | 'hubspot';
export type Ids = Record<Crm, string>;
export type RecordKind = 'lead' | 'deal';
export type ActivityKind = 'call' | 'email' | 'meeting' | 'task' | 'note' | 'form';
export type Stage = 'appointment' | 'qualified' | 'presented' | 'decision' | 'contract' | 'won' | 'lost';
export type LeadStatus = 'new' | 'working' | 'converted' | 'dropped';

export type Rep = { key: string; name: string; email: string; ids: Ids };

export type StoryActivity = {
  ids: Ids;
  kind: ActivityKind;
  direction: 'in' | 'out' | 'none';
  /** When it was done; of a planned one, when it is due. */
  at: number;
  /** Key of a rep; absent when the customer acted. */
  by?: string;
  subject: string;
  body?: string;
  result?: 'connected' | 'voicemail' | 'no-answer' | 'held';
  /** Duration in seconds. */
  seconds?: number;
  state: 'done' | 'planned' | 'bounced';
  automated?: true;
  pinned?: true;
};

type Common = {
  key: string;
  ids: Ids;
  name: string;
  company: string;
  companyIds: Ids;
  /** Keys of reps. */
  owner: string;
  createdBy: string;
  source: string;
  createdAt: number;
  activities: StoryActivity[];
};

export type StoryLead = Common & {
  title: string;
  email: string;
  phone: string;
  status: LeadStatus;
  rating?: 'Hot' | 'Warm' | 'Cold';
  /** Who got the lead and when, oldest first; the last one owns it. */
  owners: { to: string; at: number; by: string }[];
  /** Key of the deal that it became. */
  deal?: string;
  truth: {
    /** First done, human, outgoing touch after the lead came in (a bounce is none); null: still waiting. */
    firstTouchAt: number | null;
    /** Such touches up to the first contact (a reply, a connected call, a held meeting), it included. */
    attempts: number;
    contactAt: number | null;
  };
};

export type StoryDeal = Common & {
  amount?: number;
  /** YYYY-MM-DD. */
  closeDate: string;
  type: 'New Business' | 'Existing Business';
  nextStep?: string;
  people: { name: string; ids: Ids }[];
  /** Oldest first; the last one is the stage it is in. */
  stages: { to: Stage; at: number; by: string }[];
};

export type Story = {
  now: number /** Key of the rep who is signed in. */;
  me: string;
  team: Rep[];
  leads: StoryLead[];
  deals: StoryDeal[];
};

/** As the files in story/ tell it: ids are given in `story`. */
export type ToldActivity = Omit<StoryActivity, 'ids'>;
export type ToldLead = Omit<StoryLead, 'ids' | 'companyIds' | 'activities'> & { activities: ToldActivity[] };
export type ToldDeal = Omit<StoryDeal, 'ids' | 'companyIds' | 'activities' | 'people'> & {
  activities: ToldActivity[];
  people: string[];
};

/** Salesforce's timeline has no notes and no form submissions; HubSpot's has both. */
export const shows = (crm: Crm, a: Pick<StoryActivity, 'kind'>): boolean =>
  crm === 'hubspot' || (a.kind !== 'note' && a.kind !== 'form');

export function story(now: number): Story {
  const time = clock(now);
  const told = { leads: leads(time), deals: deals(time) };
  const companies = numbered([...told.leads, ...told.deals].map((r) => r.company));
  const people = numbered([...told.leads.map((l) => l.name), ...told.deals.flatMap((d) => d.people)]);
  const idsOfCompany = (name: string): Ids => idsOf('001', 'company', companies(name));
  const activities = (kind: RecordKind, n: number, list: ToldActivity[]) =>
    list.map((a, i) => ({ ...a, ids: activityIds(a.kind, (kind === 'lead' ? 1000 : 5000) + n * 100 + i) }));
  return {
    now: time.now,
    me: 'mara',
    team,
    leads: told.leads.map((l, n) => ({
      ...l,
      ids: idsOf('00Q', 'contact', people(l.name)),
      companyIds: idsOfCompany(l.company),
      activities: activities('lead', n, l.activities),
    })),
    deals: told.deals.map((d, n) => ({
      ...d,
      ids: idsOf('006', 'deal', n),
      companyIds: idsOfCompany(d.company),
      people: d.people.map((name) => ({ name, ids: idsOf('003', 'contact', people(name)) })),
      activities: activities('deal', n, d.activities),
    })),
  };
}

/** Ids of an activity; `n` is its number among all. */
export const activityIds = (kind: ActivityKind, n: number): Ids =>
  idsOf(kind === 'meeting' ? '00U' : '00T', 'activity', n);

const idsOf = (prefix: string, kind: Parameters<typeof hubspotId>[0], n: number): Ids => ({
  salesforce: salesforceId(prefix, n),
  hubspot: hubspotId(kind, n),
});

/** Numbers names in order of first mention. */
function numbered(names: string[]): (name: string) => number {
  const distinct = [...new Set(names)];
  return (name) => distinct.indexOf(name);
}
