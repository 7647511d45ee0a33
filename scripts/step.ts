import { type SpawnOptions, spawn } from 'node:child_process';

/** Says that something is going on, and every two seconds for how long. Returns what ends it. */
export function progress(what: string): (how?: string) => void {
  const begun = Date.now();
  const seconds = () => Math.round((Date.now() - begun) / 1000);
  const isTerminal = process.stderr.isTTY;
  const say = (text: string) => process.stderr.write(isTerminal ? `\r\u001b[K${text}` : `${text}\n`);
  say(`… ${what}`);
  const timer = setInterval(() => say(`… ${what} (${seconds()} s)`), isTerminal ? 1000 : 5000);
  return (how = 'done') => {
    clearInterval(timer);
    say(
      `${how === 'done' ? '✓' : '✗'} ${what}${seconds() > 0 ? ` (${seconds()} s)` : ''}${isTerminal ? '\n' : ''}`,
    );
  };
}

/** Runs a command quietly; what it printed is shown when it fails. Resolves to its stdout. */
export async function step(
  what: string,
  command: string[],
  options: SpawnOptions = {},
  fine: number[] = [0],
): Promise<string> {
  const end = progress(what);
  const [file = '', ...args] = command;
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let out = '';
  let all = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
    all += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    all += chunk;
  });
  const code = await new Promise<number>((resolve) => {
    child.on('error', (error) => {
      all += error.message;
      resolve(127);
    });
    child.on('close', (status) => resolve(status ?? 1));
  });
  end(fine.includes(code) ? 'done' : 'failed');
  if (fine.includes(code)) return out;
  process.stderr.write(all.endsWith('\n') ? all : `${all}\n`);
  throw Object.assign(new Error(`${what} failed (${file} exited with ${code})`), { expected: true });
}
