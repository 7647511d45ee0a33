// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { recordsOf } from '../../src/contract/history.ts';
import type { Settings } from '../../src/contract/settings.ts';
import { type Overview, overviewOf, type Wish } from '../../src/metrics/overview.ts';
import { checksOf } from '../../src/metrics/record-checks.ts';
import { factsOf } from '../../src/metrics/scene.ts';
import type { WeekPoint } from '../../src/metrics/trends.ts';
import type { Answer } from '../../src/show/panel/ask.ts';
import { type Choices, choicesFrom } from '../../src/show/panel/choices.ts';
import { Panel } from '../../src/show/panel/Panel.tsx';
import { sheetOf } from '../../src/show/panel/printed.ts';
import { wentWell } from '../../src/show/panel/well.ts';
import type { View } from '../../src/show/view.ts';
import { TEAM_SETTINGS, teamHistory } from '../e2e/team.ts';
import { type Call, fakeChrome } from './chrome.ts';
import { NOW, record, states } from './views.ts';

const records = recordsOf(teamHistory(NOW, 300));
const usual = choicesFrom({});
const { open: _, ...wish } = usual;
const overview = (over: Partial<Wish> = {}, settings: Settings = TEAM_SETTINGS): Overview =>
  overviewOf(records, settings, { ...wish, ...over }, NOW);
const team = overview();
const rep = overview({ rep: 'Ana Pop' });

let calls: Call[];
let chosen: Partial<Choices>[];
beforeEach(() => {
  calls = fakeChrome();
  chosen = [];
});
afterEach(() => act(() => render(null, document.body)));

function draw(answer: Answer, choices: Partial<Choices> = {}, view: View = states.list) {
  const all = { ...usual, ...choices };
  const choose = (patch: Partial<Choices>) => chosen.push(patch);
  act(() => render(<Panel view={view} answer={answer} choices={all} choose={choose} />, document.body));
}
const part = (name: string) => document.querySelector<HTMLElement>(`[data-part="${name}"]`);
const text = (el: Element | null | undefined) => el?.textContent?.replace(/\s+/g, ' ') ?? '';
const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const click = (el: Element | null | undefined) => act(() => (el as HTMLElement | null)?.click());
const open = { people: true, sheet: true };

describe('until the figures are worked out', () => {
  test('the roll-up’s four Ps stand there, and no section', () => {
    draw({});
    expect(part('four-p')).not.toBeNull();
    expect(part('scope')).toBeNull();
  });

  test('a fault is said', () => {
    draw({ error: 'settings.timeZone: "Mars" is not known' });
    expect(text(part('overview-failed'))).toContain('Mars');
  });
});

