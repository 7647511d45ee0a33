import * as z from 'zod/mini';
import { type Settings, settings } from './settings.ts';

/**
 * What an organisation lays down for its people's browsers (managed storage). A value is a default that the user may
 * change, unless `lockedSettings` names it; which hosts may be read and whether data may be exported always holds.
 */
export interface Policy {
  settings: Settings;
  /** Settings that the user cannot change. */
  locked: (keyof Settings)[];
  /** `crm.example.com`, or `*.example.com` for all below it; any host where it is absent. */
  hosts?: string[];
  exportAllowed?: boolean;
}

/** A key of the policy that was ignored, and why. */
export interface PolicyFault {
  key: string;
  why: string;
}

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
};

const unwrapped = settings.shape;
const week = unwrapped.week.check(
  z.refine(
    (days) =>
      Object.entries(days ?? {}).every(
        ([key, windows]) =>
          Number(key.at(-1)) >= Number(key[0]) && windows.every(([from, to]) => minutes(from) < minutes(to)),
      ),
    'weekdays and windows must run forward',
  ),
);
const timeZone = unwrapped.timeZone.check(z.refine((zone) => isZone(zone ?? ''), 'is no time zone'));
const host = z.string().check(z.regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/));

/** Keys of the policy and the setting that each stands for. */
const SETTING = {
  timeZone: 'timeZone',
  week: 'week',
  holidays: 'holidays',
  targets: 'target',
  stageLimitDays: 'stageLimitDays',
  retentionDays: 'retentionDays',
  peerComparison: 'peerComparison',
  inPageChip: 'chip',
  locale: 'language',
} as const satisfies Record<string, keyof Settings>;

const KEYS: Record<string, z.ZodMiniType> = {
  timeZone,
  week,
  holidays: unwrapped.holidays,
  targets: unwrapped.target,
  stageLimitDays: unwrapped.stageLimitDays,
  retentionDays: unwrapped.retentionDays,
  peerComparison: unwrapped.peerComparison,
  inPageChip: unwrapped.chip,
  locale: unwrapped.language,
  allowedHosts: z.array(host),
  exportAllowed: z.boolean(),
  lockedSettings: z.array(z.enum(Object.keys(SETTING) as [keyof typeof SETTING])),
};

/** Each key by itself: one that is wrong is told of and left out, and the others hold. `kpis`: ids a target may have. */
export function policyFrom(
  managed: Record<string, unknown>,
  kpis: readonly string[],
): { policy: Policy; faults: PolicyFault[] } {
  const faults: PolicyFault[] = [];
  const found: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(managed)) {
    const parsed = KEYS[key]?.safeParse(value);
    if (parsed?.success) found[key] = parsed.data;
    else faults.push({ key, why: parsed?.error.issues[0]?.message ?? 'no such key' });
  }
  const strange = Object.keys((found.targets as object | undefined) ?? {}).filter((id) => !kpis.includes(id));
  if (strange.length > 0) {
    faults.push({ key: 'targets', why: `no such KPI: ${strange.join(', ')}` });
    found.targets = Object.fromEntries(
      Object.entries(found.targets as object).filter(([id]) => kpis.includes(id)),
    );
  }
  return { policy: policyOf(found), faults };
}

function policyOf(found: Record<string, unknown>): Policy {
  const values = Object.entries(SETTING).flatMap(([key, setting]) =>
    found[key] === undefined ? [] : [[setting, found[key]]],
  );
  const locked = ((found.lockedSettings ?? []) as (keyof typeof SETTING)[]).map((key) => SETTING[key]);
  return {
    settings: Object.fromEntries(values) as Settings,
    locked,
    ...(found.allowedHosts ? { hosts: found.allowedHosts as string[] } : {}),
    ...(found.exportAllowed === undefined ? {} : { exportAllowed: found.exportAllowed as boolean }),
  };
}

/** Settings with a value for each of many things: the user's own for one says nothing of the others. */
const EACH = ['target', 'stageLimitDays'] as const satisfies (keyof Settings)[];

/** Names as a CRM writes them, in whatever case. */
function beside<T>(own: Record<string, T>, others: Record<string, T>): Record<string, T> {
  const named = new Set(Object.keys(own).map((name) => name.trim().toLowerCase()));
  const left = Object.entries(others).filter(([name]) => !named.has(name.trim().toLowerCase()));
  return { ...own, ...Object.fromEntries(left) };
}

/** What holds: the organisation's values under the user's own, but for locked ones, where the user's count for nothing. */
export function underPolicy(own: Settings, policy: Policy | undefined): Settings {
  if (!policy) return own;
  const free = Object.fromEntries(
    Object.entries(own).filter(([key]) => !policy.locked.includes(key as keyof Settings)),
  ) as Settings;
  const each = EACH.flatMap((key) =>
    free[key] && policy.settings[key] ? [[key, beside(free[key], policy.settings[key])]] : [],
  );
  return { ...policy.settings, ...free, ...(Object.fromEntries(each) as Settings) };
}

/** Whether a host may be read at all. */
export function isAllowed(host: string, { hosts }: Pick<Policy, 'hosts'> = {}): boolean {
  if (!hosts) return true;
  return hosts.some((allowed) =>
    allowed.startsWith('*.') ? `.${host}`.endsWith(allowed.slice(1)) : host === allowed,
  );
}

/** Of match patterns what lies within the hosts that may be read: the pattern itself, or narrower ones. */
export function originsAllowed(origins: readonly string[], policy: Pick<Policy, 'hosts'> = {}): string[] {
  const narrowed = origins.flatMap((origin) => {
    const [scheme, host = ''] = origin.split(/:\/\/|\//);
    if (isAllowed(host, policy)) return [origin];
    return (policy.hosts ?? [])
      .filter((allowed) => isAllowed(allowed, { hosts: [host] }))
      .map((allowed) => `${scheme}://${allowed}/*`);
  });
  return [...new Set(narrowed)];
}
