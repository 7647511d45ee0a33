import { expect, it, vi } from 'vitest';
import { waiting } from '../../src/metrics/waiting.ts';
import { HOUR, historyOf, lead, RAISE } from '../metrics/make.ts';
import { fakeBrowser } from './browser.ts';

vi.mock('../../src/background/chips.ts', () => ({ openFace: vi.fn() }));
fakeBrowser();
const { followNotices, notify } = await import('../../src/background/notices.ts');

it('names nobody in an address, which the browser’s history would keep', async () => {
  const shown = vi.fn(async (_id: string) => undefined);
  const opened = vi.fn(async (_window: { url: string }) => undefined);
  let press = (_id: string): void => undefined;
  const onButtonClicked = { addListener: (listener: typeof press) => (press = listener) };
  const notifications = {
    create: shown,
    clear: vi.fn(),
    onClicked: { addListener: vi.fn() },
    onButtonClicked,
  };
  const runtime = { getURL: (path: string) => path };
  Object.assign(chrome, { notifications, runtime, windows: { create: opened } });

  const settings = { timeZone: 'UTC', notices: { on: true } };
  const maria = historyOf(lead({ name: 'Maria Kovacs', raisedAt: RAISE, createdAt: RAISE, warmth: 'warm' }));
  await notify(waiting([maria], settings, RAISE + 2 * HOUR), settings, RAISE + 2 * HOUR);
  followNotices();
  press(shown.mock.calls[0]?.[0] ?? '');
  const { url = '' } = opened.mock.calls[0]?.[0] ?? {};
  expect(url).toContain('id=L1');
  expect(url).not.toContain('Maria');
});
