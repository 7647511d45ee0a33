import { useEffect, useState } from 'preact/hooks';
import { Mark } from '../parts/Icon.tsx';
import { t } from '../text.ts';
import { Saves } from './save.tsx';
import { SECTIONS, type Section } from './sections.tsx';
import type { Stored } from './stored.ts';

/** Who I am, where Fourfold reads, what counts and how, and what it keeps: one section at a time. */
export function Options(stored: Stored) {
  const [section, go] = useSection();
  return (
    <Saves own={stored.own} policy={stored.policy}>
      <div class="options">
        <header class="options-head">
          <h1>
            <Mark />
            {t('options_title')}
          </h1>
          <Narrow section={section} go={go} />
          <Wide section={section} />
        </header>
        <main key={section.id} data-section={section.id}>
          {section.draw(stored)}
        </main>
      </div>
    </Saves>
  );
}

const sectionIn = (hash: string): Section =>
  SECTIONS.find(({ id }) => `#${id}` === hash) ?? (SECTIONS[0] as Section);

/** The section that the address names, so that Back and a link lead to it. */
function useSection(): [Section, (id: string) => void] {
  const [section, setSection] = useState(() => sectionIn(location.hash));
  useEffect(() => {
    const follow = () => {
      setSection(sectionIn(location.hash));
      scrollTo({ top: 0 });
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return [
    section,
    (id) => {
      location.hash = id;
    },
  ];
}

const Wide = ({ section }: { section: Section }) => (
  <nav class="wide-nav" aria-label={t('sections')}>
    <ul>
      {SECTIONS.map(({ id, name }) => (
        <li key={id}>
          <a href={`#${id}`} aria-current={id === section.id ? 'page' : undefined}>
            {t(name)}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** On a narrow page, or a much enlarged one, a list would push everything else down. */
const Narrow = ({ section, go }: { section: Section; go: (id: string) => void }) => (
  <nav class="narrow-nav" aria-label={t('sections')}>
    <select
      name="section"
      aria-label={t('sections')}
      value={section.id}
      onChange={(event) => go(event.currentTarget.value)}
    >
      {SECTIONS.map(({ id, name }) => (
        <option key={id} value={id}>
          {t(name)}
        </option>
      ))}
    </select>
  </nav>
);
