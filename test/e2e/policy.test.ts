import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browser } from '../../scripts/chromium.ts';
import { eventually, isFirefox, launch, type Session } from './browser.ts';
import { EXTENSION_ID } from './chromium.ts';
import { optionsAt } from './options-page.ts';

/*
 * An organisation's policy as Chromium reads it, from its folder below /etc. That folder is laid over for this one
 * browser, in a mount namespace of its own, so that nothing of the machine is touched; only root on Linux may do that.
 */

const canLayOver =
  !isFirefox && existsSync('/etc/chromium') && spawnSync('unshare', ['-m', 'true']).status === 0;
const POLICY = {
  '3rdparty': {
    extensions: {
      [EXTENSION_ID]: {
        retentionDays: 30,
        targets: { 'win-rate': { value: 0.4 }, happiness: { value: 1 } },
        timeZone: 'Mars/Olympus',
        allowedHosts: ['*.lightning.force.com'],
        exportAllowed: false,
        lockedSettings: ['retentionDays'],
      },
    },
  },
};

let session: Session | undefined;
let folder: string;
const before = process.env.FOURFOLD_BROWSER;
beforeAll(async () => {
  if (!canLayOver) return;
  folder = mkdtempSync(join(tmpdir(), 'fourfold-policy-'));
  const file = join(folder, 'policy.json');
  const program = join(folder, 'chromium');
  writeFileSync(file, JSON.stringify(POLICY));
  const lay = [
    'mount -t tmpfs none /etc/chromium',
    'mkdir -p /etc/chromium/policies/managed',
    `cp ${file} /etc/chromium/policies/managed/`,
    `exec ${await browser()} "$@"`,
  ];
  writeFileSync(program, `#!/bin/sh\nexec unshare -m sh -c '${lay.join(' && ')}' sh "$@"\n`);
  chmodSync(program, 0o755);
  process.env.FOURFOLD_BROWSER = program;
  session = await launch();
});
afterAll(async () => {
  await session?.close();
  if (before === undefined) delete process.env.FOURFOLD_BROWSER;
  else process.env.FOURFOLD_BROWSER = before;
  if (folder) rmSync(folder, { recursive: true, force: true });
});

it.skipIf(!canLayOver)(
  'what the policy says holds, what of it is wrong is counted and stops nothing (needs root and unshare)',
  async () => {
    if (!session) throw new Error('no browser');
    const own = session;
    const page = await optionsAt(own, 'privacy');
    await eventually(async () => {
      expect(await page.$eval('[name="retentionDays"]', (el) => (el as HTMLInputElement).value)).toBe('30');
    }, 20_000);
    expect(await page.$('[data-part="retention"] fieldset:disabled')).not.toBeNull();
    expect(await page.$('[data-part="export"]')).toBeNull();
    const { problems, settings } = (await own.stored()) as unknown as {
      problems: { what: string; why: string }[];
      settings: { key: string; policy?: { settings: object; hosts: string[] } }[];
    };
    expect(problems.map(({ what }) => what).sort()).toEqual(['policy: targets', 'policy: timeZone']);
    const { policy } = settings.find(({ key }) => key === 'policy') ?? {};
    expect(policy?.settings).toEqual({ retentionDays: 30, target: { 'win-rate': { value: 0.4 } } });
    expect(policy?.hosts).toEqual(['*.lightning.force.com']);
  },
);
