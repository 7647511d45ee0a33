import { Mark } from '../parts/Icon.tsx';
import { t } from '../text.ts';
import { Crms } from './Crms.tsx';
import { Forget } from './Forget.tsx';
import { Hours } from './Hours.tsx';
import { Me } from './Me.tsx';
import { Problems } from './Problems.tsx';
import { Rules } from './Rules.tsx';
import type { Stored } from './stored.ts';

/** Who I am, where Fourfold reads, what counts as working time, and what it keeps. */
export const Options = ({ settings, people, problems, origins }: Stored) => (
  <main class="face options">
    <h1>
      <Mark />
      {t('options_title')}
    </h1>
    <Me names={settings.me?.names ?? []} seen={people} />
    <Crms origins={origins} />
    <Hours settings={settings} />
    <Rules settings={settings} />
    <Problems problems={problems} />
    <Forget />
  </main>
);
