/** What was planted somewhere in a page, and by what it is known again. */
export interface Canary {
  /** A word that may be kept beside a name; words of a message, an address and a number may not. */
  kind: 'word' | 'message' | 'address' | 'number';
  /** Ten letters, or ten digits, that stand nowhere else. */
  core: string;
  /** Where it was planted. */
  place: string;
}

/**
 * Runs in a page of the browser, so it stands alone. Into each place of a saved page that shows what a person wrote
 * goes a canary: beside what is kept (names, titles) a word, and an address or a number as they stand beside a sender;
 * into any other text that is longer than a label a sentence, an address and a number. `kept`: the texts that are kept.
 */
export function plant(html: string, kept: string[], seed: number): { html: string; canaries: Canary[] } {
  const VALUES = /^(?:title|alt|value|aria-label|placeholder|srcdoc|label|data-tooltip|datetime-title)$/;
  const SKIPPED = /^(?:script|style|head|noscript)$/;
  const WORDS = /(?:\p{L}{2,}\P{L}+){3}\p{L}{2,}|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]{9}/u;
  const MESSAGE =
    'emailui-rich-text-output, .o-mail-Message-body, .o_Message_prettyBody, .cell-post, .stream-post-container, textarea, blockquote, [data-test-id*="body" i], [data-test-id*="note" i], [data-field="description"]';
  /** The CRM's own controls and times, which are kept or quoted as they stand: no place for a message. */
  const CONTROLS =
    '[class*="filter" i], [data-test-id*="filter" i], [data-selenium-test*="filter" i], [class*="facet" i], [data-test-id*="timestamp" i], :has(> .filterMenuLink)';
  const TIME = /\d{1,2}[:.]\d{2}|20\d\d|[٠-٩]{2}/;
  const PERSONS = /@|tel:|\+\d{2}/;
  const canaries: Canary[] = [];
  let state = seed >>> 0;
  const below = (n: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * n);
  };
  // Consonants alone are no word of any language's, and no part of an id.
  const letters = () => Array.from({ length: 10 }, () => 'bcdfghjklmnpqrstvwxz'[below(20)]).join('');
  const planted = (kind: Canary['kind'], core: string, place: string, text: string) => {
    canaries.push({ kind, core, place });
    return text;
  };
  const address = (place: string) => {
    const core = letters();
    return planted('address', core, place, `${core}@canary.example`);
  };
  const number = (place: string) => {
    const [a, b] = [below(900) + 100, below(900) + 100];
    const forms = [
      `+49 7391 ${a}${b}`,
      `(07391) ${a}-${b}`,
      `07391/${a}${b}`,
      `+497391${a}${b}`,
      `0049 7391 ${a} ${b}`,
    ];
    return planted('number', `7391${a}${b}`, place, forms[below(forms.length)] ?? '');
  };
  const word = (place: string) => {
    const core = letters();
    return planted('word', core, place, core);
  };
  const sentence = (place: string) => {
    const [one, two] = [letters(), letters()];
    planted('message', two, place, two);
    return planted('message', one, place, `${one} said nobody is to know of ${two}.`);
  };
  const isKept = (text: string) =>
    kept.some((k) => text === k || text.includes(k) || (text.length > 2 && k.includes(text)));
  const grown = (text: string, place: string, isMessage: boolean, isControl: boolean): string | undefined => {
    if (isKept(text) || isControl)
      return `${text} ${word(place)} ${below(3) > 0 ? `<${address(place)}>` : number(place)}`;
    if (PERSONS.test(text)) return `${text} ${address(place)}`;
    if (TIME.test(text) || !(isMessage || WORDS.test(text))) return undefined;
    return `${text} ${sentence(place)} ${address(place)}, ${number(place)}`;
  };
  const into = (node: Node): void => {
    if (node instanceof Text && node.data.trim()) {
      const own = node.parentElement;
      const text = grown(
        node.data.trim(),
        own?.localName ?? '',
        !!own?.closest(MESSAGE),
        !!own?.closest(CONTROLS),
      );
      if (text !== undefined) node.data = ` ${text} `;
    }
    if (node instanceof Element) {
      if (SKIPPED.test(node.localName)) return;
      for (const a of node.attributes) {
        if (!VALUES.test(a.name) || !a.value) continue;
        const text = grown(a.value, a.name, node.matches(MESSAGE), node.matches(CONTROLS));
        if (text !== undefined) a.value = text;
      }
    }
    // A shadow root that the page declares is a template here.
    const children = node instanceof HTMLTemplateElement ? node.content.childNodes : node.childNodes;
    for (const child of [...children]) into(child);
  };
  const page = new DOMParser().parseFromString(html, 'text/html');
  into(page.body);
  return { html: `<!doctype html>${page.documentElement.outerHTML}`, canaries };
}
