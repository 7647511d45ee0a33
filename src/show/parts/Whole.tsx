import { useRef, useState } from 'preact/hooks';
import { number, t } from '../text.ts';

/** Opens and reads all of the record on the page, on this click alone; says how far it is, and stops when told. */
export function Whole({ tab }: { tab: number }) {
  const [opened, setOpened] = useState<number>();
  const stop = useRef(() => {});
  const begin = async () => {
    setOpened(0);
    const { readWhole } = await import('../read-whole.ts');
    stop.current = readWhole(tab, (how) => setOpened(how.done ? undefined : how.opened));
  };
  if (opened === undefined)
    return (
      <button type="button" class="link" data-part="whole" title={t('whole_about')} onClick={begin}>
        {t('whole_read')}
      </button>
    );
  return (
    <p data-part="whole-progress">
      <output>{t('whole_progress', { count: number(opened) })}</output>{' '}
      <button type="button" class="link" data-part="whole-stop" onClick={() => stop.current()}>
        {t('whole_stop')}
      </button>
    </p>
  );
}
