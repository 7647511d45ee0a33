/** Under which key the browser knows, for as long as it runs, whose sheet a page is. */
const keyOf = (page: string): string => `sheet:${page}`;

/** Opens one person's sheet on a page of its own. Browsers keep addresses in their history: no name may stand there. */
export async function openSheet(rep: string): Promise<void> {
  const page = crypto.randomUUID();
  await chrome.storage.session.set({ [keyOf(page)]: rep });
  const url = new URL(location.href);
  url.search = new URLSearchParams({ sheet: page }).toString();
  await chrome.tabs.create({ url: url.href });
}

/** Whose sheet this page is; `undefined` when it is none, `null` when nobody knows any more. */
export async function sheetOf(search: string): Promise<string | null | undefined> {
  const page = new URLSearchParams(search).get('sheet');
  if (page === null) return undefined;
  const rep = (await chrome.storage.session.get(keyOf(page)))[keyOf(page)];
  return typeof rep === 'string' ? rep : null;
}
