import { Enable } from '../parts/Enable.tsx';
import { FourP } from '../parts/FourP.tsx';
import { Freshness } from '../parts/Freshness.tsx';
import { Meter } from '../parts/Meter.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Paused } from '../parts/Paused.tsx';
import { Record } from '../parts/Record.tsx';
import { Tip } from '../parts/Tip.tsx';
import { Unkept } from '../parts/Unkept.tsx';
import { Unreadable } from '../parts/Unreadable.tsx';
import { WaitingCard } from '../parts/WaitingCard.tsx';
import { Who } from '../parts/Who.tsx';
import type { View } from '../view.ts';

/** The popup: is somebody waiting, for how long, what now, am I alright; in the order in which it is asked. */
export function Popup({ view }: { view: View }) {
  const { page, waiting, fourP, record, standing, now } = view;
  const isEmpty = !fourP || fourP.all.n + fourP.untouched.n + (waiting?.count ?? 0) === 0;
  const isAsking = view.who.length > 0;
  const isTold = standing !== undefined && !isEmpty && !isAsking;
  return (
    <main class="face popup">
      <Freshness view={view} />
      {view.paused !== undefined && <Paused until={view.paused} now={view.now} />}
      {view.unkept && <Unkept unkept={view.unkept} />}
      {page.is === 'off' && <Enable page={page} tab={view.tab} />}
      {page.is === 'unreadable' && <Unreadable why={page.why} tab={view.tab} />}
      {waiting && !(isEmpty && page.is !== 'read') && <WaitingCard waiting={waiting} now={now} all={false} />}
      {isAsking && <Who names={view.who} />}
      {fourP && !isEmpty && !(isAsking && record) && (
        <FourP fourP={fourP} standing={standing} whose={view.whose} brief={record !== undefined} />
      )}
      {record && <Record key={record.where.id} record={record} now={now} preview={view.preview} />}
      {isTold && !(record && standing.meter.value === null) && <Meter standing={standing} />}
      {isTold && !record && <Tip advice={standing.advice} declined={view.declined} now={now} />}
      <Nothing view={view} isEmpty={isEmpty} />
    </main>
  );
}
