import { request } from 'node:https';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Demo, HOSTS, startDemo } from './server.ts';
import { type StoryActivity, shows, story } from './story.ts';

// A Sunday evening, the first of March (short month before it), and New Year's morning.
const moments = ['2026-11-22T20:15:42', '2027-03-01T09:00:00', '2027-01-01T00:02:30'].map((t) =>
  new Date(t).getTime(),
);

const touches = (activities: StoryActivity[]): StoryActivity[] =>
  activities
    .filter(
      (a) =>
        a.state === 'done' &&
        a.direction !== 'in' &&
        ['call', 'email', 'meeting'].includes(a.kind) &&
        !a.automated,
    )
    .sort((a, b) => a.at - b.at);

describe.each(moments)('the story told at %i', (now) => {
  const told = story(now);
  const records = [...told.leads, ...told.deals];

  test('has a team, twelve leads, fourteen deals, and every key names somebody', () => {
    expect([told.leads.length, told.deals.length]).toEqual([12, 14]);
    const team = new Set(told.team.map((r) => r.key));
    const named = records.flatMap((r) => [r.owner, r.createdBy, ...r.activities.flatMap((a) => a.by ?? [])]);
    expect(named.filter((key) => !team.has(key))).toEqual([]);
    expect(
      told.leads.flatMap((l) => l.deal ?? []).filter((key) => !told.deals.some((d) => d.key === key)),
    ).toEqual([]);
    for (const lead of told.leads) expect(lead.owners.at(-1)?.to).toBe(lead.owner);
  });

  test.each(['salesforce', 'hubspot'] as const)('gives unique ids in %s', (crm) => {
    const ids = [...records, ...records.flatMap((r) => r.activities), ...told.team].map((r) => r.ids[crm]);
    expect(new Set(ids).size).toBe(ids.length);
    const form = crm === 'salesforce' ? /^(00Q|006|00T|00U|005)[0-9A-Za-z]{15}$/ : /^\d{8,}$/;
    expect(ids.filter((id) => !form.test(id))).toEqual([]);
  });

  test('keeps time in order, on whole minutes', () => {
    for (const r of records) {
      const past = r.activities.filter((a) => a.state !== 'planned');
      const times = [
        r.createdAt,
        ...past.map((a) => a.at),
        ...('stages' in r ? r.stages : r.owners).map((s) => s.at),
      ];
      expect(
        times.filter((t) => t % 60_000 !== 0 || t > now),
        r.key,
      ).toEqual([]);
      if (!('stages' in r))
        expect(
          past.filter((a) => a.at < r.createdAt),
          r.key,
        ).toEqual([]);
      const steps = ('stages' in r ? r.stages : r.owners).map((s) => s.at);
      expect(steps, r.key).toEqual(steps.toSorted((a, b) => a - b));
    }
  });

  test('states the truth of each lead as its activities tell it', () => {
    for (const { key, activities, truth, createdAt } of told.leads) {
      const [first] = touches(activities);
      expect(first?.at ?? null, key).toBe(truth.firstTouchAt);
      const until = truth.contactAt ?? Number.POSITIVE_INFINITY;
      expect(
        touches(activities).filter((a) => a.at >= createdAt && a.at <= until),
        key,
      ).toHaveLength(truth.attempts);
    }
  });

  test('has somebody waiting for three minutes, for two hours and for ten days', () => {
    const waiting = told.leads
      .filter((l) => l.truth.firstTouchAt === null)
      .map((l) => told.now - l.createdAt);
    expect(waiting.toSorted((a, b) => a - b)).toEqual([3 * 60_000, 2 * 3_600_000, 10 * 86_400_000]);
  });

  test('shows notes and forms in HubSpot alone', () => {
    const all = records.flatMap((r) => r.activities);
    expect(all.filter((a) => !shows('hubspot', a))).toEqual([]);
    expect(new Set(all.filter((a) => !shows('salesforce', a)).map((a) => a.kind))).toEqual(
      new Set(['note', 'form']),
    );
  });
});

describe('the server', () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await startDemo({ now: moments[0] ?? 0 });
  });
  afterAll(() => demo.stop());

  const get = (host: string, path: string, body?: unknown): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const options = {
        host: '127.0.0.1',
        port: demo.port,
        path,
        headers: { host },
        rejectUnauthorized: false,
      };
      const sent = request({ ...options, method: body ? 'POST' : 'GET' }, async (response) => {
        let text = '';
        for await (const chunk of response) text += chunk;
        resolve({ status: response.statusCode ?? 0, text });
      });
      sent.on('error', reject).end(body ? JSON.stringify(body) : undefined);
    });

  test.each(Object.entries(HOSTS))('answers at %s as %s', async (host, crm) => {
    const { status, text } = await get(
      host,
      crm === 'salesforce' ? '/lightning/page/home' : '/contacts/1234567/record/0-3/1',
    );
    expect(status).toBe(200);
    expect(text).toContain(`/demo/${crm}/app.js`);
    expect(demo.resolverRules).toContain(`MAP ${host} 127.0.0.1:${demo.port}`);
  });

  test('answers at no other name, and gives out no other file', async () => {
    expect((await get('example.com', '/')).status).toBe(421);
    expect((await get('app.hubspot.com', '/demo/../server.ts')).status).toBe(404);
    expect((await get('app.hubspot.com', '/demo/common.css')).status).toBe(200);
  });

  test('lets no name of the story break out of its script', async () => {
    const { pathname } = new URL(demo.urlOf('hubspot', 'deal', 'soehne'));
    const { text: page } = await get('app.hubspot.com', pathname);
    expect(page).not.toContain('<b>Ada');
    expect(page).not.toContain('<script>alert');
    const json = /id="story">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
    expect(JSON.parse(json).deals).toHaveLength(14);
  });

  test('keeps a logged call, for both CRMs', async () => {
    const call = {
      kind: 'lead',
      key: 'noor',
      at: moments[0],
      activity: 'call',
      subject: 'Hello',
      result: 'connected',
    };
    const { text } = await get('app.hubspot.com', '/demo/log', call);
    expect(JSON.parse(text)).toMatchObject({
      kind: 'call',
      by: 'mara',
      direction: 'out',
      at: demo.story.now,
    });
    expect(demo.story.leads.find((l) => l.key === 'noor')?.activities).toHaveLength(2);
    expect((await get('fourfold-demo.lightning.force.com', '/lightning/page/home')).text).toContain(
      '"Hello"',
    );
    expect((await get('app.hubspot.com', '/demo/log', { ...call, key: 'nobody' })).status).toBe(400);
  });
});
