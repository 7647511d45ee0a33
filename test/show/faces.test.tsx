// @vitest-environment happy-dom
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Panel } from '../../src/show/panel/Panel.tsx';
import { Popup } from '../../src/show/popup/Popup.tsx';
import { localise } from '../../src/show/text.ts';
import type { View } from '../../src/show/view.ts';
import { type Call, fakeChrome } from './chrome.ts';
import { late, NOW, record, standing, states, wait } from './views.ts';

let calls: Call[];
beforeEach(() => {
  calls = fakeChrome();
});
afterEach(() => render(null, document.body));

const draw = (face: ComponentChild) => act(() => render(face, document.body));
const popup = (view: View) => draw(<Popup view={view} />);
const part = (name: string) => document.querySelector<HTMLElement>(`[data-part="${name}"]`);
/** What stands there, with the browser's several kinds of space made one. */
const text = (name: string) => part(name)?.textContent?.replace(/\s+/g, ' ') ?? '';
const click = (name: string) => act(() => part(name)?.click());
const tile = (under: string, p: string) =>
  part(under)?.querySelector<HTMLButtonElement>(`.tile[data-p="${p}"]`) as HTMLButtonElement;

describe('a record page that was read', () => {
  beforeEach(() => popup(states.full));

  test('begins with how fresh it is and what is missing', () => {
    expect(text('freshness')).toBe('Live · read 3 sec. ago');
    expect(part('gap-list')).toBeNull();
    click('gaps');
    expect(text('gap-list')).toContain('Activities: 50 of 213 seen');
    expect(text('gap-list')).toContain('Time of an activity was not read: no time is shown');
  });

  test('says what only a label told, without counting it as missing', () => {
    popup({ ...states.full, gaps: [...states.full.gaps, { is: 'label', fields: ['amount', 'stage'] }] });
    expect(text('gaps')).toBe('2 gaps');
    click('gaps');
    expect(text('gap-list')).toContain('Read by its label only: Amount, Stage');
  });

  test('says who waits, for how long, and opens the record on a click only', () => {
    expect(text('waiting')).toContain('3leads waiting+2 more');
    expect(text('waiting')).toContain('Maria Kovacs · Demo request');
    expect(text('countdown')).toBe('04:12 left');
    expect(text('waiting')).toContain('Waiting 48 sec · target 5 min');
    expect(calls).toEqual([]);
    click('open');
    expect(calls).toEqual([['create', { url: wait().url }]]);
  });

  test('grades the four Ps, and says of each what it rests on', () => {
    const grades = ['promptness', 'persistence', 'personalization', 'performance'];
    expect(grades.map((p) => tile('four-p', p).dataset.grade)).toEqual(['B', 'C', 'A', '—']);
    expect(text('untouched')).toBe('31 graded · 9% untouched');
    act(() => tile('four-p', 'promptness').click());
    expect(text('four-p-why')).toBe(
      'Promptness: 3.4 of 4 points, the mean of 31 leads. Untouched after 7 days: 3 of 34 leads. ' +
        '2.6 in the 90 days before, target 3.5, baseline 2.4',
    );
    expect(tile('four-p', 'promptness').querySelector('.heard')?.textContent).toBe(
      'Promptness of my leads: B, better than before',
    );
    expect(tile('four-p', 'personalization').querySelector('.change')).toBeNull();
    act(() => tile('four-p', 'performance').click());
    expect(text('four-p-why')).toContain('nothing seen yet');
    expect(tile('four-p', 'performance').querySelector('.heard')?.textContent).toBe(
      'Performance of my leads: cannot be known',
    );
  });

  test('measures activity against what the goal takes, and says what to give where it cannot', () => {
    popup(states.list);
    expect(text('meter')).toBe('Activity meter78%4.5 of 6 first appointments a week');
    const meter = { value: null, n: 0, state: 'not-computable' as const, why: 'needs settings.goal' };
    popup({ ...states.list, standing: { ...standing, meter, weekly: null } });
    expect(part('meter')?.dataset.value).toBe('');
    act(() => part('meter')?.querySelector('button')?.click());
    expect(calls).toEqual([['options']]);
  });

  test('gives one tip with its reason; who declines it says why and gets the next', () => {
    popup(states.list);
    expect(part('tip')?.dataset.tip).toBe('tip_closing_ratio_1');
    expect(text('tip-reason')).toMatch(/42%.*65%.*57/);
    act(() => part('tip')?.querySelector<HTMLButtonElement>('.link')?.click());
    act(() => part('tip')?.querySelector<HTMLButtonElement>('.chip')?.click());
    const declined = [{ tip: 'tip_closing_ratio_1', reason: 'I do this already', at: NOW }];
    expect(calls).toEqual([['message', { type: 'settings', patch: { declined } }]]);
    popup({ ...states.list, declined });
    expect(part('tip')?.dataset.tip).toBe('tip_closing_ratio_2');
  });

  test('shows the record with its figures and the evidence behind each', () => {
    expect(text('response')).toBe('First response12 min12 min business');
    expect(text('attempts')).toBe('Attempts3 of 4next one is due');
    expect(text('last-touch')).toBe('Last touch2 hr. agoCall');
    expect(text('overall')).toBe('B so far');
    expect(text('evidence')).toContain('12 min after the hand-raise');
    click('attempts');
    expect(text('evidence')).toContain('Attempts: 3; the plan expects 4');
    act(() => tile('record', 'personalization').click());
    expect(text('evidence')).toContain('4 of 5 elements. Missing: a next step.');
    click('last-touch');
    expect(text('evidence')).toContain('by Ana Pop');
  });

  test('can be used with the keyboard alone: everything that acts is a named button', () => {
    const buttons = [...document.querySelectorAll('button')];
    expect(buttons.length).toBeGreaterThan(10);
    for (const button of buttons)
      expect(button.getAttribute('aria-label') ?? button.textContent).toBeTruthy();
    expect(document.querySelectorAll('[onclick], [tabindex], [style]')).toHaveLength(0);
    for (const controlled of document.querySelectorAll('[aria-controls]:not([data-part="gaps"])')) {
      expect(document.getElementById(controlled.getAttribute('aria-controls') ?? '')).not.toBeNull();
    }
  });
});

