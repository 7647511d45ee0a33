// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import manifest from '../../manifest.json';
import type { Mapping } from '../../src/contract/mapping.ts';
import type { Settings } from '../../src/contract/settings.ts';
import { asOfDay } from '../../src/show/options/Baselines.tsx';
import { costFrom } from '../../src/show/options/Costs.tsx';
import { originOf } from '../../src/show/options/Crms.tsx';
import { withCorrected } from '../../src/show/options/importing.ts';
import { Options } from '../../src/show/options/Options.tsx';
import { type Row, faultOf as rubricFault } from '../../src/show/options/Rubric.tsx';
import { inverse } from '../../src/show/options/save.tsx';
import type { StageSeen } from '../../src/show/options/seen.ts';
import type { Stored } from '../../src/show/options/stored.ts';
import { understood, windows, written } from '../../src/show/options/week.ts';
import { type Call, fakeChrome } from './chrome.ts';
import { stored } from './views.ts';

let calls: Call[];
beforeEach(() => {
  calls = fakeChrome();
});
afterEach(() => render(null, document.body));

const open = (section: string, state: Stored = stored) => {
  location.hash = section;
  act(() => render(<Options key={section} {...state} />, document.body));
};

const field = (name: string) => document.querySelector(`[name="${name}"]`) as HTMLInputElement;
const type = (name: string, text: string) =>
  act(() => {
    field(name).value = text;
    field(name).dispatchEvent(new Event('change', { bubbles: true }));
  });
const patches = () => calls.filter(([what]) => what === 'message').map(([, message]) => message);
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve)));

test('who I am: every name that is ticked, and one that I type', () => {
  open('you');
  const boxes = document.querySelectorAll<HTMLInputElement>('[data-part="me"] input[type="checkbox"]');
  expect([...boxes].map((box) => box.checked)).toEqual([true, false, false]);
  act(() => boxes[1]?.click());
  type('me', 'A. Pop');
  expect(patches()).toEqual([
    { type: 'settings', patch: { me: { names: ['Ana Pop', 'Ioan Marin'] } } },
    { type: 'settings', patch: { me: { names: ['Ana Pop', 'A. Pop'] } } },
  ]);
});

test('a CRM is taken back by one click', () => {
  open('crms');
  act(() => document.querySelector<HTMLButtonElement>('[data-part="crms"] .rows button')?.click());
  expect(calls).toEqual([['remove', { origins: ['https://acme.lightning.force.com/*'] }]]);
});

describe('an address of one’s own', () => {
  const submit = async (text: string) => {
    open('crms');
    field('address').value = text;
    act(() => {
      field('address').form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    });
    await settle();
  };

  test('asks the browser for that one site', async () => {
    await submit('https://crm.example.com:8443/odoo?x=1');
    expect(calls).toEqual([['request', { origins: ['https://crm.example.com/*'] }]]);
  });

  test('that is none is told so beside the field, and nothing is asked', async () => {
    await submit('my crm');
    expect(document.getElementById('address-hint')?.textContent).toContain('no web address');
    expect(field('address').getAttribute('aria-invalid')).toBe('true');
    expect(calls).toEqual([]);
  });

  test.each([
    ['crm.example.com', 'https://crm.example.com/*'],
    ['http://localhost:8069/', 'http://localhost/*'],
    ['javascript:alert(1)', undefined],
    ['https://*.com', undefined],
    ['crm', undefined],
    ['', undefined],
  ])('%s is %s', (text, origin) => expect(originOf(text)).toBe(origin));
});

describe('working hours', () => {
  beforeEach(() => open('hours'));

  test('one day is changed in the whole week', () => {
    type('day-4', '09:00-12:00, 13:00-15:00');
    const week = {
      0: [['09:00', '17:00']],
      1: [['09:00', '17:00']],
      2: [['09:00', '17:00']],
      3: [['09:00', '17:00']],
      4: [
        ['09:00', '12:00'],
        ['13:00', '15:00'],
      ],
    };
    expect(patches()).toEqual([{ type: 'settings', patch: { week } }]);
  });

  test('what cannot be understood is not saved and says why', () => {
    type('day-0', 'nine to five');
    type('zone', 'Mars/Olympus');
    type('holidays', '2026-02-30');
    expect(patches()).toEqual([]);
    expect([...document.querySelectorAll('[role="alert"]')]).toHaveLength(3);
  });

  test('zone and holidays', () => {
    type('zone', 'Asia/Tokyo');
    type('holidays', '2026-12-25\n2026-12-26');
    expect(patches()).toEqual([
      { type: 'settings', patch: { timeZone: 'Asia/Tokyo' } },
      { type: 'settings', patch: { holidays: ['2026-12-25', '2026-12-26'] } },
    ]);
  });

  test('are written and understood the same way', () => {
    const texts = written({
      '0-3': [
        ['09:00', '12:30'],
        ['13:30', '17:30'],
      ],
      '4': [['09:00', '15:00']],
    });
    expect(texts.slice(3)).toEqual(['09:00–12:30, 13:30–17:30', '09:00–15:00', '', '']);
    expect(written(understood(texts))).toEqual(texts);
  });

  test.each(['9-5', '09:00–25:00', '17:00–09:00', '09:00–12:00, 11:00–13:00'])('%s is refused', (text) =>
    expect(windows(text)).toBeUndefined(),
  );
});

