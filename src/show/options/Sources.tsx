import type { Settings } from '../../contract/settings.ts';
import { warmthOf } from '../../metrics/warmth.ts';
import { plural, t } from '../text.ts';
import { Choice } from './Choice.tsx';
import { Lockable, useSave } from './save.tsx';

type Warmth = NonNullable<Settings['defaultWarmth']>;
const WARMTHS = ['hot', 'warm', 'cool', 'cold'] as const;
const names = (): [Warmth, string][] => [
  ['hot', t('warmth_hot')],
  ['warm', t('warmth_warm')],
  ['cool', t('warmth_cool')],
  ['cold', t('warmth_cold')],
];

interface Props {
  settings: Settings;
  seen: { source: string; n: number }[];
}

/** How much a hand-raise wants an answer depends on where it came from: the target runs accordingly. */
export function Sources({ settings, seen }: Props) {
  const save = useSave();
  return (
    <section class="card" data-part="sources">
      <h2>{t('sources')}</h2>
      <p class="quiet">{t('sources_hint')}</p>
      <Lockable of={['defaultWarmth', 'warmthOf']}>
        <Choice
          name="defaultWarmth"
          label={t('default_warmth')}
          value={settings.defaultWarmth ?? 'warm'}
          options={names()}
          choose={(warmth) => save({ defaultWarmth: warmth as Warmth })}
        />
        <Table settings={settings} seen={seen} />
      </Lockable>
    </section>
  );
}

function Table({ settings, seen }: Props) {
  const own = settings.warmthOf ?? {};
  const typed = Object.keys(own).filter((source) => !seen.some((s) => same(s.source, source)));
  const rows = [...seen, ...typed.map((source) => ({ source, n: 0 }))];
  if (rows.length === 0) return <p class="quiet small">{t('sources_none')}</p>;
  return (
    <table class="list">
      <thead>
        <tr>
          <th scope="col">{t('field_source')}</th>
          <th scope="col">{t('warmth')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ source, n }) => (
          <tr key={source}>
            <th scope="row">
              <bdi>{source}</bdi>
              {n > 0 && <span class="quiet small"> {plural('records_count', n)}</span>}
            </th>
            <td>
              <Warmth source={source} settings={settings} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

function Warmth({ source, settings }: { source: string; settings: Settings }) {
  const save = useSave();
  const own = Object.entries(settings.warmthOf ?? {});
  const chosen = own.findLast(([word]) => same(word, source))?.[1];
  const others = own.filter(([word]) => !same(word, source));
  const { warmthOf: _, ...without } = settings;
  const usual = warmthOf({ source, outcome: 'open', org: '-', id: '-' }, without);
  const usually = names().find(([warmth]) => warmth === usual)?.[1] ?? usual;
  const choose = (value: string) => {
    const next = WARMTHS.find((warmth) => warmth === value);
    save({ warmthOf: Object.fromEntries(next ? [...others, [source, next]] : others) });
  };
  return (
    <Choice
      quiet
      name={`warmth-${source}`}
      label={t('warmth_of', { source })}
      value={chosen ?? ''}
      options={[['', t('usual_value', { value: usually })], ...names()]}
      choose={choose}
    />
  );
}
