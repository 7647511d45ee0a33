import { describe, expect, it } from 'vitest';
import { parseTime, type TimeContext } from '../../src/contract/time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const at = (iso: string) => Date.parse(iso);
const BERLIN: TimeContext = {
  now: at('2026-06-15T09:30:20Z'),
  zone: 'Europe/Berlin',
  locales: ['de-DE', 'en'],
};
const NEW_YORK: TimeContext = { ...BERLIN, zone: 'America/New_York', locales: ['en-US'] };
const BARE_ENGLISH: TimeContext = { ...BERLIN, locales: ['en'] };

const moment = (text: string, context: TimeContext = BERLIN) => {
  const parsed = parseTime(text, context);
  return 'moment' in parsed ? parsed.moment : parsed;
};
const why = (text: string, context: TimeContext = BERLIN) => {
  const parsed = parseTime(text, context);
  return 'why' in parsed ? parsed.why : parsed;
};

describe('a text with minutes is the millisecond of its minute', () => {
  it.each([
    ['3. Nov. 2025, 14:32', BERLIN, '2025-11-03T13:32Z'],
    ['3.11.2025 14:32:59', BERLIN, '2025-11-03T13:32Z'],
    ['Nov 3, 2025 at 2:32 PM', NEW_YORK, '2025-11-03T19:32Z'],
    ['11/3/25, 2:32 PM', NEW_YORK, '2025-11-03T19:32Z'],
    ['3 nov. 2025 à 14h32', { ...BERLIN, locales: ['fr-FR'] }, '2025-11-03T13:32Z'],
    ['2025-11-03 14 h 32', { ...BERLIN, locales: ['fr-CA'] }, '2025-11-03T13:32Z'],
    ['3. nov. 2025 kl. 14.32', { ...BERLIN, locales: ['da-DK'] }, '2025-11-03T13:32Z'],
    ['10:12 AM | Oct 14', NEW_YORK, '2025-10-14T14:12Z'],
    ['Today, 9:05', { ...BERLIN, locales: ['en-GB'] }, '2026-06-15T07:05Z'],
    ['gestern 23:59', BERLIN, '2026-06-14T21:59Z'],
    ['9:05 | Astăzi', { ...BERLIN, locales: ['ro-RO'] }, '2026-06-15T07:05Z'],
    ['9:05 | Igår', { ...BERLIN, locales: ['sv-SE'] }, '2026-06-14T07:05Z'],
    ['Yest 16:20', BERLIN, '2026-06-14T14:20Z'],
  ] as const)('%s', (text, context, iso) => expect(moment(text, context)).toBe(at(iso)));
});

describe('the half of the day', () => {
  it.each([
    ['Nov 3, 2025 12:05 AM', 5],
    ['Nov 3, 2025 12:05 PM', 12 * 60 + 5],
    ['Nov 3, 2025 1:05 p.m.', 13 * 60 + 5],
    ['Nov 3, 2025 11:59PM', 23 * 60 + 59],
    ['Nov 3, 2025 0:05 AM', 5],
  ])('%s', (text, minutes) =>
    expect(moment(text, { ...NEW_YORK, zone: 'UTC' })).toBe(at('2025-11-03T00:00Z') + minutes * MINUTE),
  );

  it('is nothing beside an hour above 12', () => {
    expect(why('Nov 3, 2025 14:05 PM', NEW_YORK)).toMatch(/no such time/);
  });

  it('is no preposition: German "am" says nothing of the hour', () => {
    expect(moment('am 3. November 2025 um 12:05')).toBe(at('2025-11-03T11:05Z'));
    expect(why('um 12:05 am 3. November 2025')).toMatch(/no such time/);
    expect(moment('12:05 AM, Nov 3, 2025')).toBe(at('2025-11-02T23:05Z'));
  });

  it.each([
    ['2025. 11. 3. 오전 12:05', 'ko-KR', '2025-11-03T00:05Z'],
    ['2025. 11. 3. 오후 6:12', 'ko-KR', '2025-11-03T18:12Z'],
    ['2025/11/3 午後6:12', 'ja-JP', '2025-11-03T18:12Z'],
    ['3/11/2025 6:12 μμ', 'el-GR', '2025-11-03T18:12Z'],
  ])('may be a word that Intl has given up: %s', (text, locale, iso) =>
    expect(moment(text, { ...BERLIN, zone: 'UTC', locales: [locale, 'en'] })).toBe(at(iso)),
  );

  it('has more than two words in some languages', () => {
    expect(moment('2025年11月3日 晚上7:04', { ...BERLIN, zone: 'UTC', locales: ['zh-TW'] })).toBe(
      at('2025-11-03T19:04Z'),
    );
  });
});

