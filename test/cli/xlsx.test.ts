import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Met } from '../../src/measure/judge.ts';
import { metrics } from '../../src/measure/metrics/index.ts';
import { MET_NAMES } from '../../src/report/verdict.ts';
import { commandBytes, commandLine, reportJson } from '../support/command-line.ts';
import { cellsOf, contentOf, formatAt, partsOf, rowsOf, sheetNames } from '../support/workbook.ts';
import { WORDS, factsOf } from '../support/facts-of-json.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const gaps = ['villages', 'households', 'projects'].map((name) => `fixtures/gaps/${name}.csv`);
const overTime = ['villages', 'households-2019', 'households-2020'].map((name) => `fixtures/trend/${name}.csv`);

/** One command line for each result; the data of some have errors on purpose. */
const commands: Readonly<Record<string, readonly string[]>> = {
  report: ['report', ...gaps, '--region', '45'],
  'report with every metric': ['report', ...gaps, '--metrics', 'all', '--region', '45'],
  'report of townships': ['report', ...gaps, '--by', 'township'],
  'report of helping units': ['report', ...gaps, '--by', 'helper-unit', '--metrics', 'pairing_coverage'],
  'report with rejected rows': ['report', 'fixtures/dirty/villages.csv', '--partial'],
  assess: ['assess', 'fixtures/assess/villages.csv'],
  trend: ['trend', ...overTime],
  'list of households': ['list', 'below-line', 'fixtures/gaps/households.csv', '--unknown'],
  'list of projects': ['list', 'unspent', ...gaps],
  ledger: ['list', 'excluded', ...gaps],
  check: ['check', 'fixtures/bad/numbers.csv'],
  explain: ['explain', 'industry_coverage', ...gaps],
  'assess of households': ['assess', 'fixtures/assess/households.csv', '--for', 'households'],
};

async function workbookOf(argv: readonly string[]): Promise<Uint8Array> {
  const { bytes, stderr } = await commandBytes([...argv, '--format', 'xlsx']);
  expect(bytes.length, stderr).toBeGreaterThan(1000);
  return bytes;
}

/** Facts of JSON by the name of their field: every number, verdict, reason, mark, note, document and input. */
const FACTS = new Set(
  ['value', 'numerator', 'denominator', 'missing', 'low', 'high', 'amount', 'households', 'persons', 'rows', 'accepted', 'rejected', 'row']
    .concat(['met', 'reason', 'evidence', 'marks', 'notes', 'sha256', 'file', 'message', 'hint', 'code', 'household_id', 'project_id'])
    .concat(['village', 'township', 'county', 'province', 'village_code', 'label', 'wording', 'remarks', 'arithmetic']),
);

/** Differences of shares stand in percentage points. */
const inPoints = (value: number): number => value * 100;

describe('a workbook carries every fact of the JSON', () => {
  test.each(Object.keys(commands))('%s', async (name) => {
    const { stdout } = await commandLine([...commands[name]!, '--format', 'json']);
    const sheets = [...contentOf(await workbookOf(commands[name]!)).values()];
    const numbers = new Set(sheets.flatMap((one) => [...one.numbers]));
    const texts = sheets.flatMap((one) => one.texts).join('\n');
    const facts = factsOf(JSON.parse(stdout), FACTS);
    expect(facts.length).toBeGreaterThan(10);
    const wanting = facts.filter(({ path, value }) => {
      if (typeof value === 'number')
        return !numbers.has(value) && !(path.includes('.change.') && numbers.has(inPoints(value))) && !texts.includes(String(value));
      return !texts.includes(value) && !texts.includes(WORDS[value]?.en ?? value);
    });
    expect(wanting).toEqual([]);
  });
});

