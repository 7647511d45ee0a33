import { numericOrder } from './day.ts';
import { type ZoneBy, zonesOf } from './page-zone.ts';
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

/** Fields that hold a time, by how the contract names them. */
const TIMES = /At$|^closeDate$/;

/** A date of which nothing is left out. */
const WHOLE_DATE = /^\p{Nd}{1,2}([./-])\p{Nd}{1,2}\1\p{Nd}{4}(?!\p{Nd})/u;

/** What is needed to read the times of one page: languages, the day-month order that its own dates prove, its zone. */
export function timeContext(raw: Raw, setting: string | undefined): TimeContext & { zoneBy: ZoneBy } {
  const shown = [
    ...raw.activities.map((a) => a.time),
    ...raw.records.flatMap((r) =>
      Object.entries(r.fields).flatMap(([name, field]) => (TIMES.test(name) ? [field] : [])),
    ),
  ];
  const locales = localesOf(raw);
  const yearFirst = /^y/iu.test(wordsOf(locales[0] ?? 'en').order ?? '');
  // What only a label names may be any text: a whole date proves the order too.
  const labelled = raw.records.flatMap((r) => r.labelled?.filter(({ text }) => WHOLE_DATE.test(text)) ?? []);
  const orders = new Set(
    [...shown, ...labelled].flatMap((field) => numericOrder(field?.text ?? '', yearFirst) ?? []),
  );
  const [order] = orders;
  const context: TimeContext = {
    now: raw.readAt,
    zone: setting ?? raw.timeZone,
    locales,
    order: orders.size > 1 ? '?' : order,
    // It leaves out the day of what was today.
    ...(raw.adapter === 'espocrm' ? { today: true } : {}),
  };
  const { zones, isProved, isContradicted } = zonesOf(shown, context);
  const [zone = context.zone, ...otherZones] = zones;
  const known = setting ? 'setting' : 'browser';
  const zoneBy = isContradicted ? 'contradicted' : isProved ? 'proved' : known;
  return { ...context, zone, otherZones, zoneBy };
}