describe('a date alone is the pair of that day in the zone', () => {
  it.each([
    ['3.11.2025', '2025-11-02T23:00Z', 24],
    ['29.3.2026', '2026-03-28T23:00Z', 23],
    ['26.10.2025', '2025-10-25T22:00Z', 25],
    ['2025-11-03', '2025-11-02T23:00Z', 24],
  ])('%s', (text, from, hours) => expect(moment(text)).toEqual([at(from), at(from) + hours * HOUR]));

  it('starts at the first hour that a zone has, where midnight is skipped', () => {
    const cairo = { ...BERLIN, zone: 'Africa/Cairo' };
    expect(moment('2026-04-24', cairo)).toEqual([at('2026-04-23T22:00Z'), at('2026-04-24T21:00Z')]);
  });
});

describe('"N units ago" is the interval from N+1 to N−1 units before now', () => {
  it.each([
    ['5 minutes ago', ['en-US'], 5, MINUTE],
    ['1 hour ago', ['en-US'], 1, HOUR],
    ['3 hr. ago', ['en-US'], 3, HOUR],
    ['11 days ago', ['en-US'], 11, DAY],
    ['vor 2 Stunden', ['de-DE'], 2, HOUR],
    ['il y a 3 jours', ['fr-FR'], 3, DAY],
    ['قبل ٥ دقائق', ['ar-EG'], 5, MINUTE],
    ['5 минут назад', ['ru-RU'], 5, MINUTE],
    ['2 weeks ago', ['ja-JP', 'en'], 2, 7 * DAY],
  ] as const)('%s', (text, locales, n, unit) => {
    const { now } = BERLIN;
    expect(moment(text, { ...BERLIN, locales })).toEqual([now - (n + 1) * unit, now - (n - 1) * unit]);
  });

  it.each([
    ['a minute ago', 'en', 1, MINUTE],
    ['an hour ago', 'en', 1, HOUR],
    ['about 2 hours ago', 'en', 2, HOUR],
    ['vor einer Stunde', 'de', 1, HOUR],
    ['vor einem Tag', 'de-AT', 1, DAY],
    ['vor etwa 2 Stunden', 'de', 2, HOUR],
    ['il y a une heure', 'fr', 1, HOUR],
    ['hace una hora', 'es-MX', 1, HOUR],
    ['há uma hora', 'pt-BR', 1, HOUR],
    ['2 horas atrás', 'pt-BR', 2, HOUR],
    ["un'ora fa", 'it', 1, HOUR],
    ['een uur geleden', 'nl', 1, HOUR],
    ['μία ώρα πριν', 'el', 1, HOUR],
    ['ένα λεπτό πριν', 'el', 1, MINUTE],
    ['2 ώρες πριν', 'el', 2, HOUR],
    ['منذ ساعة', 'ar', 1, HOUR],
    ['منذ ساعتين', 'ar', 2, HOUR],
    ['منذ ٥ دقائق', 'ar-EG', 5, MINUTE],
    ['час назад', 'ru', 1, HOUR],
    ['минуту назад', 'ru', 1, MINUTE],
    ['21 час назад', 'ru', 21, HOUR],
    ['o oră în urmă', 'ro', 1, HOUR],
    ['20 de ore în urmă', 'ro', 20, HOUR],
    ['1時間前', 'ja', 1, HOUR],
    ['約2時間前', 'ja', 2, HOUR],
  ] as const)('as people write it: %s', (text, locale, n, unit) => {
    const { now } = BERLIN;
    const locales = [locale, 'en'];
    expect(moment(text, { ...BERLIN, locales })).toEqual([now - (n + 1) * unit, now - (n - 1) * unit]);
  });

  it.each([
    ['just now', 'en'],
    ['vor wenigen Sekunden', 'de'],
    ["à l'instant", 'fr'],
    ['τώρα', 'el'],
    ['الآن', 'ar'],
    ['たった今', 'ja'],
    ['только что', 'ru'],
  ])('is within the minute for "%s"', (text, locale) => {
    const { now } = BERLIN;
    expect(moment(text, { ...BERLIN, locales: [locale] })).toEqual([now - MINUTE, now + MINUTE]);
  });

  it.each(['an hour', 'half an hour ago', 'a few hours ago', 'over 30 days ago', 'ago', '1.5 hours ago'])(
    'is unread where it is not said how many: "%s"',
    (text) => expect(moment(text, BARE_ENGLISH)).toHaveProperty('why'),
  );

  it('is unread where a language says the same of what was and of what will be', () => {
    expect(why('خلال 5 أشهر', { ...BERLIN, locales: ['ar-EG'] })).toMatch(/ago or ahead/);
  });

  it('lies ahead for "in N units"', () => {
    const { now } = BERLIN;
    expect(moment('in 3 days', NEW_YORK)).toEqual([now + 2 * DAY, now + 4 * DAY]);
  });
});