describe('a report as a workbook', () => {
  test('has a row per village and its counts and verdict beside each rate', async () => {
    const { bytes } = await commandBytes(['report', 'fixtures/assess/villages.csv', '--lang', 'zh', '--format', 'xlsx']);
    const parts = partsOf(bytes);
    // Five villages: few enough for the sheet of each.
    expect(sheetNames(parts)).toEqual(['各村指标', '明细', '退出验收', '验收表', '说明']);
    const rows = rowsOf(parts, 1);
    const village = rows.find((row) => row.A?.text === '甲村')!;
    // 450 of 750 households: 60 %, at least 60 % asked for.
    expect([village.B!.text, village.C!.text, village.D!.text, village.E!.text, village.F!.text]).toEqual([
      '青山镇',
      '0.6',
      '450',
      '750',
      '达标',
    ]);
    expect(formatAt(parts, 1, `C${rows.indexOf(village) + 1}`)).toBe('0.00%');
    expect(rows.at(-1)!.A!.text).toBe('合计（5 村）');
  });

  test('says in its details just what the JSON says of each village and metric', async () => {
    const argv = ['report', ...gaps, '--metrics', 'all', '--region', '45'];
    const { json } = await reportJson(argv.slice(1));
    const rows = rowsOf(partsOf(await workbookOf(argv)), sheetNames(partsOf(await workbookOf(argv))).indexOf('Details') + 1);
    const head = rows.find((row) => row.A?.text === 'Village')!;
    const letter = Object.fromEntries(Object.entries(head).map(([column, { text }]) => [text, column]));
    const numbers = { Value: 'value', Numerator: 'numerator', Denominator: 'denominator', Unknown: 'missing', Low: 'low', High: 'high' };
    for (const { place, metrics: answers } of json.places) {
      for (const [id, answer] of Object.entries(answers)) {
        const label = metrics.find((metric) => metric.id === id)!.label.en;
        const row = rows.find((one) => one.A?.text === place.village && one[letter.Metric!]?.text === label)!;
        const cell = (name: string): string => row[letter[name]!]?.text ?? '';
        const said = Object.fromEntries(
          Object.entries(numbers).map(([name, field]) => [field, cell(name) === '' ? null : Number(cell(name))]),
        );
        const asked = Object.fromEntries(Object.values(numbers).map((field) => [field, answer[field] ?? null]));
        expect(said, `${place.village} ${id}`).toEqual(asked);
        const verdict = answer.verdict as { readonly met: Met } | undefined;
        expect(cell('Verdict'), `${place.village} ${id}`).toBe(verdict ? MET_NAMES[verdict.met].en : '');
      }
    }
  });

  test('holds the acceptance sheet of each village where they are few or chosen by --place, and of many the matrix alone', async () => {
    const file = join(folder, 'ten.csv');
    const header =
      'province,city,county,township,village,period,poverty_village,paved_road_households,households,registered_poor_households';
    const row = (at: number): string => `广西壮族自治区,某市,某县,${at < 9 ? '青山镇' : '白水镇'},${at}号村,2020,是,90,100,10`;
    writeFileSync(file, [header, ...Array.from({ length: 10 }, (_, at) => row(at))].join('\n'));
    const sheetsOf = async (...more: readonly string[]): Promise<ReturnType<typeof partsOf>> =>
      partsOf((await commandBytes(['report', file, ...more, '--lang', 'zh', '-q', '-f', 'xlsx'])).bytes);
    expect(sheetNames(await sheetsOf())).toEqual(['各村指标', '明细', '退出验收', '说明']);
    const chosen = await sheetsOf('--place', '青山镇');
    expect(sheetNames(chosen)).toEqual(['各村指标', '明细', '退出验收', '验收表', '说明']);
    // Nine villages of the township, each with its own heading.
    expect(rowsOf(chosen, 4).filter((cells) => (cells.A?.text ?? '').endsWith(' 2020'))).toHaveLength(9);
    const { bytes } = await commandBytes(['assess', file, '--each', '--lang', 'zh', '-f', 'xlsx']);
    expect(sheetNames(partsOf(bytes))).toContain('验收表');
  });

  test('holds what is wrong with the files by kind: how many, where, and how to mend it', async () => {
    const { bytes } = await commandBytes(['report', 'fixtures/dirty/villages.csv', '--partial', '--lang', 'zh', '-q', '-f', 'xlsx']);
    const parts = partsOf(bytes);
    const { stdout } = await commandLine(['check', 'fixtures/dirty/villages.csv', '--format', 'json', '--lang', 'zh']);
    const { findings } = JSON.parse(stdout) as { readonly findings: readonly { readonly code: string; readonly hint: string }[] };
    const rows = rowsOf(parts, sheetNames(parts).indexOf('数据问题') + 1);
    const head = rows.findIndex((cells) => cells.A?.text === '级别');
    const kinds = rows.slice(head + 1);
    expect(findings.length).toBeGreaterThan(0);
    expect(kinds.reduce((sum, cells) => sum + Number(cells.B!.text), 0)).toBe(findings.length);
    for (const { code, hint } of findings) {
      const kind = kinds.find((cells) => cells.F!.text === code && cells.E!.text === hint);
      expect(kind?.D!.text, code).toMatch(/villages\.csv/u);
    }
  });

  test('leaves a cell without a number empty and says why in the remarks', async () => {
    const { bytes } = await commandBytes([
      'report',
      'fixtures/assess/villages.csv',
      '--metrics',
      'collective_income_growth',
      '--lang',
      'zh',
      '--format',
      'xlsx',
    ]);
    const rows = rowsOf(partsOf(bytes), 1);
    const village = rows.find((row) => row.A?.text === '乙村')!;
    expect(village.C?.text ?? '').toBe('');
    expect(
      Object.values(village)
        .map(({ text }) => text)
        .join(),
    ).toMatch(/没有上年数据/u);
  });

  test('names the files by their SHA-256, and the command that makes it again', async () => {
    const { bytes } = await commandBytes(['report', 'fixtures/assess/villages.csv', '--format', 'xlsx']);
    const about = contentOf(bytes).get('About')!.texts;
    expect(about).toContainEqual(expect.stringMatching(/^[0-9a-f]{64}$/u));
    expect(about).toContain('Command: aid-metrics report fixtures/assess/villages.csv --format xlsx');
  });
});

