import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Activity, Deal, Lead } from '../../src/contract/records.ts';
import { type Demo, startDemo } from '../crm/demo/server.ts';
import { type Crm, type StoryDeal, type StoryLead, shows } from '../crm/demo/story.ts';
import { eventually, launch, type Session } from './browser.ts';

/* What is stored after a walk through the stand-in CRMs, against the story that they were made from. */

let demo: Demo;
let session: Session;
beforeAll(async () => {
  demo = await startDemo();
  session = await launch({ grant: demo.hosts.map((host) => `https://${host}/*`), demo });
});
afterAll(async () => {
  await session?.close();
  await demo?.stop();
});

const ORGS: Record<Crm, string> = { salesforce: 'salesforce:fourfold-demo', hubspot: 'hubspot:1234567' };
/** As records name themselves: Salesforce's ids without their checksum. */
const idOf = (crm: Crm, ids: { salesforce: string; hubspot: string }) =>
  crm === 'salesforce' ? ids.salesforce.slice(0, 15) : ids.hubspot;
const nameOf = (rep: string | undefined) => demo.story.team.find((r) => r.key === rep)?.name;

/** Opens a record and waits until all of its timeline is stored. */
async function visit(crm: Crm, kind: 'lead' | 'deal', key: string): Promise<void> {
  const story = (kind === 'lead' ? demo.story.leads : demo.story.deals).find((r) => r.key === key);
  if (!story) throw new Error(key);
  const page = await session.newPage(demo.urlOf(crm, kind, key));
  const expected = story.activities.filter((a) => shows(crm, a)).length;
  await eventually(async () => {
    const { activities, ...tables } = await session.stored();
    expect(tables[`${kind}s`].map((r) => r.id)).toContain(idOf(crm, story.ids));
    const own = activities.filter(
      (a) => a.org === ORGS[crm] && a.on.id === idOf(crm, story.ids) && a.kind !== 'system',
    );
    expect(own, key).toHaveLength(expected);
  });
  await page.close();
}

const day = (at: number): [number, number] => {
  const from = new Date(at).setHours(0, 0, 0, 0);
  return [from, from + 86_400_000];
};

/** What the page tells of an activity: Salesforce gives tasks a day and keeps results and texts folded. */
function told(crm: Crm, story: StoryLead | StoryDeal, a: (StoryLead | StoryDeal)['activities'][number]) {
  const mine = a.by === demo.story.me && crm === 'salesforce';
  const inbound = a.direction === 'in';
  const person = 'people' in story ? story.people[0]?.name : story.name;
  return {
    kind: a.kind,
    state: a.state,
    direction: a.direction,
    at: crm === 'salesforce' && a.kind === 'task' ? day(a.at) : a.at,
    by: mine ? undefined : inbound ? person : nameOf(a.by),
    automated: a.automated,
    subject: a.kind === 'note' ? undefined : a.subject,
  };
}

const read = (a: Activity) => ({
  kind: a.kind,
  state: a.state,
  direction: a.direction,
  at: a.at,
  by: a.by,
  automated: a.automated,
  subject: a.subject,
});
const order = (a: { at?: unknown; kind: string }, b: { at?: unknown; kind: string }) =>
  `${JSON.stringify(a.at)}${a.kind}`.localeCompare(`${JSON.stringify(b.at)}${b.kind}`);

for (const crm of ['salesforce', 'hubspot'] as const)
  describe(`${crm}: every record is stored as the story tells it`, () => {
    it('leads with their activities', async () => {
      for (const lead of demo.story.leads) await visit(crm, 'lead', lead.key);
      const stored = await session.stored();
      for (const lead of demo.story.leads) {
        const id = idOf(crm, lead.ids);
        const row = stored.leads.find((l) => l.org === ORGS[crm] && l.id === id) as Lead;
        expect(row, lead.key).toMatchObject({
          name: lead.name,
          company: lead.company,
          owner: nameOf(lead.owner),
          createdAt: lead.createdAt,
        });
        const activities = stored.activities.filter(
          (a) => a.org === ORGS[crm] && a.on.id === id && a.kind !== 'system',
        );
        const expected = lead.activities.filter((a) => shows(crm, a)).map((a) => told(crm, lead, a));
        expect(activities.map(read).sort(order), lead.key).toEqual(expected.sort(order));
      }
    });

    it('deals with their activities, and on HubSpot their stage moves', async () => {
      for (const deal of demo.story.deals) await visit(crm, 'deal', deal.key);
      const stored = await session.stored();
      for (const deal of demo.story.deals) {
        const id = idOf(crm, deal.ids);
        const row = stored.deals.find((d) => d.org === ORGS[crm] && d.id === id) as Deal;
        const stage = deal.stages.at(-1)?.to;
        expect(row, deal.key).toMatchObject({
          name: deal.name,
          owner: nameOf(deal.owner),
          createdAt: deal.createdAt,
          closeDate: deal.closeDate,
          outcome: stage === 'won' || stage === 'lost' ? stage : 'open',
        });
        expect(row.amount, deal.key).toBe(deal.amount);
        const activities = stored.activities.filter(
          (a) => a.org === ORGS[crm] && a.on.id === id && a.kind !== 'system',
        );
        const expected = deal.activities.filter((a) => shows(crm, a)).map((a) => told(crm, deal, a));
        expect(activities.map(read).sort(order), deal.key).toEqual(expected.sort(order));
        if (crm === 'hubspot') {
          const moves = stored.stageChanges.filter((c) => c.deal === id).map((c) => [c.at, c.by]);
          const expectedMoves = deal.stages.slice(1).map((s) => [s.at, nameOf(s.by)]);
          expect(moves.sort(), deal.key).toEqual(expectedMoves.sort());
        }
      }
    });
  });
