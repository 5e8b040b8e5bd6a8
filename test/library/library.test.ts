import { Buffer } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  DataError,
  UserError,
  assess,
  assessHouseholds,
  day,
  explain,
  fromBytes,
  fromPath,
  list,
  measure,
  period,
  readProfile,
  report,
  standardsFrom,
  tally,
  trend,
} from '../../src/index.ts';
import type { Source } from '../../src/index.ts';
import { commandLine, reportJson } from '../support/command-line.ts';
import { csvOf, householdsOf, village } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';

const folder = mkdtempSync(join(tmpdir(), 'aid-metrics-sources-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const source = (rows: readonly TableRow[], name = 'table.csv'): Source => fromBytes(name, Buffer.from(csvOf(rows)));

describe('a profile', () => {
  const folderOf = 'fixtures/abroad';
  const profile = readProfile(readFileSync(`${folderOf}/profile.json`, 'utf8'), { file: 'profile.json', sha256: '' });
  const files = () => Promise.all(['villages.csv', 'households.csv'].map((name) => fromPath(`${folderOf}/${name}`)));
  const standards = standardsFrom({ region: profile.region });

  test('reads an office’s own headings and words, and says its own currency, as on the command line', async () => {
    const said = report(await tally(await files(), { profile, standards }), { lang: 'en' });
    const argv = ['--profile', `${folderOf}/profile.json`, `${folderOf}/villages.csv`, `${folderOf}/households.csv`];
    const { json } = await reportJson(argv);
    expect(said.places.map(({ cells }) => cells.map(({ text }) => text))).toEqual(
      json.places.map(({ metrics }) => Object.values(metrics).map(({ text }) => text)),
    );
    expect(said.metrics.map(({ column }) => column)).toContain('collective_income_lum');
  });

  test('names the currency of lists too; without it nobody knows the headings', async () => {
    const listing = await list(await files(), 'uncovered', { profile, standards });
    expect(listing.terms.currency.en).toBe('lum');
    await expect(tally(await files())).rejects.toThrow(UserError);
  });
});

describe('makers', () => {
  test.each(['2020', '2020-04', '1999-12'])('%s is a period', (text) => {
    expect(period(text)).toBe(text);
  });

  test.each(['20', '2020-4', '2020-13', '2020-04-01', '', '202004', '２０２０'])('"%s" is none, and says so', (text) => {
    expect(() => period(text)).toThrow(UserError);
  });

  test('a day is one that exists', () => {
    expect(day('2020-02-29')).toBe('2020-02-29');
    expect(() => day('2019-02-29')).toThrow('2019-02-29');
    expect(() => day('2020-2-29')).toThrow(UserError);
  });

  test.each([
    ['Guangxi', '45'],
    ['广西', '45'],
    ['451122', '451122'],
    ['451122105206', '451122'],
    ['CN', 'CN'],
  ])('the region %s is %s', (word, region) => {
    expect(standardsFrom({ region: word }).region).toBe(region);
  });

  test.each(['钟山县', '99', ''])('"%s" is no region', (word) => {
    expect(() => standardsFrom({ region: word })).toThrow(UserError);
  });
});

describe('a source from a path', () => {
  test('is read by the name that was given, as often as needed', async () => {
    const file = join(folder, 'villages.csv');
    writeFileSync(file, csvOf([village({ households: 12 })]));
    const one = await fromPath(file);
    const { tallies } = await tally([one]);
    expect(tallies.inputs.map(({ file: name }) => name)).toEqual([file]);
    expect((await tally([one])).tallies).toEqual(tallies);
  });

  test('that is not there, or is a folder, or a pipe, is refused with the way out', async () => {
    await expect(fromPath(join(folder, 'none.csv'))).rejects.toThrow('no such file');
    await expect(fromPath(folder)).rejects.toThrow('name the files in it');
    const pipe = join(folder, 'pipe');
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
    await expect(fromPath(pipe)).rejects.toThrow('only once');
  });

  test('may say which table it holds', async () => {
    const bytes = Buffer.from(csvOf([{ village: '大桥村', period: 2020, household_id: 'H1', persons: 3, status: 'remaining' }]));
    const { tallies } = await tally([fromBytes('both.csv', bytes, { declared: 'households' })]);
    expect(tallies.inputs[0]!.table).toBe('households');
  });

  test('all files that cannot be read are named at once', async () => {
    const bad = ['a.csv', 'b.csv'].map((name) => fromBytes(name, Buffer.from('x,y\n1,2\n')));
    await expect(tally(bad)).rejects.toThrow(/a\.csv[^]*b\.csv/u);
  });
});

/** Four persons at 3500 yuan are 500 short of the line of 2020 each: 2000 of 4000 × 6 = 24000. */
const poor = householdsOf([
  { persons: 4, status: 'remaining', net_income_per_capita: 3500 },
  { persons: 2, net_income_per_capita: 9000 },
]);

describe('the poverty line', () => {
  test('is the one of the shipped book where nothing is said of standards', async () => {
    const [gap] = measure(await tally([source(poor)]), { metrics: ['poverty_gap'] }).total.measured;
    expect(gap!.value).toEqual({ numerator: 2000_00n, denominator: 24000_00n });
  });

  test('is looked for in the book that is given, so that an empty one has none and says so', async () => {
    const standards = standardsFrom({ book: { standards: [], schemes: [] } });
    const [gap] = measure(await tally([source(poor)], { standards }), { metrics: ['poverty_gap'] }).total.measured;
    expect(gap!.reason).toBe('no-line-in-force');
    await expect(list([source(poor)], 'below-line', { standards })).rejects.toThrow('no poverty line is in force in 2020');
  });

  test('is that of the period that is asked for', async () => {
    // A list of 2019: 3500 is above 3218, the line of that year, or there is none; never the 4000 of 2020.
    const of2019 = source(poor.map((row) => ({ ...row, period: 2019 })));
    const listed = await list([of2019], 'below-line').then(
      ({ rows }) => rows.length,
      (error: unknown) => (error instanceof UserError ? 'no line' : error),
    );
    expect([0, 'no line']).toContain(listed);
  });
});

describe('errors in the data', () => {
  const rows = [village({ rural_population: 100, remaining_poor_persons: 1 }), village({ village: '小桥村', rural_population: '不清' })];

  test('are thrown, with all that was found', async () => {
    const error = await tally([source(rows)]).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DataError);
    expect((error as DataError).findings.map(({ code, row }) => `${code} ${row}`)).toEqual(['not-a-number 3']);
  });

  test('widen the ranges where the rest is wanted in spite of them', async () => {
    const tallied = await tally([source(rows)], { partial: true });
    expect(tallied.findings).toHaveLength(1);
    expect(report(tallied).findings).toEqual({ errors: 1, warnings: 0 });
    const [incidence] = measure(tallied, { metrics: ['poverty_incidence'], by: 'all' }).total.measured;
    expect(incidence!.rejected).toBe(1n);
  });
});

describe('what is asked by a word that is not there is refused', () => {
  const files = [source(poor)];
  test.each<readonly [string, string, () => Promise<unknown>]>([
    ['a list', 'no list "poor"', () => list(files, 'poor')],
    ['a list of a table that is not given', 'needs a project file', () => list(files, 'overdue')],
    ['a list of columns that are not there', 'unpaired needs columns', () => list(files, 'unpaired')],
    ['a metric', 'no metric "coverage"', async () => measure(await tally(files), { metrics: ['coverage'] })],
    ['a metric to explain', 'no metric "coverage"', () => explain(files, 'coverage')],
    ['a group to explain', 'takes one metric', () => explain(files, 'core')],
    [
      'a place',
      'no place in the files is called "小桥村"',
      () => list(files, 'at-risk', { place: '小桥村' }).catch(() => explain(files, 'poverty_gap', { place: '小桥村' })),
    ],
    ['a period', 'hold nothing of 2018', async () => measure(await tally(files), { period: period('2018') })],
    ['households without their table', 'needs a household file', () => assessHouseholds([source([village({ households: 3 })])])],
  ])('%s', async (_, message, ask) => {
    await expect(ask()).rejects.toThrow(UserError);
    await expect(ask()).rejects.toThrow(message);
  });
});

describe('the library says what the command line says', () => {
  const paths = ['fixtures/assess/villages.csv', 'fixtures/assess/households.csv'];
  const opened = () => Promise.all(paths.map((path) => fromPath(path)));
  const standards = standardsFrom({ region: '45' });

  test('of the figures of each place', async () => {
    const { json } = await reportJson([...paths, '--region', '45', '--metrics', 'all']);
    const { places } = report(await tally(await opened(), { standards }), { metrics: ['all'], lang: 'en' });
    for (const [index, { cells }] of places.entries())
      for (const { metric, value, verdict } of cells) {
        const said = json.places[index]!.metrics[metric.id] as { value: number | null; verdict?: { met: string } };
        expect([metric.id, value, verdict?.met]).toEqual([metric.id, said.value, said.verdict?.met]);
      }
  });

  test('of the acceptance sheets', async () => {
    const { stdout } = await commandLine(['assess', ...paths, '--region', '45', '--format', 'json']);
    const said = (JSON.parse(stdout) as { places: readonly { met?: string }[] }).places.map(({ met }) => met);
    const sheets = assess(await tally(await opened(), { standards }));
    expect(sheets.map(({ met }) => met)).toEqual(said);
  });

  test('of households', async () => {
    const { stdout } = await commandLine(['assess', ...paths, '--region', '45', '--for', 'households', '--format', 'json']);
    const said = (JSON.parse(stdout) as { households: readonly { met: string }[] }).households.map(({ met }) => met);
    const { households } = await assessHouseholds(await opened(), { standards });
    expect(households.map(({ met }) => met)).toEqual(said);
  });

  test('of a list and of the rows behind a number', async () => {
    const { stdout } = await commandLine(['list', 'guarantee-gaps', ...paths, '--format', 'json', '--unknown']);
    const said = (JSON.parse(stdout) as { rows: readonly { household_id: string }[] }).rows.map((row) => row.household_id);
    const { rows } = await list(await opened(), 'guarantee-gaps', { withUnknown: true });
    expect(rows.map(({ id }) => id)).toEqual(said);
    const { places } = await explain(await opened(), 'poverty_incidence', { standards });
    expect(places.map(({ parts }) => parts[0]!.sum)).toEqual(
      measure(await tally(await opened(), { standards }), { metrics: ['poverty_incidence'] }).places.map(
        ({ measured }) => measured[0]!.value?.numerator ?? 0n,
      ),
    );
  });

  test('of changes', async () => {
    const rows = [
      village({ period: 2019, collective_income: 100, subsidy_income: 0, one_off_income: 0 }),
      village({ collective_income: 150, subsidy_income: 0, one_off_income: 0 }),
    ];
    const { total } = trend(await tally([source(rows)]), { metrics: ['collective_income'], by: 'all' });
    // 150 − 100 = 50 yuan.
    expect(total.series[0]!.points[1]!.change!.value.numerator).toBe(50_00n);
  });
});