test('everything is deleted only after one more question', async () => {
  open('privacy');
  act(() => document.querySelector<HTMLButtonElement>('[data-part="forget"] > button')?.click());
  expect(calls).toEqual([]);
  act(() => document.querySelector<HTMLButtonElement>('[data-part="forget-sure"]')?.click());
  await settle();
  expect(patches()).toEqual([{ type: 'forget' }]);
  expect(document.querySelector('[data-part="forget"] [role="status"]')?.textContent).toContain('deleted');
});

test('what could not be kept is counted', () => {
  open('health');
  expect(document.querySelector('[data-part="problems"] tbody')?.textContent).toContain('too small3');
});

test('each section has its place in the address, and the list says which one is shown', () => {
  open('money');
  expect(document.querySelector('[aria-current="page"]')?.textContent).toBe('Money and costs');
  open('no-such-section');
  expect(document.querySelector('[aria-current="page"]')?.textContent).toBe('You and your team');
});

test('a stage means one thing: what it meant before goes, what others mean stays', () => {
  const settings: Settings = { proposalStage: 'Offer sent', nonDecisionStages: ['discovery'] };
  open('stages', { ...stored, settings });
  expect(field('stage-Discovery').value).toBe('no-decision');
  type('stage-Discovery', 'appointment');
  const stages = { firstAppointmentStage: 'Discovery', proposalStage: 'Offer sent', nonDecisionStages: [] };
  expect(patches()).toEqual([{ type: 'settings', patch: { ...stages, stageOutcomes: null } }]);
});

test('while a change is on its way, the one before it cannot be taken back', async () => {
  open('targets');
  type('target-win-rate', '35 %');
  await settle();
  const undo = () => act(() => document.querySelector<HTMLButtonElement>('[data-part="undo"]')?.click());
  type('target-win-rate', '40 %');
  undo();
  expect(patches()).toHaveLength(2);
  await settle();
  undo();
  expect(patches()).toHaveLength(3);
});

describe('how deals end in a stage', () => {
  const lost = { pipeline: 'New business', stage: 'Offer sent', outcome: 'lost' } as const;
  const elsewhere = { pipeline: 'Renewals', stage: 'Offer sent', outcome: 'won' } as const;
  const last = () => (patches().at(-1) as { patch: Settings }).patch;

  test('is said of one pipeline, is taken back, and leaves the other pipelines alone', async () => {
    open('stages', { ...stored, settings: { proposalStage: 'Offer sent', stageOutcomes: [elsewhere] } });
    expect(field('stage-Offer sent').value).toBe('proposal');
    type('stage-Offer sent', 'lost');
    await settle();
    expect(last()).toMatchObject({ proposalStage: null, stageOutcomes: [elsewhere, lost] });
    act(() => document.querySelector<HTMLButtonElement>('[data-part="undo"]')?.click());
    await settle();
    expect(last()).toMatchObject({ stageOutcomes: null });
    open('stages', { ...stored, settings: { stageOutcomes: [elsewhere, lost] } });
    expect(field('stage-Offer sent').value).toBe('lost');
    type('stage-Offer sent', '');
    expect(last()).toMatchObject({ stageOutcomes: [elsewhere] });
  });

  test('leaves a name that another pipeline has what it means there', () => {
    const [, offer] = stored.seen?.stages ?? [];
    const stages = [...(stored.seen?.stages ?? []), { ...offer, pipeline: 'Renewals' } as StageSeen];
    const seen = { ...stored.seen, stages } as Stored['seen'];
    open('stages', { ...stored, seen, settings: { proposalStage: 'Offer sent' } });
    type('stage-Offer sent', 'lost');
    expect(last()).toMatchObject({ proposalStage: 'Offer sent', stageOutcomes: [lost] });
  });

  test('comes before what is said of that name in all pipelines', () => {
    const settings: Settings = { nonDecisionStages: ['offer sent'] };
    open('stages', { ...stored, settings });
    type('stage-Offer sent', 'lost');
    expect(last()).toMatchObject({ nonDecisionStages: ['offer sent'], stageOutcomes: [lost] });
    open('stages', { ...stored, settings: { ...settings, stageOutcomes: [lost] } });
    expect(field('stage-Offer sent').value).toBe('lost');
  });

  test('leaves no days to stand in it; where the CRM says that deals are won, nothing is asked', () => {
    open('stages', { ...stored, settings: { stageOutcomes: [lost] } });
    expect(field('limit-Offer sent')).toBeNull();
    expect(field('limit-Discovery')).not.toBeNull();
    expect(field('stage-Closed Won')).toBeNull();
  });
});

test('what the organisation locked can be seen and not changed', () => {
  open('hours', { ...stored, policy: { settings: {}, locked: ['week'] } });
  const [week, zone] = document.querySelectorAll<HTMLFieldSetElement>('[data-part="hours"] fieldset');
  expect([week?.disabled, zone?.disabled]).toEqual([true, false]);
  expect(week?.textContent).toContain('Set by your organisation');
});

