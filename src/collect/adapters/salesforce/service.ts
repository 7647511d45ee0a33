import type { RawField } from '../../../contract/raw.ts';
import { created, type ShownField } from './fields.ts';
import { shortId } from './objects.ts';

type Shown = Map<string, ShownField>;
type Fields = Record<string, RawField | undefined>;

/** The fields of a ticket's (Case) or quote's own page. */
export function serviceFields(object: string, shown: Shown): Record<string, RawField> {
  const fields = object === 'Case' ? ticketFields(shown) : quoteFields(shown);
  return Object.fromEntries(Object.entries(fields).flatMap(([key, field]) => (field ? [[key, field]] : [])));
}

const ticketFields = (shown: Shown): Fields => ({
  owner: filled(shown, 'OwnerId'),
  openedAt: filled(shown, 'CreatedDate') ?? created(shown.get('CreatedById')),
  resolvedAt: filled(shown, 'ClosedDate'),
  complaint: filled(shown, 'Type') ?? filled(shown, 'Reason'),
  customer: linked(shown, 'AccountId'),
  // What was escalated went beyond the first level.
  levelOne: shown.get('IsEscalated')?.ticked ? { text: '', machine: 'false', by: 'api' } : undefined,
});

/** When it was asked for and sent only a firm's own fields tell, by their labels; when it was drawn up is neither. */
function quoteFields(shown: Shown): Fields {
  const author = shown.get('CreatedById');
  return {
    deal: linked(shown, 'OpportunityId'),
    by: filled(shown, 'OwnerId') ?? (author?.links ? { text: author.text, by: 'api' } : undefined),
  };
}

function filled(shown: Shown, api: string): RawField | undefined {
  const { text = '', unread } = shown.get(api) ?? {};
  return text || unread ? { text, by: 'api', ...(unread ? { unread } : {}) } : undefined;
}

function linked(shown: Shown, api: string): RawField | undefined {
  const id = shown.get(api)?.links;
  return id ? { text: '', machine: shortId(id), by: 'api' } : undefined;
}
