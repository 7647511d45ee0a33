import { activityIds, type Story, type StoryActivity } from './story.ts';

/** What the pages' composers send: a call or an e-mail that the signed-in rep has just logged. */
export type Logged = {
  kind: 'lead' | 'deal';
  key: string;
  at: number;
  activity: 'call' | 'email';
  subject: string;
  result?: StoryActivity['result'];
  body?: string;
};

/** Adds it to the story and returns the new activity, or null when the record is unknown. */
export function log(story: Story, sent: unknown): StoryActivity | null {
  const l = sent as Logged;
  const record = (l.kind === 'lead' ? story.leads : story.deals).find((r) => r.key === l.key);
  if (!record) return null;
  const count = [...story.leads, ...story.deals].reduce((n, r) => n + r.activities.length, 0);
  const activity: StoryActivity = {
    ids: activityIds(l.activity, 20_000 + count),
    kind: l.activity,
    direction: 'out',
    at: Math.floor(l.at / 60_000) * 60_000,
    by: story.me,
    subject: l.subject,
    state: 'done',
    ...(l.activity === 'call' ? { result: l.result ?? 'connected' } : {}),
    ...(l.body ? { body: l.body } : {}),
  };
  record.activities.push(activity);
  return activity;
}
