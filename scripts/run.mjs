// Runs scripts/<name>.ts and installs first what is missing. It is plain JavaScript, for nothing else runs on a fresh
// clone, and it writes to stderr alone: what a command prints on stdout may be read by another program.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Fourfold needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}

// Packages that are another folder's are left to it: several folders may share them.
const isShared = lstatSync('node_modules', { throwIfNoEntry: false })?.isSymbolicLink();
const installed = 'node_modules/.package-lock.json';
const isOld = () =>
  !existsSync(installed) || statSync(installed).mtimeMs < statSync('package-lock.json').mtimeMs;
if (!isShared && isOld()) {
  console.error('Installing the packages that the project is built with (10 to 30 s) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const shell = process.platform === 'win32';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
    shell,
  });
  if (status !== 0) process.exit(status ?? 1);
}

const [name = '', ...args] = process.argv.slice(2);
const { runnerImport } = await import('vite');
const { module } = await runnerImport(`${root}scripts/${name}.ts`, { configFile: false, logLevel: 'error' });
try {
  process.exitCode = (await module.default(args)) ?? 0;
} catch (error) {
  console.error(error instanceof Error && 'expected' in error ? error.message : error);
  process.exitCode = 1;
}
