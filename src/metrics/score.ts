import type { Moment } from '../contract/moment.ts';

export type Letter = 'A' | 'B' | 'C' | 'D' | 'F';

/**
 * Why a grade is what it is: a message key with its parameters (a sentence is made of it in show/ alone), and the
 * id of the activity that decided, where one did.
 */
export interface Evidence {
  key: string;
  params: Record<string, string | number | Moment | null>;
  activity?: string;
}

export type ResponseState = 'answered' | 'pending' | 'never';

export interface Promptness {
  grade: Letter | null;
  /** Equal to `grade` when that is known; else the span that the evidence allows ("A–C"). */
  best: Letter | null;
  worst: Letter | null;
  /** Speed-to-lead in calendar seconds, a pair when only an interval is known. */
  seconds: number | [number, number] | null;
  state: ResponseState;
  evidence: Evidence;
}

export interface Persistence {
  grade: Letter | null;
  attempts: number;
  final: boolean;
  /** Attempts that the follow-up plan expects at this age, and attempts ÷ expected. */
  expected: number;
  pace: number | null;
  /** When the plan has the next attempt, epoch ms, past when it is overdue; absent when none is left or needed. */
  next?: number;
  evidence: Evidence;
}

export interface Personalization {
  grade: Letter | null;
  /** Elements seen true, and elements seen at all; null: none could be seen. */
  count: number | null;
  known: number;
  evidence: Evidence;
}

export interface Performance {
  grade: Letter | null;
  evidence: Evidence;
}

/** The four Ps of one lead. */
export interface LeadScore {
  promptness: Promptness;
  persistence: Persistence;
  personalization: Personalization;
  performance: Performance;
  gpa: number | null;
  grade: Letter | null;
  provisional: boolean;
  rubric: number;
}
