import { describe, expect, it } from 'vitest';
import { type Letter, personalize } from '../../src/contract/personalize.ts';
import { letters } from './letters.ts';

const BODY = `Hi Dana,

thank you for asking about the Northwind rollout at Acme Logistics.
Shall we talk on Tuesday at 10:30?

Best regards
Robin Ray
+49 30 1234567`;

const letter = (over: Partial<Letter> = {}): Letter => ({
  body: BODY,
  lead: { name: 'Dana Moss', words: ['Acme Logistics', undefined] },
  sender: 'Robin Ray',
  ...over,
});
const ALL = { greeting: true, sender: true, signature: true, relevance: true, forward: true };

describe('the five elements of a personal message', () => {
  it('are all in a good one', () => {
    expect(personalize(letter())).toEqual(ALL);
  });

  it.each<[keyof typeof ALL, string]>([
    ['greeting', BODY.replace('Dana', 'there')],
    ['sender', BODY.replace('Robin Ray', 'The team')],
    ['signature', BODY.replace('+49 30 1234567', '')],
    ['relevance', BODY.replace('Acme Logistics', 'your firm')],
    ['forward', BODY.replace('Shall we talk on Tuesday at 10:30?', 'Bye.')],
  ])('%s is missing alone where only it is missing', (element, body) => {
    expect(personalize(letter({ body }))).toEqual({ ...ALL, [element]: false });
  });

  it('are unknown, not missing, where nothing is known to compare with', () => {
    expect(personalize(letter({ lead: { words: [] }, sender: undefined }))).toEqual({
      ...ALL,
      greeting: null,
      sender: null,
      relevance: null,
    });
  });

  it('are looked for in the right places: a name in the middle is no greeting', () => {
    expect(personalize(letter({ body: `Hello,\n\n${BODY}` })).greeting).toBe(false);
  });

  it('are read in other scripts', () => {
    const body =
      'Γεια σου Ελένη,\nσας γράφω για την Ολύμπια Μεταφορική.\nΝα μιλήσουμε αύριο;\nΝίκος\nwww.example.gr';
    const lead = { name: 'Ελένη', words: ['Ολύμπια Μεταφορική'] };
    expect(personalize({ body, lead, sender: 'Νίκος' })).toMatchObject({ greeting: true, sender: true });
  });

  it('are five answers and no word of the text', () => {
    const answers = Object.values(personalize(letter()));
    expect(answers.every((a) => a === null || typeof a === 'boolean')).toBe(true);
  });

  it('of an empty text are none', () => {
    expect(personalize(letter({ body: '' }))).toEqual({
      greeting: false,
      sender: false,
      signature: false,
      relevance: false,
      forward: false,
    });
  });
});

describe.each(Object.entries(letters))('a letter in %s', (_, [people, all, none]) => {
  it('has all five elements', () => expect(personalize({ ...people, body: all })).toEqual(ALL));
  it('to everyone has none', () =>
    expect(Object.values(personalize({ ...people, body: none }))).toEqual(Array(5).fill(false)));
  it('to another has none of this one’s names', () => {
    const [other] = letters[people === letters.de?.[0] ? 'en' : 'de'] ?? [];
    expect(personalize({ body: all, lead: { words: [] }, ...other })).toMatchObject({
      greeting: false,
      sender: false,
      relevance: false,
    });
  });
});

describe('what only looks like it', () => {
  const of = (body: string, name = 'Dana Moss') => personalize({ body, lead: { name, words: [] } });

  it.each([
    ['a date', 'Hi\nvalid from 10.02.2026 on\nBye'],
    ['a date written backwards', 'Hi\nvalid from 2026-02-10 on\nBye'],
    ['a sum', 'Hi\nit is 12.50 € a month\nBye'],
    ['a booking word', 'Hi\nwe schedule it, ¡terminado!\nBye'],
    ['a semicolon', 'Hi;\nit is here; read it\nBye'],
  ])('%s', (_, body) => expect(of(body)).toMatchObject({ signature: false, forward: false }));

  it('a part of another name', () => {
    expect(of('Hi Danae,').greeting).toBe(false);
    expect(of('スミスソンを御社に', 'スミス').greeting).toBe(false);
    expect(of('山田様\n', '田中太郎').greeting).toBe(false);
  });

  it('what an earlier letter says below', () => {
    expect(of('Hi\nhere it is\n> Shall we talk at 10:30?\n> +49 30 1234567')).toMatchObject({
      signature: false,
      forward: false,
    });
  });
});

it('the form of a firm is no word of the lead', () => {
  const relevance = (body: string, company: string) =>
    personalize({ body, lead: { words: [company] } }).relevance;
  expect(relevance('Bonjour\npour toute société\nmerci\nà bientôt\n!', 'Société Mistral')).toBe(false);
  expect(relevance('こんにちは\n株式会社の皆様へ\n新製品です\n以上\n!', '株式会社北風')).toBe(false);
  expect(relevance('Hi\nfor any GmbH\nnews\nbye\n!', 'GmbH')).toBe(null);
});

describe('names', () => {
  const greets = (line: string, name: string) =>
    personalize({ body: `${line}\n…`, lead: { name, words: [] } }).greeting;

  it.each([
    ['スミス様', 'ジョン スミス'],
    ['林様', '林 花子'],
    ['田中 様', '田中 太郎'],
    ['Smith様', 'John Smith'],
    ['لأحمد', 'أحمد المنصوري'],
    ['Γεια σου Νίκο,', 'Νίκος Βασιλείου'],
    ['Bonjour Chloe', 'Chloé'],
    ['Уважаемая госпожа Соколова', 'Соколова Анна'],
  ])('%s greets %s', (line, name) => expect(greets(line, name)).toBe(true));

  it('leave no room for a pattern', () => expect(greets('Hi (a+)+$', '(a+)+$')).toBe(null));
});
