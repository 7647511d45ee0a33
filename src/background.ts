import { openFace, showChip, showChips } from './background/chips.ts';
import { forgetAll, forgetOne } from './background/forget.ts';
import { changed, changeShown, refresh } from './background/keep.ts';
import { followNotices, snooze } from './background/notices.ts';
import { readPage } from './background/reading.ts';
import {
  enterOpenTabs,
  goOnUnlessPaused,
  leaveTabs,
  look,
  patternOf,
  registerContent,
  sampleIn,
  tellTabs,
} from './background/scripts.ts';
import { changeSettings, obey, retain } from './background/settings.ts';
import { saidUnlessKept } from './background/unkept.ts';
import { parseHistory } from './contract/history.ts';
import { isPaused } from './contract/settings.ts';
import { Database } from './db/database.ts';
import { importHistory } from './db/history.ts';
import { loadSettings } from './db/load.ts';
import { unstage } from './db/staging.ts';
import { countProblem } from './db/store.ts';
import { markAll } from './db/summaries.ts';
import { type Message, messages, type Reply } from './messages.ts';
import { leaveDemo } from './show/demo/keep.ts';
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
      await forgetAll(db);
      return {};
    case 'forget-person':
      await forgetOne(db, message.names);
      return {};
    case 'import':
      return takeIn();
    default:
      return refuse(message.type, 'not from a face');
  }
}

/** What a face read from files and left for us. Whole or not at all, and only what fits the schema. */
async function takeIn(): Promise<Reply> {
  const { value, faults = [] } = parseHistory(await unstage());
  const [fault] = faults;
  if (!value) return refuse('import', fault ? `${fault.where} ${fault.why}` : 'nothing to import');
  await changeShown(db, async (shown) => {
    await importHistory(shown, value, Date.now());
    // The file's settings may have brought a pause along.
    if (isPaused(await loadSettings(shown), Date.now())) await goOnUnlessPaused(shown);
  });
  return {};
}

// ── A reading: interpreted, stored where the CRM is enabled, shown in either case ───────────────────────────────

async function readByTab(
  message: Message,
  { tab: sentIn, url: sentFrom, frameId = 0, documentLifecycle }: chrome.runtime.MessageSender,
): Promise<Reply> {
  // A page that is being left is no tab's any more, nor is it frame 0: its last word is kept, and shown by none.
  const isLeft = documentLifecycle === 'pending_deletion' || documentLifecycle === 'cached';
  const tab = isLeft ? undefined : sentIn;
  if (message.type === 'open' && tab) return openFace(tab.windowId).then(() => ({}));
  if (message.type === 'chip' && tab?.id !== undefined) return showChip(db, tab.id).then(() => ({}));
  if (message.type !== 'page') return refuse(message.type, 'not from a page');
  if (frameId > 0 && !isLeft) return refuse('page', `from frame ${frameId} of a page (${documentLifecycle})`);
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
  // What faces paint first they take as it is: none of it is another version's. The invented team ends with it.
  if (reason === 'update')
    await Promise.all([chrome.storage.local.remove(['glance', 'standing']), leaveDemo()]);
  const { origins = [] } = await chrome.permissions.getAll();
  if (reason === 'install' && origins.length === 0) await chrome.tabs.create({ url: WELCOME });
  await setUp();
  // A new version may count otherwise. Reading does not wait for it.
  await markAll(db);
  await changed(db, { isUrgent: true });
});
chrome.runtime.onStartup.addListener(async () => {
  await setUp();
  // A face that was closed in between may have left a file that nobody will take in.
  await unstage();
});
chrome.permissions.onAdded.addListener(async ({ origins = [] }) => {
  followNotices();
  await registerContent(db);
  await enterOpenTabs(db, origins);
});
chrome.permissions.onRemoved.addListener(async () => {
  await Promise.all([registerContent(db), leaveTabs()]);
  await showChips(db);
});

// ── What comes by the clock, by other contexts and by clicks outside the faces ──────────────────────────────────

chrome.alarms.onAlarm.addListener(({ name }) => {
  if (name === 'resume') return setUp();
  if (name === 'day') return retain(db);
  return name === 'standing' ? keepStanding(db, Date.now()) : refresh(db, true);
});
chrome.storage.onChanged.addListener(async (changes, area) => {
  if (area === 'managed') await obeyAnew();
  else if (area === 'local' && changes.texts) await refresh(db);
  if (area === 'managed' || (area === 'local' && changes.texts)) await showChips(db);
  // What the invented team's settings paused goes on.
  if (area === 'local' && changes.demo && changes.demo.newValue === undefined) await goOnUnlessPaused(db);
});

/** What was laid down before may have let a script run where none may run now, or kept it from where it may. */
async function obeyAnew(): Promise<void> {
  await obey(db);
  await goOnUnlessPaused(db);
  await tellTabs('read');
  await changed(db, { isUrgent: true });
}
followNotices();
chrome.commands.onCommand.addListener((command, tab) => {
  // Straight from the key press, or the browser does not let it.
  if (command === 'open-panel') openPanel(tab?.windowId ?? chrome.windows.WINDOW_ID_CURRENT);
});
