import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { step } from './step.ts';

/** Names on the PATH; builds that may load an unpacked extension from the command line come first. */
const NAMES = [
  'chromium',
  'chromium-browser',
  'brave-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
];

const PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    'Chromium',
    'Google Chrome for Testing',
    'Brave Browser',
    'Google Chrome',
    'Microsoft Edge',
  ].flatMap((app) =>
    ['/Applications', join(process.env.HOME ?? '', 'Applications')].map(
      (dir) => `${dir}/${app}.app/Contents/MacOS/${app}`,
    ),
  ),
  win32: ['Chromium', 'BraveSoftware/Brave-Browser', 'Google/Chrome', 'Microsoft/Edge'].flatMap((app) =>
    [process.env.LOCALAPPDATA, process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']].flatMap((dir) =>
      dir ? ['chrome', 'brave', 'msedge'].map((exe) => join(dir, app, 'Application', `${exe}.exe`)) : [],
    ),
  ),
};

export const runs = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

function find(): string | undefined {
  const named = process.env.FOURFOLD_BROWSER;
  if (named) {
    if (runs(named)) return named;
    throw expected(`FOURFOLD_BROWSER names "${named}", which cannot be run. Correct it or unset it.`);
  }
  return onPath(NAMES) ?? PLACES[process.platform]?.find(runs);
}

/** The first of these programs that is on the PATH. */
export function onPath(names: string[]): string | undefined {
  if (process.platform === 'win32') return undefined;
  const dirs = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => dirs.map((dir) => join(dir, name))).find(runs);
}

/** An error that is explained by its message; no stack is shown. */
export const expected = (message: string): Error => Object.assign(new Error(message), { expected: true });

const isRoot = process.getuid?.() === 0;
export const hasApt = process.platform === 'linux' && isRoot && existsSync('/usr/bin/apt-get');

/** Installs Debian's or Ubuntu's packages; the first time in a session the lists are brought up to date. */
export async function install(packages: string[]): Promise<void> {
  const apt = (args: string[]) => ['apt-get', '-q', '-o', 'DPkg::Lock::Timeout=600', ...args];
  await step(`updating the package lists`, apt(['update']));
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step(
    `installing ${packages.join(', ')}`,
    apt(['install', '-y', '--no-install-recommends', ...packages]),
    { env },
  );
}

/** The browser to use, installed first where that can be done. Throws what to do where it cannot. */
export async function browser(): Promise<string> {
  const found = find();
  if (found) return found;
  if (hasApt) {
    await install(['chromium', 'fonts-noto-core']);
    const now = find();
    if (now) return now;
  }
  throw expected(`No Chromium-based browser was found.
  Debian, Ubuntu:  sudo apt-get install chromium
  macOS, Windows:  install Chrome, Edge, Brave or Chromium
  elsewhere:       set FOURFOLD_BROWSER to the browser's program
Or load it by hand: npm run build, open chrome://extensions, switch on Developer mode,
"Load unpacked", and choose ${process.cwd()}/dist/chrome`);
}

/** Arguments that every automated start needs; the sandbox does not work for root. */
export const quietArgs = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-extension-debugging',
];

export const chromiumVersion = (file: string): string =>
  spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