describe('a missing year', () => {
  it.each([
    ['14. Juni', '2026-06-13T22:00Z'],
    ['15. Juni', '2026-06-14T22:00Z'],
    ['16. Juni', '2025-06-15T22:00Z'],
    ['24. Dez.', '2025-12-23T23:00Z'],
    ['29. Feb.', '2024-02-28T23:00Z'],
    ['16.6.', '2025-06-15T22:00Z'],
  ])('is the latest that puts the date in the past: %s', (text, from) =>
    expect(moment(text)).toEqual([at(from), at(from) + DAY]),
  );

  it.each([
    ['15. Juni', '2026-06-14T22:00Z'],
    ['14. Juni', '2027-06-13T22:00Z'],
    ['1. Januar', '2026-12-31T23:00Z'],
  ])('is the next one in an upcoming section: %s', (text, from) =>
    expect(moment(text, { ...BERLIN, upcoming: true })).toEqual([at(from), at(from) + DAY]),
  );

  it('goes by the minute on the day itself', () => {
    expect(moment('15. Juni, 11:30')).toBe(at('2026-06-15T09:30Z'));
    expect(moment('15. Juni, 11:31')).toBe(at('2025-06-15T09:31Z'));
    expect(moment('15. Juni, 11:29', { ...BERLIN, upcoming: true })).toBe(at('2027-06-15T09:29Z'));
  });
});

