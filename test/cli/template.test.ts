import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { valueKinds } from '../../src/input/values/index.ts';
import { PLAIN_HEADER } from '../../src/input/value-kind.ts';
import type { Column } from '../../src/language/column.ts';
import { readHeader } from '../../src/input/headers.ts';
import { tables } from '../../src/tables/index.ts';
import { TEMPLATE_IDS } from '../../src/template/examples.ts';
import { checkJson, commandLine } from '../support/command-line.ts';
import { cellsOf, dropDownsOf, partsOf, sheetNames } from '../support/workbook.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aid-metrics-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LANGS = ['zh', 'en'] as const;
const each = TEMPLATE_IDS.flatMap((table) => LANGS.map((lang) => [table, lang] as const));

async function written(table: string, lang: string, ending: string): Promise<string> {
  const file = join(folder, `${table}-${lang}${ending}`);
  expect(await commandLine(['template', table, '--lang', lang, '-o', file])).toEqual({ status: 0, stdout: '', stderr: '' });
  return file;
}

/** A template that nobody has filled in: its example is no data, and that is all that is said. */
const EXAMPLE_ALONE = {
  status: 0,
  json: { findings: [{ code: 'example-row', severity: 'warning', row: 2 }], inputs: [{ rows: 0, accepted: 0, rejected: 0 }] },
};

/** The example with the name of another village, as if somebody had filled the table in. */
const filledIn = (text: string): string => text.replaceAll('示例村', '甲村').replaceAll('Example Village', 'Alpha');

/** The columns of a template: not those of members, nor of a county, nor identity numbers. */
const columnsToFill = (table: keyof typeof tables): readonly string[] =>
  Object.entries<Column>(tables[table].columns).flatMap(([name, { kind, ofMember, ofCounty }]) =>
    ofMember || ofCounty || kind === 'identity' ? [] : [name],
  );

