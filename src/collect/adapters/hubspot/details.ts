import type { RawActivity } from '../../../contract/raw.ts';
import { all, text, up, visible } from '../../flat.ts';
import { HEADER } from './heading.ts';
import { COMMENT, STAMP, TEXT } from './marks.ts';

type Pair = NonNullable<RawActivity['details']>[number];

const OTHERS = `${HEADER}, ${TEXT}, ${STAMP}, ${COMMENT}, dl, [aria-hidden="true"], [data-test-id="preview-summary"]`;

const BELOW = `:is(${TEXT}) ~ :not(dl)`;

/** Short texts with an element of their own, other than heading, time and message. */
const shorts = (card: Element, selector: string, longest: number): [Element, string][] =>
  all(card, selector).flatMap((el): [Element, string][] => {
    if (el.firstElementChild?.textContent || !visible(el) || up(el, OTHERS)) return [];
    const shown = text(el);
    return shown && shown.length <= longest ? [[el, shown]] : [];
  });

/** Named pairs: a list, lines below the message ("Outcome: Completed"), or a short text beside another. */
export const detailsOf = (card: Element): Pair[] => [
  ...all(card, 'dl > dt, dl > div > dt').flatMap((label) => {
    const value = label.nextElementSibling;
    return value?.matches('dd') && visible(value)
      ? [{ label: text(label), text: text(value, { buttons: true }) }]
      : [];
  }),
  ...all(card, BELOW).flatMap((line) => (visible(line) ? split(text(line)) : [])),
  ...shorts(card, 'span, div, p, label, small', 120).flatMap(([el, label]) => {
    const [line] = split(label);
    return line ?? pair(label, el.nextElementSibling);
  }),
];

/** What may be a status that stands by itself; only words can tell. */
export const tagsIn = (card: Element): string[] =>
  shorts(card, 'span, div, p, small, b, strong, em, i, button', 40).map(([, shown]) => shown);

const pair = (label: string, value: Element | null): Pair[] => {
  const shown = value && !up(value, OTHERS) ? text(value, { buttons: true }) : '';
  return label.length <= 40 && shown.length <= 80 ? [{ label, text: shown }] : [];
};

function split(line: string): Pair[] {
  const [, label, value] = /^([^:：]{2,40})[:：] ?(.{1,80})$/u.exec(line) ?? [];
  return label && value ? [{ label, text: value }] : [];
}
