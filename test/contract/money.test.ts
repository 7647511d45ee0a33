import { describe, expect, it } from 'vitest';
import { parseMoney, parseNumber } from '../../src/contract/money.ts';
import { parseTime } from '../../src/contract/time.ts';

const read = (text: string, ...locales: string[]) => parseMoney(text, [...locales, 'en']);

/** What a CRM shows in each language for 5 November 2025, 18:12, and 1,200,000.50 euros. */
const SHOWN: [locale: string, date: string, dateTime: string, amount: string][] = [
  ['en-US', '11/5/25', '11/5/2025, 6:12 PM', '€1,200,000.50'],
  ['en-GB', '05/11/2025', '05/11/2025, 18:12', '€1,200,000.50'],
  ['en-AU', '5/11/25', '05/11/2025, 6:12 pm', 'EUR 1,200,000.50'],
  ['en-CA', '2025-11-05', '2025-11-05, 6:12 p.m.', '€1,200,000.50'],
  ['en-IN', '05/11/25', '5/11/2025, 6:12 pm', '€12,00,000.50'],
  ['de-DE', '05.11.25', '5.11.2025, 18:12', '1.200.000,50 €'],
  ['fr-FR', '05/11/2025', '05/11/2025 18:12', '1\u202f200\u202f000,50\u00a0€'],
  ['es-ES', '5/11/25', '5/11/2025, 18:12', '1.200.000,50 €'],
  ['nl-NL', '05-11-2025', '5-11-2025, 18:12', '€ 1.200.000,50'],
  ['pt-BR', '05/11/2025', '05/11/2025, 18:12', '€ 1.200.000,50'],
  ['sv-SE', '2025-11-05', '2025-11-05 18:12', '1 200 000,50 €'],
  ['ja-JP', '2025/11/05', '2025/11/5 18:12', '€1,200,000.50'],
  ['ko-KR', '25. 11. 5.', '2025. 11. 5. PM 6:12', '€1,200,000.50'],
];

describe('the dates, times and amounts of each language', () => {
  const context = (locale: string) => ({ now: Date.UTC(2026, 5, 15), zone: 'UTC', locales: [locale, 'en'] });
  const day = Date.UTC(2025, 10, 5);

  it.each(SHOWN)('%s: %s, %s, %s', (locale, date, dateTime, amount) => {
    expect(parseTime(date, context(locale))).toEqual({ moment: [day, day + 864e5] });
    expect(parseTime(dateTime, context(locale))).toEqual({ moment: Date.UTC(2025, 10, 5, 18, 12) });
    expect(read(amount, locale)).toEqual({ amount: 1_200_000.5, currency: 'EUR' });
  });

  it('are read back as Intl writes them, negative ones too', () => {
    for (const [locale] of [...SHOWN, ['ar-EG'], ['de-CH'], ['pl-PL'], ['hi-IN'], ['fa-IR']] as [string][])
      for (const amount of [0, 7, 12.5, 1200, 98_765.43, 1_200_000.5, -1200.5]) {
        const shown = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(amount);
        expect(read(shown, locale), `${locale} ${shown}`).toEqual({ amount, currency: 'EUR' });
      }
  });
});

