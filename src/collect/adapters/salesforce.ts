import { type Adapter, emptyPage } from '../adapter.ts';
import { collectList } from './salesforce/list.ts';
import { isObject, objectOf } from './salesforce/objects.ts';
import { collectRecord } from './salesforce/record.ts';
import { unfold } from './salesforce/unfold.ts';

const HOSTS =
  /^[a-z0-9-]+(\.[a-z-]+)*\.lightning\.(force\.com(\.mcas\.ms)?|force\.mil|crmforce\.mil)$|^[a-z0-9-]+(\.[a-z-]+)*\.lightning\.sfcrmapps\.cn$/;

export const adapter: Adapter = {
  unfold,
  recognises: (url) => url.protocol === 'https:' && HOSTS.test(url.hostname),
  account: (url) => url.hostname.split('.')[0] ?? url.hostname,
  collect(doc, url) {
    const record = /^\/lightning\/r\/(?:(\w+)\/)?([a-zA-Z0-9]{15,18})\/view$/.exec(url.pathname);
    if (record) {
      const object = record[1] ?? objectOf(record[2]);
      if (isObject(object) && record[2]) return collectRecord(doc, url, object, record[2]);
    }
    const object = /^\/lightning\/o\/(\w+)\/(?:list|home)$/.exec(url.pathname)?.[1];
    if (isObject(object)) return collectList(doc, url, object);
    return emptyPage('other', url.pathname);
  },
};
