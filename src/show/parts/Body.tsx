import { readAgain } from '../tell.ts';
import { t } from '../text.ts';
import type { View } from '../view.ts';
import { TryDemo } from './Demo.tsx';
import { Enable } from './Enable.tsx';
import { FourP } from './FourP.tsx';
import { reason } from './GapList.tsx';
import { Meter } from './Meter.tsx';
import { Note } from './Note.tsx';
import { Record } from './Record.tsx';
import { Tip } from './Tip.tsx';
import { WaitingCard } from './WaitingCard.tsx';
import { Who } from './Who.tsx';

/**
 * Everything below the first line, in the order in which it is asked. `all`: there is room, so everyone who
 * waits is listed, and the team's figures stand even while the user is asked who they are.
 */
export function Body({ view, all = false }: { view: View; all?: boolean }) {
  const { page, waiting, fourP, record, standing } = view;
  const empty = !fourP || fourP.all.n + fourP.untouched.n + (waiting?.count ?? 0) === 0;
  const asking = view.who.length > 0;
  return (
    <>
      {page.is === 'off' && <Enable page={page} tab={view.tab} />}
      {page.is === 'unreadable' && <Unreadable why={page.why} tab={view.tab} />}
      {waiting && !(empty && page.is !== 'read') && (
        <WaitingCard waiting={waiting} now={view.now} all={all} />
      )}
      {asking && <Who names={view.who} />}
      {fourP && !empty && (all || !asking || !record) && (
        <FourP fourP={fourP} standing={standing} whose={view.whose} brief={!all && record !== undefined} />
      )}
      {record && <Record key={record.where.id} record={record} now={view.now} preview={view.preview} />}
      {standing && !empty && !asking && <Meter standing={standing} />}
      {standing && !empty && !asking && !record && (
        <Tip advice={standing.advice} declined={view.declined} now={view.now} />
      )}
      {page.is === 'none' && !view.isDemo && (
        <Note part="no-crm" title={t('no_crm')} text={t('no_crm_hint')}>
          {empty && <TryDemo />}
        </Note>
      )}
      {page.is === 'read' && empty && !record && (
        <Note part="empty" title={t('empty')} text={t('empty_hint')}>
          <TryDemo />
        </Note>
      )}
    </>
  );
}

export const Unreadable = ({ why, tab }: { why: string; tab: number | undefined }) => (
  <Note part="unreadable" title={t('unreadable')} text={t('unreadable_why', { why: reason(why) })}>
    <p class="quiet small">{t('unreadable_hint')}</p>
    {tab !== undefined && (
      <button type="button" class="button" data-part="read-again" onClick={() => readAgain(tab)}>
        {t('read_again')}
      </button>
    )}
  </Note>
);
