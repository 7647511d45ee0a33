import { createHash, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { log } from './log.ts';
import { type Crm, type RecordKind, type Story, story as tell } from './story.ts';

export { LOG_CALL, LOG_EMAIL } from './selectors.ts';

export const PORTAL = '1234567';

/** Which stand-in answers under which name. The last name only looks like HubSpot: it must be ignored. */
export const HOSTS: Record<string, Crm> = {
  'fourfold-demo.lightning.force.com': 'salesforce',
  'app.hubspot.com': 'hubspot',
  'app-eu1.hubspot.com': 'hubspot',
  'app.hubspot.com.evil.example': 'hubspot',
};
const MAIN: Record<Crm, string> = {
  salesforce: 'fourfold-demo.lightning.force.com',
  hubspot: 'app.hubspot.com',
};
const HOME: Record<Crm, string> = {
  salesforce: '/lightning/page/home',
  hubspot: `/contacts/${PORTAL}/objects/0-3/views/all/list`,
};

export type Demo = {
  port: number;
  /** For Chromium's --ignore-certificate-errors-spki-list. */
  spki: string;
  hosts: string[];
  /** For Chromium's --host-resolver-rules: the demo's names lead here, and no other name anywhere. */
  resolverRules: string;
  start: Record<Crm, string>;
  /** Every address that was asked for, in its order. */
  asked: string[];
  /** Grows as calls and e-mails are logged on the pages. */
  story: Story;
  /** Address of a record by its key in the story, or of the list when `key` is left out. */
  urlOf(crm: Crm, kind: RecordKind, key?: string): string;
  stop(): Promise<void>;
};

/** Starts both stand-in CRMs on loopback, by https. Needs nothing but this folder. */
export async function startDemo({
  port = 0,
  now = Date.now(),
}: {
  port?: number;
  now?: number;
} = {}): Promise<Demo> {
  const story = tell(now);
  const hosts = Object.keys(HOSTS);
  const pems = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) }],
  });
  const spki = new X509Certificate(pems.cert).publicKey.export({ type: 'spki', format: 'der' });
  const asked: string[] = [];
  const server = createServer({ key: pems.private, cert: pems.cert }, (request, response) => {
    asked.push(`https://${request.headers.host}${request.url}`);
    answer(story, request, response).catch((error) => send(response, 500, 'text/plain', String(error)));
  });
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', resolve),
  );
  const bound = (server.address() as AddressInfo).port;
  return {
    port: bound,
    spki: createHash('sha256').update(spki).digest('base64'),
    hosts,
    asked,
    resolverRules: [
      ...hosts.map((h) => `MAP ${h} 127.0.0.1:${bound}`),
      'MAP * ~NOTFOUND',
      'EXCLUDE 127.0.0.1',
    ].join(', '),
    start: {
      salesforce: `https://${MAIN.salesforce}${HOME.salesforce}`,
      hubspot: `https://${MAIN.hubspot}${HOME.hubspot}`,
    },
    story,
    urlOf: (crm, kind, key) => `https://${MAIN[crm]}${pathOf(story, crm, kind, key)}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pathOf(story: Story, crm: Crm, kind: RecordKind, key?: string): string {
  const object = kind === 'lead' ? ['Lead', '0-1'] : ['Opportunity', '0-3'];
  if (!key) {
    return crm === 'salesforce'
      ? `/lightning/o/${object[0]}/list?filterName=Recent`
      : `/contacts/${PORTAL}/objects/${object[1]}/views/all/list`;
  }
  const record = [...(kind === 'lead' ? story.leads : story.deals)].find((r) => r.key === key);
  if (!record) throw new Error(`The story has no ${kind} "${key}".`);
  return crm === 'salesforce'
    ? `/lightning/r/${object[0]}/${record.ids.salesforce}/view`
    : `/contacts/${PORTAL}/record/${object[1]}/${record.ids.hubspot}`;
}

const types: Record<string, string> = { js: 'text/javascript', css: 'text/css' };

async function answer(story: Story, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const crm = HOSTS[host];
  if (!crm) return send(response, 421, 'text/plain', `Nobody lives at ${host}.`);
  const { pathname } = new URL(request.url ?? '/', `https://${host}`);
  const file = /^\/demo\/((?:[a-z-]+\/)?[a-z-]+\.(js|css))$/.exec(pathname);
  if (file) return send(response, 200, types[file[2] ?? ''] ?? '', await read(file[1] ?? ''));
  if (pathname === '/demo/log' && request.method === 'POST') {
    const logged = log(story, await bodyOf(request));
    return send(response, logged ? 200 : 400, 'application/json', JSON.stringify(logged));
  }
  if (pathname === '/') {
    response.writeHead(302, { location: HOME[crm] }).end();
    return;
  }
  if (/\.\w+$/.test(pathname)) return send(response, 404, 'text/plain', 'Not here.');
  const shell = (await read(`${crm}/shell.html`)).replace('"STORY"', () => inScript(story));
  send(response, 200, 'text/html', shell);
}

/** JSON that no HTML in a name can break out of. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const read = (file: string): Promise<string> => readFile(new URL(`./site/${file}`, import.meta.url), 'utf8');

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  const headers = {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    // As on the real sites, nothing but the page's own files runs, and nothing leaves.
    'content-security-policy': "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
  };
  response.writeHead(status, headers).end(body);
}