describe('figures that are not simply known', () => {
  test('a lead over its target counts up, in words too', () => {
    popup(states.overdue);
    expect(text('countdown')).toBe('+12 min over');
    expect(part('waiting')?.dataset.state).toBe('breached');
    expect(text('response')).toBe('First response1 hr 12 min+12 min over');
    expect(tile('record', 'promptness').dataset.grade).toBe('≤ C');
    expect(tile('record', 'promptness').querySelector('.heard')?.textContent).toContain('at best C, ticking');
    expect(text('overall')).toBe('Not graded yet');
  });

  test('a span of grades is shown as a span', () => {
    popup(states.span);
    expect(tile('record', 'promptness').dataset.grade).toBe('A–C');
    expect(text('response')).toContain('≤ 9 hr 50 min');
  });

  test('a record without a hand-raise has no clock and says so', () => {
    popup(states.unscored);
    expect(part('record')?.querySelector('.tile')).toBeNull();
    expect(text('evidence')).toContain('No hand-raise was seen');
  });

  test('a page read long ago is not called live', () => {
    popup(states.stale);
    expect(text('freshness')).toBe('Read 12 min. ago');
  });
});

describe('other states', () => {
  test('nobody waits', () => {
    popup(states.list);
    expect(text('waiting')).toContain('No one is waiting');
    expect(part('record')).toBeNull();
  });

  test('no CRM page: what to open, and still who waits', () => {
    popup(states.elsewhere);
    expect(text('no-crm')).toContain('Open a lead, a deal or a list');
    expect(part('waiting')).not.toBeNull();
    popup(states.nothing);
    expect(part('waiting')).toBeNull();
  });

  test('not enabled: a preview, and one button that asks the browser for this one site', async () => {
    popup(states.off);
    expect(text('freshness')).toBe('Preview, not live');
    expect(text('record')).toContain('nothing is kept until you enable');
    await act(async () => {
      part('enable-button')?.click();
      await new Promise((resolve) => setTimeout(resolve));
    });
    expect(calls[0]).toEqual(['request', { origins: ['https://acme.lightning.force.com/*'] }]);
    expect(calls).toContainEqual(['message', { type: 'look', tab: 7 }]);
  });

  test('not enabled, and the user says no: it says so and nothing else happens', async () => {
    calls = fakeChrome('en', false);
    popup(states.off);
    await act(async () => {
      part('enable-button')?.click();
      await new Promise((resolve) => setTimeout(resolve));
    });
    expect(text('enable')).toContain('Not enabled');
    expect(calls).toHaveLength(1);
  });

  test('nobody chosen yet: a name is chosen by one click', () => {
    popup(states.who);
    expect(text('four-p')).toContain('The team’s four Ps');
    act(() => part('who')?.querySelector('button')?.click());
    expect(calls).toEqual([['message', { type: 'settings', patch: { me: { names: ['Ana Pop'] } } }]]);
  });

  test('unreadable: why, what to do, and a button to read again', () => {
    popup(states.unreadable);
    expect(text('unreadable')).toContain('Reason: the page is still loading.');
    click('read-again');
    expect(calls).toEqual([['tab', 7, { type: 'read' }]]);
  });

  test('enabled and nothing seen yet: what to do next', () => {
    popup(states.empty);
    expect(text('empty')).toContain('Open a lead or a deal');
    expect(part('four-p')).toBeNull();
  });

  test('not looked at yet', () => {
    popup(states.loading);
    expect(text('freshness')).toBe('Reading this page…');
  });
});

