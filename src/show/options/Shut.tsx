import type { Trouble } from '../../db/trouble.ts';
import { Unkept } from '../parts/Unkept.tsx';
import { Forget } from './Forget.tsx';

/** What is stored cannot be shown: why, and the one thing that can be done here. */
export const Shut = ({ trouble }: { trouble: Trouble }) => (
  <main class="options" data-part="shut">
    <Unkept unkept={{ ...trouble, pages: 0 }} />
    <Forget />
  </main>
);
