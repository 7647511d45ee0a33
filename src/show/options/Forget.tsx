import { useRef, useState } from 'preact/hooks';
import { forget } from '../tell.ts';
import { t } from '../text.ts';

/** Everything that was kept goes at once, after one question. */
export function Forget() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [done, setDone] = useState(false);
  const sure = async () => {
    await forget();
    dialog.current?.close();
    setDone(true);
  };
  return (
    <section class="card" data-part="forget">
      <h2>{t('forget')}</h2>
      <p class="quiet">{t('forget_hint')}</p>
      <button type="button" class="button danger" onClick={() => dialog.current?.showModal()}>
        {t('forget_button')}
      </button>
      <p class="small" role="status">
        {done && t('forget_done')}
      </p>
      <dialog ref={dialog} aria-labelledby="forget-ask">
        <h2 id="forget-ask">{t('forget_ask')}</h2>
        <p class="quiet">{t('forget_ask_text')}</p>
        <div class="with-button">
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {t('cancel')}
          </button>
          <button type="button" class="button danger" data-part="forget-sure" onClick={sure}>
            {t('forget_sure')}
          </button>
        </div>
      </dialog>
    </section>
  );
}