describe('grades and costs', () => {
  test.each<[Row, number[] | undefined, boolean]>([
    ['promptness', [60, 3600, 7200, 9000], true],
    ['promptness', [3600, 60, 7200, 9000], false],
    ['promptness', [60, 60, 7200, 9000], false],
    ['persistence', [8, 5, 3, 1], true],
    ['persistence', [5, 8, 3, 1], false],
    ['average', [3.5, 2.5, 1.5, -1], false],
    ['average', undefined, false],
  ])('%s %j', (row, bounds, isFine) => expect(rubricFault(row, bounds as never) === undefined).toBe(isFine));

  test('the last day of a cost is its own', () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({
      kind: 'support',
      amount: '1,200.50',
      from: '2026-02-01',
      to: '2026-02-28',
    }))
      form.set(name, value);
    expect(costFrom(form)).toEqual({
      cost: { kind: 'support', amount: 1200.5, from: '2026-02-01', to: '2026-03-01' },
    });
  });
});

test('a target of one’s own beside those of the organisation is the only one that is saved', async () => {
  const target = { 'win-rate': { value: 0.3 }, promptness: { value: 3 } };
  const policy = { settings: { target, stageLimitDays: { Discovery: 7 } }, locked: [] };
  const settings = { ...stored.settings, ...policy.settings };
  open('targets', { ...stored, settings, policy });
  type('target-win-rate', '35 %');
  await settle();
  expect(patches()).toEqual([{ type: 'settings', patch: { target: { 'win-rate': { value: 0.35 } } } }]);
  // Taken back it is the organisation's again, and not a copy of that.
  act(() => document.querySelector<HTMLButtonElement>('[data-part="undo"]')?.click());
  await settle();
  expect(patches()[1]).toEqual({ type: 'settings', patch: { target: null } });
  open('stages', { ...stored, settings, policy });
  type('limit-Offer sent', '14');
  await settle();
  expect(patches()[2]).toEqual({ type: 'settings', patch: { stageLimitDays: { 'Offer sent': 14 } } });
});

describe('the data sheet', () => {
  const rules = () =>
    [...document.querySelectorAll('[data-part="data-sheet"] table:has(thead) tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent?.trim()),
    );

  test('says what holds here, and who said so', () => {
    const policy = {
      ...{ settings: { retentionDays: 180, chip: false }, locked: ['retentionDays' as const] },
      ...{ hosts: ['*.lightning.force.com'], exportAllowed: false },
    };
    const own = { ...stored.own, peerComparison: false, paused: true };
    open('data-sheet', { ...stored, own, policy, settings: { ...own, ...policy.settings } });
    expect(rules()).toEqual([
      ['Kept for, in days', '180', 'organisation'],
      ['Sites that may be read', 'acme.lightning.force.com', 'user'],
      ['Sites that the organisation allows', '*.lightning.force.com', 'organisation'],
      ['Reading rests', 'yes', 'user'],
      ['Data may be saved as a file', 'no', 'organisation'],
      ['Show where a person stands among the others', 'no', 'user'],
      ['Show the chip on record pages', 'no', 'organisation'],
      ['Notify me', 'no', 'nobody (usual value)'],
      ['Locked by the organisation', 'retentionDays', 'organisation'],
    ]);
    const said = document.querySelector('[data-part="data-sheet"]')?.textContent ?? '';
    expect(said).toContain("connect-src 'none'");
    for (const part of ['unlimitedStorage', '(notifications)', 'E-mail'.toLowerCase(), manifest.version])
      expect(said).toContain(part);
  });

  test('says the usual where nothing was set', () => {
    open('data-sheet', { ...stored, origins: [] });
    expect(rules().slice(0, 3)).toEqual([
      ['Kept for, in days', '400', 'nobody (usual value)'],
      ['Sites that may be read', 'none', 'user'],
      ['Sites that the organisation allows', 'any that the user enables', 'nobody (usual value)'],
    ]);
  });
});

test('what takes a change back is what was there before', () => {
  expect(inverse({ currency: 'EUR', chip: false }, { currency: 'USD' })).toEqual({
    currency: 'USD',
    chip: null,
  });
});

test('a corrected mapping takes the place of the one for the same columns, and goes first', () => {
  const saved: Mapping[] = [
    { table: 'leads', columns: { a: 'name' } },
    { table: 'deals', columns: { x: 'name', y: 'stage' } },
  ];
  const corrected: Mapping[] = [{ table: 'deals', columns: { y: 'name', x: 'stage' } }];
  expect(withCorrected(saved, corrected)).toEqual([corrected[0], saved[0]]);
});

test('the day of a baseline begins in the zone of the settings, and lies not ahead', () => {
  const now = Date.UTC(2026, 2, 4, 10);
  const settings = { timeZone: 'Europe/Bucharest' };
  expect(asOfDay('', settings, now)).toBe(now);
  expect(asOfDay('2026-03-01', settings, now)).toBe(Date.UTC(2026, 1, 28, 22));
  expect(asOfDay('2026-03-05', settings, now)).toBeUndefined();
});
