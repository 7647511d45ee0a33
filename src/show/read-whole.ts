import { progress } from '../messages.ts';

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
