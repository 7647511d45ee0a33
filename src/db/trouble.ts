/** Why something cannot be kept, as far as the user can do something about it; `text` in the browser's own words. */
export interface Trouble {
  why: 'full' | 'newer' | 'locked' | 'failed';
  text: string;
}

const BY_NAME: Record<string, Trouble['why']> = { QuotaExceededError: 'full', VersionError: 'newer' };

/** What an error of IndexedDB, or of Dexie around one, says. */
export function troubleOf(error: unknown): Trouble {
  const cause = causes(error).find(({ name }) => name in BY_NAME);
  return { why: BY_NAME[cause?.name ?? ''] ?? 'failed', text: String(cause ?? error).slice(0, 300) };
}

/** The error, what it was made of, and what of many writes failed. */
function causes(error: unknown): Error[] {
  const { inner, failures } = (error ?? {}) as { inner?: unknown; failures?: unknown[] };
  const below = [inner, ...(failures ?? [])].filter((one) => one !== undefined && one !== error);
  const own = typeof error === 'object' && error && 'name' in error ? [error as Error] : [];
  return [...own, ...below.flatMap(causes)];
}
