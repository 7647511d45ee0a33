import { hideChips, openFace, showChip, showChips } from './background/chips.ts';
import { changed, changeShown, refresh } from './background/keep.ts';
import { followNotices, snooze } from './background/notices.ts';
import { readPage } from './background/reading.ts';
import {
  enterOpenTabs,
  goOnUnlessPaused,
  look,
  patternOf,
  registerContent,
  sampleIn,
  tellTabs,
} from './background/scripts.ts';
import { changeSettings, obey, retain } from './background/settings.ts';
import { saidUnlessKept } from './background/unkept.ts';
import { parseHistory } from './contract/history.ts';
import { Database } from './db/database.ts';
import { forgetPerson } from './db/forget-person.ts';
import { importHistory } from './db/history.ts';
import { loadSettings } from './db/load.ts';
import { unstage } from './db/staging.ts';
import { countProblem } from './db/store.ts';
import { markAll } from './db/summaries.ts';
import { type Message, messages, type Reply } from './messages.ts';
import { leaveDemo } from './show/demo/keep.ts';
import { isDemo } from './show/demo/kept.ts';
import { keepStanding } from './show/stand.ts';
import { openPanel } from './show/tell.ts';

const db = new Database();

// ── Messages: one listener; a sender is a tab's content script or one of our own pages ──────────────────────────

chrome.runtime.onMessage.addListener((message: unknown, sender, reply: (answer?: Reply) => void) => {
  const answer = answerTo(message, sender);
  if (!answer) return false;
  answer.then(reply, async (error: unknown) => {
    // What could not be stored gets no answer, and so is sent again; the cause is counted where that still works.
    await countProblem(db, 'storing', String(error), Date.now()).catch(() => undefined);
    reply();
  });
  return true;
});

