import type { RawField, RawPage, RawRecord } from '../../../contract/raw.ts';
import { emptyPage } from '../../adapter.ts';
import { one, text } from '../../flat.ts';
import type { Slices } from '../../slices.ts';
import { collectChatter } from './chatter.ts';
import { APPLIES, companyOf, FIELDS, firstText, frameOf, LOST, namesOf, shownIn, WON } from './fields.ts';

/** A lead or opportunity with its chatter. */
export function* collectForm(view: Element, id: string, url: string): Slices<RawPage> {
  const page = emptyPage('record', `crm.lead/${id}`);
  if (!one(view, '.o_field_widget[name=name]')) return { ...page, unready: 'the form is still empty' };
  const isDeal = ['stage_id', FIELDS.amount].some((own) => widget(view, own));
  const record: RawRecord = { kind: isDeal ? 'deal' : 'lead', id, url, fields: fieldsOf(view) };
  const closed = closedOf(view, record.kind);
  if (closed) record.closed = closed;
  if (closed === 'lost') record.stageKept = true;

  const partner = shownIn(widget(view, 'partner_id'));
  const customers = [record.fields.contact?.text, ...(partner?.split(', ') ?? [])].filter(
    (n) => n !== undefined,
  );
  const chatter = yield* collectChatter(view, {
    on: { kind: record.kind, id },
    customers,
    owner: record.fields.owner?.text,
    isLost: closed === 'lost' || closed === 'disqualified',
    stages: [
      ...view.querySelectorAll('.o_field_widget[name=stage_id] :is([role=radio], .o_arrow_button)'),
    ].map(firstText),
    labels: labelsOf(view),
  });
  if (chatter.createdAt) record.fields.createdAt ??= chatter.createdAt;
  if (chatter.closedAt && closed) record.fields.closedAt ??= chatter.closedAt;
  const { createdAt: _, closedAt: __, ...rest } = chatter;
  return { ...page, records: [record], customers, ...rest };
}

const widget = (view: Element, own: string) =>
  one(
    view,
    namesOf(own)
      .map((name) => `.o_field_widget[name=${name}]${APPLIES}`)
      .join(),
  );

function fieldsOf(view: Element): Record<string, RawField> {
  const fields: Record<string, RawField> = {};
  // Up to version 15 a form is either read or edited; since then it is always both, and marked once it was changed.
  const isEdited =
    one(view, '.o_form_dirty') !== undefined || view.matches('.o_form_editable:not(.o_form_saved)');
  const put = (
    name: string,
    value: string | undefined,
    el: Element | undefined,
    by: RawField['by'] = 'api',
  ) => {
    if (value === undefined || !el) return;
    const focused = el.contains(el.ownerDocument.activeElement);
    fields[name] = { text: value, by, ...(isEdited || focused ? { unread: 'is being edited' } : {}) };
  };
  for (const [name, own] of Object.entries(FIELDS)) {
    const el = widget(view, own);
    put(name, own === FIELDS.amount ? moneyOf(el) : shownIn(el), el);
  }
  // A page saved without the values of its controls still has the name as its heading.
  const heading = one(frameOf(view), '.o_last_breadcrumb_item, .breadcrumb-item.active');
  if (!fields.name) put('name', text(heading) || undefined, heading, 'structure');

  const partner = widget(view, 'partner_id');
  if (!fields.company) put('company', companyOf(shownIn(partner)), partner);
  const stage = view.querySelector(
    '.o_field_widget[name=stage_id] :is([aria-checked=true], [aria-current=step], .o_arrow_button_current)',
  );
  if (stage)
    fields.stage = {
      text: firstText(stage),
      by: 'api',
      ...(stage.getAttribute('data-value') ? { machine: stage.getAttribute('data-value') ?? '' } : {}),
    };
  return fields;
}

/** The sign of the currency stands beside the control, before or behind an unseen copy of its number. */
function moneyOf(el: Element | undefined): string | undefined {
  const number = shownIn(el);
  const copy = el?.querySelector('.o_monetary_ghost_value');
  const sign = text(el);
  if (!el || !copy) return number && sign && !/\p{Nd}/u.test(sign) ? `${sign} ${number}` : number;
  const whole = text(copy.parentElement);
  return number === undefined || text(copy) === number ? whole : whole.replace(text(copy), () => number);
}

/**
 * Marks that no language changes: the ribbon's colour, and the button that brings a lost record back. What was lost has
 * no probability left.
 */
function closedOf(view: Element, kind: RawRecord['kind']): RawRecord['closed'] {
  if (one(view, WON)) return 'won';
  const button = `.o_form_statusbar button:is([name=action_restore], [name=toggle_active])${APPLIES}`;
  const isHopeless = !/[1-9]/.test(shownIn(widget(view, FIELDS.probability)) ?? '');
  const isLost = one(view, button) || (isHopeless && one(view, LOST));
  return isLost ? (kind === 'deal' ? 'lost' : 'disqualified') : undefined;
}

/** Label in the page's language → Odoo's field name; the chatter names changed fields by label alone. */
function labelsOf(view: Element): Map<string, string> {
  const labels = new Map<string, string>();
  for (const label of view.querySelectorAll('label.o_form_label[for]'))
    labels.set(text(label, { without: 'sup' }), label.getAttribute('for')?.replace(/_\d+$/, '') ?? '');
  return labels;
}
