import { describe, expect, it } from 'vitest';
import { eventLog, eventLogAsOf } from '../event-log.ts';
import { act, call, DAY, HOUR, historyOf, lead, oracles, RAISE, reply, t } from '../make.ts';
import { answered, recordsOf } from './records.ts';
import { ASOF, kpiWith } from './scene.ts';

const ID = 'first-contact-time';
const log = recordsOf([eventLog]);

describe('first contact time', () => {
  it('is the oracle’s', () => {
    const kpi = kpiWith(ID, log, { asOf: eventLogAsOf });
    expect(kpi).toMatchObject({ value: oracles.event_log.first_contact_s, n: 1, unit: 's' });
  });

  it('censors leads that were tried and not reached', () => {
    const met = historyOf(lead({ id: 'L1' }), [call(RAISE + HOUR, { result: 'connected' })]);
    expect(kpiWith(ID, recordsOf([met, answered('L2', 60)]))).toMatchObject({
      value: 3600,
      n: 2,
      events: 1,
      censored: 1,
    });
  });

  it('takes the latest time of a reply that is only marked (rule 27)', () => {
    const marked = historyOf(lead(), [act(RAISE + HOUR, { result: 'replied' })]);
    expect(kpiWith(ID, recordsOf([marked])).value).toBe((ASOF - RAISE) / 1000);
  });

  it('leaves out a lead tried before its hand-raise (rule 9)', () => {
    const early = historyOf(lead(), [act(RAISE - 1), act(RAISE + 1), reply(RAISE + DAY)]);
    expect(kpiWith(ID, recordsOf([early])).n).toBe(0);
  });

  it('is of a rep and as of a time, and empty for no lead', () => {
    expect(kpiWith(ID, log, { asOf: eventLogAsOf, rep: 'B' }).n).toBe(1);
    expect(kpiWith(ID, log, { asOf: eventLogAsOf, rep: 'A' }).n).toBe(0);
    expect(kpiWith(ID, log, { asOf: t('2026-03-02T13:00') })).toMatchObject({ value: null, censored: 1 });
    expect(kpiWith(ID, {}).why).toBe('nothing to count');
  });
});
