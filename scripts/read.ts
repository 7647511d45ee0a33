import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build, isBuilt } from './build.ts';
import { browser } from './chromium.ts';
import { openReader, type Source } from './reader.ts';

const USAGE =
  'npm run -s read -- PAGE [--url URL] [--locale de-DE] [--time-zone Europe/Berlin] [--now ISO] [--profile DIR]';

/** Wrong arguments: said in one line, exit 2. */
class Wrong extends Error {}

/** Reads one page through the real extension in a real browser and prints what it found as JSON. */
export default async function main(args: string[]): Promise<number> {
  try {
    const { source, profile } = sourceOf(args);
    await browser();
    if (!isBuilt()) await build('chrome');
    const reader = await openReader({ profile });
    try {
      const result = await reader.read(source);
      process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
      return result.adapter === null ? 3 : 0;
    } finally {
      await reader.close();
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    if (error instanceof Wrong) console.error(USAGE);
    return error instanceof Wrong ? 2 : 1;
  }
}

function sourceOf(args: string[]): { source: Source; profile?: string | undefined } {
  const { values, positionals } = parsed(args);
  const [page, ...others] = positionals;
  if (!page || others.length > 0) throw new Wrong('read takes one page: a saved file or an http(s) address.');
  const isAddress = /^https?:\/\//.test(page);
  const url = values.url ?? (isAddress ? page : undefined);
  if (!url) throw new Wrong(`${page} is a file: say with --url under which address it stood.`);
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Wrong(`--url: "${url}" is no http(s) address.`);
  const now = values.now === undefined ? undefined : Date.parse(values.now);
  if (Number.isNaN(now))
    throw new Wrong(`--now: "${values.now}" is no ISO time, such as 2026-03-02T09:00:00Z.`);
  return {
    source: {
      url: new URL(url).href,
      ...(isAddress ? {} : { html: fileAt(page) }),
      locale: valid('--locale', values.locale, (l) => new Intl.Locale(l)),
      timeZone: valid(
        '--time-zone',
        values['time-zone'],
        (z) => new Intl.DateTimeFormat('en', { timeZone: z }),
      ),
      now,
    },
    profile: values.profile,
  };
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { url: text, locale: text, 'time-zone': text, now: text, profile: text },
    });
  } catch (error) {
    throw new Wrong(error instanceof Error ? error.message : String(error));
  }
}

function fileAt(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Wrong(`${path} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

function valid(
  name: string,
  value: string | undefined,
  check: (value: string) => unknown,
): string | undefined {
  try {
    if (value !== undefined) check(value);
    return value;
  } catch {
    throw new Wrong(`${name}: "${value}" is not known.`);
  }
}
