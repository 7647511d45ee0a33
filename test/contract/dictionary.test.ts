import { describe, expect, it } from 'vitest';
import {
  beginsWith,
  type Dictionary,
  meaning,
  mentions,
  resultIn,
  says,
} from '../../src/contract/dictionary.ts';
import {
  addresseeOf,
  headingOf,
  kindInHeading,
  titledHeading,
  toOneOf,
} from '../../src/contract/headings.ts';
import { kindOf } from '../../src/contract/kind.ts';
import { fold } from '../../src/contract/words.ts';
import { phrases, type What } from './phrases.ts';

const files = import.meta.glob<Record<string, Dictionary>>('../../src/contract/dictionaries/*.ts', {
  eager: true,
});
const dictionaries = Object.values(files).flatMap((module) => Object.entries(module));
const LANGUAGES = ['ar', 'de', 'el', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pt', 'ro', 'ru'];

function ask(what: What, text: string): unknown {
  if (what === 'labels' || what === 'warmth' || what === 'type') return meaning(what, text);
  if (what === 'kinds') return kindOf(text);
  if (what === 'result') return resultIn(text);
  if (what === 'heading') return headingOf(text);
  if (what === 'autoReply') return beginsWith(what, text);
  const whole = ['empty', 'won', 'lost', 'converted', 'disqualified', 'cancelled', 'spam'].includes(what);
  return (whole ? says : mentions)(what, text);
}

it('there is a dictionary for each language, and phrases to try it', () => {
  expect(dictionaries.map(([language]) => language).sort()).toEqual(LANGUAGES);
  expect(Object.keys(phrases).sort()).toEqual(LANGUAGES);
});

describe.each(Object.entries(phrases))('%s', (_, rows) => {
  it.each(rows)('%s: %s', (what, text, expected) => expect(ask(what, text)).toEqual(expected));
});

describe('the words', () => {
  const words = (d: Dictionary, list: keyof Dictionary): [string, string[]][] =>
    Array.isArray(d[list]) ? [['', d[list]]] : Object.entries(d[list] ?? {});
  const lists = ['labels', 'warmth', 'type', 'results'] as const;

  it('are written as a page’s are read', () => {
    for (const [, d] of dictionaries)
      for (const list of (Object.keys(d) as (keyof Dictionary)[]).filter(
        (l) => l !== 'headings' && l !== 'created' && l !== 'columns',
      ))
        for (const word of words(d, list).flatMap(([, all]) => all)) expect(fold(word)).toBe(word);
  });

  it('leave no list of any language empty', () => {
    for (const [language, d] of dictionaries)
      for (const list of Object.keys(d) as (keyof Dictionary)[])
        expect([language, list, words(d, list).flat(2).length > 1]).toEqual([language, list, true]);
  });

  it('have the same fields and results in each language', () => {
    const [, en] = dictionaries.find(([language]) => language === 'en') ?? [];
    for (const [language, d] of dictionaries)
      for (const list of ['labels', 'results'] as const)
        expect([language, ...Object.keys(d[list])]).toEqual([language, ...Object.keys(en?.[list] ?? {})]);
  });

  it.each(lists)('of %s mean one thing in all languages', (list) => {
    const meanings = new Map<string, string>();
    const twice = dictionaries.flatMap(([language, d]) =>
      words(d, list).flatMap(([key, all]) =>
        all.flatMap((word) => {
          const other = meanings.get(fold(word));
          meanings.set(fold(word), key);
          return other === undefined || other === key ? [] : [`${language}: ${word} (${other}, ${key})`];
        }),
      ),
    );
    expect(twice).toEqual([]);
  });

  it.each(lists)('of %s come out as what they are listed for', (list) => {
    for (const [language, d] of dictionaries)
      for (const [key, all] of words(d, list))
        for (const word of all) expect([language, word, meaning(list, word)]).toEqual([language, word, key]);
  });

  it('for a result name it within a sentence too', () => {
    for (const [language, d] of dictionaries)
      for (const [key, all] of words(d, 'results'))
        for (const word of all)
          expect([language, word, resultIn(`X · ${word} · 1`)]).toEqual([language, word, key]);
  });

  it.each([
    ['won', ['lost', 'converted', 'disqualified', 'empty', 'cancelled']],
    ['lost', ['won', 'converted', 'empty']],
    ['converted', ['won', 'lost', 'disqualified', 'empty']],
    ['disqualified', ['won', 'lost', 'converted', 'empty']],
    ['cancelled', ['won', 'empty']],
  ] as const)('for %s are in no list against it', (list, others) => {
    for (const [language, d] of dictionaries)
      for (const word of d[list])
        for (const other of others)
          expect([language, word, other, says(other, word)]).toEqual([language, word, other, false]);
  });

  it.each([
    ['inbound', ['automatic', 'bounced', 'imported', 'upcoming', 'completed']],
    ['automatic', ['inbound', 'bounced', 'upcoming', 'completed', 'imported']],
    ['autoReply', ['inbound', 'bounced', 'upcoming', 'completed']],
    ['bounced', ['inbound', 'automatic', 'upcoming', 'completed']],
    ['upcoming', ['completed', 'inbound', 'bounced', 'automatic']],
    ['completed', ['upcoming', 'inbound', 'bounced', 'automatic']],
    ['unfiltered', ['inbound', 'automatic', 'bounced']],
  ] as const)('for %s contain none of a list against it', (list, others) => {
    const found = dictionaries.flatMap(([language, d]) =>
      d[list].flatMap((word) =>
        others.filter((other) => mentions(other, word)).map((other) => `${language}: ${word} (${other})`),
      ),
    );
    expect(found).toEqual([]);
  });

  it('of headings are found in their own pattern, whoever is named', () => {
    const names: [string, string][] = [
      ['by', 'Kim Öz'],
      ['to', 'Q7'],
      ['from', 'Q6'],
      ['owner', 'Bo Wu'],
    ];
    for (const [language, d] of dictionaries)
      for (const template of [...d.headings, ...d.created]) {
        const shown = names.filter(([key]) => template.includes(`{${key}}`));
        const text = shown.reduce((t, [key, name]) => t.replace(`{${key}}`, name), template);
        const found = headingOf(text.replaceAll('{x}', 'Zyx'));
        expect([language, template, found]).toEqual([language, template, Object.fromEntries(shown)]);
      }
  });

  it('of messages know an addressee behind the sender wherever they know the sender alone', () => {
    for (const [language, d] of dictionaries) {
      const pairs = d.headings.flatMap((h) => {
        const [, from, to] = /(\p{L}+) \{by\} (\p{L}+) \{x\}$/u.exec(h) ?? [];
        return from && /mail|correo|письмо|بريد/.test(h) ? [[from, to]] : [];
      });
      const alone = d.headings.filter(
        (h) => /mail|correo|письмо|بريد/.test(h) && h.endsWith(' {by}') && !h.includes('{x}'),
      );
      for (const [from, to] of pairs)
        for (const template of alone.filter((h) => h.endsWith(` ${from} {by}`)))
          expect([language, headingOf(`${template.replace('{by}', 'Kim Öz')} ${to} Bo Wu`).by]).toEqual([
            language,
            'Kim Öz',
          ]);
    }
  });
});

describe('matching', () => {
  it('does not mind accents, capitals, marks of direction and full-width letters', () => {
    expect(says('won', 'GAGNÉE')).toBe(true);
    expect(says('won', 'castigat')).toBe(true);
    expect(says('won', 'Κερδισμενη')).toBe(true);
    expect(mentions('automatic', 'أُرسل تلقائيًا: رسالة آليّة')).toBe(true);
    expect(meaning('labels', '\u200fالمبلغ\u200f:')).toBe('amount');
    expect(meaning('labels', '金額：')).toBe('amount');
  });

  it('tells what is denied', () => {
    expect(mentions('completed', 'Task assigned to Kim - not completed')).toBe(false);
    expect(mentions('completed', 'Aufgabe - nicht abgeschlossen')).toBe(false);
    expect(mentions('completed', '未完了のタスク')).toBe(false);
    expect(mentions('completed', 'مهمة غير مكتملة')).toBe(false);
    expect(mentions('completed', 'Задача не завершена')).toBe(false);
    expect(resultIn('Not held')).toBeUndefined();
  });

  it('takes a word of katakana for itself only', () => {
    expect(mentions('automatic', 'ボットからのメール')).toBe(true);
    expect(mentions('automatic', 'ロボット展示会')).toBe(false);
  });

  it('reads no heading out of a long text', () => {
    expect(headingOf(`${'Call by '.repeat(200)}Kim`)).toEqual({});
  });
});

describe('headings that hold a title', () => {
  const names = ['Ada de Finch', 'Bo Lind'];

  it.each([
    ['Email - News from Rome from Ada de Finch to Bo Lind', 'News from Rome', 'Ada de Finch'],
    ['Correo - Oferta de Ada de Finch a Bo Lind', 'Oferta', 'Ada de Finch'],
    ['Meeting - Review with Cy by Bo Lind', 'Review with Cy', 'Bo Lind'],
    ['Meeting - Demo hosted by Bo Lind', 'Demo', 'Bo Lind'],
    ['Meeting - Kick-off organisiert von Bo Lind', 'Kick-off', 'Bo Lind'],
  ])('%s', (text, title, by) => {
    expect(titledHeading(text, names)).toMatchObject({ title, by });
  });

  it('takes no title where no known name ends it, and no addressee for the sender', () => {
    expect(titledHeading('Email - News from Rome from Cy to Di', names)).toEqual({
      header: 'Email - News from Rome from Cy to Di',
    });
    expect(titledHeading('Email about it to Bo Lind', names).by).toBeUndefined();
    expect(titledHeading('Postal mail sent by Bo Lind', names).by).toBe('Bo Lind');
    expect(titledHeading('Ați avut o întâlnire cu Bo Lind', names).by).toBeUndefined();
  });

  it.each([
    ['Email - Re: Terms from Cy Rao to Bo Lind', { title: 'Re: Terms', by: 'Cy Rao' }],
    ['Correo - RE: Oferta de obra de Cy Rao a Bo Lind', {}],
    ['E-mail - Oferta de Cy Rao para ⁨Bo Lind⁩', { title: 'Oferta', by: 'Cy Rao' }],
    ['Email - Terms from Ada de Finch to Bo Lind', undefined],
    ['Email - Terms from Bo Lind to Cy Rao', undefined],
    ['Email - Welcome to Bo Lind', undefined],
    ['Email sent to Cy Rao by Bo Lind', undefined],
  ])('who wrote to one of the firm: %s', (text, found) => {
    expect(toOneOf(text, names)).toEqual(found);
  });

  it('knows the names without the marks of direction around them', () => {
    const text = 'بريد إلكتروني - عرض من ⁨ليلى حداد⁩ إلى ⁨سامي نور⁩';
    expect(titledHeading(text, ['ليلى حداد'])).toMatchObject({ title: 'عرض', by: 'ليلى حداد' });
  });

  it('takes no word of the sentence for a part of the name', () => {
    expect(headingOf('Anruf - Verbunden von Jo Pohl getätigt')).toEqual({ by: 'Jo Pohl' });
    expect(headingOf('Call - Connected by Jo Pohl placed')).toEqual({});
    expect(headingOf('Call - Connected by jo pohl')).toEqual({ by: 'jo pohl' });
  });

  it.each(['Se creó este contacto', 'On a créé ce contact', 'Se movió Flota a Ganado'])(
    'has no actor in a sentence about nobody: %s',
    (text) => {
      expect(headingOf(text).by).toBeUndefined();
      expect(kindInHeading(text)).toBe('system');
    },
  );

  it('finds sender and addressee behind the words for them', () => {
    const text = 'Eメール - Re: 見積書 送信者：森 太郎 宛先：高橋 恵';
    expect(headingOf(text)).toEqual({ by: '森 太郎' });
    expect(addresseeOf(text)).toBe('高橋 恵');
  });

  it.each([
    ['Call - No answer by Ada', 'call'],
    ['Ada a envoyé le formulaire Devis', 'form'],
    ['この取引は佐藤さんによって作成されました', 'system'],
    ['E-Mail von Ada an Bo', 'email'],
    ['Ada moved Roof to Won', 'system'],
    ['This deal was created by Ada', 'system'],
    ['Something new', undefined],
  ])('what %s heads', (text, kind) => {
    expect(kindInHeading(text)).toBe(kind);
  });
});
