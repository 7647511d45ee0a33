import { all, visible } from '../../flat.ts';

/** Hosts of pages in standard and console navigation; Lightning keeps hidden ones of records that were left. */
const ACTIVE =
  'div.windowViewMode-normal.active, section.oneConsoleTab.active div.windowViewMode-maximized.active.lafPageHost';
const RECORD_HOME = 'one-record-home-flexipage2, .forcegenerated-flexipage-module';

/** The page in front: the innermost active and visible host, else the only visible record home, else the document. */
export function activeHost(doc: Document): Element | undefined {
  const active = all(doc, ACTIVE).filter(visible);
  if (active.length > 0) return active.at(-1);
  const homes = all(doc, RECORD_HOME).filter(visible);
  if (homes.length > 0) return homes[0];
  return all(doc, RECORD_HOME).length > 0 ? undefined : doc.body;
}

/** Something in the host is still being put there: stencils and spinners. */
export const loading = (host: Element): boolean =>
  all(
    host,
    '[class*="Stencil"]:not(li):not(p), lst-stencil, [class*="slds-stencil"], lightning-spinner, .slds-spinner',
  ).some(visible);
