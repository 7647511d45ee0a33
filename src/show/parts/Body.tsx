import { when } from '../format.ts';
import { readAgain, resume } from '../tell.ts';
import { t } from '../text.ts';
import type { View } from '../view.ts';
import { Enable } from './Enable.tsx';
import { FourP } from './FourP.tsx';
import { reason } from './GapList.tsx';
import { Note } from './Note.tsx';
import { Record } from './Record.tsx';
import { WaitingCard } from './WaitingCard.tsx';
import { Who } from './Who.tsx';

/**
 * Everything below the first line, in the order in which it is asked. `all`: there is room, so everyone who
 * waits is listed, and the team's figures stand even while the user is asked who they are.
 */
export function Body({ view, all = false }: { view: View; all?: boolean }) {
  const { page, waiting, fourP, record } = view;
  const empty = !fourP || fourP.all.n + fourP.untouched.n + (waiting?.count ?? 0) === 0;
  const asking = view.who.length > 0;
  return (
    <>
      {view.paused !== undefined && <Paused until={view.paused} now={view.now} />}
      {page.is === 'off' && <Enable page={page} tab={view.tab} />}
      {page.is === 'unreadable' && <Unreadable why={page.why} tab={view.tab} />}
      {waiting && !(empty && page.is !== 'read') && (
        <WaitingCard waiting={waiting} now={view.now} all={all} />
      )}
      {asking && <Who names={view.who} />}
      {fourP && !empty && (all || !asking || !record) && <FourP fourP={fourP} whose={view.whose} />}
      {record && <Record key={record.where.id} record={record} now={view.now} preview={view.preview} />}
      {page.is === 'none' && view.paused === undefined && (
        <Note part="no-crm" title={t('no_crm')} text={t('no_crm_hint')} />
      )}
      {page.is === 'read' && empty && !record && (
        <Note part="empty" title={t('empty')} text={t('empty_hint')} />
      )}
    </>
  );
}

const Paused = ({ until, now }: { until: true | number; now: number }) => (
  <Note
    part="paused"
    title={until === true ? t('paused') : t('paused_until', { until: when(until, now) })}
    text={t('paused_hint')}
  >
    <button type="button" class="button" data-part="resume" onClick={resume}>
      {t('resume')}
    </button>
  </Note>
);

const Unreadable = ({ why, tab }: { why: string; tab: number | undefined }) => (
  <Note part="unreadable" title={t('unreadable')} text={t('unreadable_why', { why: reason(why) })}>
    <p class="quiet small">{t('unreadable_hint')}</p>
    {tab !== undefined && (
      <button type="button" class="button" data-part="read-again" onClick={() => readAgain(tab)}>
        {t('read_again')}
      </button>
    )}
  </Note>
);
