import type { Overview, Wish } from '../../metrics/overview.ts';

/*
 * The panel's last figures, for the seconds until the new ones are worked out of a large history. They are shown with the
 * time that they are of, and kept in memory alone: they end with the browser, and with whatever changes what may be shown.
 */

const FIGURES = 'figures';
/** When they were last dropped (epoch ms): what was begun before that is not kept either. */
const DROPPED = 'figures-dropped';

/** One after the other, whichever page or worker asks. */
const inTurn = <T>(run: () => Promise<T>): Promise<T> => navigator.locks.request('figures', run);

/** A session has room for ten megabytes; what has no place there is not kept. */
export const keepFigures = (overview: Overview): Promise<void> =>
  inTurn(async () => {
    const { [DROPPED]: dropped = 0 } = await chrome.storage.session.get<Record<string, number>>(DROPPED);
    // As text: Chromium would put the keys in an order of its own.
    if (overview.report.asOf > dropped)
      await chrome.storage.session.set({ [FIGURES]: JSON.stringify(overview) });
  }).catch(() => undefined);

/** Those of the same wish. A session begins anew with every version, so they are of this one's shape. */
export async function keptFigures(wish: Wish): Promise<Overview | undefined> {
  const { [FIGURES]: text } = await chrome.storage.session.get<Record<string, string>>(FIGURES);
  const kept: Overview | undefined = text && JSON.parse(text);
  return JSON.stringify(kept?.wish) === JSON.stringify(wish) ? kept : undefined;
}

/** After a change of the settings or of what an organisation allows, or when something was deleted. */
export const dropFigures = (): Promise<void> =>
  inTurn(async () => {
    await chrome.storage.session.remove(FIGURES);
    await chrome.storage.session.set({ [DROPPED]: Date.now() });
  });
