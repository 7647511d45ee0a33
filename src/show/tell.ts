import type { Settings } from '../contract/settings.ts';
import type { Message, SampleReply } from '../messages.ts';

type Ask = Message<'settings' | 'forget' | 'forget-person' | 'import' | 'look' | 'snooze'>;
/** Settings to change; null brings one back to its default. */
export type Patch = { [K in keyof Settings]?: Settings[K] | null };

/** What a face asks of the background, which alone writes. A refusal is counted there. */
const tell = (ask: Ask): Promise<unknown> => chrome.runtime.sendMessage(ask).catch(() => undefined);

/** Why the background refused, as it says it; `undefined` when it did what it was asked. */
const refusal = async (ask: Ask): Promise<string | undefined> =>
  ((await tell(ask)) as { error?: string } | undefined)?.error;

export const saveSettings = (patch: Patch): Promise<string | undefined> =>
  refusal({ type: 'settings', patch });
/** A key that is null goes back to its default. */
export const resume = (): Promise<unknown> => saveSettings({ paused: null });
export const snooze = (ask: Omit<Message<'snooze'>, 'type'>): Promise<unknown> =>
  tell({ type: 'snooze', ...ask });
export const forget = (): Promise<unknown> => tell({ type: 'forget' });
/** By every name that they go by. */
export const forgetPerson = (names: string[]): Promise<unknown> => tell({ type: 'forget-person', names });
/** Has what lies in db/staging.ts taken in. */
export const takeIn = (): Promise<string | undefined> => refusal({ type: 'import' });
export const look = (tab: number): Promise<unknown> => tell({ type: 'look', tab });
/** A tab without our script does not answer; that is no fault. */
export const readAgain = (tab: number): Promise<unknown> =>
  chrome.tabs.sendMessage(tab, { type: 'read' }).catch(() => undefined);

/** The page's structure without its content, as a file for a bug report. `false` when the page does not answer. */
export async function saveSample(tab: number): Promise<boolean> {
  const reply: SampleReply | undefined = await chrome.runtime
    .sendMessage({ type: 'sample', tab })
    .catch(() => undefined);
  if (!reply?.sample) return false;
  saveFile('fourfold-sample.html', 'text/html', reply.sample);
  return true;
}

/** Gives the user a file to keep. */
export function saveFile(name: string, type: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The browser asks the user. It has to be called straight from the click. */
export const enable = (...origins: string[]): Promise<boolean> =>
  chrome.permissions.request({ origins }).catch(() => false);

/** Opens a record in a new tab, so that nothing half-typed is lost. Only web addresses are opened. */
export function open(url: string): void {
  if (isWebAddress(url)) chrome.tabs.create({ url });
}

export function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

/** What the browsers offer beside the page, each its own. */
interface Sides {
  sidePanel?: { open(where: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

/** Chrome calls it side panel, Firefox sidebar; both want the click or the key itself. */
export function openPanel(windowId: number): void {
  const { sidePanel, sidebarAction } = chrome as Sides;
  if (sidePanel) sidePanel.open({ windowId });
  else sidebarAction?.open();
}
