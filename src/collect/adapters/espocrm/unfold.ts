import { all } from '../../flat.ts';
import { MORE, shows } from './fields.ts';

/** "Show more" of a record's panels: history, planned activities, tasks and stream. Lists are left alone. */
export function unfold(doc: Document): { toggles: Element[]; scrollers: Element[] } {
  const panels = ['activities', 'history', 'tasks', 'stream']
    .map((name) => `.panel[data-name=${name}]`)
    .join();
  const toggles = all(doc, `.detail[data-scope] :is(${panels}) ${MORE}`).filter(
    (el) => shows(el) && !el.closest('.modal'),
  );
  return { toggles, scrollers: [] };
}
