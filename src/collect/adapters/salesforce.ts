import type { RawPage } from '../../contract/raw.ts';
import { type Adapter, emptyPage } from '../adapter.ts';
import type { Slices } from '../slices.ts';
import { activityObject, collectActivityPage } from './salesforce/activity-page.ts';
import { collectList } from './salesforce/list.ts';
import { isObject, objectOf } from './salesforce/objects.ts';
import { collectRecord } from './salesforce/record.ts';
import { collectRelated } from './salesforce/related-page.ts';
import { unfold } from './salesforce/unfold.ts';

/**
 * Production, sandboxes and partitioned domains share an ending; governments and China have their own, and a security
 * proxy puts its name behind any of them.
 */
const HOSTS =
  /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(lightning\.force\.com|lightning\.(crm)?force\.mil|salesforce\.mil|sfcrmapps\.cn|sfcrmproducts\.cn)(\.mcas\.ms)?$/;

const ID = '[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?';
const RECORD = new RegExp(`^/lightning/r/(?:\\w+/)?(${ID})(?:/related/(\\w+))?/view/?$`);
/** The address of the first years, with everything behind the hash. */
const LEGACY = new RegExp(`^#/sObject/(${ID})(?:/rlName/(\\w+))?(?:/view)?$`);
const LIST = /^\/lightning\/o\/(\w+)\/(?:list|home)\/?$/;

export const adapter: Adapter = {
  unfold,
  recognises: (url) => url.protocol === 'https:' && HOSTS.test(url.hostname),
  account: (url) => url.hostname.split('.')[0] ?? url.hostname,
  *collect(doc, url) {
    const [, id, relation] = RECORD.exec(url.pathname) ?? LEGACY.exec(url.hash) ?? [];
    if (id) return yield* collectOne(doc, url, id, relation);
    const object = LIST.exec(url.pathname)?.[1];
    return isObject(object) ? yield* collectList(doc, url, object) : emptyPage('other', url.pathname);
  },
};

/** The id alone says what it is of; the object's name may be missing in the address. */
function* collectOne(doc: Document, url: URL, id: string, relation: string | undefined): Slices<RawPage> {
  if (relation) return yield* collectRelated(doc, url, relation, id);
  const object = objectOf(id);
  if (object) return yield* collectRecord(doc, url, object, id);
  const activity = activityObject(id);
  return activity ? yield* collectActivityPage(doc, activity, id) : emptyPage('other', url.pathname);
}
