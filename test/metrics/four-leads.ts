import { act, call, DAY, elements, historyOf, lead, RAISE, reply, SECOND } from './make.ts';

const after = (seconds: number) => RAISE + seconds * SECOND;
const more = (n: number) => Array.from({ length: n }, (_, i) => act(RAISE + (i + 3) * DAY));

/** The leads of oracle four_p, raised together and seen 31 days later; L4 and L5 were raised later. */
export const fourAsOf = RAISE + 31 * DAY;
export const fourLeads = {
  L1: historyOf(lead({ id: 'L1' }), [act(after(270), { personal: elements(5) }), ...more(7)]),
  L2: historyOf(lead({ id: 'L2' }), [
    act(after(2700), { personal: elements(3) }),
    act(RAISE + 2 * DAY),
    reply(RAISE + 2.5 * DAY),
  ]),
  L3: historyOf(lead({ id: 'L3' }), [act(after(93_600), { personal: elements(2) }), ...more(1)]),
  L4: historyOf(lead({ id: 'L4', createdAt: fourAsOf - 10 * DAY })),
};
/** Unanswered for three hours: left out of the averages. */
export const fifthLead = historyOf(lead({ id: 'L5', createdAt: fourAsOf - 10_800 * SECOND }), [
  call(fourAsOf - SECOND, { state: 'planned' }),
]);
