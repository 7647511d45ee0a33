import { expect, it } from 'vitest';
import type { History } from '../src/contract/history.ts';
import { type Report, reportOf } from '../src/metrics/report.ts';
import { NATIVE } from './contract/hostile.ts';
import { TEAM_SETTINGS, teamHistory } from './e2e/team.ts';

/*
 * A person, a stage, a source or a currency may be called as all objects call something of theirs. The same history
 * under such names gives the same figures as under its own.
 */

const ASOF = Date.UTC(2026, 8, 1, 12);

/** Own names → hostile ones, two for each so that none meets another. */
function renamed(history: History): { history: History; back: Map<string, string> } {
  const back = new Map<string, string>();
  const names = new Map<string, string>();
  const other = (kind: string) => (name: string) => {
    const key = `${kind} ${name}`;
    const count = [...names.keys()].filter((k) => k.startsWith(`${kind} `)).length;
    const found = names.get(key) ?? `${NATIVE[count % NATIVE.length]}${count < NATIVE.length ? '' : count}`;
    names.set(key, found);
    back.set(found, name);
    return found;
  };
  const [owner, source, pipeline] = ['owner', 'source', 'pipeline'].map(other) as [
    typeof String,
    typeof String,
    typeof String,
  ];
  const person = <T extends { owner?: string | null | undefined }>(row: T): T =>
    row.owner ? { ...row, owner: owner(row.owner) } : row;
  return {
    back,
    history: {
      ...history,
      leads: history.leads.map((row) => ({
        ...person(row),
        ...(row.source ? { source: source(row.source) } : {}),
      })),
      deals: history.deals.map((row) => ({
        ...person(row),
        ...(row.pipeline ? { pipeline: pipeline(row.pipeline) } : {}),
      })),
      activities: history.activities.map((row) => ({ ...row, ...(row.by ? { by: owner(row.by) } : {}) })),
    },
  };
}

/** Under which name somebody did what a grade rests on, is the one thing that may differ. */
const figures = ({ kpis, coaching, plan, forecast, fourP }: Report): unknown =>
  JSON.parse(
    JSON.stringify({ kpis, coaching, plan, forecast, fourP }, (key, value) =>
      key === 'by' ? undefined : value,
    ),
  );

it('a team with such names has the same figures', () => {
  const history = teamHistory(ASOF, 120);
  // Sources are told by their words, and warm or cold by them: here they are told by the setting.
  const settings = { ...TEAM_SETTINGS, defaultWarmth: 'warm' as const, target: {} };
  const plain = { ...history, leads: history.leads.map((row) => ({ ...row, source: `s ${row.source}` })) };
  const hostile = renamed(plain);
  expect([...hostile.back.keys()]).toEqual(expect.arrayContaining(['__proto__', 'constructor', 'toString']));
  const own = reportOf(plain, settings, { asOf: ASOF });
  const theirs = reportOf(hostile.history, settings, { asOf: ASOF });
  expect(figures(theirs)).toEqual(figures(own));
  for (const name of NATIVE) {
    const person = reportOf(hostile.history, settings, { asOf: ASOF, rep: name });
    const same = reportOf(plain, settings, { asOf: ASOF, rep: hostile.back.get(name) ?? '' });
    expect(figures(person), name).toEqual(figures(same));
  }
});

it('a currency or a place with such a name has no rate, and is one of the parts', () => {
  const history = teamHistory(ASOF, 40);
  for (const name of NATIVE) {
    const deals = history.deals.map((row, i) => ({
      ...row,
      place: name,
      ...(i % 2 ? { currency: name } : {}),
    }));
    const plain = history.deals.map((row, i) => ({
      ...row,
      place: 'Rome',
      ...(i % 2 ? { currency: 'XTS' } : {}),
    }));
    const settings = { ...TEAM_SETTINGS, rates: { USD: 0.9 } };
    const [theirs, own] = [deals, plain].map((of) =>
      reportOf({ ...history, deals: of }, settings, { asOf: ASOF }),
    );
    expect(JSON.stringify(theirs?.kpis).replaceAll(name, 'Rome')).toBe(
      JSON.stringify(own?.kpis).replaceAll('XTS', 'Rome'),
    );
  }
});