test('places called like formulas, errors and markup are words in every sheet', async () => {
  const names = ['+86', '@x', '-a', '<b>&', 'TRUE', '甲*[]:/\\?', '村'.repeat(300)];
  const header =
    'county,township,village,period,registered_poor_households,exempt_households,industry_households,industry_exempt_households';
  const file = join(folder, 'villages.csv');
  writeFileSync(file, [header, ...names.map((name) => `"某县","@镇","${name}",2020,10,0,5,0`)].join('\n'));
  for (const argv of [
    ['report', file, '--metrics', 'industry_coverage'],
    ['assess', file, '--region', '45'],
    ['check', file],
    ['trend', file, '--metrics', 'industry_coverage'],
  ]) {
    const parts = partsOf(await workbookOf(argv));
    for (const [path, part] of Object.entries(parts))
      if (path.startsWith('xl/worksheets/')) expect(part, argv[0]).not.toMatch(/<f[ >/]|t="e"/u);
    if (argv[0] === 'report') expect([...cellsOf(parts, 1).values()].map(({ text }) => text)).toEqual(expect.arrayContaining(names));
  }
});

test('a workbook is the same bytes twice', async () => {
  const once = await workbookOf(commands.report!);
  expect(await workbookOf(commands.report!)).toEqual(once);
});

describe('where a workbook goes', () => {
  test('never to a terminal: the message names the way out, and the status is 2', async () => {
    const { status, stdout, stderr } = await commandLine(['report', ...gaps, '--format', 'xlsx'], { terminal: true });
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('-o report.xlsx');
  });

  test('into a file by its ending, in capitals too', async () => {
    const output = join(folder, '月报.XLSX');
    const { status, stdout } = await commandLine(['report', ...gaps, '-q', '-o', output], { terminal: true });
    expect([status, stdout]).toEqual([0, '']);
    expect(readFileSync(output).subarray(0, 2).toString()).toBe('PK');
  });
});

/** The office program that opens workbooks here, if there is one. */
const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);

describe.skipIf(office === undefined)(`in LibreOffice${office === undefined ? ' (not installed here, so not tried)' : ''}`, () => {
  const convert = (file: string, to: string): void => {
    const profile = pathToFileURL(join(folder, 'profile')).href;
    execFileSync(office!, ['--headless', `-env:UserInstallation=${profile}`, '--convert-to', to, '--outdir', join(folder, 'out'), file], {
      stdio: 'pipe',
    });
  };

  test('a report opens, shows its numbers and prints', { timeout: 180_000 }, async () => {
    const file = join(folder, 'report.xlsx');
    const { status } = await commandLine(['report', 'fixtures/assess/villages.csv', '--lang', 'zh', '-o', file]);
    expect(status).toBe(0);
    // Every sheet as CSV in UTF-8, as it is shown.
    convert(file, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1');
    convert(file, 'pdf');
    const out = readdirSync(join(folder, 'out'));
    expect(out).toEqual(expect.arrayContaining(['report-各村指标.csv', 'report-明细.csv', 'report-说明.csv', 'report.pdf']));
    const shown = readFileSync(join(folder, 'out/report-各村指标.csv'), 'utf8');
    expect(shown).toContain('甲村,青山镇,60.00%,450,750,达标');
    expect(shown).not.toMatch(/###|Err:|#VALUE|#NAME/u);
  });
});
