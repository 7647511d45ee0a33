import type { Sighting } from '../../contract/coverage.ts';
import { type Key, list, lookUp, number, t } from '../text.ts';

type Strategy = NonNullable<Sighting['coverage']['by']>[string];

/** The surest first. */
const NAMES: [Strategy, Key][] = [
  ['api', 'strategy_api'],
  ['machine', 'strategy_machine'],
  ['structure', 'strategy_structure'],
  ['label', 'strategy_label'],
];

/** Fields of one CRM by the weakest way in which any page had them found. */
export function fieldsBy(sightings: Sighting[], adapter: string): Map<Strategy, string[]> {
  const weakest = new Map<string, number>();
  const rank = (by: Strategy) => NAMES.findIndex(([name]) => name === by);
  for (const { coverage } of sightings.filter((one) => one.adapter === adapter))
    for (const [field, by] of Object.entries(coverage.by ?? {}))
      weakest.set(field, Math.max(weakest.get(field) ?? 0, rank(by)));
  return new Map(
    NAMES.map(([name], i) => [name, [...weakest].flatMap(([field, at]) => (at === i ? [field] : []))]),
  );
}

/** By which way each field was found: a CRM's own name is surer than a word on the page. */
export function Strategies({ sightings }: { sightings: Sighting[] }) {
  const adapters = [...new Set(sightings.map(({ adapter }) => adapter))].sort();
  return (
    <section class="card" data-part="strategies">
      <h2>{t('strategies')}</h2>
      <p class="quiet">{t('strategies_hint')}</p>
      {adapters.length === 0 && <p class="quiet small">{t('strategies_none')}</p>}
      {adapters.map((adapter) => (
        <table class="list" key={adapter}>
          <caption>{adapter}</caption>
          <thead>
            <tr>
              <th scope="col">{t('strategy')}</th>
              <th scope="col">{t('strategy_fields')}</th>
            </tr>
          </thead>
          <tbody>
            {[...fieldsBy(sightings, adapter)].map(([by, fields]) => (
              <tr key={by}>
                <th scope="row">{t(NAMES.find(([name]) => name === by)?.[1] ?? 'strategy')}</th>
                <td>
                  {number(fields.length)}
                  {fields.length > 0 && <span class="quiet small"> · {list(fields.map(fieldName))}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}

export const fieldName = (field: string): string => lookUp(`field_${field.replace(/\W+/g, '_')}`) ?? field;
