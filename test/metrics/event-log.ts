import { act, call, change, form, historyOf, lead, reply, t } from './make.ts';

const at = (time: string) => t(`2026-03-02T${time}`);

/** Oracle event_log: one lead with an auto-mail, a task, a bounce, a reassignment and an answer. */
export const eventLog = historyOf(
  lead({ createdAt: at('09:00'), assignedAt: at('09:05'), owner: 'B' }),
  [
    form(at('09:00')),
    act(at('09:00:20'), { automated: true }),
    act(at('09:30'), { kind: 'task', direction: 'none', by: 'A' }),
    act(at('10:00'), { by: 'A', state: 'bounced' }),
    call(at('11:12'), { by: 'B' }),
    act(at('11:13'), { by: 'B' }),
    reply(at('13:40')),
  ],
  [change(at('11:00'), 'A', 'B')],
);

export const eventLogAsOf = t('2026-03-10T00:00');