describe('a template as CSV', () => {
  test.each(each)('of %s in %s passes the check: its example is left out, and said', async (table, lang) => {
    expect(await checkJson([await written(table, lang, '.csv')])).toMatchObject(EXAMPLE_ALONE);
    const { stdout } = await commandLine(['template', table, '--lang', lang]);
    const piped = join(folder, 'piped.csv');
    writeFileSync(piped, stdout);
    expect(await checkJson([piped])).toMatchObject(EXAMPLE_ALONE);
  });

  test.each(LANGS)('in %s agrees with the templates of the other tables', async (lang) => {
    // Filled in, the example is a village like any other.
    const files = await Promise.all(TEMPLATE_IDS.map((table) => written(table, lang, '.csv')));
    for (const file of files) writeFileSync(file, filledIn(readFileSync(file, 'utf8')));
    const { status, json } = await checkJson(files);
    expect([status, json.findings]).toEqual([0, []]);
    for (const file of files.slice(1)) expect((await checkJson([files[0]!, file])).json.findings).toEqual([]);
  });

  test.each(each)('of %s in %s has every column once, in the words of the language', async (table, lang) => {
    const { stdout } = await commandLine(['template', table, '--lang', lang]);
    const [header, example, end] = stdout.split('\n');
    expect([example === '', end]).toEqual([false, '']);
    const { headings, unknown } = readHeader(header!.split(','), tables[table]);
    expect(headings.map(({ column }) => column)).toEqual(columnsToFill(table));
    expect(unknown).toEqual([]);
    if (lang === 'en') expect(header!.split(',')).toEqual(columnsToFill(table));
    else expect(header).not.toMatch(/[a-z]/);
  });

  test('says the unit of money, rates and areas in Chinese headings', async () => {
    const header = async (table: string): Promise<string> =>
      (await commandLine(['template', table, '--lang', 'zh'])).stdout.split('\n')[0]!;
    expect(await header('villages')).toMatch(/村级集体经济收入（元）.*填报贫困发生率（%）/);
    expect(await header('households')).toMatch(/人均住房面积（平方米）/);
    expect(await header('projects')).toMatch(/计划投资（元）.*,数量,计量单位,/);
  });

  test('begins with a mark in a file in Chinese, and never on standard output unless asked', async () => {
    const marked = async (lang: string, ...more: readonly string[]): Promise<boolean> => {
      const file = join(folder, 'marked.csv');
      await commandLine(['template', 'villages', '--lang', lang, '-o', file, ...more]);
      return readFileSync(file, 'utf8').startsWith('\uFEFF');
    };
    expect([await marked('zh'), await marked('en'), await marked('zh', '--no-bom'), await marked('en', '--bom')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect((await commandLine(['template', 'villages', '--lang', 'zh'])).stdout.startsWith('省,')).toBe(true);
    expect((await commandLine(['template', 'villages', '--bom'])).stdout.startsWith('\uFEFF')).toBe(true);
  });

  test('is what stands on a terminal', async () => {
    expect((await commandLine(['template', 'projects'], { terminal: true })).stdout).toMatch(/^project_id,name,/);
  });
});

describe('a template as a workbook', () => {
  const read = async (table: string, lang: string) => partsOf(readFileSync(await written(table, lang, '.xlsx')));

  test.each(each)('of %s in %s has the table and its explanation', async (table, lang) => {
    const parts = await read(table, lang);
    expect(sheetNames(parts)).toEqual([tables[table].label[lang], { zh: '说明', en: 'Columns' }[lang]]);
    for (const sheet of [1, 2]) expect(parts[`xl/worksheets/sheet${sheet}.xml`]).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
    const [filled, explained] = [cellsOf(parts, 1), cellsOf(parts, 2)];
    const inHeader = [...filled].filter(([at]) => /^[A-Z]+1$/u.test(at)).map(([, { text }]) => text);
    const inExplanation = inHeader.map((_, index) => explained.get(`A${index + 3}`)?.text);
    expect(inExplanation).toEqual(inHeader);
    expect(inHeader).toHaveLength(columnsToFill(table).length);
  });

  test.each(each)('of %s in %s offers words that are read as what they mean', async (table, lang) => {
    const lists = dropDownsOf(await read(table, lang), 1);
    const columns: readonly (readonly [string, Column])[] = columnsToFill(table).map((name) => [name, tables[table].columns[name]!]);
    const listed = columns.filter(([, { kind }]) => kind === 'yes-no' || kind === 'choice');
    expect(lists.size).toBe(listed.length);
    for (const [index, [cells, list]] of [...lists].entries()) {
      const [name, column] = listed[index]!;
      expect(cells, name).toMatch(/^(?<column>[A-Z]+)2:\k<column>1001$/u);
      const values = list
        .slice(1, -1)
        .split(',')
        .map((word) => valueKinds[column.kind].read(word, column, PLAIN_HEADER));
      const expected = column.kind === 'yes-no' ? [true, false] : Object.keys(column.choices!);
      expect(values, name).toEqual(expected.map((value) => ({ value })));
    }
  });

  test('keeps what a spreadsheet would change as text, in the rows to fill in too', async () => {
    const cells = cellsOf(await read('households', 'zh'), 1);
    // A is the household's id, G the village's code, H the period; B a name, J a count.
    for (const at of ['A2', 'G2', 'H2', 'A1001', 'G1001', 'H1001']) expect(cells.get(at), at).toMatchObject({ isFormatted: true });
    expect(cells.get('A2')).toMatchObject({ type: 's', text: '99010110120100001' });
    expect(cells.get('J2')).toMatchObject({ type: undefined, isFormatted: false, text: '4' });
    expect(['B1001', 'A1002'].map((at) => cells.has(at))).toEqual([false, false]);
  });

  test('explains each column', async () => {
    const explained = async (table: string, lang: string, heading: string): Promise<readonly string[]> => {
      const cells = cellsOf(await read(table, lang), 2);
      const row = [...cells].find(([at, { text }]) => at.startsWith('A') && text === heading)![0].slice(1);
      return ['B', 'C', 'D', 'E', 'F', 'G', 'H'].map((column) => cells.get(`${column}${row}`)?.text ?? '');
    };
    expect(await explained('villages', 'zh', '村级集体经济收入（元）')).toEqual([
      'collective_income',
      '',
      '金额（元）',
      '元',
      '',
      '当期数',
      '不清楚，不是零',
    ]);
    expect(await explained('villages', 'zh', '村代码')).toEqual([
      'village_code',
      '',
      '编号（按文本填写），12 位数字',
      '',
      '',
      '',
      '不清楚',
    ]);
    expect(await explained('households', 'zh', '家庭人口数')).toEqual(['persons', '必填', '整数（户、人）', '', '', '期末数', '错误']);
    expect(await explained('households', 'zh', '是否建档立卡')).toEqual(['registered', '', '是/否', '', '是、否', '', '不清楚']);
    expect(await explained('households', 'en', 'award_yuan')).toEqual([
      'Industry awards',
      '',
      'amount in yuan',
      'yuan',
      '',
      'of the period',
      'none (unknown where the whole column is blank)',
    ]);
    expect(await explained('projects', 'en', 'status')).toEqual([
      'Status',
      '',
      'one of the choices',
      '',
      'planned, under-way, completed, stopped',
      '',
      'unknown',
    ]);
    expect((await explained('projects', 'en', 'village')).at(-1)).toBe('a project of the whole township or county');
  });

  test('is the same bytes twice', async () => {
    const [first, second] = [
      readFileSync(await written('projects', 'zh', '.xlsx')),
      readFileSync(await written('projects', 'zh', '.xlsx')),
    ];
    expect(first.equals(second)).toBe(true);
  });

  test('goes into a pipe when asked, and never onto a terminal', async () => {
    expect((await commandLine(['template', 'villages', '--format', 'xlsx'])).stdout.startsWith('PK')).toBe(true);
    expect(await commandLine(['template', 'villages', '--format', 'xlsx'], { terminal: true })).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/not written to a terminal.*-o villages\.xlsx/),
    });
  });
});

describe('what a template is asked for', () => {
  test.each([
    ['village', /no template for "village"; did you mean villages\? Choose from villages, households, projects/],
    ['tallies', /no template for "tallies"/],
  ])('%s is not a template', async (table, message) => {
    expect(await commandLine(['template', table])).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(message) });
  });

  test('a table must be named, and the format must be one that it has', async () => {
    expect((await commandLine(['template'])).status).toBe(2);
    expect(await commandLine(['template', 'villages', '--format', 'json'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/choose one of csv, xlsx/),
    });
    expect(await commandLine(['template', 'villages', '-o', join(folder, 'v.doc')])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/means no format.*\.csv \.xlsx/),
    });
  });
});

test('filled in as workbooks, the tables check clean together and make a report', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aid-metrics-test-'));
  const files = ['villages', 'households', 'projects'].map((table) => join(folder, `${table}.xlsx`));
  for (const file of files) await commandLine(['template', file.split('/').at(-1)!.replace('.xlsx', ''), '-o', file, '--lang', 'zh']);
  for (const file of files) {
    const parts = unzipSync(readFileSync(file));
    const strings = 'xl/sharedStrings.xml';
    writeFileSync(file, zipSync({ ...parts, [strings]: strToU8(filledIn(strFromU8(parts[strings]!))) }));
  }
  const { status, json } = await checkJson(files);
  expect([status, json.findings]).toEqual([0, []]);
  expect((await commandLine(['report', ...files])).status).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});
