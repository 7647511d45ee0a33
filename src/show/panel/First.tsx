import { Freshness } from '../parts/Freshness.tsx';
import type { View } from '../view.ts';
import { Page } from './Page.tsx';

/** The panel before its figures have come. */
export const FirstPanel = ({ view }: { view: View }) => (
  <main class="face panel">
    <Freshness view={view} panel />
    <Page view={view} answer={{}} />
  </main>
);
