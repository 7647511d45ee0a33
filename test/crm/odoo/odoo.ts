import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What Odoo's own database holds; see truth.sql. Times are epoch ms. */
export interface Truth {
  users: string[];
  records: TrueRecord[];
  messages: TrueMessage[];
  changes: TrueChange[];
  planned: TruePlan[];
  private: string[];
}
export interface TrueRecord {
  id: number;
  type: 'lead' | 'opportunity';
  active: boolean;
  won_status: 'pending' | 'won' | 'lost';
  name: string;
  company: string | null;
  customer: string | null;
  contact: string | null;
  owner: string | null;
  /** Its name in each language. */
  stage: Record<string, string>;
  amount: number;
  /** Of the company; absent where the record is of none. */
  currency: string | null;
  probability: number | null;
  closeDate: string | null;
  source: string | null;
  createdAt: number;
  closedAt: number | null;
}
export interface TrueMessage {
  id: number;
  record: number;
  at: number;
  by: string;
  /** The author has an account in this Odoo. */
  user: boolean;
  type: 'email' | 'comment' | 'notification' | 'auto_comment';
  subtype: string;
  /** Icon class of the activity that was done. */
  activity: string | null;
  subject: string | null;
  /** What became of each copy that was sent. */
  notified: string[] | null;
}
export interface TrueChange {
  record: number;
  message: number;
  at: number;
  by: string;
  field: string;
  from: string | null;
  to: string | null;
}
export interface TruePlan {
  record: number;
  icon: string;
  subject: string;
  /** YYYY-MM-DD. */
  due: string;
  by: string;
}

const script = (name: string) => fileURLToPath(new URL(`${name}.sh`, import.meta.url));

/** Starts Odoo, or says why this machine cannot have it. Throws when it can and fails. */
export function startOdoo(...args: string[]): { url: string } | { skipped: string } {
  const { status, stdout, stderr } = spawnSync(script('start'), args, { encoding: 'utf8' });
  if (status === 75) return { skipped: stderr.trim().split('\n').at(-1) ?? '' };
  if (status !== 0) throw new Error(`Odoo did not start:\n${stderr}`);
  return { url: stdout.trim() };
}

export function stopOdoo(): void {
  spawnSync(script('stop'));
}

/** The end of what the web server wrote. */
export const serverLog = (): string => spawnSync(script('log'), { encoding: 'utf8' }).stdout;

export function truth(): Truth {
  const { status, stdout, stderr } = spawnSync(script('truth'), { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
