// @ts-check
import { h } from '../common.js';
import { component, flexipageComponent, within } from './component.js';
import { composer } from './composer.js';
import { details } from './details.js';
import { highlights } from './highlights.js';
import { OBJECTS } from './objects.js';
import { path } from './path.js';
import { related } from './related.js';
import { timeline } from './timeline.js';
import * as value from './value.js';

/** @typedef {import('../common.js').Lead} Lead */
/** @typedef {import('../common.js').Deal} Deal */

/**
 * A record page without its timeline, and the function that fills that in.
 * @param {'Lead' | 'Opportunity'} name
 * @param {Lead | Deal} record
 */
export function recordPage(name, record) {
  const object = /** @type {any} */ (OBJECTS[name]);
  const lower = name.toLowerCase();
  const region = h(
    'div',
    { class: 'timelineRegion' },
    h(
      'lightning-spinner',
      { class: 'slds-spinner_container' },
      h(
        'div',
        { class: 'slds-spinner', role: 'status' },
        h('span', { class: 'slds-assistive-text' }, 'Loading'),
      ),
    ),
  );
  const fill = () => region.replaceChildren(timeline(name, record));
  const aura = component('flexipage-aura-wrapper', {}, [region]);
  const title = name === 'Lead' ? value.name(record.name) : value.text(record.name);
  const page = within(
    [
      'one-record-home-flexipage2',
      `forcegenerated-adg-rollup_component___force-generated__flexipage_-record-page___${lower}_-record_-page`,
      `forcegenerated-flexipage_${lower}_record_page_${lower}__view_js.forcegenerated-flexipage-module`,
      'record_flexipage-desktop-record-page-decorator',
      'records-record-layout-event-broker',
      'flexipage-record-home-with-subheader-template-desktop2',
    ],
    h(
      'div',
      { class: 'subheader' },
      flexipageComponent(
        'force_highlightsPanel',
        highlights(name, object.label, title, object.highlights(record)),
      ),
    ),
    h(
      'div',
      { class: 'subheader' },
      flexipageComponent('runtime_sales_pathassistant_pathAssistant', path(object.path(record))),
    ),
    h(
      'div',
      { class: 'columns' },
      h(
        'div',
        { class: 'main-column' },
        tabs(
          ['Details', 'Related'],
          flexipageComponent('force_detailPanel', details(name, object.sections(record))),
          () => flexipageComponent('force_relatedListContainer', related(name, record)),
        ),
      ),
      h(
        'div',
        { class: 'side-column' },
        h(
          'flexipage-tabset2',
          {},
          h(
            'div',
            { class: 'card' },
            h('h2', { class: 'slds-assistive-text' }, 'Activity'),
            h(
              'ul',
              { class: 'slds-tabs_default__nav', role: 'tablist' },
              h(
                'li',
                { class: 'slds-is-active', role: 'presentation' },
                h('a', { role: 'tab', href: '#', 'aria-selected': 'true' }, 'Activity'),
              ),
            ),
            flexipageComponent(
              'runtime_sales_activities_activityPanel',
              composer(object.kind, record, fill),
              aura,
            ),
          ),
        ),
      ),
    ),
  );
  return { page: /** @type {Node} */ (page), fill };
}

/** Two tabs; the second one's content is made when it is first opened, and stays, hidden. */
function tabs(
  /** @type {string[]} */ names,
  /** @type {HTMLElement} */ first,
  /** @type {() => HTMLElement} */ second,
) {
  const panels = names.map((n, i) =>
    h(
      'flexipage-tab2',
      {
        class: `slds-tabs_default__content ${i ? 'slds-hide' : 'slds-show'}`,
        role: 'tabpanel',
        'aria-label': n,
      },
      i ? null : first,
    ),
  );
  const items = names.map((n, i) =>
    h(
      'li',
      { class: i ? '' : 'slds-is-active', role: 'presentation' },
      h(
        'a',
        {
          role: 'tab',
          href: '#',
          'aria-selected': String(!i),
          onclick: (/** @type {Event} */ e) => {
            e.preventDefault();
            open(i);
          },
        },
        n,
      ),
    ),
  );
  const open = (/** @type {number} */ chosen) => {
    if (chosen === 1 && !panels[1]?.firstChild) panels[1]?.append(second());
    for (const [i, panel] of panels.entries()) {
      panel.classList.toggle('slds-show', i === chosen);
      panel.classList.toggle('slds-hide', i !== chosen);
      items[i]?.classList.toggle('slds-is-active', i === chosen);
      items[i]?.firstElementChild?.setAttribute('aria-selected', String(i === chosen));
    }
  };
  return h(
    'flexipage-tabset2',
    {},
    h(
      'lightning-tabset',
      { class: 'card' },
      h('ul', { class: 'slds-tabs_default__nav', role: 'tablist' }, ...items),
      ...panels,
    ),
  );
}

/** What stands there before the record has come. */
export const stencil = () =>
  h(
    'div',
    { class: 'forceHighlightsStencilDesktop highlights' },
    ...[30, 70, 50].map((width) => h('div', { class: 'bar', style: `width:${width}%` })),
  );
