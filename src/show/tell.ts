import type { Settings } from '../contract/settings.ts';

/**
 * What a face asks of others; it writes nothing itself.
 * - `settings`: change these settings. - `forget`: delete everything that was kept.
 * - `look`: the user opened a face on this tab; read it, if it is a CRM's.
 */
type Ask =
  | { type: 'settings'; patch: Partial<Settings> }
  | { type: 'forget' }
  | { type: 'look'; tab: number };

const tell = (ask: Ask): Promise<unknown> => chrome.runtime.sendMessage(ask).catch(() => undefined);

export const saveSettings = (patch: Partial<Settings>): Promise<unknown> => tell({ type: 'settings', patch });
export const forget = (): Promise<unknown> => tell({ type: 'forget' });
export const look = (tab: number): Promise<unknown> => tell({ type: 'look', tab });
/** A tab without our script does not answer; that is no fault. */
export const readAgain = (tab: number): Promise<unknown> =>
  chrome.tabs.sendMessage(tab, { type: 'read' }).catch(() => undefined);

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

export function openPanel(windowId: number | undefined): void {
  if (windowId !== undefined) chrome.sidePanel?.open({ windowId });
}
