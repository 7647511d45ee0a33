import { spawn } from 'node:child_process';

/** What `npm audit` answered, in one line, and whether something that ships has a known hole. */
export interface Audit {
  said: string;
  isBad: boolean;
}

const SEVERITIES = ['critical', 'high', 'moderate', 'low', 'info'] as const;

/** Of npm's output in JSON. Anything but a report means that it could not be had. */
export function auditOf(output: string): Audit {
  const counts = countsIn(output);
  if (!counts) return { said: '– npm audit skipped: it cannot be reached from here', isBad: false };
  const found = SEVERITIES.flatMap((name) => (counts[name] ? [`${counts[name]} ${name}`] : []));
  if (found.length === 0) return { said: '✓ npm audit: no known hole in what ships', isBad: false };
  return { said: `✗ npm audit: ${found.join(', ')} in what ships`, isBad: true };
}

function countsIn(output: string): Record<string, number> | undefined {
  try {
    return JSON.parse(output).metadata?.vulnerabilities;
  } catch {
    return undefined;
  }
}

/** Asks about the packages that ship. It never fails and takes half a minute at most, wherever it is run. */
export async function audit(): Promise<Audit> {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Offline npm would report that nothing is known, which is not the same as nothing.
  const args = [
    'audit',
    '--json',
    '--omit=dev',
    '--offline=false',
    '--fetch-retries=0',
    '--fetch-timeout=10000',
  ];
  const child = spawn(npm, args, {
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
    timeout: 30_000,
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  await new Promise((resolve) => child.on('close', resolve).on('error', resolve));
  const answer = auditOf(output);
  console.error(answer.said);
  return answer;
}
