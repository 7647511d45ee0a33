import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { build } from './build.ts';
import { browser, chromiumVersion, hasApt, install } from './chromium.ts';
import { firefox } from './firefox.ts';
import { step } from './step.ts';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed and why, said once more at the end. */
  failures?: string[];
}

/** The part of vitest's report that is read here. */
interface Results {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

/** What failed since it was last removed: the suites of one CI run add to it, and CI prints it at its end. */
const FAILED = '.cache/failed.txt';

const node = process.execPath;
const bin = (file: string, ...args: string[]) => [node, `node_modules/${file}`, ...args];

/** A screen of its own, on which the browser's permission question can be answered; see test/e2e/enable.test.ts. */
const SCREEN = ['/usr/bin/Xvfb', '/usr/bin/xdotool'];

/** Each counts as one test. */
const CHECKS: [what: string, command: string[]][] = [
  ['types', bin('typescript/bin/tsc', '-p', '.')],
  ['types of contract/, which knows no browser', bin('typescript/bin/tsc', '-p', 'src/contract')],
  ['types of metrics/, which knows no browser', bin('typescript/bin/tsc', '-p', 'src/metrics')],
  ['lint and format', bin('@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.')],
  ['no unused files, exports or packages', bin('knip/bin/knip.js')],
];

async function passes(what: string, run: () => Promise<unknown>): Promise<Count> {
  try {
    await run();
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0, failures: [what] };
  }
}

/** Runs one project of vitest.config.ts and counts its tests. */
export async function vitest(project: string): Promise<Count> {
  mkdirSync('.cache', { recursive: true });
  const file = `.cache/vitest-${project}.json`;
  rmSync(file, { force: true });
  const [command = '', ...args] = bin('vitest/vitest.mjs', 'run', '--project', project);
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const child = spawn(command, [...args, ...report], { stdio: ['ignore', 'inherit', 'inherit'] });
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? 1)));
  const results: Results = JSON.parse(readFileSync(file, 'utf8'));
  const { numPassedTests: passed, numFailedTests, numPendingTests: skipped } = results;
  // A suite that dies before its first test fails, whatever it counted.
  const failed = numFailedTests || (code === 0 ? 0 : 1);
  const said = whatFailed(project, results);
  const failures = failed > 0 && said.length === 0 ? [`${project}: vitest ended with code ${code}`] : said;
  return { passed, failed, skipped, failures };
}

/** Each with the beginning of its reason; a file that died before its first test, with that. */
function whatFailed(project: string, { testResults }: Results): string[] {
  const short = (reason = '') => reason.split('\n').slice(0, 8).join('\n    ');
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const where = `${project}: ${relative(process.cwd(), name)}`;
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [`${where}\n    ${short(message)}`] : [];
    return failed.map((test) => `${where} > ${test.fullName}\n    ${short(test.failureMessages[0])}`);
  });
}

/** The last line that a run prints; `N passed, N failed` stands alone on it. What failed stands before it, and is kept. */
export function close(counts: Count[]): number {
  const failures = counts.flatMap((count) => count.failures ?? []).map((failure) => `FAILED: ${failure}\n`);
  mkdirSync('.cache', { recursive: true });
  appendFileSync(FAILED, failures.join(''));
  if (failures.length > 0) console.log(failures.join(''));
  const sum = (key: 'passed' | 'failed' | 'skipped') =>
    counts.reduce((total, count) => total + count[key], 0);
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
  return sum('failed') > 0 ? 1 : 0;
}

/** The end-to-end tests once more. Where there is no Firefox and none can be installed, that is said and counted. */
async function inFirefox(): Promise<Count> {
  try {
    await firefox();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.log('SKIPPED: end-to-end tests in Firefox');
    return { passed: 0, failed: 0, skipped: 1 };
  }
  return vitest('e2e-firefox');
}

export default async function main(): Promise<number> {
  if (hasApt && !SCREEN.every((file) => existsSync(file))) await install(['xvfb', 'xdotool']);
  console.error(`Testing in ${chromiumVersion(await browser())}`);
  const counts: Count[] = [];
  for (const [what, command] of CHECKS) counts.push(await passes(what, () => step(what, command)));
  counts.push(await vitest('unit'));
  const built = await passes('build', async () => {
    await build('firefox');
    await build('chrome');
  });
  counts.push(built);
  if (built.failed === 0) {
    counts.push(await passes('size', () => step('size of what ships', bin('size-limit/bin.js'))));
    counts.push(await vitest('e2e'));
    counts.push(await inFirefox());
  }
  return close(counts);
}
