import { useRef, useState } from 'preact/hooks';
import type { Mapping } from '../../contract/mapping.ts';
import type { Settings } from '../../contract/settings.ts';
import { plural, t } from '../text.ts';
import { FaultList } from './FaultList.tsx';
import { type At, keep, type Read, readFiles, rowsOf, withCorrected } from './importing.ts';
import { SheetMapping } from './SheetMapping.tsx';
import { useSave } from './save.tsx';

type State =
  | { is: 'idle' | 'stopped' | 'keeping' }
  | { is: 'reading'; at: At | undefined }
  | { is: 'read'; read: Read }
  | { is: 'kept'; n: number }
  | { is: 'wrong'; why: string };

interface Props {
  settings: Settings;
  /** Accounts that are known: an export may be of one of them. */
  orgs: string[];
}

/** Exports of a CRM, and histories of this extension: read, looked at, corrected, and only then taken in. */
export function Import({ settings, orgs }: Props) {
  const save = useSave();
  const [state, setState] = useState<State>({ is: 'idle' });
  const [files, setFiles] = useState<File[]>([]);
  const [mapping, setMapping] = useState<ReadonlyMap<string, Mapping>>(new Map());
  const running = useRef<AbortController>(undefined);

  const read = async (chosen: File[], corrected: ReadonlyMap<string, Mapping>) => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    setFiles(chosen);
    setMapping(corrected);
    if (chosen.length === 0) return setState({ is: 'idle' });
    setState({ is: 'reading', at: undefined });
    const progress = (at: At) => !control.signal.aborted && setState({ is: 'reading', at });
    const next = await readFiles(chosen, { settings, mapping: corrected, progress, signal: control.signal })
      .then((found): State => ({ is: 'read', read: found }))
      .catch(
        (error): State => ({ is: 'wrong', why: error instanceof Error ? error.message : String(error) }),
      );
    // A later reading has taken its place, or it was stopped.
    if (!control.signal.aborted) setState(next);
  };
  const stop = () => {
    running.current?.abort();
    setState({ is: 'stopped' });
  };
  const take = async (found: Read) => {
    setState({ is: 'keeping' });
    const why = await keep(found);
    setState(why === undefined ? { is: 'kept', n: rowsOf(found.history) } : { is: 'wrong', why });
    const corrected = [...mapping.values()];
    if (why === undefined && corrected.length > 0)
      save({ mappings: withCorrected(settings.mappings ?? [], corrected) });
  };
  return (
    <section class="card" data-part="import" data-is={state.is}>
      <h2>{t('import')}</h2>
      <p class="quiet">{t('import_hint')}</p>
      <div class="field">
        <label for="import-files">{t('import_files')}</label>
        <input
          id="import-files"
          type="file"
          name="files"
          multiple
          accept=".csv,.tsv,.txt,.json"
          onChange={(event) => read([...(event.currentTarget.files ?? [])], new Map())}
        />
      </div>
      <Progress state={state} stop={stop} />
      {state.is === 'read' && (
        <Found
          read={state.read}
          orgs={orgs}
          correct={(name, next) => read(files, new Map([...mapping, [name, next]]))}
          take={() => take(state.read)}
        />
      )}
    </section>
  );
}

function Progress({ state, stop }: { state: State; stop: () => void }) {
  if (state.is === 'reading') {
    const { file = '', line = 0, of } = state.at ?? {};
    return (
      <div class="progress" role="status">
        <label for="import-progress">{t('import_reading', { file, line })}</label>
        <div class="with-button">
          <progress id="import-progress" {...(of ? { value: line, max: of } : {})} />
          <button type="button" class="button" data-part="import-stop" onClick={stop}>
            {t('whole_stop')}
          </button>
        </div>
      </div>
    );
  }
  return (
    <p class={state.is === 'wrong' ? 'warn' : 'quiet'} role="status" data-part="import-said">
      {said(state)}
    </p>
  );
}

function said(state: State): string {
  if (state.is === 'wrong') return t('import_wrong', { why: state.why });
  if (state.is === 'kept') return plural('import_kept', state.n);
  if (state.is === 'keeping') return t('import_keeping');
  return state.is === 'stopped' ? t('import_stopped') : '';
}

interface FoundProps {
  read: Read;
  orgs: string[];
  correct: (name: string, mapping: Mapping) => void;
  take: () => void;
}

function Found({ read, orgs, correct, take }: FoundProps) {
  const n = rowsOf(read.history);
  return (
    <>
      {read.sheets.map((sheet) => (
        <SheetMapping
          key={sheet.name}
          sheet={sheet}
          orgs={orgs}
          correct={(mapping) => correct(sheet.name, mapping)}
        />
      ))}
      <p data-part="import-found">
        {plural('import_found', n)}
        {read.skipped > 0 && ` ${plural('import_skipped', read.skipped)}`}
      </p>
      <FaultList faults={read.faults} />
      <button type="button" class="button primary" data-part="import-take" disabled={n === 0} onClick={take}>
        {t('import_take')}
      </button>
    </>
  );
}
