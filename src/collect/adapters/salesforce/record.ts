import type { RawField, RawPage, RawRecord } from '../../../contract/raw.ts';
import { emptyPage } from '../../adapter.ts';
import { all, one, text, up, visible } from '../../flat.ts';
import { activeHost, loading } from './host.ts';
import { kindOf, type SalesforceObject, shortId } from './objects.ts';
import { collectTimeline } from './timeline.ts';

/** API name → the contract's field. Lookups are named by their id field. */
const FIELDS: Record<string, string> = {
  Name: 'name',
  AccountId: 'company',
  Company: 'company',
  OwnerId: 'owner',
  StageName: 'stage',
  Status: 'status',
  Amount: 'amount',
  Probability: 'probability',
  CloseDate: 'closeDate',
  LeadSource: 'source',
  Rating: 'warmth',
  Type: 'type',
  NextStep: 'nextStep',
  CreatedById: 'createdAt',
  CreatedDate: 'createdAt',
};
/** Help texts, hover triggers and edit buttons that stand inside a value. */
const NOISE =
  '.slds-assistive-text, .test-id__inline-edit-trigger, lightning-helptext, records-hoverable-link button';

export function collectRecord(doc: Document, url: URL, object: SalesforceObject, id: string): RawPage {
  const page = emptyPage('record', `${object}/${shortId(id)}`);
  const host = activeHost(doc);
  if (!host) return { ...page, unready: 'no visible record page' };
  const foreign = belongsElsewhere(host, object, id);
  if (foreign) return { ...page, unready: foreign };
  const record: RawRecord = {
    kind: kindOf(object),
    id: shortId(id),
    url: url.origin + url.pathname,
    fields: fieldsOf(host, object),
    labelled: highlights(host),
    ...closedOf(host),
  };
  if (!record.fields.name)
    return { ...page, unready: loading(host) ? 'still loading' : 'no record content yet' };
  const timeline = collectTimeline(host);
  const people = [record.fields.owner?.text, ...timeline.people].filter((name): name is string => !!name);
  return { ...page, records: [record], ...timeline, people, more: timeline.more || loading(host) };
}

/**
 * The address changes before the content does. The host's own related links name its record; a host that holds
 * another object's fields is another page's.
 */
function belongsElsewhere(host: Element, object: SalesforceObject, id: string): string | undefined {
  const own = all(host, `a[href*="/lightning/r/${object}/"][href*="/related/"]`).flatMap((a) => {
    const named = new RegExp(`/lightning/r/${object}/([a-zA-Z0-9]{15,18})/related/`).exec(
      a.getAttribute('href') ?? '',
    );
    return named?.[1] ? [shortId(named[1])] : [];
  });
  if (own.length > 0 && !own.includes(shortId(id))) return 'content of another record';
  const fields = all(host, '[data-target-selection-name^="sfdc:RecordField."]').filter(visible);
  const objects = new Set(fields.map((el) => el.getAttribute('data-target-selection-name')?.split('.')[1]));
  return fields.length > 0 && !objects.has(object) ? 'content of another object' : undefined;
}

function fieldsOf(host: Element, object: SalesforceObject): RawRecord['fields'] {
  const fields: Record<string, RawField | undefined> = {};
  for (const el of all(host, `[data-target-selection-name^="sfdc:RecordField.${object}."]`)) {
    const name = FIELDS[el.getAttribute('data-target-selection-name')?.split('.').at(-1) ?? ''];
    if (!name || fields[name] || !visible(el)) continue;
    fields[name] = shownValue(el, name);
  }
  const title = one(host, '[slot="primaryField"]');
  if (!fields.name && title && text(title))
    fields.name = { text: text(title, { without: NOISE }), by: 'structure' };
  if (object === 'Opportunity') fields.stage ??= pathField(host);
  else fields.status ??= pathField(host);
  return definedFields(fields);
}

const definedFields = (fields: Record<string, RawField | undefined>): RawRecord['fields'] =>
  Object.fromEntries(Object.entries(fields).flatMap(([k, f]) => (f ? [[k, f]] : [])));

function shownValue(el: Element, name: string): RawField {
  const item = up(el, 'records-record-layout-item, record_flexipage-record-field, .forcePageBlockItem') ?? el;
  if (all(item, '[slot="inputField"], input:not([type=checkbox]), textarea').some(visible))
    return { text: '', by: 'api', unread: 'being edited' };
  const value = one(item, '.test-id__field-value') ?? item;
  const link = all(value, 'a[href*="/lightning/r/"]')[0];
  if (name === 'createdAt')
    return { text: text(value, { without: `${NOISE}, a` }).replace(/^[,،、\s]+/u, ''), by: 'api' };
  return { text: link ? text(link) : text(value, { without: NOISE }), by: 'api' };
}

/** The current step of the path. `slds-is-active` only means that somebody looks at another step. */
function pathField(host: Element): RawField | undefined {
  const step = one(
    host,
    '.slds-path__item.slds-is-current, [class*="PathAssistantTab"].slds-is-current, runtime_sales_pathassistant-path-step.slds-is-current',
  );
  if (!step) return undefined;
  const machine = step.getAttribute('data-name') ?? undefined;
  const label = all(step, '.slds-path__title')[0];
  const shown = label?.getAttribute('data-label') ?? text(label);
  const value = machine ?? shown;
  return value ? { text: value, by: machine ? 'machine' : 'structure' } : undefined;
}

function closedOf(host: Element): Pick<RawRecord, 'closed'> {
  if (one(host, '.slds-path.slds-is-won, .slds-path__item.slds-is-won.slds-is-current'))
    return { closed: 'won' };
  return one(host, '.slds-path.slds-is-lost, .slds-path__item.slds-is-lost.slds-is-current')
    ? { closed: 'lost' }
    : {};
}

/** Highlights name their fields by a label alone. */
function highlights(host: Element): NonNullable<RawRecord['labelled']> {
  return all(host, 'records-highlights-details-item, force-highlights-details-item')
    .filter(visible)
    .flatMap((item) => {
      const label = one(item, '.slds-text-title');
      const value = one(item, '.fieldComponent') ?? one(item, 'lightning-formatted-text, force-lookup');
      const link = value && all(value, 'a[href*="/lightning/r/"]')[0];
      const shown = link ? text(link) : text(value, { without: NOISE });
      const name = label?.getAttribute('title') ?? text(label);
      return name && shown ? [{ label: name, text: shown }] : [];
    });
}