describe('a zone that the text prints', () => {
  it.each([
    ['Nov 3, 2025 2:32 PM EST', '2025-11-03T19:32Z'],
    ['Jul 3, 2025 2:32 PM EDT', '2025-07-03T18:32Z'],
    ['Jul 3, 2025 2:32 PM EST', '2025-07-03T19:32Z'],
    ['Jul 3, 2025 2:32 PM PDT', '2025-07-03T21:32Z'],
    ['Nov 3, 2025 2:32 PM GMT+2', '2025-11-03T12:32Z'],
    ['Nov 3, 2025 2:32 PM GMT-3', '2025-11-03T17:32Z'],
    ['Nov 3, 2025 2:32 PM UTC+05:30', '2025-11-03T09:02Z'],
    ['Nov 3, 2025 2:32 PM GMT+0530', '2025-11-03T09:02Z'],
    ['Nov 3, 2025 14:32 +01:00', '2025-11-03T13:32Z'],
    ['Nov 3, 2025 2:32 PM UTC', '2025-11-03T14:32Z'],
    ['Jul 3, 2025 14:32 BST', '2025-07-03T13:32Z'],
    ['Jul 3, 2025 14:32 CEST', '2025-07-03T12:32Z'],
    ['14:32 BST, 3 Jul 2025', '2025-07-03T13:32Z'],
    ['Nov 3, 2025 14:32 (CET)', '2025-11-03T13:32Z'],
    ['Nov 3, 2025 14:32Z', '2025-11-03T14:32Z'],
  ])('%s', (text, iso) => expect(moment(text, { ...NEW_YORK, zone: 'Asia/Tokyo' })).toBe(at(iso)));

  it('is the page’s own where it has that name', () => {
    expect(moment('Nov 3, 2025 14:32 IST', { ...NEW_YORK, zone: 'Asia/Kolkata' })).toBe(
      at('2025-11-03T09:02Z'),
    );
  });

  it('is unread, not left out, where the name is not known', () => {
    expect(why('Nov 3, 2025 2:32 PM XYZT', NEW_YORK)).toBe('which zone is "XYZT"?');
    expect(why('Nov 3, 2025 2:32 PM GMT+99', NEW_YORK)).toMatch(/no such zone/);
  });

  it.each([
    ['3. Juli 2025, 14:02 MESZ', 'de-DE', '2025-07-03T12:02Z'],
    ['3. Juli 2025, 14:02 Uhr (MESZ)', 'de-DE', '2025-07-03T12:02Z'],
    ['3. Juli 2025, 14:02 MEZ', 'de-DE', '2025-07-03T13:02Z'],
    ['3. Juli 2025 um 14:02 Mitteleuropäische Sommerzeit', 'de-DE', '2025-07-03T12:02Z'],
    ['3 juil. 2025, 14 h 02 HAE', 'fr-CA', '2025-07-03T18:02Z'],
    ['2025/07/03 14:02 JST', 'ja-JP', '2025-07-03T05:02Z'],
    ['3 июл. 2025 г., 14:02 МСК', 'ru-RU', '2025-07-03T11:02Z'],
    ['3 Jul 2025, 14:02 SGT', 'en-GB', '2025-07-03T06:02Z'],
    ['3 Jul 2025, 14:02 AEST', 'en-GB', '2025-07-03T04:02Z'],
    ['14:32, 3 Jul 2025 CEST', 'en-GB', '2025-07-03T12:32Z'],
    ['Jul 3, 2025 2:02 PM ET', 'en-US', '2025-07-03T18:02Z'],
    ['Jan 3, 2025 2:02 PM ET', 'en-US', '2025-01-03T19:02Z'],
    ['Jan 3, 2025 2:02 PM Pacific Standard Time', 'en-US', '2025-01-03T22:02Z'],
  ])('is named in the page’s language: %s', (text, locale, iso) =>
    expect(moment(text, { ...BERLIN, zone: 'Asia/Tokyo', locales: [locale, 'en'] })).toBe(at(iso)),
  );

  it('is not one that only looks like its name', () => {
    expect(moment('03 JUL 2025 14:02', { ...BERLIN, locales: ['en-GB'] })).toBe(at('2025-07-03T12:02Z'));
    expect(moment('14:02 THU', { ...BERLIN, locales: ['en-GB'] })).toBe(at('2026-06-11T12:02Z'));
  });

  it('is unread where two countries so call theirs, but for the page’s own', () => {
    expect(why('Jul 3, 2025 14:02 IST', NEW_YORK)).toBe('which zone is "IST"?');
    expect(moment('Jul 3, 2025 14:02 IST', { ...NEW_YORK, zone: 'Europe/Dublin' })).toBe(
      at('2025-07-03T13:02Z'),
    );
    expect(moment('2025/07/03 14:02 CST', { ...BERLIN, zone: 'Asia/Shanghai', locales: ['zh-CN'] })).toBe(
      at('2025-07-03T06:02Z'),
    );
    expect(moment('Jul 3, 2025 14:02 CST', NEW_YORK)).toBe(at('2025-07-03T20:02Z'));
  });

  it('tells the two showings of a doubled hour apart', () => {
    expect(moment('Nov 2, 2025 1:30 AM EDT', NEW_YORK)).toBe(at('2025-11-02T05:30Z'));
    expect(moment('Nov 2, 2025 1:30 AM EST', NEW_YORK)).toBe(at('2025-11-02T06:30Z'));
  });
});

describe('the hour of a clock change', () => {
  it('means the first where the clock shows it twice', () => {
    expect(moment('26.10.2025 02:30')).toBe(at('2025-10-26T00:30Z'));
    expect(moment('Nov 2, 2025 1:30 AM', NEW_YORK)).toBe(at('2025-11-02T05:30Z'));
  });

  it('means as much later where the clock skips it', () => {
    expect(moment('29.3.2026 02:30')).toBe(at('2026-03-29T01:30Z'));
    expect(moment('Mar 8, 2026 2:30 AM', NEW_YORK)).toBe(at('2026-03-08T07:30Z'));
  });
});

