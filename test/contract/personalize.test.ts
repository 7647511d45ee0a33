import { describe, expect, it } from 'vitest';
import { type Letter, personalize } from '../../src/contract/personalize.ts';

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
