import { keyOf } from '../../metrics/histories.ts';
import { Enable } from '../parts/Enable.tsx';
import { FourP } from '../parts/FourP.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Paused } from '../parts/Paused.tsx';
import { Record } from '../parts/Record.tsx';
import { Unkept } from '../parts/Unkept.tsx';
import { Unreadable } from '../parts/Unreadable.tsx';
import { WaitingCard } from '../parts/WaitingCard.tsx';
import { Who } from '../parts/Who.tsx';
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
  return (
    <>
      {view.paused !== undefined && <Paused until={view.paused} now={view.now} />}
      {view.unkept && <Unkept unkept={view.unkept} />}
      {page.is === 'off' && <Enable page={page} tab={view.tab} />}
      {page.is === 'unreadable' && <Unreadable why={page.why} tab={view.tab} />}
      {record && <Record key={record.where.id} record={record} now={view.now} preview={view.preview} />}
      {deal !== undefined && found && (
        <Checks key={deal} deal={deal} checks={found} settings={overview?.settings ?? {}} now={view.now} />
      )}
      {waiting && !(isEmpty && page.is !== 'read') && (
        <WaitingCard waiting={{ ...waiting, first: waiting.first.slice(0, NAMED) }} now={view.now} all />
      )}
      {!record && visible.length > 0 && <Visible records={visible} checks={checks} />}
      {view.who.length > 0 && <Who names={view.who} />}
      {fourP && !isEmpty && !overview && <FourP fourP={fourP} standing={view.standing} whose={view.whose} />}
      <Nothing view={view} isEmpty={isEmpty} />
    </>
  );
}