test('outside working hours it says when the time will be up', () => {
  const saturday = NOW + 3 * 86_400_000;
  popup({ ...states.full, waiting: { count: 1, first: [wait({ dueAt: saturday })] } });
  expect(text('waiting')).toMatch(/Waiting 48 sec · due Sat, Mar 7/);
});

test('while the user is asked who they are, the record keeps its place in the small popup', () => {
  popup({ ...states.who, record });
  expect(part('four-p')).toBeNull();
  expect(part('record')).not.toBeNull();
});

test('an address that is no web address is never opened', () => {
  popup({ ...states.full, waiting: { count: 1, first: [wait({ url: 'javascript:alert(1)' })] } });
  expect(part('open')).toBeNull();
});

test('names from the page stand apart from the sentence around them', () => {
  popup({ ...states.full, waiting: { count: 1, first: [wait({ name: '<b>سارة</b>' })] } });
  expect(part('waiting')?.querySelector('bdi')?.textContent).toBe('<b>سارة</b>');
  expect(part('waiting')?.querySelector('b')).toBeNull();
});

test('the panel lists who waits and, on a list, every record of the page with its letters', () => {
  const visible = [
    record,
    { ...record, where: { ...record.where, id: '2' }, waiting: late, score: undefined },
  ];
  const view = { ...states.full, record: undefined, visible };
  draw(<Panel view={{ ...view, waiting: { count: 2, first: [late, wait()] } }} />);
  expect(document.querySelectorAll('[data-part="waiting"] li')).toHaveLength(2);
  expect(text('waiting')).not.toContain('more');
  const rows = [...(part('visible')?.querySelectorAll('tbody tr') ?? [])];
  const letters = rows.map((row) =>
    [...row.querySelectorAll('td > :first-child')].map((td) => td.textContent),
  );
  expect(letters).toEqual([
    ['B', '—', 'B', 'C'],
    ['—', '—', '—', '—'],
  ]);
  expect(rows[1]?.textContent).toContain('+12 min over');
});

describe.each(Object.keys(states) as (keyof typeof states)[])('in Arabic, %s', (name) => {
  test('runs from right to left and leaves no text untranslated', () => {
    fakeChrome('ar');
    localise();
    expect(document.documentElement.dir).toBe('rtl');
    popup(states[name]);
    const heading = document.querySelector('h2')?.cloneNode(true) as HTMLElement | undefined;
    for (const theirs of heading?.querySelectorAll('bdi') ?? []) theirs.remove();
    expect(heading?.textContent ?? 'ا').toMatch(/[\u0600-\u06ff]/);
    expect(document.body.textContent).not.toMatch(/\{\w+\}/);
  });
});
