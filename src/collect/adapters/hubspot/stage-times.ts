import type { RawActivity, RawField, RawRecord } from '../../../contract/raw.ts';
import { type Found, worth } from './properties.ts';
import { apart } from './stage-and-pipeline.ts';

/** When a deal came into a stage, as a property that people add to a table or a list; the old name and the new one. */
const ENTERED = /^hs_(?:v2_)?date_entered_(.+)$/;
const CURRENT = 'current_stage';
/** The label names the stage: Date entered "Contract Sent (Sales Pipeline)". */
const QUOTED = /["“”„«»「『]\s?(.+?)\s?["“”«»」』]/u;

/** The moves that these properties tell, of a deal whose stage and id are known. */
export function stageTimes(
  id: string,
  fields: RawRecord['fields'],
  found: Found[],
  stages: string[],
): RawActivity[] {
  const { stage } = fields;
  return found.flatMap(([property, time, label]): RawActivity[] => {
    const inner = ENTERED.exec(property)?.[1];
    const to = inner && (inner === CURRENT ? stage?.text : stageIn(label ?? '', stages));
    if (!to || time.unread || worth(time) < 2) return [];
    return [{ type: 'history', on: { kind: 'deal', id }, time, change: { field: 'stage', to } }];
  });
}

/** The stage with its inner id, where a property of the same stage bears it; then its meaning needs no words. */
export function withInnerId(stage: RawField, found: Found[]): RawField {
  const inner = found.flatMap(([property, , label]) => {
    const id = ENTERED.exec(property)?.[1];
    return id && id !== CURRENT && stageIn(label ?? '', [stage.text]) === stage.text ? id : [];
  })[0];
  return inner && !stage.machine ? { ...stage, machine: inner } : stage;
}

/** The stage that a label names: in quotation marks, or one that the page shows elsewhere, at the label's end. */
function stageIn(label: string, stages: string[]): string | undefined {
  const quoted = QUOTED.exec(label)?.[1];
  if (quoted) return stages.includes(quoted) ? quoted : apart(quoted)[0];
  return stages
    .filter((stage) => stage && label.endsWith(` ${stage}`))
    .sort((a, b) => b.length - a.length)[0];
}
