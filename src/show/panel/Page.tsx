import { keyOf } from '../../metrics/histories.ts';
import { Unreadable } from '../parts/Body.tsx';
import { Enable } from '../parts/Enable.tsx';
import { FourP } from '../parts/FourP.tsx';
import { Note } from '../parts/Note.tsx';
import { Record } from '../parts/Record.tsx';
import { WaitingCard } from '../parts/WaitingCard.tsx';
import { Who } from '../parts/Who.tsx';
import { t } from '../text.ts';
import type { View } from '../view.ts';
import type { Answer } from './ask.ts';
import { Checks } from './Checks.tsx';
import { Visible } from './Visible.tsx';

/** Everybody who waits is counted, so many are named. */
const NAMED = 3;

/** What stands in the tab, and who waits. Until the figures are worked out, the four Ps are those of the roll-up. */
export function Page({ view, answer: { overview, checks } }: { view: View; answer: Answer }) {
  const { page, waiting, fourP, record, visible } = view;
  const isEmpty = !fourP || fourP.all.n + fourP.untouched.n + (waiting?.count ?? 0) === 0;
  const deal = record?.where.kind === 'deal' ? keyOf(record.where.org, 'deal', record.where.id) : undefined;
  const found = deal === undefined ? undefined : checks?.[deal];
  const others = visible.filter(({ where }) => where.id !== record?.where.id);
  return (
    <>
      {page.is === 'off' && <Enable page={page} tab={view.tab} />}
      {page.is === 'unreadable' && <Unreadable why={page.why} tab={view.tab} />}
      {record && <Record key={record.where.id} record={record} now={view.now} preview={view.preview} />}
      {deal !== undefined && found && (
        <Checks key={deal} deal={deal} checks={found} settings={overview?.settings ?? {}} now={view.now} />
      )}
      {waiting && !(isEmpty && page.is !== 'read') && (
        <WaitingCard waiting={{ ...waiting, first: waiting.first.slice(0, NAMED) }} now={view.now} all />
      )}
      {others.length > 0 && <Visible records={record ? visible : others} checks={checks} />}
      {view.who.length > 0 && <Who names={view.who} />}
      {fourP && !isEmpty && !overview && <FourP fourP={fourP} whose={view.whose} />}
      {page.is === 'none' && <Note part="no-crm" title={t('no_crm')} text={t('no_crm_hint')} />}
      {page.is === 'read' && isEmpty && !record && (
        <Note part="empty" title={t('empty')} text={t('empty_hint')} />
      )}
    </>
  );
}
