import { describe, expect, it } from 'vitest';
import { eventLog, eventLogAsOf } from '../event-log.ts';
import { act, DAY, form, HOUR, historyOf, lead, oracles, RAISE, t } from '../make.ts';
import { answered, recordsOf, waitingLeads } from './records.ts';
import { kpiWith } from './scene.ts';

const ID = 'lead-response-time';

describe('lead response time', () => {
  it('is the oracle’s: leads that still wait are part of it', () => {
    const { median_km, rows } = oracles.km_response;
    const first = (end: 'lo' | 'hi') => rows.find((row: { lo: number; hi: number }) => row[end] <= 0.5);
    expect(kpiWith(ID, waitingLeads)).toMatchObject({
      value: median_km * 60,
      unit: 's',
      state: 'ok',
      n: 12,
      events: 7,
      censored: 5,
      lo: first('lo').t * 60,
      hi: first('hi') ?? null,
    });
  });

  it('is the oracle’s for one lead', () => {
    const kpi = kpiWith(ID, recordsOf([eventLog]), { asOf: eventLogAsOf });
    expect(kpi).toMatchObject({ value: oracles.event_log.speed_to_lead_s, n: 1, state: 'insufficient' });
  });

  it('counts every cycle, each in the period of its hand-raise', () => {
    const activities = [act(RAISE + HOUR), form(t('2026-03-31T12:00')), act(t('2026-03-31T14:00'))];
    const records = recordsOf([historyOf(lead(), activities)]);
    expect(kpiWith(ID, records)).toMatchObject({ n: 2, value: 3600 });
    expect(kpiWith(ID, records, { period: [t('2026-03-31T00:00'), t('2026-04-01T00:00')] })).toMatchObject({
      n: 1,
      value: 7200,
    });
  });

  it('leaves out the cycle that an attempt came before, and takes the later one (rule 9)', () => {
    const activities = [act(RAISE - HOUR), act(RAISE + HOUR), form(RAISE + DAY), act(RAISE + DAY + 2 * HOUR)];
    expect(kpiWith(ID, recordsOf([historyOf(lead(), activities)]))).toMatchObject({ n: 1, value: 7200 });
  });

  it('leaves out cold, spam, duplicate and imported leads', () => {
    const fields = [
      { warmth: 'cold' },
      { outcome: 'spam' },
      { outcome: 'duplicate' },
      { imported: true },
    ] as const;
    const records = recordsOf(fields.map((f, i) => answered(`L${i}`, 60, f)));
    expect(kpiWith(ID, records)).toMatchObject({ value: null, n: 0, why: 'nothing to count' });
  });

  it('takes the upper end of an answer known by its date', () => {
    const records = recordsOf([historyOf(lead(), [act([RAISE - HOUR, RAISE + 5 * HOUR])])]);
    expect(kpiWith(ID, records)).toMatchObject({ value: 5 * 3600, events: 1 });
  });

  it('uses nothing later than asOf, censors at the end of a lead', () => {
    const asOf = RAISE + HOUR;
    const kpi = kpiWith(ID, recordsOf([answered('L1', 7200), answered('L2', 60)]), { asOf });
    expect(kpi).toMatchObject({ value: 60, events: 1, censored: 1 });
    const ended = answered('L1', 7200, { outcome: 'unreachable', closedAt: RAISE + HOUR });
    expect(kpiWith(ID, recordsOf([ended]))).toMatchObject({
      value: null,
      censored: 1,
      why: 'beyond the last event',
    });
  });

  it('is that of a rep by the owner at asOf, whoever answered; empty for nobody', () => {
    const records = recordsOf([
      answered('L1', 60, { owner: 'Ana' }),
      historyOf(lead({ id: 'L2', owner: 'Ana' }), [act(RAISE + HOUR, { by: 'Bo' })]),
      answered('L3', 600, { owner: 'Bo' }),
    ]);
    expect(kpiWith(ID, records, { rep: 'Ana' })).toMatchObject({ n: 2, value: 60 });
    expect(kpiWith(ID, records, { rep: 'ana' })).toMatchObject({ n: 0, value: null });
    expect(kpiWith(ID, {})).toMatchObject({ value: null, state: 'not-computable', why: 'nothing to count' });
  });
});
