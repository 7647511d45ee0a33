import { t } from '../text.ts';
import type { View } from '../view.ts';
import { TryDemo } from './Demo.tsx';
import { Note } from './Note.tsx';

/** No CRM in this tab, or one without a record so far: what to do, and what it would look like. */
export function Nothing({ view, isEmpty }: { view: View; isEmpty: boolean }) {
  const { page, record, isDemo } = view;
  if (isDemo || view.paused !== undefined) return null;
  if (page.is === 'none')
    return (
      <Note part="no-crm" title={t('no_crm')} text={t('no_crm_hint')}>
        {isEmpty && <TryDemo />}
      </Note>
    );
  if (page.is !== 'read' || !isEmpty || record) return null;
  return (
    <Note part="empty" title={t('empty')} text={t('empty_hint')}>
      <TryDemo />
    </Note>
  );
}
