import { type Adapter, emptyPage } from '../adapter.ts';
import { collectIndex } from './hubspot/listing.ts';
import type { Kind } from './hubspot/property-names.ts';
import { collectRecord } from './hubspot/record.ts';
import { unfold } from './hubspot/unfold.ts';

/** Every data centre has a host of its own; a look-alike that only begins or ends like one is none. */
const HOSTS = /^app(-[a-z]{2}\d+)?\.hubspot\.com$/;

/** Object types that have a place in a history: contact, lead, deal, ticket, quote. */
const KINDS: Record<string, Kind> = {
  '0-1': 'lead',
  '0-136': 'lead',
  '0-3': 'deal',
  '0-5': 'ticket',
  '0-14': 'quote',
};
/** Types as older addresses, and those of the sales workspace, name them. */
const NAMES: Record<string, string> = {
  contact: '0-1',
  lead: '0-136',
  deal: '0-3',
  ticket: '0-5',
  quote: '0-14',
};

export const adapter: Adapter = {
  unfold,
  recognises: (url) => url.protocol === 'https:' && HOSTS.test(url.hostname) && portalOf(url) !== undefined,
  account: (url) => portalOf(url) ?? '',
  *collect(doc, url) {
    const portal = portalOf(url) ?? '';
    const [type = '', id] = recordIn(url.pathname) ?? [];
    const kind = KINDS[type];
    if (kind && id) return yield* collectRecord(doc, url, { kind, type, id });
    const index = id ? undefined : indexIn(url.pathname);
    const listed = KINDS[index?.type ?? ''];
    if (!index || !listed) return emptyPage('other', url.pathname);
    return yield* collectIndex(doc, url, {
      ...index,
      kind: listed,
      records: `${url.origin}/contacts/${portal}/record`,
    });
  },
};

/** The portal's number is the first number in the path. Set-up, reports and starting pages are none of the CRM. */
const portalOf = (url: URL): string | undefined =>
  /^\/(?!settings|reports|global-home|start-guide)[a-z-]+\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1];

function recordIn(path: string): [type: string, id: string] | undefined {
  const found = /\/record\/(\d+-\d+)\/(\d+)(?:\/|$)/.exec(path);
  if (found?.[1] && found[2]) return [found[1], found[2]];
  const older = /\/objects\/(\d+-\d+)\/record\/(\d+)(?:\/|$)/.exec(path);
  if (older?.[1] && older[2]) return [older[1], older[2]];
  const old = /^\/contacts\/\d+\/([a-z]+)\/(\d+)(?:\/|$)/.exec(path);
  return old?.[1] && old[2] ? [NAMES[old[1]] ?? old[1], old[2]] : undefined;
}

function indexIn(path: string): { type: string; view: string } | undefined {
  const found = /\/objects\/(\d+-\d+)(?:\/views\/([^/]+))?/.exec(path);
  if (found?.[1]) return { type: found[1], view: found[2] ?? 'all' };
  const old = /^\/(?:contacts|sales|prospecting)\/\d+\/([a-z]+)s(?:\/|$)(?:.*\/view\/([^/]+))?/.exec(path);
  const type = NAMES[old?.[1] ?? ''];
  return type ? { type, view: old?.[2] ?? 'all' } : undefined;
}
