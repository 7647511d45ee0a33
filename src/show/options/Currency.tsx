import type { Settings } from '../../contract/settings.ts';
import { t } from '../text.ts';
import { Field } from './Field.tsx';
import { useSave } from './save.tsx';
import { numberFrom, numberText } from './typed.ts';

interface Props {
  settings: Settings;
  seen: string[];
}

const CODES = new Set(Intl.supportedValuesOf('currency'));
const codeOf = (text: string): string => text.trim().toUpperCase();

/** The one currency in which sums are made, and what the others are worth in it. */
export function Currency({ settings, seen }: Props) {
  const save = useSave();
  const { currency, rates = {} } = settings;
  const others = [...new Set([...seen, ...Object.keys(rates)])].filter((code) => code !== currency);
  const setRate = (code: string, rate: number | undefined) => {
    const { [code]: _, ...rest } = rates;
    save({ rates: rate === undefined ? rest : { ...rest, [code]: rate } });
  };
  return (
    <section class="card" data-part="currency">
      <h2>{t('currency')}</h2>
      <p class="quiet">{t('currency_hint')}</p>
      <Field
        name="currency"
        dir="ltr"
        label={t('currency_main')}
        value={currency ?? ''}
        list="currencies"
        placeholder="EUR"
        fault={(text) => (text.trim() === '' || CODES.has(codeOf(text)) ? undefined : t('currency_wrong'))}
        save={(text) => save({ currency: codeOf(text) || null })}
      >
        <datalist id="currencies">
          {[...CODES].map((code) => (
            <option key={code} value={code} />
          ))}
        </datalist>
      </Field>
      {currency !== undefined &&
        others.map((code) => (
          <Field
            key={code}
            name={`rate-${code}`}
            dir="ltr"
            label={t('rate_of', { code, currency })}
            value={rates[code] === undefined ? '' : numberText(rates[code])}
            fault={(text) =>
              text.trim() === '' || (numberFrom(text) ?? 0) > 0 ? undefined : t('rate_wrong')
            }
            save={(text) => setRate(code, numberFrom(text))}
          />
        ))}
      {currency !== undefined && (
        <Field
          adds
          name="rate-add"
          dir="ltr"
          label={t('rate_add')}
          value=""
          placeholder="USD"
          list="currencies"
          fault={(text) => (text.trim() === '' || CODES.has(codeOf(text)) ? undefined : t('currency_wrong'))}
          save={(text) => codeOf(text) !== currency && !rates[codeOf(text)] && setRate(codeOf(text), 1)}
        />
      )}
    </section>
  );
}
