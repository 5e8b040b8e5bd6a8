import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import { commandLine } from '../support/command-line.ts';
import { parquet, parquetOfText } from '../support/parquet.ts';

const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
afterAll(() => rmSync(folder, { recursive: true }));

const written = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const VILLAGES = 'fixtures/zhongshan/villages.csv';
const HOUSEHOLDS = 'fixtures/zhongshan/households.csv';
const rowsOf = (csv: string | Uint8Array): string[][] =>
  parse(Buffer.from(csv), { bom: true, relax_column_count: true, relax_quotes: true });
const asParquet = (path: string, name = 'h.parquet'): string =>
  written(name, parquetOfText(rowsOf(readFileSync(path)), { rowGroupSize: 7 }));

/** Files of fixtures that a Parquet file can hold: UTF-8, commas, every row as wide as the header. */
const tables = readdirSync('fixtures', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.csv'))
  .map((name) => `fixtures/${name}`)
  .filter((path) => {
    const bytes = readFileSync(path);
    if (bytes.length === 0 || !isUtf8(bytes) || bytes.includes(0)) return false;
    try {
      const rows = rowsOf(bytes);
      return rows.every((row) => row.length === rows[0]!.length) && rows[0]!.length > 2;
    } catch {
      return false;
    }
  })
  .toSorted();

/** What `check` and `report` say, without what tells the two files apart: their names, encodings and hashes, and lines of cells with line breaks. */
async function said(path: string): Promise<unknown> {
  const argv = [path, '--snapshot', '2020', '--lang', 'en', '--quiet', '--partial'];
  const outcomes = [];
  for (const words of [
    ['check', ...argv.filter((word) => word !== '--partial'), '--format', 'json'],
    ['report', ...argv, '--format', 'csv'],
  ]) {
    const { status, stdout, stderr } = await commandLine(words);
    const text = `${stdout}\n${stderr}`
      .replaceAll(path, 'FILE')
      .replaceAll(/"(?:sha256|encoding)": ".*"/gu, '""')
      .replaceAll(/ *"line": \d+,\n/gu, '');
    outcomes.push({ status, text: text.replaceAll(/(line|row) \d+/gu, 'row') });
  }
  return outcomes;
}

test('there are tables to be held against', () => expect(tables.length).toBeGreaterThan(30));

describe('a table as Parquet gives what it gives as CSV: findings, rows, figures and status', () => {
  test.each(tables)('%s', async (path) => expect(await said(asParquet(path))).toEqual(await said(path)));
});

describe('the commands', () => {
  const file = asParquet(HOUSEHOLDS, 'households.parquet');
  const compare = async (words: readonly string[]) => {
    const [own, csv] = [await commandLine([...words, file, VILLAGES]), await commandLine([...words, HOUSEHOLDS, VILLAGES])];
    const plain = (text: string): string => text.replaceAll(file, HOUSEHOLDS).replaceAll(/(encoding": )"[\w-]+"|[0-9a-f]{64}/gu, '');
    expect(own.status).toBe(csv.status);
    expect(plain(own.stdout)).toBe(plain(csv.stdout));
  };

  test.each([
    [['explain', 'industry_coverage', '--format', 'json']],
    [['list', 'uncovered', '--format', 'csv']],
    [['assess', '--format', 'csv']],
    [['tally', '--format', 'csv']],
    [['trend', '--format', 'csv']],
  ])('%s says the same, rows counted from the header as row 1', compare);

  test('its rows are read from bytes or one by one, and say the same', async () => {
    const rows = rowsOf(readFileSync(HOUSEHOLDS));
    const persons = rows[0]!.indexOf('persons');
    // Every ninth household has persons that are no number, every eleventh a NUL, a quotation mark or a line break.
    const odd = rows.map((row, at) => {
      const words = at % 9 === 8 ? ['若干'] : at % 11 === 10 ? [['3\0', '"3"', '3\n'][at % 3]!] : [row[persons]!];
      return row.with(persons, at === 0 ? 'persons' : words[0]!);
    });
    const path = written('odd.parquet', parquetOfText(odd, { rowGroupSize: 50 }));
    const words = ['check', path, VILLAGES, '--format', 'json'];
    const slowly = await commandLine(words, { env: { AID_METRICS_SCANNER: 'off' } });
    expect((JSON.parse(slowly.stdout) as { findings: readonly { code: string }[] }).findings.map(({ code }) => code)).toContain('nul-byte');
    expect(await commandLine(words)).toEqual(slowly);
    const report = ['report', path, VILLAGES, '--partial', '--format', 'json'];
    expect(await commandLine(report)).toEqual(await commandLine(report, { env: { AID_METRICS_SCANNER: 'off' } }));
  });

  test('standard input may be one, whatever it is called', async () => {
    const [bytes, named] = [readFileSync(file), written('no-ending', readFileSync(file))];
    const own = await commandLine(['report', '-', VILLAGES, '--format', 'csv'], { stdin: bytes });
    expect(own.status).toBe(0);
    expect(own.stdout).toBe((await commandLine(['report', named, VILLAGES, '--format', 'csv'])).stdout);
  });

  test('check writes it back as CSV, with what was found beside each row', async () => {
    const bad = written(
      'bad.parquet',
      parquet([
        { name: 'household_id', type: 'STRING', data: ['H0001', 'H0002'] },
        { name: 'village', type: 'STRING', data: ['大桥村', '大桥村'] },
        { name: 'period', type: 'INT32', data: [2020, 2020] },
        { name: 'persons', type: 'DOUBLE', data: [3, Number.NaN] },
        { name: 'status', type: 'STRING', data: ['exited', 'exited'] },
      ]),
    );
    const output = join(folder, 'annotated.csv');
    const { status, stdout } = await commandLine(['check', bad, '--annotate', output]);
    expect(status).toBe(1);
    expect(stdout).toContain('row 3');
    const rows = rowsOf(readFileSync(output));
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      ['household_id', 'village', 'period', 'persons', 'status'],
      ['H0001', '大桥村', '2020', '3', 'exited'],
      ['H0002', '大桥村', '2020', 'NaN', 'exited'],
    ]);
    expect(rows[2]![5]).not.toBe('');
  });

  test('amounts as binary fractions are rounded to fen, and that is said', async () => {
    const villages = written(
      'villages.parquet',
      parquet([
        { name: 'village', type: 'STRING', data: ['大桥村'] },
        { name: 'period', type: 'INT32', data: [2020] },
        { name: 'households', type: 'INT32', data: [3] },
        { name: 'collective_income', type: 'DOUBLE', data: [82_000.675] },
      ]),
    );
    const { status, stdout } = await commandLine(['check', villages]);
    expect(status).toBe(0);
    expect(stdout).toContain('binary fractions, read to 15 digits and rounded to the smallest unit (fen): collective_income');
    expect(stdout).toContain('1 amount rounded to the smallest unit');
    const report = await commandLine(['report', villages, '--format', 'json', '--metrics', 'collective_income_total']);
    expect(report.stdout).toContain('82000.68');
  });

  test('an item that holds a separator is found, and makes the list unknown', async () => {
    const schema = [
      { name: 'root', num_children: 6 },
      ...['household_id', 'village', 'period', 'persons', 'status'].map((name) => ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8' })),
      { name: 'industries', num_children: 1, converted_type: 'LIST', repetition_type: 'OPTIONAL' },
      { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
      { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
    ] as never;
    const cells = [
      ['H1', 'H2'],
      ['村', '村'],
      ['2020', '2020'],
      ['3', '4'],
      ['exited', 'exited'],
      [['稻', '鸡'], ['稻、鸡']],
    ];
    const names = ['household_id', 'village', 'period', 'persons', 'status', 'industries'];
    const file = written(
      'lists.parquet',
      parquet(
        names.map((name, at) => ({ name, data: cells[at]! })),
        { schema },
      ),
    );
    const { stdout } = await commandLine(['check', file, '--format', 'json']);
    expect((JSON.parse(stdout) as { findings: unknown[] }).findings).toMatchObject([
      { code: 'divided-item', row: 3, column: 'industries', value: '稻、鸡' },
    ]);
  });

  test.each([
    ['encrypted', Buffer.from('PARE1234PARE')],
    ['damaged or incomplete', Buffer.from('PAR1 and no more')],
  ])('what is %s is refused with status 2 and one sentence', async (words, bytes) => {
    const { status, stdout, stderr } = await commandLine(['report', written('refused.parquet', bytes)]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(words);
  });

  test('what shows to be no text in a later row group ends the run with status 2, and no half of a report is made', async () => {
    const rows = rowsOf(readFileSync(HOUSEHOLDS));
    const columns = rows[0]!.map((name, at) => ({
      name,
      type: 'BYTE_ARRAY' as const,
      data: rows.slice(1).map((row, index) => (at === 3 && index === 100 ? Uint8Array.of(0xd6, 0xd3) : Buffer.from(row[at]!))),
    }));
    const path = written('gbk.parquet', parquet(columns, { rowGroupSize: 20 }));
    for (const command of ['report', 'check']) {
      const { status, stderr } = await commandLine([command, path, VILLAGES]);
      expect(status).toBe(2);
      expect(stderr).toContain(`${path} row 102: the text in column "county" is not UTF-8`);
    }
    expect((await commandLine(['report', path, VILLAGES])).stdout).toBe('');
  });

  test('a required column of a type that is not read is refused by its type', async () => {
    const schema = [
      { name: 'root', num_children: 5 },
      ...['household_id', 'period', 'persons', 'status'].map((name) => ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8' })),
      { name: 'village', num_children: 1, repetition_type: 'OPTIONAL' },
      { name: 'name', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
    ] as never;
    const columns = ['household_id', 'period', 'persons', 'status'].map((name) => ({ name, data: ['1'] as unknown[] }));
    const path = written('struct.parquet', parquet([...columns, { name: 'village', data: [{ name: '大桥村' }] }], { schema }));
    const { status, stderr } = await commandLine(['check', path]);
    expect(status).toBe(2);
    expect(stderr).toContain('lacks required columns: village');
    expect(stderr).toContain('columns of a type that is not read: village (STRUCT)');
  });

  test('tallies may be kept in one', async () => {
    const { stdout: tallies } = await commandLine(['tally', HOUSEHOLDS, VILLAGES]);
    const csv = written('tallies.csv', Buffer.from(tallies));
    const own = await commandLine(['report', asParquet(csv, 'tallies.parquet'), '--format', 'csv']);
    expect(own.status).toBe(0);
    expect(own.stdout).toBe((await commandLine(['report', csv, '--format', 'csv'])).stdout);
  });

  test('a folder of parts is not read: its files are to be named', async () => {
    const parts = join(folder, 'parts.parquet');
    mkdirSync(parts);
    writeFileSync(join(parts, 'part-0.parquet'), readFileSync(file));
    const { status, stderr } = await commandLine(['report', parts]);
    expect(status).toBe(2);
    expect(stderr).toContain('is a directory; name the files in it');
  });
});
