import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { checkJson, commandLine, reportJson } from '../support/command-line.ts';
import { sheetOf, workbook } from '../support/workbooks.ts';
import type { SheetCell } from '../support/workbooks.ts';

const VILLAGES: readonly (readonly SheetCell[])[] = [
  ['村', '年度', '乡村户籍人口', '剩余贫困人口数'],
  ['甲村', 2020, 3125, 20],
];
const COVER: readonly (readonly SheetCell[])[] = [['钟山县扶贫办'], ['2020年']];

const bytesOf = (
  sheets: Readonly<Record<string, readonly (readonly SheetCell[])[] | string>>,
  states: Readonly<Record<string, string>> = {},
  formats: readonly string[] = [],
): Buffer =>
  Buffer.from(
    workbook({
      sheets: Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, typeof rows === 'string' ? rows : sheetOf(rows)])),
      states,
      formats,
    }),
  );

describe('a hidden sheet that holds a table', () => {
  test.each(['hidden', 'veryHidden'])('%s: where it is the only one, it is named, and so is --sheet', async (state) => {
    const stdin = bytesOf({ 封面: COVER, 数据: VILLAGES }, { 数据: `state="${state}"` });
    const { status, stderr } = await commandLine(['report', '-'], { stdin });
    expect([status, stderr]).toEqual([2, expect.stringMatching(/the hidden sheet "数据" does\. To read it, add --sheet 数据/u)]);
    expect((await commandLine(['report', '-', '--lang', 'zh'], { stdin })).stderr).toMatch(/隐藏的工作表“数据”里有.*--sheet 数据/u);
    const { json } = await reportJson(['-', '--sheet', '数据', '--metrics', 'poverty_incidence'], { stdin });
    expect(json.places[0]!.metrics.poverty_incidence).toMatchObject({ numerator: 20, denominator: 3125 });
  });

  test('beside a visible one it is not read, and named: it may be an older copy', async () => {
    const stdin = bytesOf({ 旧: VILLAGES, 今年: VILLAGES, '备 份': VILLAGES }, { 旧: 'state="hidden"', '备 份': 'state="hidden"' });
    const { json } = await checkJson(['-'], { stdin });
    expect(json.findings).toEqual([]);
    expect(json.inputs).toMatchObject([
      { rows: 1, notes: ['sheet "今年"', 'hidden sheets that hold a table were not read: 旧, 备 份 (--sheet 旧 reads it)'] },
    ]);
  });

  test('one that holds none, or cannot be read, is not spoken of', async () => {
    const states = { 选项: 'state="hidden"', 坏: 'state="hidden"' };
    const stdin = bytesOf({ 表: VILLAGES, 选项: [['是'], ['否']], 坏: '<sheetData><row r="0"/></sheetData>' }, states);
    const { json } = await checkJson(['-'], { stdin });
    expect(json.inputs).toMatchObject([{ notes: ['sheet "表"'] }]);
    expect((await commandLine(['check', '-', '--sheet', '坏'], { stdin })).stderr).toContain('damaged');
  });

  test('a name that is no word is quoted', async () => {
    const stdin = bytesOf({ 封面: COVER, '2020 年': VILLAGES }, { '2020 年': 'state="hidden"' });
    expect((await commandLine(['check', '-'], { stdin })).stderr).toContain('add --sheet "2020 年"');
  });

  test('the case hidden3.xlsx', async () => {
    const { status, stderr } = await commandLine(['report', 'fixtures/cases/hidden3.xlsx']);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/"数据".*--sheet 数据/u)]);
  });
});

describe('a duplicate in another sheet', () => {
  test('names the sheet, and stands in its own', async () => {
    const { json, status } = await checkJson(['fixtures/cases/copysheet.xlsx']);
    expect(status).toBe(1);
    expect(json.findings).toMatchObject([
      {
        code: 'duplicate-village',
        sheet: 'Sheet1 (2)',
        row: 2,
        message: '甲村 2020 stands already in fixtures/cases/copysheet.xlsx sheet "Sheet1" row 2',
      },
      { code: 'duplicate-village', sheet: 'Sheet1 (2)', row: 3 },
    ]);
  });

  test.each([
    [
      'households',
      [
        ['户编号', '村', '年度', '家庭人口数', '脱贫状态'],
        ['H1', '甲村', 2020, 3, '已脱贫'],
      ],
      'duplicate-household',
    ],
    [
      'projects',
      [
        ['项目编号', '项目名称', '村', '年度', '项目类别'],
        ['P1', '路', '甲村', 2020, 'infrastructure'],
      ],
      'duplicate-project',
    ],
  ] as const)('%s', async (_, rows, code) => {
    const stdin = bytesOf({ 一: rows, 二: rows });
    const { stdout } = await commandLine(['check', '-', '--lang', 'zh'], { stdin });
    expect(stdout).toContain('- [二] 第 2 行');
    expect(stdout).toContain(' - 工作表“一”第 2 行');
    expect((await checkJson(['-'], { stdin })).json.findings).toMatchObject([{ code, row: 2 }]);
  });
});

