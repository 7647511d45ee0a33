import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Page, WebWorker } from 'puppeteer-core';
import type { Demo } from '../crm/demo/server.ts';

/* What both browsers offer to a test; chromium.ts and firefox.ts say how. */

export interface Options {
  /** Match patterns of hosts that count as granted, so that no question of the browser has to be answered. */
  grant?: string[];
  /** Optional permissions that count as granted. */
  permissions?: string[];
  /** Without the permission by which no quota holds, so that a test can set one. */
  limited?: boolean;
  /** The stand-in CRMs: their names lead there, and all other names nowhere. */
  demo?: Demo;
  /** Arguments for Chromium. */
  args?: string[];
  headless?: boolean;
  /** X display for a browser with windows; else the machine's. */
  display?: string;
  /** IANA zone of the browser. */
  timeZone?: string;
  locale?: string;
  /** Folder of a profile to use; else a new one that is thrown away. */
  profile?: string | undefined;
  /** Files that stand in the extension beside its own, by path. */
  files?: Record<string, string>;
  /** Folders of other extensions that stand beside ours, in Chromium. */
  others?: string[];
  /** Preferences of Firefox. */
  preferences?: Record<string, unknown>;
}

export type Look = 'print' | 'light' | 'dark';

/** The background: Chromium's service worker, Firefox's event page. */
export type Background = Pick<WebWorker, 'evaluate' | 'close'>;

/** What a browser has to offer; the rest of a session is made of it. */
export interface Driver {
  browser: Browser;
  /** Every host that the browser asked its proxy for; Chromium has none, but writes a log of its network. */
  asked?: Set<string>;
  /** The background, started if need be. `close` ends it as the browser does when it is idle. */
  worker(): Promise<Background>;
  /** Clicks the toolbar icon with this page in front: the real popup, with the access that the click gives. */
  openPopup(page: Page): Promise<Page>;
  /** When the icon was last clicked (epoch ms), for what is measured from there. */
  clickedAt(): number;
  /** The real popup, once it is open. */
  popup(): Promise<Page>;
  /** The real side panel or sidebar, once it is open. */
  panel(): Promise<Page>;
  /** Presses keys together, with this page in front; the browser's own shortcuts are heard. */
  press(page: Page, keys: string[]): Promise<void>;
  /** Opens one of the extension's own pages in a tab. */
  openFace(
    name: 'popup' | 'panel' | 'options' | 'snooze' | 'welcome' | 'bench',
    query?: string,
  ): Promise<Page>;
  /** Gives one page another language. */
  speak(page: Page, locale: string): Promise<void>;
  /** Shows one page as it is printed, or in a colour scheme. */
  show(page: Page, as: Look): Promise<void>;
  /** Presses Allow where the browser asks whether it may grant what was requested. */
  allow(): Promise<void>;
  close(): Promise<void>;
}

/** A copy of the built extension in which hosts and permissions are granted; the build itself stays as it ships. */
export function granted(build: string, options: Options, dir: string): string {
  const { grant = [], permissions = [], files = {}, limited = false } = options;
  const folder = join(dir, 'extension');
  cpSync(build, folder, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  if (grant.length > 0) manifest.host_permissions = grant;
  manifest.permissions.push(...permissions);
  if (limited) manifest.permissions.splice(manifest.permissions.indexOf('unlimitedStorage'), 1);
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}

/** Asks again until `check` gives something, or fails with the last error after `ms`. */
export async function eventually<T>(check: () => Promise<T> | T, ms = 8000): Promise<T> {
  const until = Date.now() + ms;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
