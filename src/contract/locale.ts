import { numericOrder } from './day.ts';
import type { Raw } from './raw.ts';
import type { TimeContext } from './time.ts';
import { wordsOf } from './words.ts';

const valid = (tag: string | undefined): string[] => {
  try {
    return tag ? Intl.getCanonicalLocales(tag.replace('_', '-')) : [];
  } catch {
    return [];
  }
};

/** Languages to read a page in: its own, made exact by the browser's region where they agree, then the rest. */
export function localesOf(raw: Pick<Raw, 'language' | 'languages'>): string[] {
  const browser = raw.languages.flatMap(valid);
  const own = valid(raw.language);
  const [page] = own;
  const exact =
    page && !new Intl.Locale(page).region
      ? browser.filter((b) => new Intl.Locale(b).language === page && new Intl.Locale(b).region)
      : [];
  return [...new Set([...exact.slice(0, 1), ...own, ...browser, 'en'])];
}

/** What is needed to read the times of one page: zone, languages, and the day-month order that its own dates prove. */
export function timeContext(raw: Raw, zone: string): TimeContext {
  const texts = [
    ...raw.activities.map((a) => a.time?.text),
    ...raw.records.flatMap((r) =>
      [r.fields.createdAt, r.fields.closeDate, r.fields.closedAt].map((f) => f?.text),
    ),
  ];
  const locales = localesOf(raw);
  const yearFirst = /^y/iu.test(wordsOf(locales[0] ?? 'en').order ?? '');
  const proved = new Set(texts.flatMap((t) => numericOrder(t ?? '', yearFirst) ?? []));
  const [order] = proved;
  return { now: raw.readAt, zone, locales, order: proved.size > 1 ? '?' : order };
}
