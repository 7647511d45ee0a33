import { GROUPS } from '../kpi-groups.ts';
import { kpiName } from '../names.ts';
import { t } from '../text.ts';

interface Props {
  picks: readonly string[];
  onPick: (picks: string[]) => void;
}

/** Five lists to choose a figure from; one that stands elsewhere changes places. */
export function Picker({ picks, onPick }: Props) {
  const pick = (at: number, id: string) =>
    onPick(picks.map((old, i) => (i === at ? id : old === id ? (picks[at] ?? old) : old)));
  return (
    <details class="picker">
      <summary>{t('picks_change')}</summary>
      {picks.map((picked, at) => (
        // The place in the row is what is chosen for.
        <select
          key={String(at)}
          class="select wide"
          aria-label={t('pick_number', { number: at + 1 })}
          value={picked}
          onChange={({ currentTarget }) => pick(at, currentTarget.value)}
        >
          {GROUPS.map(({ name, ids }) => (
            <optgroup key={name} label={t(name)}>
              {ids.map((id) => (
                <option key={id} value={id} selected={id === picked}>
                  {kpiName(id)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      ))}
    </details>
  );
}
