import { openFilled } from '../extension.ts';
import type { Line, Rig } from '../line.ts';

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
};
