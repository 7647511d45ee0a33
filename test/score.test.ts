import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import main from '../scripts/score.ts';
import type { Report } from '../src/metrics/report.ts';
import { move, open, won } from './metrics/kpis/deals.ts';
import { act, DAY, lead, RAISE, t } from './metrics/make.ts';

const folder = mkdtempSync(join(tmpdir(), 'score-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
const HISTORY = { format: 'fourfold-history', version: 1, exportedAt: RAISE };
const history = (name: string, tables: object = {}): string => file(name, { ...HISTORY, ...tables });

/** One lead of Ana's that was answered, one of Bo's that was not, and a deal won on the evening of 31 March (UTC). */
const small = history('small.json', {
  leads: [lead({ owner: 'Ana' }), lead({ id: 'L2', owner: 'Bo' })],
  deals: [won(100, { closedAt: t('2026-03-31T22:30') })],
  activities: [act(RAISE + 60_000, { by: 'Ana' })],
});
const APRIL = ['--as-of', '2026-04-15T00:00:00Z'];

/** The command in this process: what it printed for programs and for people, and its exit code. */
async function score(...args: string[]) {
  const printed = { out: '', err: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.out += text;
    return true;
  });
  vi.spyOn(console, 'error').mockImplementation((text) => {
    printed.err += `${text}\n`;
  });
  const code = await main(args);
  vi.restoreAllMocks();
  return { ...printed, code };
}

async function report(...args: string[]): Promise<Report> {
  const { out, err, code } = await score(...args);
  expect({ err, code }).toEqual({ err: '', code: 0 });
  return JSON.parse(out);
}

async function refused(...args: string[]): Promise<string> {
  const { out, err, code } = await score(...args);
  expect({ out, code }).toEqual({ out: '', code: 2 });
  return err;
}

describe('npm run -s score', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/run.mjs', 'score', ...args], { encoding: 'utf8' });

  it('prints a Report and nothing else', { timeout: 60_000 }, () => {
    const { status, stdout, stderr } = run(small, ...APRIL);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { format, version, fourP } = JSON.parse(stdout) as Report;
    expect({ format, version }).toEqual({ format: 'fourfold-report', version: 1 });
    expect(Object.keys(fourP.leads)).toEqual(['crm:test/lead/L1', 'crm:test/lead/L2']);
  });

  it('prints nothing on stdout of what it cannot read, and says why', { timeout: 60_000 }, () => {
    const { status, stdout, stderr } = run(file('broken.json', '{'), ...APRIL);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('broken.json is no JSON');
  });
});

describe('what is scored', () => {
  it('is of 90 days up to asOf, which is now unless it is given', async () => {
    expect(await report(small, ...APRIL)).toMatchObject({
      asOf: t('2026-04-15T00:00'),
      period: [t('2026-01-15T00:00'), t('2026-04-15T00:00')],
      rep: null,
    });
    const before = Date.now();
    const { asOf } = await report(small);
    expect(asOf).toBeGreaterThanOrEqual(before);
    expect(asOf).toBeLessThanOrEqual(Date.now());
  });

  it('is of one rep where one is named', async () => {
    const { rep, fourP } = await report(small, ...APRIL, '--rep', 'Ana');
    expect(rep).toBe('Ana');
    expect(Object.keys(fourP.leads)).toEqual(['crm:test/lead/L1']);
  });

  it('says so where nobody has that name, and who has one', async () => {
    const { out, err, code } = await score(small, ...APRIL, '--rep', 'ana');
    expect({ code, leads: (JSON.parse(out) as Report).fourP.leads }).toEqual({ code: 0, leads: {} });
    expect(err).toBe('--rep: nobody is named "ana". Leads and deals are owned by: Ana, Bo.\n');
  });

  it('takes dates and times without an offset by the clocks of the settings’ zone', async () => {
    const march = ['--period', '2026-03-01/2026-04-01', ...APRIL];
    const settings = file('berlin.json', { timeZone: 'Europe/Berlin' });
    const utc = await report(small, ...march);
    const berlin = await report(small, ...march, '--settings', settings);
    expect(utc.period).toEqual([t('2026-03-01T00:00'), t('2026-04-01T00:00')]);
    expect(berlin.period).toEqual([t('2026-03-01T00:00+01:00'), t('2026-04-01T00:00+02:00')]);
    expect([utc, berlin].map(({ kpis }) => kpis['total-sales']?.value)).toEqual([100, 0]);
    const times = ['--period', '2026-03-02T09:30/2026-03-02T09:30Z', '--as-of', '2026-04-15'];
    expect(await report(small, ...times, '--settings', settings)).toMatchObject({
      period: [t('2026-03-02T08:30'), t('2026-03-02T09:30')],
      asOf: t('2026-04-14T22:00'),
    });
  });

  it('goes by the settings of the command before those of the History', async () => {
    const own = history('own.json', {
      deals: [won(100, { closedAt: RAISE })],
      settings: { target: { 'total-sales': 50 }, currency: 'EUR' },
    });
    const targetOf = async (...more: string[]) =>
      (await report(own, ...APRIL, ...more)).kpis['total-sales']?.target;
    expect(await targetOf()).toBe(50);
    expect(await targetOf('--settings', file('target.json', { target: { 'total-sales': 70 } }))).toBe(70);
  });

  it('rule 86: takes deals for won and lost in the stages that the settings name', async () => {
    const deals = ['Signed', 'Gone', 'Asleep', 'Offer'].map((stage) =>
      open(100, { pipeline: 'Sales', stage, closeDate: undefined }),
    );
    const stageChanges = deals.map((one) => move(one, 'New', one.stage ?? '', RAISE));
    const own = history('open.json', { deals, stageChanges });
    const stageOutcomes = (['won', 'lost', 'no-decision'] as const).map((outcome, i) => ({
      pipeline: 'Sales',
      stage: deals[i]?.stage,
      outcome,
    }));
    const settings = file('outcomes.json', { stageOutcomes });
    const { kpis } = await report(own, ...APRIL, '--settings', settings);
    expect(kpis['win-rate']).toMatchObject({ x: 1, n: 2 });
    expect(kpis['total-sales']).toMatchObject({ value: 100, n: 1 });
    expect((await report(own, ...APRIL)).kpis['win-rate']).toMatchObject({ value: null, n: 0 });
  });
});

