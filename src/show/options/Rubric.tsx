import type { Settings } from '../../contract/settings.ts';
import { RUBRIC } from '../../metrics/rubric.ts';
import { type Key, t } from '../text.ts';
import { Field } from './Field.tsx';
import { useSave } from './save.tsx';
import { durationFrom, numberFrom, numberText, writtenDuration } from './typed.ts';

type Own = NonNullable<Settings['rubric']>;
export type Row = Exclude<keyof Own, 'version'>;
type Bounds = NonNullable<Own[Row]>;

const LETTERS = ['A', 'B', 'C', 'D'] as const;
const ROWS: { row: Row; name: Key; hint: Key }[] = [
  { row: 'promptness', name: 'promptness', hint: 'rubric_promptness' },
  { row: 'persistence', name: 'persistence', hint: 'rubric_persistence' },
  { row: 'personalization', name: 'personalization', hint: 'rubric_personalization' },
  { row: 'average', name: 'rubric_average_name', hint: 'rubric_average' },
];

const usual = (row: Row): Bounds => RUBRIC[row].slice(0, 4).map(([bound]) => bound) as Bounds;
const parse = (row: Row, text: string) => (row === 'promptness' ? durationFrom(text) : numberFrom(text));
const written = (row: Row, value: number) =>
  row === 'promptness' ? writtenDuration(value) : numberText(value);

/** The firm's own boundaries of the letters. Each change makes a new version, which every grade names. */
export function Rubric({ settings }: { settings: Settings }) {
  const save = useSave();
  const own = settings.rubric;
  const set = (row: Row, bounds: Bounds) =>
    save({ rubric: { ...own, version: (own?.version ?? RUBRIC.version) + 1, [row]: bounds } });
  return (
    <section class="card" data-part="rubric">
      <h2>{t('rubric')}</h2>
      <p class="quiet">{t('rubric_hint')}</p>
      {ROWS.map(({ row, name, hint }) => (
        <fieldset class="plain rubric-row" key={row}>
          <legend>{t(name)}</legend>
          <p class="small quiet">{t(hint)}</p>
          <div class="four">
            {LETTERS.map((letter, i) => {
              const bounds = own?.[row] ?? usual(row);
              return (
                <Field
                  key={letter}
                  name={`rubric-${row}-${letter}`}
                  label={letter}
                  value={written(row, bounds[i] ?? 0)}
                  fault={(text) => faultOf(row, replaced(bounds, i, parse(row, text)))}
                  save={(text) => {
                    const next = replaced(bounds, i, parse(row, text));
                    if (next) set(row, next);
                  }}
                />
              );
            })}
          </div>
        </fieldset>
      ))}
      {own && (
        <button type="button" class="button" data-part="rubric-usual" onClick={() => save({ rubric: null })}>
          {t('rubric_usual')}
        </button>
      )}
    </section>
  );
}

const replaced = (bounds: Bounds, at: number, value: number | undefined): Bounds | undefined =>
  value === undefined ? undefined : (bounds.map((bound, i) => (i === at ? value : bound)) as Bounds);

/** Times grow from A to D, all else falls; a letter that could never be given is a mistake. */
export function faultOf(row: Row, bounds: Bounds | undefined): string | undefined {
  if (!bounds || bounds.some((bound) => bound < 0))
    return t(row === 'promptness' ? 'duration_wrong' : 'number_wrong');
  const sign = row === 'promptness' ? 1 : -1;
  const isInOrder = bounds.every((bound, i) => i === 0 || sign * (bound - (bounds[i - 1] ?? 0)) > 0);
  return isInOrder ? undefined : t(row === 'promptness' ? 'rubric_grows' : 'rubric_falls');
}