function answerTo(message: unknown, sender: chrome.runtime.MessageSender): Promise<Reply> | undefined {
  if (sender.id !== chrome.runtime.id) return undefined;
  const type = (message as { type?: unknown } | null)?.type;
  if (typeof type !== 'string' || !(type in messages))
    return refuse('message', `no such message: ${String(type)}`);
  const parsed = messages[type as keyof typeof messages].safeParse(message);
  if (!parsed.success)
    return refuse(type, parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`)[0] ?? '');
  const fromPage = sender.url?.startsWith(chrome.runtime.getURL('')) ?? false;
  return fromPage ? askedByFace(parsed.data) : readByTab(parsed.data, sender);
}

async function refuse(what: string, why: string): Promise<Reply & { live: boolean }> {
  await countProblem(db, what, why, Date.now());
  return { error: why, live: true };
}

async function askedByFace(message: Message): Promise<Reply> {
  switch (message.type) {
    case 'look':
      return look(db, message.tab);
    case 'sample':
      return sampleIn(message.tab);
    case 'settings': {
      const why = await changeSettings(db, message.patch);
      return why === undefined ? {} : refuse('settings', why);
    }
    case 'snooze':
      await snooze(message, await loadSettings(db), Date.now());
      return {};
    case 'forget':
      await forgetAll();
      return {};
    case 'forget-person':
      await changeShown(db, (shown) => forgetPerson(shown, message.name));
      return {};
    case 'import':
      return takeIn();
    default:
      return refuse(message.type, 'not from a face');
  }
}

/** Of the invented team there is nothing to keep; the user's own records are not what is looked at then. */
async function forgetAll(): Promise<void> {
  if (await isDemo()) return leaveDemo();
  // Files that a face left and nobody took in, too.
  await Promise.all([db.delete(), unstage()]);
  await db.open();
  await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear(), hideChips()]);
  await obey(db);
  // With the settings a pause is gone.
  await registerContent(db);
  await refresh(db);
}

/** What a face read from files and left for us. Whole or not at all, and only what fits the schema. */
async function takeIn(): Promise<Reply> {
  const { value, faults = [] } = parseHistory(await unstage());
  const [fault] = faults;
  if (!value) return refuse('import', fault ? `${fault.where} ${fault.why}` : 'nothing to import');
  await changeShown(db, (shown) => importHistory(shown, value, Date.now()));
  return {};
}

// ── A reading: interpreted, stored where the CRM is enabled, shown in either case ───────────────────────────────

async function readByTab(
  message: Message,
  { tab: sentIn, url: sentFrom, frameId = 0, documentLifecycle }: chrome.runtime.MessageSender,
): Promise<Reply> {
  // A page that is being left is no tab's any more, nor is it frame 0: its last word is kept, and shown by none.
  const isLeft = documentLifecycle === 'pending_deletion';
  const tab = isLeft ? undefined : sentIn;
  if (message.type === 'open' && tab) return openFace(tab.windowId).then(() => ({}));
  if (message.type === 'chip' && tab?.id !== undefined) return showChip(db, tab.id).then(() => ({}));
  if (message.type !== 'page') return refuse(message.type, 'not from a page');
  if (frameId > 0 && !isLeft) return refuse('page', `from frame ${frameId} of a page`);
  const { raw } = message;
  // At times it has no address any more.
  const url = sentFrom ?? raw.url;
  if (new URL(raw.url).origin !== new URL(url).origin)
    return refuse('page', 'another address than the tab’s');
  const origin = patternOf(url);
  const enabled = await chrome.permissions.contains({ origins: [origin] });
  const read = () => readPage(db, raw, { tab: tab?.id, origin, enabled });
  return enabled ? saidUnlessKept(raw, read) : read();
}

chrome.tabs.onRemoved.addListener((tab) => chrome.storage.session.remove(`tab:${tab}`));

// ── When content scripts come, and go; background/scripts.ts says where ────────────────────────────────────────

const WELCOME = 'src/show/welcome/index.html';
const ONCE_A_DAY = { delayInMinutes: 5, periodInMinutes: 24 * 60 };

async function setUp(): Promise<void> {
  await obey(db);
  await goOnUnlessPaused(db);
  await chrome.alarms.create('day', ONCE_A_DAY);
  await refresh(db);
}

chrome.runtime.onInstalled.addListener(async ({ reason }) => {
  const { origins = [] } = await chrome.permissions.getAll();
  if (reason === 'install' && origins.length === 0) await chrome.tabs.create({ url: WELCOME });
  await setUp();
  // A new version may count otherwise. Reading does not wait for it.
  await markAll(db);
  await changed(db, { isUrgent: true });
});
chrome.runtime.onStartup.addListener(setUp);
chrome.permissions.onAdded.addListener(async ({ origins = [] }) => {
  followNotices();
  await registerContent(db);
  await enterOpenTabs(db, origins);
});
chrome.permissions.onRemoved.addListener(async () => {
  await registerContent(db);
  // Each script asks again whether it may go on; where the permission is gone, it stops.
  await tellTabs('read');
  await showChips(db);
});

// ── What comes by the clock, by other contexts and by clicks outside the faces ──────────────────────────────────

chrome.alarms.onAlarm.addListener(({ name }) => {
  if (name === 'resume') return setUp();
  if (name === 'day') return retain(db);
  return name === 'standing' ? keepStanding(db, Date.now()) : refresh(db, true);
});
chrome.storage.onChanged.addListener(async (changes, area) => {
  if (area === 'managed') await obey(db).then(() => changed(db, { isUrgent: true }));
  else if (area === 'local' && changes.texts) await refresh(db);
  if (area === 'managed' || (area === 'local' && changes.texts)) await showChips(db);
  // What the invented team's settings paused goes on.
  if (area === 'local' && changes.demo && changes.demo.newValue === undefined) await goOnUnlessPaused(db);
});
followNotices();
chrome.commands.onCommand.addListener((command, tab) => {
  // Straight from the key press, or the browser does not let it.
  if (command === 'open-panel') openPanel(tab?.windowId ?? chrome.windows.WINDOW_ID_CURRENT);
});
