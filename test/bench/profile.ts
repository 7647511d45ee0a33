import type { Page } from 'puppeteer-core';

/** Where the time of `run` goes in a page: the functions with the largest own time, as shares of what was busy. */
export async function profileOf(page: Page, run: () => Promise<unknown>, rows = 15): Promise<string> {
  const cdp = await page.createCDPSession();
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 500 });
  await cdp.send('Profiler.start');
  await run();
  const { profile } = await cdp.send('Profiler.stop');
  await cdp.detach();
  const own = new Map<string, number>();
  const nameOf = new Map(
    profile.nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      `${functionName || '(anonymous)'} ${url.split('/').at(-1)}:${lineNumber + 1}`,
    ]),
  );
  const deltas = profile.timeDeltas ?? [];
  for (const [i, id] of (profile.samples ?? []).entries()) {
    const name = nameOf.get(id) ?? '?';
    own.set(name, (own.get(name) ?? 0) + (deltas[i] ?? 0) / 1000);
  }
  const idle = [...own].filter(([name]) => name.startsWith('(idle)')).reduce((sum, [, ms]) => sum + ms, 0);
  const all = [...own.values()].reduce((sum, ms) => sum + ms, 0);
  const top = [...own]
    .filter(([name]) => !name.startsWith('(idle)'))
    .sort((a, b) => b[1] - a[1])
    .slice(0, rows);
  return [
    `${all.toFixed(0)} ms, of them ${idle.toFixed(0)} idle`,
    ...top.map(([n, ms]) => `${ms.toFixed(0)} ms  ${n}`),
  ].join('\n');
}
