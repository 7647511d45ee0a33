import { keyed, reason } from '../names.ts';
import { saveSample } from '../tell.ts';
import { list, lookUp, number, t } from '../text.ts';
import type { Gap } from '../view.ts';
import { Whole } from './Whole.tsx';

/** What of the page was not read, and why; so that no figure claims more than was seen. */
export const GapList = ({ gaps, tab }: { gaps: Gap[]; tab: number | undefined }) => (
  <div id="gap-list" class="gap-list" data-part="gap-list" data-from="/coverage">
    <ul>
      {gaps.map((gap) => (
        <li key={sentence(gap)}>{sentence(gap)}</li>
      ))}
    </ul>
    {tab !== undefined && <Whole tab={tab} />}
    {tab !== undefined && (
      <button
        type="button"
        class="link"
        data-part="sample"
        title={t('sample_about')}
        onClick={() => saveSample(tab)}
      >
        {t('sample_save')}
      </button>
    )}
  </div>
);

function sentence(gap: Gap): string {
  if (gap.is === 'field') {
    const params = { field: fieldName(gap.field), why: reason(gap.why) };
    return gap.times === 1 ? t('gap_field', params) : t('gap_field_times', { ...params, times: gap.times });
  }
  if (gap.is === 'collapsed') return t('gap_collapsed', { count: gap.count });
  if (gap.is === 'filter') return t('gap_filter', { filter: gap.filter });
  if (gap.is === 'zone') return t('gap_zone', { zone: gap.zone });
  if (gap.is === 'label') return t('gap_label', { fields: list(gap.fields.map(fieldName)) });
  if (gap.is === 'incomplete') return t('gap_incomplete');
  const table = lookUp(`table_${gap.table}`) ?? gap.table;
  if (gap.announced === null) return t('gap_more', { table, seen: gap.seen });
  return t('gap_partial', { table, seen: number(gap.seen), announced: number(gap.announced) });
}

const fieldName = (field: string): string => lookUp(`field_${keyed(field)}`) ?? field;
