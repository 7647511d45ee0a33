import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { importFiles } from '../src/collect/files/import.ts';
import { UnknownEncoding } from '../src/collect/files/survey.ts';
import { type Fault, type History, parseHistory, parseSettings, recordsOf } from '../src/contract/history.ts';
import { noRecords, type Records } from '../src/contract/records.ts';
import type { Settings } from '../src/contract/settings.ts';
import { instantOf } from '../src/contract/zone.ts';
import { calendarOf } from '../src/metrics/clock.ts';
import { KPIS } from '../src/metrics/kpis.ts';
import { repsOf } from '../src/metrics/peers.ts';
import { reportFrom } from '../src/metrics/report.ts';
import { type Facts, factsOf } from '../src/metrics/scene.ts';

const USAGE =
  'npm run -s score -- HISTORY [HISTORY …] [--as-of ISO] [--period FROM/TO] [--rep NAME] [--settings FILE]';

/** Bad input: one line per fault, exit 2. */
class Wrong extends Error {}

/** Prints the Report of History files and CSV exports as JSON. */
export default async function main(args: string[]): Promise<number> {
  try {
    const { files, values } = parsed(args);
    const own = values.settings === undefined ? {} : settingsAt(values.settings);
    const { records, settings } = await loaded(files, own);
    knownIds(settings);
    const asOf = values['as-of'] === undefined ? Date.now() : instantAt('--as-of', values['as-of'], settings);
    const period = values.period === undefined ? undefined : periodAt(values.period, settings);
    const rep = values.rep ?? null;
    const facts = factsOf(records, settings, asOf);
    if (rep !== null) warnOfUnknown(rep, facts);
    const report = reportFrom(facts, { rep, ...(period && { period }) });
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    console.error(error.message);
    return 2;
  }
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const;
  const options = { 'as-of': text, period: text, rep: text, settings: text };
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    if (positionals.length === 0) throw new Error('score takes at least one History or CSV file.');
    return { files: positionals, values };
  } catch (error) {
    throw new Wrong(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

/**
 * All files as one History; a record that stands in several is taken as the last of them has it. Exports come after
 * the Histories: they are read together, for one may name the records of another.
 */
async function loaded(files: string[], own: Settings): Promise<{ records: Records; settings: Settings }> {
  const histories = files.filter((file) => !isCsv(file)).map(historyAt);
  const settings = Object.assign({}, ...histories.map((h) => h.settings), own) as Settings;
  const { timeZone = 'UTC' } = settings;
  const csv = files.filter(isCsv).map((file) => ({ name: basename(file), bytes: bytesAt(file) }));
  const imported = csv.length === 0 ? [] : [await importedFrom(csv, timeZone)];
  return { records: joined([...histories.map(recordsOf), ...imported]), settings };
}

/** A target for a KPI that does not exist would be kept in silence, and missed by nobody. */
function knownIds(settings: Settings): void {
  const faults = (['target', 'baseline'] as const).flatMap((name) =>
    Object.keys(settings[name] ?? {}).flatMap((id) =>
      id in KPIS ? [] : [`settings.${name}["${id}"] is no KPI`],
    ),
  );
  if (faults.length > 0) throw new Wrong(`${faults.join('\n')}\nKnown are: ${Object.keys(KPIS).join(', ')}.`);
}

/** A name nobody has is no fault of the History: its Report is one of nothing. */
function warnOfUnknown(rep: string, facts: Facts): void {
  const owners = repsOf(facts);
  const { activities, tickets, customers } = facts.records;
  const isNamed =
    owners.includes(rep) ||
    activities.some(({ by }) => by === rep) ||
    [...tickets, ...customers].some(({ owner }) => owner === rep);
  if (isNamed) return;
  console.error(
    `--rep: nobody is named "${rep}". Leads and deals are owned by: ${owners.join(', ') || 'nobody'}.`,
  );
}

const isCsv = (file: string): boolean => /\.(csv|tsv|txt)$/i.test(file);

async function importedFrom(
  files: { name: string; bytes: Uint8Array }[],
  timeZone: string,
): Promise<Records> {
  const { records, faults } = await importFiles(files, { timeZone }).catch((error) => {
    throw error instanceof UnknownEncoding ? new Wrong(error.message) : error;
  });
  if (faults.length > 0)
    throw new Wrong(faults.map((f) => `${f.file}:${f.line}: ${f.column ?? ''}: ${f.why}`).join('\n'));
  return records;
}

function joined(all: Records[]): Records {
  const result = noRecords();
  for (const table of Object.keys(result) as (keyof Records)[]) {
    const rows = new Map<string, { org: string; id: string }>();
    for (const row of all.flatMap((records): { org: string; id: string }[] => records[table]))
      rows.set(JSON.stringify([row.org, row.id]), row);
    Object.assign(result, { [table]: [...rows.values()] });
  }
  return result;
}

function historyAt(file: string): History {
  const history = checked(file, parseHistory(jsonAt(file)));
  useful(file, history.settings);
  return history;
}

const settingsAt = (file: string): Settings => useful(file, checked(file, parseSettings(jsonAt(file))));

function checked<T>(file: string, { value, faults }: { value?: T; faults?: Fault[] }): T {
  if (value === undefined)
    throw new Wrong((faults ?? []).map((f) => `${file}: ${f.where} ${f.why}`).join('\n'));
  return value;
}

/** A zone or a week may be well written and yet of no use. */
function useful(file: string, settings: Settings): Settings {
  try {
    calendarOf(settings);
    return settings;
  } catch (error) {
    throw new Wrong(`${file}: ${error instanceof Error ? error.message : error}`);
  }
}

function jsonAt(file: string): unknown {
  const text = new TextDecoder().decode(bytesAt(file));
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Wrong(`${file} is no JSON: ${error instanceof Error ? error.message : error}`);
  }
}

function bytesAt(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Wrong(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

const ISO = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** An instant, or the beginning of a date; without an offset as clocks in the settings' zone show it. */
function instantAt(option: string, text: string, { timeZone = 'UTC' }: Settings): number {
  const [, day = '', time, offset] = ISO.exec(text) ?? [];
  const shown = Date.parse(offset ? text : `${day}${time ?? 'T00:00'}Z`);
  // 30 February would become 2 March.
  if (Number.isNaN(shown) || !new Date(`${day}T00:00Z`).toISOString().startsWith(day))
    throw new Wrong(`${option}: "${text}" is no date and no ISO time, such as 2026-03-02T09:00:00Z.`);
  return offset ? shown : instantOf(shown, timeZone);
}

function periodAt(text: string, settings: Settings): [number, number] {
  const [from, to, ...more] = text.split('/').map((end) => instantAt('--period', end, settings));
  if (from === undefined || to === undefined || more.length > 0 || from >= to)
    throw new Wrong(`--period: "${text}" is not FROM/TO with FROM before TO.`);
  return [from, to];
}