describe('day or month first', () => {
  const fifthOfApril = [at('2026-04-04T22:00Z'), at('2026-04-05T22:00Z')];
  const fourthOfMay = [at('2026-05-03T22:00Z'), at('2026-05-04T22:00Z')];
  it('stays unread in English without a region', () => {
    expect(why('04/05/2026', BARE_ENGLISH)).toMatch(/day or month first/);
    expect(why('04/05/26 10:00', BARE_ENGLISH)).toMatch(/day or month first/);
  });

  it('is what the page’s language or region says', () => {
    expect(moment('04/05/2026', { ...BERLIN, locales: ['en-GB'] })).toEqual(fourthOfMay);
    expect(moment('04/05/2026', { ...BERLIN, locales: ['en-US'] })).toEqual(fifthOfApril);
    expect(moment('04/05/2026', { ...BERLIN, locales: ['fr'] })).toEqual(fourthOfMay);
  });

  it('is not what a second language says', () => {
    expect(why('04/05/2026', { ...BERLIN, locales: ['en', 'de-DE', 'en-US'] })).toMatch(/day or month first/);
  });

  it('is what other dates on the page prove, before its language', () => {
    expect(moment('04/05/2026', { ...BARE_ENGLISH, order: 'DM' })).toEqual(fourthOfMay);
    expect(moment('04/05/2026', { ...BARE_ENGLISH, order: 'MD' })).toEqual(fifthOfApril);
    expect(moment('04/05/2026', { ...BERLIN, locales: ['en-US'], order: 'DM' })).toEqual(fourthOfMay);
  });

  it('stays unread where they contradict each other, but for a date that proves its own', () => {
    expect(why('04/05/2026', { ...NEW_YORK, order: '?' })).toMatch(/day or month first/);
    expect(moment('25/04/2026', { ...BERLIN, order: '?' })).toEqual([
      at('2026-04-24T22:00Z'),
      at('2026-04-25T22:00Z'),
    ]);
  });

  it('is not proved by a first number that may be a year', () => {
    expect(why('25-11-05', { ...BERLIN, locales: ['sv-SE', 'en'] })).toMatch(/day or month first/);
    expect(moment('25. 11. 5.', { ...BERLIN, locales: ['ko-KR', 'en'] })).toEqual(moment('2025-11-05'));
  });

  it('needs no answer behind a year of four digits', () => {
    expect(moment('2026/04/05', BARE_ENGLISH)).toEqual(fifthOfApril);
  });
});

describe('machine values', () => {
  it.each([
    ['2025-11-03T14:32:00Z', '2025-11-03T14:32Z'],
    ['2025-11-03T14:32:00.000+0100', '2025-11-03T13:32Z'],
    ['2025-11-03T14:32', '2025-11-03T13:32Z'],
    ['2025-11-03 14:32:10', '2025-11-03T13:32Z'],
    ['1970-01-01T00:00:00Z', '1970-01-01T00:00Z'],
  ])('%s', (text, iso) => expect(moment(text)).toBe(at(iso)));
});

describe('a time without a day', () => {
  it('is today’s only where the page leaves out that day', () => {
    expect(why('9:05')).toBe('a time without a day');
    expect(moment('9:05', { ...BERLIN, today: true })).toBe(at('2026-06-15T07:05Z'));
    expect(moment('9:05 PM', { ...NEW_YORK, today: true })).toBe(at('2026-06-16T01:05Z'));
    expect(moment('Nov 3 9:05', { ...NEW_YORK, today: true })).toBe(at('2025-11-03T14:05Z'));
  });
});

describe('days counted from today', () => {
  it.each([
    ['P0D', '2026-06-15'],
    ['P3D', '2026-06-18'],
    ['-P15D', '2026-05-31'],
  ])('%s', (text, day) => expect(moment(text)).toEqual(moment(day)));
});

