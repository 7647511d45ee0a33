import { mkdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { type Demo, LOG_CALL, LOG_EMAIL, startDemo } from '../test/crm/demo/server.ts';
import type { Crm, RecordKind } from '../test/crm/demo/story.ts';
import { eventually, launch, type Options, type Session } from '../test/e2e/browser.ts';

/** The demo CRMs on loopback, or those that are given, and a browser in which their real names lead there, and all others nowhere. */
export async function openDemo(options: Options = {}): Promise<{ demo: Demo; session: Session }> {
  const demo = options.demo ?? (await startDemo());
  const grant = demo.hosts.filter((host) => !host.endsWith('.example')).map((host) => `https://${host}/*`);
  return { demo, session: await launch({ grant, demo, ...options }) };
}

/** What a person has before them whom `npm start` opened the demo for: a lead that waits, in a CRM that is enabled. */
export async function openStart(
  options: Options = {},
): Promise<{ demo: Demo; session: Session; page: Page }> {
  const { demo, session } = await openDemo(options);
  return { demo, session, page: await openRecord(demo, session, 'salesforce', 'lead', 'noor') };
}

/** Opens a record and resolves when the extension has read it, its timeline too. */
export async function openRecord(
  demo: Demo,
  session: Session,
  crm: Crm,
  kind: RecordKind,
  key: string,
): Promise<Page> {
  const page = await session.newPage(demo.urlOf(crm, kind, key));
  const name = [...demo.story.leads, ...demo.story.deals].find((r) => r.key === key)?.name;
  await eventually(async () => {
    const stored = await session.stored();
    if (![...stored.leads, ...stored.deals].some((r) => r.name === name))
      throw new Error(`${key} was not read`);
  }, 15_000);
  await page.waitForNetworkIdle();
  return page;
}

/**
 * Logs a call on the record as its page offers it, and leaves for another page in the same moment where one is given.
 * Resolves to the instant of the click that saved it.
 */
export const logCall = (
  page: Page,
  crm: Crm,
  subject: string,
  result = 'voicemail',
  leaveFor?: string,
): Promise<number> => fillIn(page, LOG_CALL[crm], { subject, result }, leaveFor);

/** Logs an e-mail on the record as its page offers it. Resolves as `logCall` does. */
export const logEmail = (page: Page, crm: Crm, subject: string, body: string): Promise<number> =>
  fillIn(page, LOG_EMAIL[crm], { subject, body });

/** Fills in and saves a form of the page without moving the focus, which would close the popup. */
async function fillIn<F extends { open: string; save: string }>(
  page: Page,
  form: F,
  values: Record<Exclude<keyof F, 'open' | 'save'>, string>,
  leaveFor?: string,
): Promise<number> {
  const click = (selector: string, then?: string) =>
    page.$eval(
      selector,
      (el, address) => {
        const at = Date.now();
        (el as HTMLElement).click();
        if (address) location.href = address;
        return at;
      },
      then,
    );
  await click(form.open);
  await page.waitForSelector(form.save);
  for (const [name, value] of Object.entries<string>(values))
    await page.$eval(String(form[name as keyof F]), (el, text) => Object.assign(el, { value: text }), value);
  return click(form.save, leaveFor);
}

/** Where pictures go, made if need be. */
export function picture(name: string): `${string}.png` {
  mkdirSync('dist/screenshots', { recursive: true });
  return `dist/screenshots/${name}.png`;
}
