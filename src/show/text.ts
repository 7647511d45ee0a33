import type messages from '../../public/_locales/en/messages.json';

type AnyKey = keyof typeof messages;
/** A key of the language files that stands for one text. */
export type Key = Exclude<AnyKey, `${string}_${Suffix}`>;
type Suffix = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
/** A key that has one text for each plural form of the language, by suffix. */
export type PluralKey = AnyKey extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never;
export type Params = Record<string, string | number>;

/** All texts in one language; show/kept-texts.ts says where they stand. */
export interface Texts {
  language: string;
  messages: Record<string, string>;
}

let chosen: Texts | undefined;
/** From now on in these; without them the browser's choice among the language files holds. */
export const speak = (texts: Texts | undefined): void => {
  chosen = texts;
};

/**
 * The language for texts, numbers and dates alike: the chosen one, or the browser's, with its region where it has one,
 * or that of the file which the browser chose instead. Each file names its own language and direction.
 */
export function language(): string {
  const [ours, browser] = [message('language'), chrome.i18n.getUILanguage()];
  return browser.split('-')[0] === ours ? browser : ours || browser;
}
export const direction = (): 'ltr' | 'rtl' => (message('direction') === 'rtl' ? 'rtl' : 'ltr');

const message = (key: string): string => chosen?.messages[key] ?? chrome.i18n.getMessage(key);

/** The page speaks the user's language and runs in its direction. */
export function localise(): void {
  document.documentElement.lang = language();
  document.documentElement.dir = direction();
}

/** The text of `key` with `{name}` replaced by its parameter; numbers as the user's language writes them. */
export const t = (key: Key, params: Params = {}): string => lookUp(key, params) ?? key;

/** The text of `key` in the plural form that `count` takes; the text shows it as `{count}`. */
export function plural(key: PluralKey, count: number, params: Params = {}): string {
  const form = new Intl.PluralRules(language()).select(count);
  const all = { ...params, count };
  return lookUp(`${key}_${form}`, all) ?? lookUp(`${key}_other`, all) ?? key;
}

/** As `t`, for a key that comes with the data; `undefined` when no language file has it. */
export function lookUp(key: string, params: Params = {}): string | undefined {
  const text = message(key);
  if (!text) return undefined;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? number(value) : isolated(value);
  });
}

export const number = (value: number, options?: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat(language(), options).format(value);

export const list = (items: string[]): string =>
  new Intl.ListFormat(language(), { style: 'narrow', type: 'conjunction' }).format(items);

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/** Names come from the page in any script; where directions mix they must not reorder the sentence around them. */
function isolated(value: string): string {
  const mixed = direction() === 'rtl' || rightToLeft.test(value);
  return mixed ? `\u2068${value}\u2069` : value;
}