describe('weekdays', () => {
  const dayFrom = (iso: string) => [at(iso), at(iso) + DAY];
  it('are the latest in the past, in an upcoming section the next', () => {
    expect(moment('Freitag')).toEqual(dayFrom('2026-06-11T22:00Z'));
    expect(moment('Montag')).toEqual(dayFrom('2026-06-14T22:00Z'));
    expect(moment('Freitag', { ...BERLIN, upcoming: true })).toEqual(dayFrom('2026-06-18T22:00Z'));
    expect(moment('Friday 10:15 AM', NEW_YORK)).toBe(at('2026-06-12T14:15Z'));
  });

  it('go by the minute on the day itself', () => {
    expect(moment('Montag 11:31')).toBe(at('2026-06-08T09:31Z'));
    expect(moment('Montag 11:29', { ...BERLIN, upcoming: true })).toBe(at('2026-06-22T09:29Z'));
  });

  it('beside a date add nothing, even where they look like a month', () => {
    expect(moment('mar, 15 jul 2025', { ...BERLIN, locales: ['es-ES'] })).toEqual(
      dayFrom('2025-07-14T22:00Z'),
    );
    expect(moment('mar 3 mar 2026', { ...BERLIN, locales: ['it-IT'] })).toEqual(dayFrom('2026-03-02T23:00Z'));
    expect(moment('3 mar 2026', { ...BERLIN, locales: ['it-IT'] })).toEqual(dayFrom('2026-03-02T23:00Z'));
    expect(moment('Thứ 5, 7 thg 5', { ...BERLIN, locales: ['vi-VN'] })).toEqual(dayFrom('2026-05-06T22:00Z'));
  });

  it('with a number that is no date stay unread', () => {
    expect(moment('Monday 14', BARE_ENGLISH)).toHaveProperty('why');
    expect(moment('mar 3', { ...BERLIN, locales: ['es-ES'] })).toHaveProperty('why');
  });
});

describe('other scripts and calendars', () => {
  it('reads their digits', () => {
    expect(moment('٣ نوفمبر ٢٠٢٥، ٢:٣٢ م', { ...BERLIN, locales: ['ar-EG'] })).toBe(at('2025-11-03T13:32Z'));
    expect(moment('३ नव॰ २०२५', { ...BERLIN, locales: ['hi-IN'] })).toEqual(moment('2025-11-03'));
  });

  it('reads Thai years as ours and leaves calendars with other months unread', () => {
    expect(moment('3 พฤศจิกายน 2568', { ...BERLIN, locales: ['th-TH'] })).toEqual(moment('2025-11-03'));
    expect(moment('3/11/68', { ...BERLIN, locales: ['th-TH'] })).toHaveProperty('why');
    expect(moment('۱۴۰۴/۸/۱۲', { ...BERLIN, locales: ['fa-IR'] })).toHaveProperty('why');
  });
});

describe('years of two digits', () => {
  it.each(['3-Nov-25', '3 Nov 25', 'Nov 3, 25', "3 Nov '25", '3/11/25'])('%s', (text) =>
    expect(moment(text, { ...BERLIN, locales: ['en-GB'] })).toEqual(moment('2025-11-03')),
  );
  it('far ahead are of the last century', () => {
    expect(moment('3.11.99')).toEqual(moment('1999-11-03'));
  });
});

describe('numbers around dots, where hours are so written too', () => {
  const finnish = { ...BERLIN, zone: 'UTC', locales: ['fi-FI', 'en'] };
  it('are a time beside a date that can be nothing else', () => {
    expect(moment('14.6.2026 klo 12.30', finnish)).toBe(at('2026-06-14T12:30Z'));
    expect(moment('14.6.2026 klo 12.30.05', finnish)).toBe(at('2026-06-14T12:30Z'));
  });
  it.each(['12.10 14.06.26', 'klo 12.10 14.06.2026', '14.6.2026 – 15.6.2026'])(
    'are unread where both may be the date: %s',
    (text) => expect(moment(text, finnish)).toHaveProperty('why'),
  );
});

describe('what is no time stays unread and says why', () => {
  it.each([
    '',
    '   ',
    '--',
    'soon',
    'Contract signed',
    '14:32',
    '31.2.2026',
    '2026-02-30',
    '2026-01-01T10:75',
    'November 2025',
    '11/2025',
    'Nov 3, 2025 25:10',
    'Nov 3 6 PM',
    '5 – 17 May',
    'May 5 – Jun 7',
    '12',
    '1.2.3.4',
    '3 Nov 20255',
  ])('"%s"', (text) => {
    const parsed = parseTime(text, NEW_YORK);
    expect(parsed).toHaveProperty('why');
    expect((parsed as { why: string }).why).not.toBe('');
  });

  it('does not repeat a long text', () => {
    expect((why('x'.repeat(5000)) as string).length).toBeLessThan(120);
  });

  it('is quick on hostile texts', () => {
    const started = performance.now();
    for (const text of [
      '1'.repeat(20_000),
      '1:'.repeat(10_000),
      'a '.repeat(10_000),
      '1/'.repeat(10_000),
      '. '.repeat(10_000),
    ])
      parseTime(text, NEW_YORK);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
