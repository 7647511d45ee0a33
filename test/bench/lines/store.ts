import { openFilled } from '../extension.ts';
import { type Line, NO_LIMIT, type Rig } from '../line.ts';

const COUNT = 10_000;
const empty = (rig: Rig) => rig.shared('empty', () => openFilled('Chromium', 0));

export const lines: Record<string, Line> = {
  'store-new': {
    what: 'store 10,000 new activities, with merge and roll-ups',
    beside: 'raw IndexedDB, adding the same rows',
    unit: 'ms',
    limit: { times: 1.5 },
    open: async (rig) => {
      const { inside } = await empty(rig);
      return { floor: () => inside('addRaw', COUNT), ours: () => inside('storeNew', COUNT) };
    },
  },

  'store-again': {
    what: 'store the same 10,000 activities again: calls that write',
    unit: 'writes',
    limit: { most: 0 },
    open: async (rig) => {
      const { inside } = await empty(rig);
      return { ours: async () => (await inside('storeAgain', COUNT)).writes };
    },
  },

  'store-again-time': {
    what: 'store the same 10,000 activities again, of which nothing is written',
    beside: 'hashing them, by which nobody knows yet what is stored',
    unit: 'ms',
    limit: { times: NO_LIMIT },
    open: async (rig) => {
      const { inside } = await empty(rig);
      let took = Number.NaN;
      return {
        floor: async () => {
          const again = await inside('storeAgain', COUNT);
          if (again.writes > 0) throw new Error(`${again.writes} calls wrote something`);
          took = again.took;
          return again.hash;
        },
        ours: () => took,
      };
    },
  },
};
