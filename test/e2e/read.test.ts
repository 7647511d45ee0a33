import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openReader } from '../../scripts/reader.ts';

/* `npm run read` as another program calls it: JSON alone on stdout, messages on stderr, the exit codes as promised. */

const dir = mkdtempSync(join(tmpdir(), 'fourfold-read-'));
const saved = (name: string, body: string) => {
  const file = join(dir, name);
  writeFileSync(
    file,
    `<!doctype html><html lang="en-US"><head><title>Page</title></head><body>${body}</body></html>`,
  );
  return file;
};
const read = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', 'read', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

const deal = `
  <div data-test-id="left-sidebar"><div data-test-id="record-highlight-content">
    <h2 data-test-id="highlight-record-label">Fleet of vans</h2>
    <div data-test-id="highlight-property-item-amount"><span>Amount:</span>
      <span data-test-id="highlight-property-display-amount">€1.200,50</span></div>
  </div></div>
  <script>document.querySelector('h2').textContent = 'changed by the page'</script>`;

it('prints the record of a saved page as it stood, and nothing else', () => {
  const url = 'https://app-eu1.hubspot.com/contacts/7654321/record/0-3/42';
  const { status, stdout } = read(
    saved('deal.html', deal),
    '--url',
    url,
    '--locale',
    'de-DE',
    '--now',
    '2026-03-02T09:00:00Z',
  );
  expect(status).toBe(0);
  const result = JSON.parse(stdout);
  expect(result).toMatchObject({ adapter: 'hubspot', page: { kind: 'record', url } });
  expect(result.history).toMatchObject({
    format: 'fourfold-history',
    version: 1,
    exportedAt: Date.parse('2026-03-02T09:00:00Z'),
  });
  expect(result.history.deals).toEqual([
    {
      org: 'hubspot:7654321',
      id: '42',
      url,
      name: 'Fleet of vans',
      outcome: 'open',
      amount: 1200.5,
      currency: 'EUR',
    },
  ]);
  expect(result.coverage.complete).toBe(false);
});

it('exits with 3 on a page of no CRM and on a look-alike’s, with an empty history', () => {
  for (const url of [
    'https://shop.example/',
    'https://app.hubspot.com.evil.example/contacts/7654321/record/0-3/42',
  ]) {
    const { status, stdout } = read(saved('other.html', deal), '--url', url);
    expect(status, url).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      adapter: null,
      history: { deals: [], leads: [], activities: [] },
    });
  }
});

it.each([
  ['no page', []],
  ['a file without its address', ['page.html']],
  ['a file that is not there', ['missing.html', '--url', 'https://app.hubspot.com/']],
  ['an unknown option', ['page.html', '--ulr', 'https://app.hubspot.com/']],
  ['an unknown zone', ['https://app.hubspot.com/', '--time-zone', 'Mars/Olympus']],
  ['a time that is none', ['https://app.hubspot.com/', '--now', 'yesterday']],
])('exits with 2 and says why: %s', (_, args) => {
  const { status, stdout, stderr } = read(...args);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/\S/);
});

it('waits for an application that is slow to draw its page', async () => {
  const list = readFileSync(new URL('../fixtures/espocrm/list/page.html', import.meta.url), 'utf8');
  const late = `fetch('late').then((r) => r.text()).then((t) =>
    document.documentElement.replaceWith(new DOMParser().parseFromString(t, 'text/html').documentElement))`;
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    // Longer than a saved page may say nothing.
    if (request.url === '/late') setTimeout(() => response.end(list), 4000);
    else response.end(`<!doctype html><title>Loading</title><script>${late}</script>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const reader = await openReader();
  try {
    const { port } = server.address() as AddressInfo;
    const { adapter, history } = await reader.read({ url: `http://127.0.0.1:${port}/#Opportunity` });
    expect(adapter).toBe('espocrm');
    expect(history.deals).toHaveLength(2);
  } finally {
    await reader.close();
    server.close();
  }
});
