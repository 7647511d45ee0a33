import type { Settings } from '../contract/settings.ts';
import type { Message, SampleReply } from '../messages.ts';
import { progress } from '../messages.ts';

type Ask = Message<'settings' | 'forget' | 'look'>;

/** What a face asks of the background, which alone writes. A refusal is counted there. */
const tell = (ask: Ask): Promise<unknown> => chrome.runtime.sendMessage(ask).catch(() => undefined);

export const saveSettings = (patch: Partial<Settings>): Promise<unknown> => tell({ type: 'settings', patch });
export const forget = (): Promise<unknown> => tell({ type: 'forget' });
export const look = (tab: number): Promise<unknown> => tell({ type: 'look', tab });
/** A tab without our script does not answer; that is no fault. */
export const readAgain = (tab: number): Promise<unknown> =>
  chrome.tabs.sendMessage(tab, { type: 'read' }).catch(() => undefined);

/** Has the tab open and read the whole record; `tell` hears how far it is. Returns what stops it. */
export function readWhole(tab: number, tell: (how: { opened: number; done: boolean }) => void): () => void {
  const port = chrome.tabs.connect(tab, { name: 'whole' });
  port.onMessage.addListener((message: unknown) => {
    const parsed = progress.safeParse(message);
    if (parsed.success) tell(parsed.data);
    if (parsed.success && parsed.data.done) port.disconnect();
  });
  port.onDisconnect.addListener(() => tell({ opened: 0, done: true }));
  return () => {
    port.disconnect();
    tell({ opened: 0, done: true });
  };
}

/** The page's structure without its content, as a file for a bug report. `false` when the page does not answer. */
export async function saveSample(tab: number): Promise<boolean> {
  const reply: SampleReply | undefined = await chrome.runtime
    .sendMessage({ type: 'sample', tab })
    .catch(() => undefined);
  const sample = reply?.sample;
  if (!sample) return false;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([sample], { type: 'text/html' }));
  link.download = 'fourfold-sample.html';
  link.click();
  URL.revokeObjectURL(link.href);
  return true;
}

/** The browser asks the user. It has to be called straight from the click. */
export const enable = (origin: string): Promise<boolean> =>
  chrome.permissions.request({ origins: [origin] }).catch(() => false);

/** Opens a record in a new tab, so that nothing half-typed is lost. Only web addresses are opened. */
export function open(url: string): void {
  if (isWebAddress(url)) chrome.tabs.create({ url });
}

export function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

/** Chrome calls it side panel, Firefox sidebar; both want the click itself. */
export function openPanel(windowId: number): void {
  const { sidebarAction } = chrome as { sidebarAction?: { open(): Promise<void> } };
  if (sidebarAction) sidebarAction.open();
  else chrome.sidePanel.open({ windowId });
}
