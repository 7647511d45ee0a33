import type { Chip } from '../../messages.ts';
import { STYLE } from './style.ts';

/** What the reader in the same tab has to know of it: changes of this element are none of the page's; see watch.ts. */
type World = { __fourfoldChip?: { host: Element; stop(): void } };

/** How often the address, and whether the extension is still there, are looked at (ms). */
const LOOK = 300;
const RETRY = 60_000;

const add = <K extends keyof HTMLElementTagNameMap>(tag: K, name: string, to: Node) => {
  const el = document.createElement(tag);
  el.className = name;
  to.appendChild(el);
  return el;
};

/** The sheet counts as ours, whatever the page's policy says of styles; where it cannot be made, an element has to do. */
function style(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
  } catch {
    add('style', '', root).textContent = STYLE;
  }
}

/** The chip's elements, made once and filled anew, so that the keyboard's focus stays where it is. */
function build(root: ShadowRoot, onOpen: () => void, onHide: () => void) {
  style(root);
  const box = add('div', 'chip', root);
  const open = add('button', 'open', box);
  const hide = add('button', 'hide', box);
  const letters = add('span', 'letters', open);
  const each = [0, 1, 2, 3].map(() => add('span', '', letters));
  // "≤ B" is read from the left in every language, though the four stand as the language runs.
  for (const letter of each) letter.dir = 'ltr';
  const response = add('span', 'response', open);
  const warning = add('span', 'warning', open);
  hide.textContent = '×';
  open.type = hide.type = 'button';
  open.onclick = (event) => event.isTrusted && onOpen();
  hide.onclick = (event) => event.isTrusted && onHide();
  // A key or click in the chip is none of the page's: its shortcuts must not hear it.
  for (const type of ['click', 'keydown', 'keypress', 'keyup', 'pointerdown', 'mousedown', 'mouseup'])
    root.addEventListener(type, (event) => event.stopPropagation());

  return (chip: Chip): void => {
    box.lang = chip.lang;
    box.dir = chip.dir;
    box.dataset.state = chip.state;
    each.forEach((el, i) => {
      el.textContent = chip.letters[i] ?? '';
    });
    response.textContent = chip.response;
    warning.textContent = chip.warning ?? '';
    open.ariaLabel = chip.label;
    hide.ariaLabel = chip.hide;
  };
}

function start(): void {
  const world = globalThis as World;
  world.__fourfoldChip?.stop();
  const host = document.createElement('div');
  let chip: Chip | null | undefined;
  let hidden: string | undefined;

  const ask = (type: 'chip' | 'open') => chrome.runtime.sendMessage({ type }).catch(() => undefined);
  const fill = build(
    host.attachShadow({ mode: 'closed' }),
    () => chrome.runtime?.id && ask('open'),
    () => {
      hidden = chip?.record;
      draw();
    },
  );

  /** Outside the body, where no framework looks for what it made. */
  const draw = (): void => {
    if (!chip || chip.url !== location.href || chip.record === hidden) host.remove();
    else {
      fill(chip);
      if (!host.isConnected) document.documentElement.append(host);
    }
  };

  const onMessage = (
    message: { type?: unknown; chip?: Chip | null },
    sender: chrome.runtime.MessageSender,
    reply: (taken: true) => void,
  ): undefined => {
    if (sender.id !== chrome.runtime.id) return;
    if (message.type === 'pause') stop();
    if (message.type !== 'chip') return;
    chip = message.chip;
    draw();
    reply(true);
  };

  const look = (): void => {
    // Without an id this script outlived its extension.
    if (!chrome.runtime?.id) stop();
    else if (chip && (chip.url === location.href) !== host.isConnected) draw();
    else if (chip?.until !== undefined && Date.now() >= chip.until && !document.hidden) {
      chip.until += RETRY;
      ask('chip');
    }
  };

  const timer = setInterval(look, LOOK);
  chrome.runtime.onMessage.addListener(onMessage);
  const stop = (): void => {
    clearInterval(timer);
    host.remove();
    chrome.runtime?.onMessage?.removeListener(onMessage);
  };
  world.__fourfoldChip = { host, stop };
}

start();
