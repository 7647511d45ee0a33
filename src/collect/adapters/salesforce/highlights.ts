import type { RawField, RawRecord } from '../../../contract/raw.ts';
import { text } from '../../flat.ts';
import { allShown, first, valueText } from './dom.ts';

/** The record's name on top: LWC, dynamic highlights, Aura. */
const TITLES = [
  '[slot="primaryField"]',
  'record_flexipage-highlights-primary-row :is(lightning-formatted-text, lightning-formatted-name, records-formula-output)',
  '.primaryField',
];
const DETAIL =
  'records-highlights-details-item, force-highlights-details-item, .slds-page-header__detail-block, .secondaryFields li.slds-item';
const LABEL = '.slds-text-title, .slds-form-element__label, .test-id__field-label';

export function titleField(host: Element): RawField | undefined {
  for (const selector of TITLES) {
    const shown = text(first(host, selector), { without: '.slds-assistive-text, .entityNameTitle' });
    if (shown) return { text: shown, by: 'structure' };
  }
  return undefined;
}

/** The fields beside the name, which say what they are by a label alone. */
export function highlights(host: Element): NonNullable<RawRecord['labelled']> {
  return allShown(host, DETAIL).flatMap((item) => {
    const label = first(item, LABEL);
    const name = label?.getAttribute('title') || text(label);
    // In a page that was saved and opened again, a paragraph has lost the blocks that stood in it.
    const shown = valueText(first(item, '.fieldComponent')) || valueText(item, LABEL);
    return name && shown ? [{ label: name, text: shown }] : [];
  });
}