describe('years outside 1978 to 2100', () => {
  const period = async (typed: string) =>
    (await checkJson(['-'], { stdin: `村,年度,乡村户籍人口\n甲村,${typed},5\n` })).json.findings.map(({ code }) => code);

  test.each(['1905', '1977', '2101', '1950-01', '195001', '1905年', '0020', '9999', '1905-07-12', '1905/7', '2101-01'])(
    '%s as a period',
    async (typed) => expect(await period(typed)).toEqual(['year-out-of-range']),
  );
  test.each(['1978', '2100', '1978-01', '2100年12月', '2020'])('%s is one', async (typed) => expect(await period(typed)).toEqual([]));
  test.each(['20', '1950-13', '2020-12-31', '19500'])('%s is no period at all', async (typed) =>
    expect(await period(typed)).toEqual(['not-a-period']),
  );

  test('as a year and as a day', async () => {
    const households = 'household_id,village,period,persons,status,exit_year,identified_year\nH1,甲村,2020,3,已脱贫,1905,1950\n';
    const projects = 'project_id,name,period,category,planned_end,completed_on\nP1,路,2020,infrastructure,1905-07-12,2200\n';
    for (const [stdin, columns] of [
      [households, ['exit_year', 'identified_year']],
      [projects, ['completed_on', 'planned_end']],
    ] as const)
      expect((await checkJson(['-'], { stdin })).json.findings.map(({ code, column }) => [code, column])).toEqual(
        columns.map((column) => ['year-out-of-range', column]),
      );
  });

  test('a birth date in an identity number may be older', async () => {
    // Born 1940-03-07; the weighted digits add up to 130, 130 mod 11 = 9: the check digit is 3.
    const stdin = `household_id,village,period,persons,status,head_id_no\nH1,甲村,2020,3,已脱贫,110101194003070123\n`;
    expect((await checkJson(['-'], { stdin })).json.findings).toEqual([]);
  });

  test('2020 in a cell with the format of a date says that the format is wrong', async () => {
    const { json } = await checkJson(['fixtures/cases/yearfmt.xlsx']);
    expect(json.findings).toMatchObject([{ code: 'year-out-of-range', row: 3, column: 'period', value: '1905' }]);
    expect(json.findings[0]!.hint).toContain('the cell has the format of a date');
    const sheet = `<sheetData><row r="1"><c r="A1" t="str"><v>村</v></c><c r="B1" t="str"><v>年度</v></c><c r="C1" t="str"><v>乡村户籍人口</v></c></row><row r="2"><c r="A2" t="str"><v>甲村</v></c><c r="B2" s="1"><v>2020</v></c><c r="C2"><v>5</v></c></row></sheetData>`;
    for (const format of ['yyyy', 'yyyy"年"', 'yyyy-mm', 'yyyy-mm-dd', 'm/d/yyyy'])
      expect((await checkJson(['-'], { stdin: bytesOf({ 表: sheet }, {}, [format]) })).json.findings).toMatchObject([
        { code: 'year-out-of-range' },
      ]);
  });

  test('as an option', async () => {
    const stdin = 'household_id,village,persons,status\nH1,甲村,3,已脱贫\n';
    const { status, stderr } = await commandLine(['report', '-', '--snapshot', '1905'], { stdin });
    expect([status, stderr]).toEqual([2, expect.stringContaining('--snapshot 1905 lies outside the years 1978 to 2100')]);
  });
});

describe('a number merged over several rows', () => {
  const sheet = (heading: string): string =>
    `${sheetOf([
      ['村', '年度', '乡村户籍人口', heading],
      ['甲村', 2020, 3125, 20],
      ['乙村', 2020, 1341, ''],
    ])}<mergeCells><mergeCell ref="D2:D3"/></mergeCells>`;

  test('is none of theirs: a finding in each, and no figure counts it twice', async () => {
    const stdin = bytesOf({ 村: sheet('剩余贫困人口数') });
    const { json } = await checkJson(['-'], { stdin });
    expect(json.findings.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['merged-number', 2, 'remaining_poor_persons'],
      ['merged-number', 3, 'remaining_poor_persons'],
    ]);
  });

  test('a year or a name may stand for several', async () => {
    const years = sheet('贫困村').replace('<mergeCell ref="D2:D3"/>', '<mergeCell ref="B2:B3"/>').replaceAll('<c r="D2"><v>20</v></c>', '');
    expect((await checkJson(['-'], { stdin: bytesOf({ 村: years }) })).json.findings).toEqual([]);
  });
});
