import { parseHistory, recordsOf } from '../../../src/contract/history.ts';
import { repsOf } from '../../../src/metrics/peers.ts';
import { reportFrom, reportOf } from '../../../src/metrics/report.ts';
import { factsOf } from '../../../src/metrics/scene.ts';
import { bigHistory } from '../history.ts';
import { type Line, timeOf } from '../line.ts';

const ASOF = Date.UTC(2026, 3, 1);
const LEADS = 10_000;
const REPS = 50;
const options = { asOf: ASOF };

export const lines: Record<string, Line> = {
  report: {
    what: 'Report over 100,000 activities',
    beside: '`JSON.parse` and validation of the same file',
    unit: 'ms',
    limit: { times: 1 },
    open: () => {
      const text = JSON.stringify(bigHistory(LEADS, REPS, ASOF));
      const read = () => parseHistory(JSON.parse(text));
      const history = read().value;
      if (!history) throw new Error('the made-up history is not valid');
      const records = recordsOf(history);
      return {
        floor: () => timeOf(read),
        ours: () => timeOf(() => reportOf(records, history.settings, options)),
      };
    },
  },

  growth: {
    what: 'Report over ten times the history',
    // Ten of the small one: a run that is as long as the other meets as much of whatever else the machine does.
    beside: 'ten Reports over 10,000 activities',
    unit: 'ms',
    limit: { times: 1.1 },
    open: () => {
      const small = recordsOf(bigHistory(LEADS / 10, REPS, ASOF));
      const large = recordsOf(bigHistory(LEADS, REPS, ASOF));
      const ten = () => Array.from({ length: 10 }, () => reportOf(small, {}, options));
      return { floor: () => timeOf(ten), ours: () => timeOf(() => reportOf(large, {}, options)) };
    },
  },

  people: {
    what: 'Reports of the team and of each of its 50 reps, from the same facts',
    beside: 'Report of the team',
    unit: 'ms',
    limit: { times: 5 },
    open: () => {
      const records = recordsOf(bigHistory(LEADS, REPS, ASOF));
      const all = () => {
        const facts = factsOf(records, {}, ASOF);
        return [null, ...repsOf(facts)].map((rep) => reportFrom(facts, { rep }));
      };
      return { floor: () => timeOf(() => reportOf(records, {}, options)), ours: () => timeOf(all) };
    },
  },
};
