// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { originOf } from '../../src/show/options/Crms.tsx';
import { Options } from '../../src/show/options/Options.tsx';
import { understood, windows, written } from '../../src/show/options/week.ts';
import { type Call, fakeChrome } from './chrome.ts';
import { stored } from './views.ts';

let calls: Call[];
beforeEach(() => {
  calls = fakeChrome();
  act(() => render(<Options {...stored} />, document.body));
});
afterEach(() => render(null, document.body));

const field = (name: string) => document.querySelector(`[name="${name}"]`) as HTMLInputElement;
const type = (name: string, text: string) =>
  act(() => {
    field(name).value = text;
    field(name).dispatchEvent(new Event('change', { bubbles: true }));
  });
const patches = () => calls.filter(([what]) => what === 'message').map(([, message]) => message);
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve)));

test('who I am: every name that is ticked, and one that I type', () => {
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
  act(() => document.querySelector<HTMLButtonElement>('[data-part="crms"] .rows button')?.click());
  expect(calls).toEqual([['remove', { origins: ['https://acme.lightning.force.com/*'] }]]);
});

describe('an address of one’s own', () => {
  const submit = async (text: string) => {
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
  act(() => document.querySelector<HTMLButtonElement>('[data-part="forget"] > button')?.click());
  expect(calls).toEqual([]);
  act(() => document.querySelector<HTMLButtonElement>('[data-part="forget-sure"]')?.click());
  await settle();
  expect(patches()).toEqual([{ type: 'forget' }]);
  expect(document.querySelector('[data-part="forget"] [role="status"]')?.textContent).toContain('deleted');
});

test('what could not be kept is counted', () => {
  expect(document.querySelector('[data-part="problems"] tbody')?.textContent).toContain('too small3');
});
