import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  idWithoutContacts,
  isContact,
  linkWithoutContacts,
  withoutContacts,
} from '../../src/contract/contacts.ts';

/* Addresses and numbers of people go nowhere; what only looks a little like one stays. */

describe('a text without addresses and numbers', () => {
  it.each([
    ['Ada Finch <ada@finch.example>', 'Ada Finch'],
    ['Ada Finch (ada.f@finch.example)', 'Ada Finch'],
    ['ada@finch.example', 'a…@finch.example'],
    ['Re: mail of ada+sales@finch.co.uk, please', 'Re: mail of a…@finch.co.uk, please'],
    ['田中＠例え.example から', '田…@例え.example から'],
    ['Call back +49 30 901820-12 today', 'Call back …12 today'],
    ['+40721555010', '…10'],
    ['0049 171 5550199', '…99'],
    ['Ring (415) 555-0132', 'Ring …32'],
    ['415-555-0132', '…32'],
    ['06 12 34 56 78', '…78'],
    ['Rückruf 0171/5550199', 'Rückruf …99'],
    ['03-1234-5678へ電話', '…78へ電話'],
    ['電話 03-1234-5678', '電話 …78'],
    ['٠١٠ ١٢٣٤٥٦٧٨', '…٧٨'],
  ])('%s', (text, left) => {
    expect(withoutContacts(text)).toBe(left);
  });

  it.each([
    'Order 4500123456',
    'Invoice 2026-000123',
    'Offer of 01.02.2026 10:30',
    '01/02/2026 – 28/02/2026',
    '2026-03-02',
    'INV-0171-5550199',
    '#415-555-0132',
    'EUR 1,200,000.00',
    '1 200 000 000 €',
    'Fleet of 12 vans, 3 x 4.5 t',
    'Price: 0.001234567',
    'at 100 % @ once',
    '00QHs00000AbCdEIAX',
    'Version 10.0.0.1 of 192.168.100.200',
    '+12 % in 2026',
  ])('stays: %s', (text) => {
    expect(withoutContacts(text)).toBe(text);
  });

  it('holds no whole address, whatever stands around it, and is the same when done again', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9._+-]{1,12}$/);
    const around = fc.string({ maxLength: 30 });
    const address = fc.tuple(word, fc.stringMatching(/^[a-z0-9]{1,8}\.(example|co\.uk)$/));
    fc.assert(
      fc.property(around, address, around, (before, [local, domain], after) => {
        const left = withoutContacts(`${before} ${local}@${domain} ${after}`);
        expect(left).not.toContain(`${local}@`);
        expect(withoutContacts(left)).toBe(left);
      }),
    );
  });

  it('holds none that begins where another seems to end', () => {
    expect(withoutContacts('-@ a.0+@a.co.uk')).toBe('-…@a…@a.co.uk');
  });

  it('takes no longer for a long text than its length asks for', () => {
    for (const piece of ['a', 'a.', '1 ', '0171 ', '@', '(', 'a@', '<a'])
      expect(withoutContacts(piece.repeat(20_000 / piece.length)).length).toBeLessThanOrEqual(20_000);
  }, 5000);
});

it('tells what is nothing but an address or a number', () => {
  for (const text of ['ada@finch.example', '+49 30 90182012', '<ada@finch.example>', '"+40721555010"'])
    expect(isContact(text), text).toBe(true);
  for (const text of ['Ada Finch', 'Ada <ada@finch.example>', '4500123456', ''])
    expect(isContact(text), text).toBe(false);
});

it('keeps apart what only an address tells apart', () => {
  const ids = ['ada@finch.example', 'alan@finch.example'].map((id) => idWithoutContacts('customer', id));
  expect(new Set(ids).size).toBe(2);
  expect(ids.join()).not.toContain('@');
  expect(idWithoutContacts('customer', '0015550132')).toBe('0015550132');
});

it('keeps of the address of a search what leads to the list', () => {
  const list = 'https://app.hubspot.com/contacts/7/objects/0-1/views/all/list';
  expect(linkWithoutContacts(`${list}?query=ada%40finch.example`)).toBe(list);
  expect(linkWithoutContacts(`${list}?query=ada`)).toBe(`${list}?query=ada`);
});