describe('several files', () => {
  const first = history('first.json', {
    leads: [lead({ owner: 'Ana' }), lead({ id: 'L2' })],
    activities: [act(RAISE + 60_000, { id: 'A1' })],
  });
  const second = history('second.json', {
    leads: [lead({ owner: 'Bo' }), lead({ id: 'L3' })],
    activities: [act(RAISE + DAY, { id: 'A1', on: { kind: 'lead', id: 'L3' } })],
  });

  it('are one History, in which the last of them has the say of a record', async () => {
    const { coverage, fourP } = await report(first, second, ...APRIL, '--rep', 'Bo');
    expect(coverage.seen).toMatchObject({ leads: 3, activities: 1 });
    expect(Object.keys(fourP.leads)).toEqual(['crm:test/lead/L1']);
    const turned = await report(second, first, ...APRIL, '--rep', 'Ana');
    expect(Object.keys(turned.fourP.leads)).toEqual(['crm:test/lead/L1']);
  });

  it('may be exports beside Histories', async () => {
    const csv = file('leads.csv', 'Lead ID,Last Name,Lead Owner,Created Date\n00Q1,Moss,Ana,2026-03-02\n');
    const { coverage, fourP } = await report(first, csv, ...APRIL);
    expect(coverage.seen).toMatchObject({ leads: 3 });
    expect(Object.keys(fourP.leads)).toContain('csv:leads/lead/00Q1');
  });
});

describe('bad input', () => {
  it('names file, row and field of each fault of a History', async () => {
    const bad = history('bad.json', {
      leads: [lead(), { ...lead({ id: 'L7' }), createdAt: '2026-03-02', outcome: 'lost' }],
      deals: [{ ...won(1, { id: 'D9' }), amount: 'ten' }],
    });
    const lines = (await refused(bad, ...APRIL)).trim().split('\n');
    expect(lines).toHaveLength(3);
    for (const [i, where] of [
      'leads[1] (L7) .createdAt',
      'leads[1] (L7) .outcome',
      'deals[0] (D9) .amount',
    ].entries())
      expect(lines[i]).toContain(`bad.json: ${where} `);
  });

  it('is a file that holds no History, or cannot be read', async () => {
    expect(await refused(file('list.json', []))).toContain('list.json: the file must be');
    expect(await refused(file('report.json', { ...HISTORY, format: 'fourfold-report' }))).toContain(
      'format must be',
    );
    expect(await refused(file('version.json', { ...HISTORY, version: 2 }))).toContain('version must be');
    expect(await refused(join(folder, 'absent.json'))).toContain('absent.json cannot be read');
  });

  it('names line and column of an export', async () => {
    const csv = file(
      'soon.csv',
      'Lead ID,Last Name,Lead Owner,Created Date\n00Q1,Moss,Ana,2026-03-02\n00Q2,Klein,Bo,soon\n',
    );
    expect(await refused(csv, ...APRIL)).toMatch(/soon\.csv:3: Created Date: .*soon/);
  });

  it('is a setting that is unknown, wherever it stands', async () => {
    for (const [settings, why] of [
      [{ defaultWarmth: 'boiling' }, 'defaultWarmth must be one of'],
      [{ stageOutcomes: [{ stage: 'Gone', outcome: 'sold' }] }, 'stageOutcomes[0].outcome must be one of'],
      [{ stageOutcomes: [{ outcome: 'lost' }] }, 'stageOutcomes[0].stage is missing'],
      [{ target: { 'win-rate': 'high' } }, 'target'],
      [{ timeZone: 'Mars/Olympus' }, 'settings.timeZone: "Mars/Olympus"'],
      [{ week: { '0-4': [['17:00', '09:00']] } }, 'settings.week["0-4"][0]'],
    ] as const) {
      expect(await refused(small, '--settings', file('odd.json', settings))).toContain(`odd.json: ${why}`);
      expect(await refused(history('odd-history.json', { settings }))).toContain(
        'odd-history.json: settings',
      );
    }
  });

  it('is a time that is none', async () => {
    for (const text of ['soon', '5', '2026-02-30', '2026-02-30T09:00Z', '2026-03-02T25:00Z', ''])
      expect(await refused(small, '--as-of', text)).toContain(`--as-of: "${text}"`);
  });

  it('is a period that does not run forward from one time to another', async () => {
    for (const text of [
      '2026-03-01',
      '2026-04-01/2026-03-01',
      '2026-03-01/2026-03-01',
      '2026-03-01/2026-04-01/2026-05-01',
      '/',
    ])
      expect(await refused(small, '--period', text)).toContain('--period: "');
  });

  it('shows how the command is used where its arguments are wrong', async () => {
    for (const args of [[], [small, '--zone', 'UTC'], [small, '--rep']])
      expect(await refused(...args)).toContain('npm run -s score -- HISTORY');
  });
});
