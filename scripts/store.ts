import { existsSync, readFileSync } from 'node:fs';
import manifest from '../manifest.json';

/** What the stores' forms ask for, as plain text in one language. */
export interface Listing {
  name: string;
  summary: string;
  description: string;
  privacy: string;
  /** Why each permission is asked for; `hosts` stands for the optional ones. */
  permissions: Record<string, string>;
}

/** The tightest limit of the three stores, in characters. */
export const LIMITS = { name: 50, summary: 132, description: 10_000, permission: 1000 };

const plain = (markdown: string): string =>
  markdown.replace(/\*\*?|`/g, '').replace(/\[([^\]]+)\]\([^)]+\)/g, '$1');

/** Name and summary are the extension's own; privacy and permissions are the README's, so that all say the same. */
export function listing(language: string): Listing {
  const { app_name, app_description } = JSON.parse(
    readFileSync(`public/_locales/${language}/messages.json`, 'utf8'),
  );
  const own = `store/${language}.md`;
  const readme = readFileSync('README.md', 'utf8');
  const privacy = /^## Privacy\n([\s\S]*?)^## /m.exec(readme)?.[1] ?? '';
  return {
    name: app_name.message,
    summary: app_description.message,
    description: readFileSync(existsSync(own) ? own : 'store/en.md', 'utf8').trim(),
    privacy: plain(privacy.split('| permission |')[0] ?? '')
      .replace(/\n {2}/g, ' ')
      .trim(),
    permissions: Object.fromEntries(
      [...privacy.matchAll(/^\| (?:`(\w+)`|(hosts))(?: \(optional\))? \| (.+) \|$/gm)].map(
        ([, permission, hosts, why = '']) => [permission ?? hosts ?? '', plain(why)],
      ),
    ),
  };
}

/** What a listing has to explain. */
export const asked: string[] = [...manifest.permissions, ...manifest.optional_permissions, 'hosts'];

/** One page to copy from, field by field. */
export const page = (told: Listing): string =>
  [
    ['Name', told.name],
    ['Summary', told.summary],
    ['Description', told.description],
    ['Privacy policy', told.privacy],
    [
      'Permissions',
      Object.entries(told.permissions)
        .map(([name, why]) => `${name}: ${why}`)
        .join('\n'),
    ],
  ]
    .map(([field, text]) => `# ${field}\n\n${text}\n`)
    .join('\n');