describe('the currency is what the page prints', () => {
  it.each([
    ['USD 1,200.00', 'USD'],
    ['1,200.00 CHF', 'CHF'],
    ['$1,200.00 CAD', 'CAD'],
    ['€1,200', 'EUR'],
    ['£1,200', 'GBP'],
    ['₹12,00,000', 'INR'],
    ['₩1,200', 'KRW'],
    ['1 200 zł', 'PLN'],
    ['1 200,00 Kč', 'CZK'],
    ['R$ 1.200,00', 'BRL'],
    ['US$1,200.00', 'USD'],
    ['CA$1,200.00', 'CAD'],
    ['A$1,200.00', 'AUD'],
    ['HK$1,200.00', 'HKD'],
    ['E£1,200.00', 'EGP'],
    ['1,200.00 LE', 'EGP'],
    ['1 200,00 $ CA', 'CAD'],
    ['1 200,00 $CA', 'CAD'],
    ['1 200,00 $ US', 'USD'],
    ['$ AU 1 200,00', 'AUD'],
  ])('%s', (text, currency) =>
    expect(read(text)).toEqual({ amount: 1200 * (text.startsWith('₹') ? 1000 : 1), currency }),
  );

  it.each([
    ['د.إ 12,000.00', 'AED', 12_000],
    ['ر.س. 500', 'SAR', 500],
    ['500 ج.م', 'EGP', 500],
    ['د.ك 1,234.500', 'KWD', 1234.5],
    ['500 د. م.', 'MAD', 500],
    ['500 ر.ق', 'QAR', 500],
  ])('is told by an Arabic sign in a page of any language: %s', (text, currency, amount) => {
    expect(read(text)).toEqual({ amount, currency });
    expect(read(text, 'ar-AE')).toEqual({ amount, currency });
  });

  it('is absent where several countries print the sign', () => {
    for (const text of ['1.200,00 kr', 'Rs 1,200.00', 'C$1,200.00', 'S$1,200.00'])
      expect(read(text, 'de-DE'), text).toEqual({ amount: 1200 });
  });

  it('is the dollar or the yen for a bare sign only in their countries', () => {
    expect(read('$1,200.00', 'en-US')).toEqual({ amount: 1200, currency: 'USD' });
    expect(read('$1,200.00', 'en-CA', 'en-US')).toEqual({ amount: 1200 });
    expect(read('$1,200.00')).toEqual({ amount: 1200 });
    expect(read('$1,200.00 CA', 'en-US')).toEqual({ amount: 1200, currency: 'USD' });
    expect(read('$ EU 1,200.00')).toEqual({ amount: 1200 });
    expect(read('¥1,200', 'ja-JP')).toEqual({ amount: 1200, currency: 'JPY' });
    expect(read('￥1,200', 'ja-JP')).toEqual({ amount: 1200, currency: 'JPY' });
    expect(read('¥1,200', 'zh-CN')).toEqual({ amount: 1200 });
  });

  it('is told by a sign in letters that only the page’s language writes', () => {
    expect(read('1 200,00 лв.', 'bg-BG')).toEqual({ amount: 1200, currency: 'BGN' });
    expect(read('1,200.00 лв.', 'en-US')).toEqual({ amount: 1200 });
  });

  it('is absent where none is printed', () => {
    expect(read('1,200.00')).toEqual({ amount: 1200 });
    expect(read('1,200.00 per YEAR')).toEqual({ amount: 1200 });
  });
});

describe('of two amounts the first counts', () => {
  it('EUR 1,200.00 (USD 1,300.00)', () => {
    expect(read('EUR 1,200.00 (USD 1,300.00)', 'en-US')).toEqual({ amount: 1200, currency: 'EUR' });
  });
});

describe('a word behind the number that may say of how many', () => {
  it.each([
    ['48,6 Xyz. €', 'de-DE'],
    ['€ 48,6 xyz', 'nl-NL'],
    ['$12 zig', 'en-US'],
  ])('%s is not understood', (text, locale) => expect(read(text, locale)).toBeUndefined());
  it.each([
    ['100 kr', 'sv-SE', 100],
    ['150 lei', 'ro-RO', 150],
    ['150 lei (RON)', 'ro-RO', 150],
    ['12,50 zł', 'pl-PL', 12.5],
    ['€ 12,50 EUR', 'de-DE', 12.5],
    ['USD 1,250.00 net', 'en-US', 1250],
  ])('%s is', (text, locale, amount) => expect(read(text, locale)).toMatchObject({ amount }));
});

