import { useState } from 'preact/hooks';
import { t } from '../text.ts';

/** Fills every face with an invented team, until it is left. */
export function TryDemo() {
  const [isBusy, setBusy] = useState(false);
  const start = async () => {
    setBusy(true);
    const { startDemo } = await import('../demo/start.ts');
    await startDemo(Date.now()).finally(() => setBusy(false));
  };
  return (
    <button type="button" class="link" data-part="try-demo" disabled={isBusy} onClick={start}>
      {t(isBusy ? 'demo_filling' : 'demo_try')}
    </button>
  );
}

const leave = async () => (await import('../demo/keep.ts')).leaveDemo();

/** Stands on every face while nothing on it is real. */
export const DemoBanner = () => (
  <section class="demo-banner" data-part="demo" aria-label={t('demo_title')}>
    <strong>{t('demo_title')}</strong>
    <button type="button" class="link" data-part="leave-demo" onClick={leave}>
      {t('demo_leave')}
    </button>
  </section>
);
