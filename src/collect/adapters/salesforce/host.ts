import { all, text, up } from '../../flat.ts';
import { isKept } from '../../kept.ts';
import { type Slices, those } from '../../slices.ts';
import { allShown, inside, linkedId, shown } from './dom.ts';

/** Hosts of pages in standard and console navigation; Lightning keeps hidden ones of records that were left. */
const ACTIVE = 'div.windowViewMode-normal.active, div.lafPageHost.active';
/** A console tab that is not in front keeps an active host of its own. */
const BEHIND = 'section.oneConsoleTab:not(.active), .navexWorkspace:not(.active)';
const RECORD_HOME = 'one-record-home-flexipage2, .forcegenerated-flexipage-module';

/** The page in front: the innermost active and visible host, else the first visible record home, else the document. */
export function activeHost(doc: Document): Element | undefined {
  const active = all(doc, ACTIVE).filter((el) => shown(el) && !up(el, BEHIND));
  const innermost = active.filter((el) => !active.some((other) => inside(other, el)));
  if (innermost.length > 0) return innermost.at(-1);
  const homes = all(doc, RECORD_HOME);
  // Hosts of pages, none of them in front: the next one is not there yet.
  if (all(doc, '.lafPageHost').length > 0) return undefined;
  return homes.length > 0 ? homes.find(shown) : doc.body;
}

const SPINNER = 'lightning-spinner, .slds-spinner';
const PLACES = `${SPINNER}, [class*="Stencil"], lst-stencil, lst-stencil-table, [class*="slds-stencil"]`;

/** Aura's stencils stay around what came in their place: only one without a text is still waiting. */
const isWaiting = (el: Element): boolean => !isKept(el) && shown(el) && (el.matches(SPINNER) || !text(el));

/** Stencils and spinners, where something is still being put. */
export const waiting = (scope: Element): Slices<Element[]> => those(all(scope, PLACES), isWaiting);
export const loading = (scope: Element): boolean => all(scope, PLACES).some(isWaiting);

const PANEL =
  'records-lwc-detail-panel, records-base-record-form, records-lwc-highlights-panel, [class*="HighlightsStencil"]';

/** In the record's own panels, which are not there yet then, whatever else is. */
export const isOfRecord = (el: Element): boolean => !!up(el, PANEL);

/**
 * Why the host's content is not of the record in the address, which changes before the content does: the host's own
 * related links name its record, its fields and generated tags its object.
 */
export function foreign(host: Element, object: string, id: string): string | undefined {
  const named = allShown(host, 'a[href*="/related/"]').flatMap((a) => linkedId(a) ?? []);
  const alike = named.filter((other) => other.startsWith(id.slice(0, 3)));
  if (alike.length > 0 && !alike.some((other) => other.startsWith(id))) return 'content of another record';
  const fields = allShown(host, '[data-target-selection-name^="sfdc:RecordField."]');
  const objects = fields.map((el) => el.getAttribute('data-target-selection-name')?.split('.')[1]);
  const generated = allShown(host, '.forcegenerated-record-layout2, .forcegenerated-flexipage-module');
  const tag = new RegExp(`_${object.toLowerCase()}_`);
  const own = objects.includes(object) || generated.some((el) => tag.test(el.localName));
  return fields.length > 0 && !own ? 'content of another object' : undefined;
}
