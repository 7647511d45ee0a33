import { beforeEach, expect, test } from 'vitest';
import { noticeText } from '../../src/show/notice-text.ts';
import { fakeChrome } from './chrome.ts';
import { late, wait } from './views.ts';

beforeEach(() => {
  fakeChrome();
});

test('an early warning says who waits, and what is left', () => {
  expect(noticeText({ is: 'early', leads: [wait({ remaining: 59 })] })).toEqual({
    title: 'Maria Kovacs is waiting for an answer',
    message: '59 sec left\nTarget: 5 min of working time',
  });
});

test('a breach says how much over the target it is', () => {
  expect(noticeText({ is: 'breach', leads: [late] })).toEqual({
    title: 'Tom Becker waits past the target',
    message: '12 min over the target\nTarget: 1 hr of working time',
  });
});

test('one of several counts them, and names the first three', () => {
  const leads = ['Ann', 'Bo', 'Cy', 'Di'].map((name) => wait({ name }));
  expect(noticeText({ is: 'breach', leads })).toEqual({
    title: '4 leads wait past the target',
    message: 'Ann, Bo, Cy',
  });
  expect(noticeText({ is: 'early', leads: leads.slice(2) }).title).toBe('2 leads are due soon');
});

test('somebody without a name is called by the company, or said to have none', () => {
  const title = (over: Parameters<typeof wait>[0]) => noticeText({ is: 'early', leads: [wait(over)] }).title;
  expect(title({ name: undefined })).toBe('Northwind Instruments is waiting for an answer');
  expect(title({ name: undefined, company: undefined })).toBe('No name shown is waiting for an answer');
});
