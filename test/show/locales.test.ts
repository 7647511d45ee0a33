import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../manifest.json';
import { RULES } from '../../src/metrics/coaching.ts';
import { CHECK_IDS } from '../../src/metrics/deal-checks.ts';
import { EVIDENCE, EVIDENCE_KEYS, type EvidenceKey } from '../../src/metrics/evidence.ts';
import { REASON_IDS } from '../../src/metrics/exceptions.ts';
import { KPIS } from '../../src/metrics/kpis.ts';
import { PERIODS } from '../../src/metrics/periods.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'public/_locales');
type Messages = Record<string, { message: string }>;
const read = (language: string): Messages =>
  JSON.parse(readFileSync(join(folder, language, 'messages.json'), 'utf8'));
const languages = readdirSync(folder);
const english = read('en');

const KPI_KEYS = Object.keys(KPIS).map((id) => `kpi_${id.replaceAll('-', '_')}`);
const FORM = /_(zero|one|two|few|many|other)$/;
const stem = (key: string) => key.replace(FORM, '');
const stems = (messages: Messages) => [...new Set(Object.keys(messages).map(stem))].sort();
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');

/** All our source below a folder, as one text. */
const source = (...under: string[]): string =>
  under
    .flatMap((dir) => readdirSync(join(root, dir), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');

describe.each(languages)('%s', (language) => {
  const messages = read(language);

  test('has the keys that English has, and no others', () => {
    expect(stems(messages)).toEqual(stems(english));
  });

  test('has the plural forms that the language has', () => {
    const forms = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
    const plurals = stems(english).filter((key) => `${key}_other` in english && `${key}_one` in english);
    for (const key of plurals) {
      const found = Object.keys(messages).filter((k) => FORM.test(k) && stem(k) === key);
      expect(found.map((k) => k.slice(key.length + 1)).sort(), key).toEqual(forms);
    }
  });

  test('uses in each text no placeholder that English has not, and leaves none out', () => {
    for (const [key, { message }] of Object.entries(messages)) {
      const expected = new Set(placeholders((english[key] ?? english[`${stem(key)}_other`])?.message ?? ''));
      const found = new Set(placeholders(message));
      // A plural form may say the count in a word ("two leads"), and leave the number away.
      if (FORM.test(key)) for (const name of found) expect(expected, key).toContain(name);
      else expect([...found].sort(), key).toEqual([...expected].sort());
    }
  });

  test('names and describes itself within the stores’ limits', () => {
    expect(messages.app_name?.message.length).toBeLessThanOrEqual(75);
    expect(messages.app_description?.message.length).toBeLessThanOrEqual(132);
  });

  test('has keys that browsers take', () => {
    for (const key of Object.keys(messages)) expect(key).toMatch(/^[A-Za-z0-9_]+$/);
  });
});

describe('keys', () => {
  const show = source('src/show');
  const quoted = new Set([...show.matchAll(/(['"])(\w+)\1/g)].map(([, , word]) => word));
  const metrics = source('src/metrics');
  const reading = source('src/collect', 'src/contract', 'src/metrics').replace(/\W+/g, '_');
  const keyed = (id: string) => id.replace(/\W+/g, '_');
  /** Keys that are made of the id of what they name. */
  const named = [
    ...Object.keys(KPIS).flatMap((id) => [`kpi_${keyed(id)}`, `kpi_${keyed(id)}_about`]),
    ...CHECK_IDS.flatMap((id) => ['', '_pass', '_fail'].map((state) => `check_${keyed(id)}${state}`)),
    ...REASON_IDS.map((id) => `reason_${keyed(id)}_said`),
    ...['waiting', ...CHECK_IDS].map((id) => `reason_${keyed(id)}`),
    ...PERIODS.map((name) => `period_${keyed(name)}`),
    ...RULES.flatMap(({ kpi, tips }) => Array.from({ length: tips }, (_, i) => `tip_${keyed(kpi)}_${i + 1}`)),
  ];
  const manifestKeys: string[] = JSON.stringify(manifest).match(/(?<=__MSG_)\w+(?=__)/g) ?? [];

  test('every KPI has a name', () => {
    expect(KPI_KEYS.filter((key) => !(key in english))).toEqual([]);
  });

  test('every evidence has a sentence, made only of what it holds', () => {
    for (const key of EVIDENCE_KEYS) {
      const held: readonly string[] = EVIDENCE[key as EvidenceKey];
      expect(english, key).toHaveProperty(key);
      for (const name of placeholders(english[key]?.message ?? '')) expect(held, key).toContain(name);
    }
  });

  test('every KPI, check, reason, period and tip has its words', () => {
    expect(named.filter((key) => !(key in english))).toEqual([]);
  });

  test('everything that keeps a figure or a check from being said has a reason in words', () => {
    const phrases = [
      ...(readFileSync(join(root, 'src/metrics/kpi.ts'), 'utf8')
        .match(/export type Why =[^;]*;/)?.[0]
        .matchAll(/'([^']+)'/g) ?? []),
      ...readFileSync(join(root, 'src/metrics/deal-checks.ts'), 'utf8').matchAll(/unknown\('([^']+)'\)/g),
    ].map(([, phrase]) => phrase ?? '');
    expect(phrases.length).toBeGreaterThan(25);
    expect(phrases.filter((phrase) => !(`why_${keyed(phrase)}` in english))).toEqual([]);
  });

  test('every key is used', () => {
    const lookedUp = (key: string): boolean => {
      if (key.startsWith('why_')) return reading.includes(key.slice('why_'.length));
      if (named.includes(key) || metrics.includes(`'${key}'`)) return true;
      return key.startsWith('table_') || key.startsWith('field_') || EVIDENCE_KEYS.some((k) => k === key);
    };
    const unused = stems(english).filter(
      (key) => !quoted.has(key) && !manifestKeys.includes(key) && !lookedUp(key),
    );
    expect(unused, 'take these keys out of the language files, or use them').toEqual([]);
  });

  test('every key that is used exists', () => {
    const used = [...show.matchAll(/\b(?:t|plural)\('(\w+)'/g)].map(([, key]) => key);
    expect(used.filter((key) => key && !stems(english).includes(key))).toEqual([]);
    expect(manifestKeys.filter((key) => !(key in english))).toEqual([]);
  });
});