describe('a rounded amount is inexact', () => {
  it.each([
    ['12.3k', 'en', 12_300],
    ['$1.1K', 'en-CA', 1_100],
    ['1.2M', 'en', 1_200_000],
    ['1,2 Mio. €', 'de-DE', 1_200_000],
    ['48,6 Tsd. €', 'de-DE', 48_600],
    ['€ 48,6 dzd.', 'nl-NL', 48_600],
    ['1,2 Mrd. €', 'de-DE', 1_200_000_000],
    ['1,2 M€', 'fr-FR', 1_200_000],
    ['12 mil €', 'es-ES', 12_000],
    ['12 тыс. ₽', 'ru-RU', 12_000],
    ['12万', 'ja-JP', 120_000],
    ['120万円', 'ja-JP', 1_200_000],
  ])('%s', (text, locale, amount) => expect(read(text, locale)).toMatchObject({ amount, inexact: true }));

  it('keeps its currency, and its scale is none', () => {
    expect(read('€12.3k')).toEqual({ amount: 12_300, currency: 'EUR', inexact: true });
    expect(read('$12K', 'en-US')).toEqual({ amount: 12_000, currency: 'USD', inexact: true });
    expect(read('1,2 Mio. €', 'de-DE')?.currency).toBe('EUR');
  });

  it('is no word that begins like one', () => {
    expect(read('1200 kr', 'sv-SE')).toEqual({ amount: 1200 });
    expect(read('1200 monthly')).toEqual({ amount: 1200 });
  });
});

describe('separators', () => {
  it('a lone one before three digits is told by the language', () => {
    expect(parseNumber('1,200', ['en-US'])).toBe(1200);
    expect(parseNumber('1.200', ['de-DE'])).toBe(1200);
    expect(parseNumber('1.200', ['en-US'])).toBe(1.2);
    expect(parseNumber('1.200', [])).toBeUndefined();
  });

  it('tell themselves elsewhere', () => {
    expect(parseNumber('1,20', ['en-US'])).toBe(1.2);
    expect(parseNumber('0,125', ['en-US'])).toBe(0.125);
    expect(parseNumber('1234,567', ['en-US'])).toBe(1234.567);
    expect(parseNumber('1.234.567', ['en-US'])).toBe(1_234_567);
    expect(parseNumber("1'234.50", ['de-CH'])).toBe(1234.5);
    expect(parseNumber('١٬٢٠٠', ['ar-EG'])).toBe(1200);
    expect(parseNumber('١٢٫٥', ['ar-EG'])).toBe(12.5);
    expect(parseNumber('−12.5', ['en'])).toBe(-12.5);
    expect(parseNumber('1200,', ['en'])).toBe(1200);
  });

  it('of a version or an address make no number', () => {
    expect(parseNumber('1.2.3', ['en'])).toBeUndefined();
    expect(parseNumber('.', ['en'])).toBeUndefined();
  });
});

describe('three digits behind the language’s decimal mark', () => {
  it('are thousands in a currency that has no thousandths', () => {
    expect(read('1.200 €', 'en-US')).toEqual({ amount: 1200, currency: 'EUR' });
    expect(read('EUR 1,200', 'de-DE')).toEqual({ amount: 1200, currency: 'EUR' });
    expect(read('¥1.200', 'en-US')?.amount).toBeUndefined();
    expect(read('1.200 JPY', 'en-US')).toEqual({ amount: 1200, currency: 'JPY' });
  });
  it('are thousandths in one that has them', () => {
    expect(read('KWD 1.200', 'en-US')).toEqual({ amount: 1.2, currency: 'KWD' });
    expect(read('1,200 KWD', 'en-US')).toEqual({ amount: 1200, currency: 'KWD' });
    expect(read('12.500 KWD', 'fr-CH')).toEqual({ amount: 12.5, currency: 'KWD' });
  });
  it('are unread where no currency tells', () => {
    expect(read('1.200', 'en-US')).toBeUndefined();
    expect(read('1,200', 'de-DE')).toBeUndefined();
    expect(read('1,200', 'en-US')).toEqual({ amount: 1200 });
  });
});

describe('what is no amount', () => {
  it.each(['', 'n/a', '--', 'constructor', '__proto__', '(1,200.00)', '1億2000万円'])('"%s"', (text) =>
    expect(read(text, 'ja-JP')).toBeUndefined(),
  );
});