describe('the figures', () => {
  test('are the five that were picked, with the Report’s values', () => {
    draw({ overview: team });
    const shown = all('[data-part="section-team"] [data-kpi]').map(({ dataset }) => [
      dataset.kpi,
      dataset.value,
    ]);
    expect(shown).toEqual(usual.picks.map((id) => [id, String(team.report.kpis[id]?.value)]));
  });

  test('stand beside target and baseline, in words as well as signs', () => {
    draw({ overview: team });
    const [answered] = all('.kpi');
    expect(text(answered)).toMatch(/hand-raises.*target 60%.*baseline 31%/);
  });

  test('open what they rest on, with a table of the weeks', () => {
    draw({ overview: team });
    const win = all('.kpi')[2];
    expect(win?.querySelector('[data-part="kpi-evidence"]')).toBeNull();
    click(win?.querySelector('button'));
    const { x, n } = team.report.kpis['win-rate'] ?? {};
    expect(text(win?.querySelector('.evidence'))).toContain(`${x} of ${n} deals.`);
    expect(text(win?.querySelector('.evidence'))).toContain('With 95% certainty between');
    expect(win?.querySelectorAll('.as-table tbody tr')).toHaveLength(8);
    click(win?.querySelector('button'));
    expect(win?.querySelector('.evidence')).toBeNull();
  });

  test('that cannot be said are a dash with the reason', () => {
    const { goal: __, ...settings } = TEAM_SETTINGS;
    draw({ overview: overview({}, settings) });
    const meter = all('.kpi')[4];
    expect(text(meter?.querySelector('.figure'))).toBe('—');
    expect(text(meter)).toContain('no revenue goal is entered in the options');
  });

  test('can be chosen: one that stands elsewhere changes places', () => {
    draw({ overview: team });
    const [first] = all('.picker select') as HTMLSelectElement[];
    expect(first?.querySelectorAll('option')).toHaveLength(43);
    act(() => {
      if (first) first.value = 'win-rate';
      first?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(chosen[0]?.picks?.slice(0, 3)).toEqual(['win-rate', 'untouched-leads', 'answered-within-target']);
  });

  test('of a week of which nothing is known leave a gap in the line', () => {
    const point = (value: number | null, i: number): WeekPoint => ({
      week: [i, i + 1],
      value,
      n: 12,
      state: 'ok',
    });
    const trends = { ...team.trends, 'win-rate': [0.2, 0.4, null, 0.3].map(point) };
    draw({ overview: { ...team, trends } });
    const line = all('.kpi')[2]?.querySelector('.spark-line')?.getAttribute('d') ?? '';
    expect(line.match(/M/g)).toHaveLength(2);
    expect(line.match(/L/g)).toHaveLength(1);
  });
});

describe('whose figures, of when', () => {
  test('the line says how much was seen, and opens what cannot be said', () => {
    draw({ overview: team });
    expect(text(part('coverage-line'))).toContain('7 people · 300 leads');
    const gaps = Object.values(team.report.kpis).filter(
      ({ why, coverage, parts }) => why || (!parts && coverage != null && coverage < 1),
    );
    expect(text(part('figure-gaps'))).toBe(`${gaps.length} figures have gaps`);
    click(part('figure-gaps'));
    expect(text(document.getElementById('figure-gaps'))).toContain('no ticket was seen');
  });

  test('are chosen from lists', () => {
    draw({ overview: team });
    const choose = (name: string, value: string) =>
      act(() => {
        const select = part(name) as HTMLSelectElement;
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      });
    choose('rep', 'Ana Pop');
    choose('rep', '');
    choose('period', 'last-month');
    expect(chosen).toEqual([{ rep: 'Ana Pop' }, { rep: null }, { period: 'last-month' }]);
  });
});

describe('the exceptions', () => {
  test('stand in the order of money, and one reason can be looked at alone', () => {
    draw({ overview: team });
    const amounts = all('[data-exception]').map(({ dataset }) => Number(dataset.amount));
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
    click(all('.filters .chip').find((chip) => text(chip).startsWith('Waiting past target')));
    expect(all('[data-exception]').length).toBeGreaterThan(0);
    for (const row of all('[data-exception]'))
      expect(row.querySelector('[data-reason="waiting"]')).not.toBeNull();
    expect(text(document.querySelector('[data-exception]'))).toContain('Amount unknown');
  });

  test('open their record, and only on a click', () => {
    draw({ overview: team });
    expect(calls).toEqual([]);
    click(document.querySelector('.exception-open'));
    expect(calls).toEqual([['create', { url: team.exceptions.open[0]?.url }]]);
  });

  test('that were put aside are counted, with the reason', () => {
    const [first] = team.exceptions.open;
    const [reason] = first?.reasons ?? [];
    const snooze = {
      deal: first?.key ?? '',
      check: reason?.id ?? '',
      until: '2026-12-01',
      reason: 'Budget in May',
    };
    draw({ overview: overview({}, { ...TEAM_SETTINGS, snoozes: [snooze] }) });
    expect(text(document.querySelector('.snoozed summary'))).toBe('1 put aside');
    expect(text(document.querySelector('.snoozed'))).toContain('Budget in May');
  });

  test('say so when there are none', () => {
    draw({ overview: { ...team, exceptions: { open: [], snoozed: [] } } });
    expect(text(part('section-exceptions'))).toContain('Nothing stands out');
  });
});

describe('people', () => {
  test('are side by side only for those who ask for it', () => {
    draw({ overview: team }, { open });
    expect(document.querySelector('.people-grid')).toBeNull();
    click(part('people-switch'));
    expect(chosen).toEqual([{ grid: true }]);
  });

  test('stand by name; a cell says its band in words and opens what it rests on', () => {
    draw({ overview: overview({ grid: true }) }, { open, grid: true });
    const names = all('.people-grid tbody th').map(text);
    expect(names).toEqual([...names].sort());
    const cells = all('.cell');
    expect(cells).toHaveLength(7 * 5);
    for (const cell of cells) expect(cell.querySelector('.heard')?.textContent).toBeTruthy();
    click(cells[0]);
    expect(text(document.getElementById('people-why'))).toContain('Compared with the target');
  });
});

describe('the sheet', () => {
  test('is of one person', () => {
    draw({ overview: team }, { open });
    expect(part('sheet')).toBeNull();
    expect(text(part('section-sheet'))).toContain('Choose one person');
  });

  test('begins with what went well, has one tip with its evidence, and room for what is agreed', async () => {
    draw({ overview: rep }, { open, rep: 'Ana Pop' });
    const said = text(part('sheet'));
    expect(said.indexOf('What went well')).toBeLessThan(said.indexOf('One thing to try'));
    expect(all('.sheet .to-fill')).toHaveLength(3);
    const advice = rep.report.coaching.find(
      ({ state, kpi }) => state === 'coach' && kpi !== 'sales-cycle-length',
    );
    expect(said).toContain(advice ? 'surely below' : 'No rule asks');
    click(part('sheet-open'));
    await vi.waitFor(() => expect(calls[0]?.[0]).toBe('create'));
    // Browsers keep addresses in their history.
    const { url } = (calls[0]?.[1] ?? { url: '' }) as { url: string };
    expect(url).not.toMatch(/Ana|Pop/);
    expect(await sheetOf(new URL(url).search)).toBe('Ana Pop');
    expect(await sheetOf('?sheet=another')).toBeNull();
    expect(await sheetOf('')).toBeUndefined();
  });

  test('says nothing good that is not certain', () => {
    const none = overviewOf({ ...records, leads: [], deals: [] }, {}, { ...wish, rep: 'Ana Pop' }, NOW);
    expect(wentWell(none)).toEqual([
      { sentence: 'No figure stands out with certainty yet. Ask what went well.' },
    ]);
    expect(wentWell(rep).length).toBeGreaterThan(0);
  });
});

describe('on the page of a deal', () => {
  const facts = factsOf(records, TEAM_SETTINGS, NOW);
  const deal = facts.deals.find(({ closed, deal: { contacts } }) => !closed && contacts === 1);
  const { org = '', id = '' } = deal?.deal ?? {};
  const key = `${org}/deal/${id}`;
  const checks = checksOf(facts, [key]);
  const view = { ...states.full, record: { ...record, where: { org, kind: 'deal', id } } } satisfies View;
  const check = (id: string) => document.querySelector<HTMLElement>(`[data-check="${id}"]`);

  test('every check stands there with its evidence, failed ones first', () => {
    draw({ overview: team, checks }, {}, view);
    const order = all('.check').map(({ dataset }) => dataset.state);
    expect(order).toHaveLength(10);
    expect(order.lastIndexOf('fail')).toBeLessThan(order.indexOf('pass'));
    expect(text(check('contacts'))).toContain('A single contact: nobody else');
    expect(document.body.textContent).not.toMatch(/\{\w+\}/);
  });

  test('one is put aside with a reason and a day, and not without', () => {
    draw({ overview: team, checks }, {}, view);
    click(check('contacts')?.querySelector('.snooze'));
    const form = check('contacts')?.querySelector('form');
    const send = () =>
      act(() => {
        form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
      });
    send();
    expect(calls).toEqual([]);
    const field = form?.querySelector<HTMLInputElement>('input[type="text"]');
    act(() => {
      if (field) field.value = ' Owner is away ';
      field?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    send();
    const snooze = { deal: key, check: 'contacts', until: '2026-03-11', reason: 'Owner is away' };
    expect(calls).toEqual([['message', { type: 'settings', patch: { snoozes: [snooze] } }]]);
  });

  test('what was put aside says until when and why, and can be looked at again', () => {
    const snoozes = [{ deal: key, check: 'contacts', until: '2026-12-01', reason: 'Owner is away' }];
    const settings = { ...TEAM_SETTINGS, snoozes };
    const again = checksOf(factsOf(records, settings, NOW), [key]);
    draw({ overview: overview({}, settings), checks: again }, {}, view);
    expect(text(check('contacts'))).toContain('Put aside until Dec 1, 2026: Owner is away');
    click(check('contacts')?.querySelector('.link'));
    expect(calls).toEqual([['message', { type: 'settings', patch: { snoozes: [] } }]]);
  });

  test('a list says of each deal what fails', () => {
    const visible = [{ ...record, where: { org, kind: 'deal', id } as const }];
    draw({ overview: team, checks }, {}, { ...states.full, record: undefined, visible });
    expect(text(part('visible'))).toContain('Single contact');
  });
});

describe('sections', () => {
  test('stay as they were folded', () => {
    draw({ overview: team }, { open: { team: false } });
    expect(part('section-team')?.hasAttribute('open')).toBe(false);
    expect(part('section-exceptions')?.hasAttribute('open')).toBe(true);
  });

  test('are not there on the first day', () => {
    draw({ overview: overviewOf(recordsOf({ ...teamHistory(NOW, 0) }), {}, wish, NOW) }, {}, states.empty);
    expect(part('scope')).toBeNull();
    expect(part('empty')).not.toBeNull();
  });
});

describe('choices', () => {
  test('that are not understood are as good as none', () => {
    expect(choicesFrom({ period: 'for ever' })).toEqual(usual);
    expect(choicesFrom(undefined)).toEqual(usual);
    expect(choicesFrom({ picks: ['win-rate', 'no-kpi', 'win-rate'] }).picks).toEqual([
      'win-rate',
      'answered-within-target',
      'untouched-leads',
      'sales-cycle-length',
      'activity-meter',
    ]);
  });
});
