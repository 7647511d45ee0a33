import { type Adapter, emptyPage } from '../adapter.ts';
import { collectIndex } from './hubspot/index-table.ts';
import { collectRecord } from './hubspot/record.ts';
import { unfold } from './hubspot/unfold.ts';

/** Every data centre has a host of its own; a look-alike that only begins or ends like one is none. */
const HOSTS = /^app(-[a-z]{2}\d+)?\.hubspot\.com$/;

/** Object types that are leads and deals here: contact, lead, deal. */
const KINDS: Record<string, 'lead' | 'deal'> = { '0-1': 'lead', '0-136': 'lead', '0-3': 'deal' };
const LEGACY: Record<string, string> = { contact: '0-1', deal: '0-3' };

export const adapter: Adapter = {
  unfold,
  recognises: (url) => url.protocol === 'https:' && HOSTS.test(url.hostname) && portalOf(url) !== undefined,
  account: (url) => portalOf(url) ?? '',
  collect(doc, url) {
    const record = /\/record\/(\d+-\d+)\/(\d+)/.exec(url.pathname) ?? legacy(url);
    const kind = KINDS[record?.[1] ?? ''];
    if (record?.[1] && record[2] && kind)
      return collectRecord(doc, url, { kind, type: record[1], id: record[2] });
    const index = /\/objects\/(\d+-\d+)(?:\/views\/([^/]+)(?:\/(list|board))?)?/.exec(url.pathname);
    const listed = KINDS[index?.[1] ?? ''];
    if (index?.[1] && listed)
      return collectIndex(doc, url, { kind: listed, type: index[1], view: index[2] ?? 'all' });
    return emptyPage('other', url.pathname);
  },
};

function legacy(url: URL): [string, string, string] | undefined {
  const found = /^\/contacts\/\d+\/(contact|deal)\/(\d+)/.exec(url.pathname);
  const type = LEGACY[found?.[1] ?? ''];
  return found?.[2] && type ? [found[0], type, found[2]] : undefined;
}

/** The portal's number is the first number in the path. */
const portalOf = (url: URL): string | undefined => /^\/[a-z-]+\/(\d{4,})(?:\/|$)/.exec(url.pathname)?.[1];
