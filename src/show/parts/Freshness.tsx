import { useState } from 'preact/hooks';
import { ago } from '../format.ts';
import { openPanel } from '../tell.ts';
import { plural, t } from '../text.ts';
import type { View } from '../view.ts';
import { DemoBanner } from './Demo.tsx';
import { GapList } from './GapList.tsx';
import { Icon, Mark } from './Icon.tsx';

/** The first line of every face: how old is what stands below, and what is missing from it. */
export function Freshness({ view, panel }: { view: View; panel?: boolean }) {
  const [open, setOpen] = useState(false);
  const gaps = view.page.is === 'read' ? view.gaps : [];
  const missing = gaps.filter(({ is }) => is !== 'label').length;
  const windowId = view.window;
  return (
    <header class="top">
      <div class="top-line">
        <Mark />
        <h1 class="heard">{t('app_name')}</h1>
        <p
          class="freshness"
          data-part="freshness"
          data-live={view.live}
          data-page={view.page.is}
          data-from="/readAt"
        >
          <span class="dot" />
          {freshness(view)}
        </p>
        {(missing > 0 || open) && (
          <button
            type="button"
            class="chip"
            data-part="gaps"
            data-from="/coverage"
            aria-expanded={open}
            aria-controls="gap-list"
            onClick={() => setOpen(!open)}
          >
            <Icon name="gap" />
            {plural('gaps', missing)}
          </button>
        )}
        {!panel && windowId !== undefined && (
          <IconButton name="panel" label={t('open_panel')} onClick={() => openPanel(windowId)} />
        )}
        <IconButton name="options" label={t('options')} onClick={() => chrome.runtime.openOptionsPage()} />
      </div>
      {view.isDemo && <DemoBanner />}
      {open && <GapList gaps={gaps} tab={view.tab} />}
    </header>
  );
}

interface IconButtonProps {
  name: 'panel' | 'options';
  label: string;
  onClick: () => void;
}
const IconButton = ({ name, label, onClick }: IconButtonProps) => (
  <button
    type="button"
    class="icon-button"
    data-part={name}
    aria-label={label}
    title={label}
    onClick={onClick}
  >
    <Icon name={name} />
  </button>
);

function freshness({ page, readAt, now, live, paused }: View): string {
  if (paused !== undefined) return t('paused');
  if (page.is === 'loading') return t('reading');
  if (page.is === 'none') return t('not_reading');
  if (page.is === 'off') return t('preview_only');
  if (readAt === undefined) return t('not_reading');
  const time = ago(Math.max(0, now - readAt) / 1000);
  return live ? t('live_read', { ago: time }) : t('last_read', { ago: time });
}
