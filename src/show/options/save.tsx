import { type ComponentChildren, createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { Policy } from '../../contract/policy.ts';
import type { Settings } from '../../contract/settings.ts';
import { type Patch, saveSettings } from '../tell.ts';
import { t } from '../text.ts';

export interface Saving {
  save: (patch: Patch) => void;
  policy: Policy | undefined;
  /** What the user set: where a change of one of many values begins, or the organisation's would become the user's. */
  own: Settings;
}
const Context = createContext<Saving>({ save: saveSettings, policy: undefined, own: {} });

export const useSave = (): Saving['save'] => useContext(Context).save;
export const useOwn = (): Settings => useContext(Context).own;
export const usePolicy = (): Policy | undefined => useContext(Context).policy;

/** What takes a change back: the values that the user's settings had before, null where they had none. */
export const inverse = (patch: Patch, own: Settings): Patch =>
  Object.fromEntries(Object.keys(patch).map((key) => [key, own[key as keyof Settings] ?? null]));

type Last = { is: 'saved' | 'undone'; back: Patch } | { is: 'refused'; why: string };

interface Props {
  own: Settings;
  policy: Policy | undefined;
  children: ComponentChildren;
}

/** Whatever stands within saves at once; a bar at the lower edge says so and takes the last change back. */
export function Saves({ own, policy, children }: Props) {
  const [last, setLast] = useState<Last>();
  const [saving, setSaving] = useState(0);
  const change = async (patch: Patch, is: 'saved' | 'undone') => {
    const back = inverse(patch, own);
    setSaving((n) => n + 1);
    const why = await saveSettings(patch);
    setSaving((n) => n - 1);
    setLast(why === undefined ? { is, back } : { is: 'refused', why });
  };
  return (
    <Context.Provider value={{ save: (patch) => void change(patch, 'saved'), policy, own }}>
      {children}
      <div class="saved" role="status" data-part="saved" data-is={last?.is} aria-busy={saving > 0}>
        {last && (
          <div class="saved-bar">
            <span>{said(last)}</span>
            {last.is !== 'refused' && (
              <button
                type="button"
                class="link"
                data-part="undo"
                aria-disabled={saving > 0}
                // While a change is on its way, the one that could be taken back is no longer the last.
                onClick={() => saving === 0 && change(last.back, last.is === 'saved' ? 'undone' : 'saved')}
              >
                {t(last.is === 'saved' ? 'undo' : 'redo')}
              </button>
            )}
          </div>
        )}
      </div>
    </Context.Provider>
  );
}

function said(last: Last): string {
  if (last.is === 'refused') return t('not_saved', { why: last.why });
  return t(last.is === 'saved' ? 'saved' : 'undone');
}

interface LockableProps {
  of: keyof Settings | (keyof Settings)[];
  children: ComponentChildren;
}

/** Controls of settings that an organisation may lay down: then nobody else can change them, and they say so. */
export function Lockable({ of, children }: LockableProps) {
  const locked = usePolicy()?.locked ?? [];
  const isLocked = [of].flat().some((key) => locked.includes(key));
  return (
    <fieldset class="plain" disabled={isLocked} data-locked={isLocked}>
      {isLocked && <p class="locked small">{t('locked')}</p>}
      {children}
    </fieldset>
  );
}
