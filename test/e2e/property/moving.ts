/* Runs inside the page, in the extension's own world: a single-page application that goes from record to record. */

export interface Place {
  url: string;
  html: string;
}

/** One move: the address, after a while a first part of the content, after another while all of it. */
export interface Move {
  to: number;
  waits: [content: number, rest: number, stay: number];
  /** What stays of the record that was left until the rest comes. */
  late: string;
}

interface World {
  readNow(): unknown;
  sent: unknown[];
}

/** What each place is read as when it stands alone. */
export function alone(places: Place[]): unknown[] {
  const world = globalThis as unknown as World;
  return places.map(({ url, html }) => {
    history.pushState(null, '', url);
    document.body.innerHTML = new DOMParser().parseFromString(html, 'text/html').body.innerHTML;
    return world.readNow();
  });
}

/** Goes through the places while the reader watches; gives all that it sent. */
export async function travel(places: Place[], moves: Move[]): Promise<unknown[]> {
  const world = globalThis as unknown as World;
  const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  world.sent.length = 0;
  for (const { to, waits, late } of moves) {
    const { url, html } = places[to] ?? { url: location.href, html: '' };
    const body = () => new DOMParser().parseFromString(html, 'text/html').body;
    history.pushState(null, '', url);
    await rest(waits[0]);
    const left = document.querySelector(late);
    const next = body();
    if (left) next.querySelector(late)?.replaceWith(left);
    document.body.replaceChildren(...next.childNodes);
    await rest(waits[1]);
    document.body.replaceChildren(...body().childNodes);
    await rest(waits[2]);
  }
  return world.sent;
}
