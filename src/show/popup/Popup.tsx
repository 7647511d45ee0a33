import { Body } from '../parts/Body.tsx';
import { Freshness } from '../parts/Freshness.tsx';
import type { View } from '../view.ts';

/** The popup: is somebody waiting, for how long, what now, am I alright. */
export const Popup = ({ view }: { view: View }) => (
  <main class="face popup">
    <Freshness view={view} />
    <Body view={view} />
  </main>
);
