// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Answer, Snooze } from '../../src/show/snooze/Snooze.tsx';
import { fakeChrome } from './chrome.ts';

let saved: Answer[] = [];
beforeEach(() => {
  fakeChrome();
  saved = [];
  act(() => render(<Snooze name="Maria Kovacs" onSave={(answer) => saved.push(answer)} />, document.body));
});
afterEach(() => render(null, document.body));

const find = <T extends Element>(selector: string) => document.body.querySelector<T>(selector) as T;
const submit = () => act(() => find<HTMLButtonElement>('button').click());
const write = (text: string) =>
  act(() => {
    const area = find<HTMLTextAreaElement>('textarea');
    area.value = text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });

test('asks for a reason, and is not saved without one', async () => {
  await write('   ');
  await submit();
  expect(saved).toEqual([]);
  expect(find('[role="status"]').textContent).toBe('Write a short reason');
  expect(find('textarea').getAttribute('aria-invalid')).toBe('true');
});

test('is for an hour unless tomorrow is chosen', async () => {
  await write(' asked to wait ');
  await submit();
  await act(() => find<HTMLInputElement>('label + label input').click());
  await submit();
  expect(saved).toEqual([
    { until: 'hour', reason: 'asked to wait' },
    { until: 'tomorrow', reason: 'asked to wait' },
  ]);
});

test('names nobody where the page showed no name', () => {
  const title = () => find('h1').textContent;
  expect(title()).toContain('Maria Kovacs');
  act(() => render(<Snooze name={undefined} onSave={() => undefined} />, document.body));
  expect(title()).toBe('Put aside');
});
