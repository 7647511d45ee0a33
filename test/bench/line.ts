import { cpus, platform } from 'node:os';

/* What the bench measures: one file in lines/ for what belongs together, found by itself. */

/** At most so many times the floor; so much more than it; or so much by itself. */
export type Limit = { times: number } | { more: number } | { most: number };
/** Of what is only set beside something. */
export const NO_LIMIT = Number.POSITIVE_INFINITY;

export interface Line {
  /** What is measured, and beside what, in the words of the README's table. */
  what: string;
  beside?: string;
  unit: 'ms' | 'kB' | 'MB' | 'writes' | '%';
  limit: Limit;
  /** Where one trial takes long, so many are enough. */
  runs?: number;
  open(rig: Rig): Promise<Trial> | Trial;
}

/** Both are measured in turn, so that a slow moment of the machine strikes both; each says its own figure. */
export interface Trial {
  floor?: () => Promise<number> | number;
  ours: () => Promise<number> | number;
  close?: () => Promise<unknown>;
}

/** What the lines have in common. */
export interface Rig {
  /** Less of everything, for a first look. */
  quick: boolean;
  /** Opened for the first line that wants it, and closed after the last. */
  shared<T extends { close(): Promise<unknown> }>(name: string, open: () => Promise<T>): Promise<T>;
}

export interface Spread {
  min: number;
  median: number;
  max: number;
}

export interface Result {
  id: string;
  what: string;
  beside?: string;
  unit: Line['unit'];
  limit: Limit;
  runs: number;
  floor?: Spread;
  ours: Spread;
  /** What the limit is about: how many times the floor, how much more, or the figure itself. */
  score: Spread;
  holds: boolean;
  /** When, and on which machine. */
  date: string;
  machine: string;
}

/** Of at least seven runs; one before them warms up. */
export async function measured(id: string, line: Line, rig: Rig): Promise<Result> {
  const { what, beside, unit, limit } = line;
  const runs = Math.min(rig.quick ? 3 : 99, line.runs ?? 9);
  const trial = await line.open(rig);
  const pairs: { floor: number; ours: number }[] = [];
  try {
    // What is measured once needs no warming up: bytes, and what a long time leaves behind.
    for (let run = runs > 1 ? -1 : 0; run < runs; run++) {
      const floor = (await trial.floor?.()) ?? Number.NaN;
      const ours = await trial.ours();
      if (run >= 0) pairs.push({ floor, ours });
    }
  } finally {
    await trial.close?.();
  }
  const score = spread(pairs.map(scoreBy(limit)));
  return {
    id,
    what,
    ...(beside !== undefined && { beside }),
    unit,
    limit,
    runs,
    ...(trial.floor && { floor: spread(pairs.map(({ floor }) => floor)) }),
    ours: spread(pairs.map(({ ours }) => ours)),
    score,
    holds: score.median <= mostOf(limit),
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${platform()}, Node ${process.versions.node}`,
  };
}

export const mostOf = (limit: Limit): number => Object.values(limit)[0] ?? Number.NaN;

const scoreBy =
  (limit: Limit) =>
  ({ floor, ours }: { floor: number; ours: number }): number =>
    'times' in limit ? ours / floor : 'more' in limit ? ours - floor : ours;

function spread(values: number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (i: number) => sorted[i] ?? Number.NaN;
  return { min: at(0), median: at(Math.floor(sorted.length / 2)), max: at(sorted.length - 1) };
}

/** Milliseconds that it takes. */
export async function timeOf(run: () => unknown): Promise<number> {
  const from = performance.now();
  await run();
  return performance.now() - from;
}
