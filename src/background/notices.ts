import type { Settings } from '../contract/settings.ts';
import type { Message } from '../messages.ts';
import type { Waiting } from '../metrics/waiting.ts';
import { noticeText } from '../show/notice-text.ts';
import { type Notice, noticesDue, type Told, toldSchema, withSnooze, withTold } from '../show/notices.ts';
import { isWebAddress, open } from '../show/tell.ts';
import { t } from '../show/text.ts';
import { openFace } from './chips.ts';

const KEY = 'told';
const SNOOZE = 'src/show/snooze/index.html';

/** One at a time: between looking what was told and writing it nothing may come. */
const alone = <T>(run: () => Promise<T>): Promise<T> => navigator.locks.request(KEY, run) as Promise<T>;

const mayNotify = async (): Promise<boolean> =>
  !!chrome.notifications && (await chrome.permissions.contains({ permissions: ['notifications'] }));

async function told(): Promise<Told[]> {
  const parsed = toldSchema.safeParse((await chrome.storage.local.get(KEY))[KEY]);
  return parsed.success ? parsed.data : [];
}

/** Keeps of what was told only what `revise` leaves. */
export const reviseTold = (revise: (all: Told[]) => Told[] | Promise<Told[]>): Promise<void> =>
  alone(async () => {
    const left = await revise(await told());
    if (left.length === 0) await chrome.storage.local.remove(KEY);
    else await chrome.storage.local.set({ [KEY]: left });
  });

/** Takes away the notices that still stand on the screen, if `isOver` of whom they are about. */
export async function withdraw(isOver: (about: unknown) => boolean = () => true): Promise<void> {
  const standing = Object.keys((await chrome.notifications?.getAll()) ?? {});
  for (const id of standing) if (isOver(JSON.parse(id))) await chrome.notifications.clear(id);
}

/** Gives the notices that are due. Written before shown: a worker that dies in between is silent rather than twice heard. */
export const notify = (waiting: readonly Waiting[], settings: Settings, now: number): Promise<void> =>
  alone(async () => {
    if (!settings.notices?.on || !(await mayNotify())) return;
    const before = await told();
    const due = noticesDue(waiting, before, settings, now);
    if (due.length === 0) return;
    await chrome.storage.local.set({ [KEY]: withTold(before, due, now) });
    for (const notice of due) await show(notice);
  });

/** Puts off the notices of one who waits. */
export const snooze = (
  { until, reason, ...where }: Message<'snooze'>,
  settings: Settings,
  now: number,
): Promise<void> =>
  alone(async () => {
    await chrome.storage.local.set({
      [KEY]: withSnooze(await told(), where, until, reason, settings, now),
    });
  });

/** The name of a notice says whom it is about, for a click may come when nothing else is remembered. */
type About = Pick<Waiting, 'org' | 'kind' | 'id' | 'name' | 'url'>;

async function show({ is, leads }: Notice): Promise<void> {
  const [one] = leads.length === 1 ? leads : [];
  const name = JSON.stringify(one ? aboutOf(one) : { many: is });
  const notice = {
    type: 'basic' as const,
    iconUrl: chrome.runtime.getURL('icons/128.png'),
    ...noticeText({ is, leads }),
  };
  try {
    await chrome.notifications.create(name, { ...notice, buttons: one ? [{ title: t('snooze') }] : [] });
  } catch {
    // Firefox refuses a notice that has buttons.
    await chrome.notifications.create(name, notice);
  }
}

const aboutOf = ({ org, kind, id, name, company, url }: Waiting): About => ({
  org,
  kind,
  id,
  name: name ?? company,
  url,
});

function onClicked(id: string): void {
  chrome.notifications.clear(id);
  const { url } = JSON.parse(id) as About;
  if (url !== undefined && isWebAddress(url)) open(url);
  else chrome.windows.getLastFocused().then((window) => openFace(window.id));
}

function onButtonClicked(id: string): void {
  chrome.notifications.clear(id);
  const { org, kind, id: record } = JSON.parse(id) as About;
  // Browsers keep addresses in their history: no name may stand there.
  const url = `${SNOOZE}?${new URLSearchParams({ org, kind, id: record })}`;
  chrome.windows.create({ url, type: 'popup', width: 400, height: 420 });
}

/** At top level of the worker, and again when the permission is given while it runs. */
export function followNotices(): void {
  chrome.notifications?.onClicked.addListener(onClicked);
  chrome.notifications?.onButtonClicked?.addListener(onButtonClicked);
}
