import { readFileSync, writeFileSync } from 'node:fs';
import manifest from '../manifest.json';
import schema from '../public/managed-schema.json';
import { sighting } from '../src/contract/coverage.ts';
import { records } from '../src/contract/records.ts';
import { RETENTION_DAYS, settings } from '../src/contract/settings.ts';
import { HOLDS, PARTS } from '../src/show/options/data.ts';
import { listing } from './store.ts';

export const PAGE = 'docs/data-sheet.md';

/** Writes the data sheet from the manifest, the schemas, the defaults and the texts of the options. */
export default async function main(): Promise<number> {
  writeFileSync(PAGE, dataSheet());
  console.error(`✓ ${PAGE}`);
  return 0;
}

const texts: Record<string, { message: string }> = JSON.parse(
  readFileSync('public/_locales/en/messages.json', 'utf8'),
);
const text = (key: string): string => {
  const found = texts[key]?.message;
  if (found === undefined) throw new Error(`No text ${key}.`);
  return found;
};

export function dataSheet(): string {
  const tables: Record<string, string[]> = {
    data_what: kept(),
    data_rules: rules(),
    data_permissions: permissions(),
  };
  return [
    '# Data sheet',
    '',
    text('data_sheet_about').replace(
      'this installation reads, keeps and shows, made from its own settings',
      'Fourfold reads, keeps and shows',
    ),
    'Written by `npm run datasheet` from the manifest, the schemas and the texts of the options, where *Data sheet* shows the',
    'same of one installation, with its own settings, to be printed.',
    ...PARTS.flatMap(([title, told]) => [
      '',
      `## ${text(title)}`,
      '',
      ...(told ? [text(told)] : (tables[title] ?? [])),
    ]),
    '',
  ].join('\n');
}

const names = (of: object): string =>
  Object.keys(of)
    .map((name) => `\`${name}\``)
    .join(', ');

/** The fields of each table, as its schema has them. */
const FIELDS: Record<string, object> = {
  ...Object.fromEntries(
    Object.entries(records.shape).map(([table, rows]) => [table, rows.def.element.shape]),
  ),
  sightings: sighting.shape,
  settings: settings.shape,
};

const kept = (): string[] => [
  '| | what | fields |',
  '|---|---|---|',
  ...Object.entries(HOLDS).map(([table, about]) => {
    const fields = FIELDS[table];
    return `| ${text(`table_${table}`)} | ${text(about)} | ${fields ? names(fields) : ''} |`;
  }),
];

const rules = (): string[] => [
  `${text('data_kept_for')}: ${RETENTION_DAYS}, unless the user or the organisation sets another number. An organisation may lay down`,
  `${names(schema.properties)}, and lock ${schema.properties.lockedSettings.items.enum.map((name) => `\`${name}\``).join(', ')}`,
  'against the user; see [admins.md](admins.md).',
];

const permissions = (): string[] => {
  const csp = manifest.content_security_policy.extension_pages;
  const why = Object.entries(listing('en').permissions);
  return [
    '| permission | why |',
    '|---|---|',
    ...why.map(([name, reason]) => `| ${name} | ${reason} |`),
    '',
    `The extension’s own pages run under \`${csp}\`.`,
  ];
};
