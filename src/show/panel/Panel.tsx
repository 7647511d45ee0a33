import { Body } from '../parts/Body.tsx';
import { Freshness } from '../parts/Freshness.tsx';
import type { View } from '../view.ts';
import { Visible } from './Visible.tsx';

/** The side panel: the popup's parts, everyone who waits, and every record that the page shows. */
export const Panel = ({ view }: { view: View }) => (
  <main class="face panel">
    <Freshness view={view} panel />
    <Body view={view} all />
    {view.visible.length > 0 && <Visible records={view.visible} />}
  </main>
);
