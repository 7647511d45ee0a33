import type { RawField, RawRecord } from '../../../contract/raw.ts';
import { text, up } from '../../flat.ts';
import { allShown, first } from './dom.ts';

/** The three makes: Aura, LWC, and the base component of custom pages. */
const PATH =
  '.slds-path, [class*="PathAssistant"], runtime_sales_pathassistant-path, lightning-progress-indicator';
const STEP =
  '.slds-path__item, [class*="PathAssistantTab"], runtime_sales_pathassistant-path-step, lightning-progress-step';

const marked = (host: Element, mark: string): Element | undefined =>
  allShown(host, `.${mark}`).find((el) => up(el, PATH));

/** The current step. `slds-is-active` only means that somebody looks at another step. */
const currentStep = (host: Element): Element | undefined =>
  allShown(host, STEP).find(
    (el) => el.matches('.slds-is-current, .slds-is-won, .slds-is-lost') && up(el, PATH),
  );

function nameOf(step: Element): string | undefined {
  const named = step.matches('[data-name]') ? step : first(step, '[data-name], [data-tab-name]');
  return (named?.getAttribute('data-name') ?? named?.getAttribute('data-tab-name')) || undefined;
}

function labelOf(step: Element): string {
  const title = step.matches('.slds-path__title') ? step : first(step, '.slds-path__title');
  return title?.getAttribute('data-label') || text(title, { without: '.slds-assistive-text' });
}

export function pathField(host: Element): RawField | undefined {
  const step = currentStep(host);
  const label = step && (labelOf(step) || nameOf(step));
  return label ? { text: label, by: 'structure' } : undefined;
}

/** The untranslated name of the current step, if that is the one so called. */
export function pathName(host: Element, label: string | undefined): string | undefined {
  const step = currentStep(host);
  return step && label && labelOf(step) === label ? nameOf(step) : undefined;
}

/** A path ends in one of two colours, set on all of it or on its last step. */
export function closedOf(host: Element): Pick<RawRecord, 'closed'> {
  if (marked(host, 'slds-is-won')) return { closed: 'won' };
  return marked(host, 'slds-is-lost') ? { closed: 'lost' } : {};
}
