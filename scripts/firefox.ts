import { join } from 'node:path';
import { expected, hasApt, install, onPath, runs } from './chromium.ts';

const PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']].flatMap((dir) =>
    dir ? [join(dir, 'Mozilla Firefox', 'firefox.exe')] : [],
  ),
};

function find(): string | undefined {
  const named = process.env.FOURFOLD_FIREFOX;
  if (named && !runs(named))
    throw expected(`FOURFOLD_FIREFOX names "${named}", which cannot be run. Correct it or unset it.`);
  return named ?? onPath(['firefox-esr', 'firefox']) ?? PLACES[process.platform]?.find(runs);
}

/** Firefox, installed first where that can be done. Throws what to do where it cannot. */
export async function firefox(): Promise<string> {
  const found = find();
  if (found) return found;
  if (hasApt) {
    await install(['firefox-esr']);
    const now = find();
    if (now) return now;
  }
  throw expected(`No Firefox was found.
  Debian:     sudo apt-get install firefox-esr
  elsewhere:  install Firefox 140 or newer, or set FOURFOLD_FIREFOX to its program`);
}
