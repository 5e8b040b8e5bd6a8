import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { checkJson, commandLine, reportJson } from '../support/command-line.ts';
import { csvOf, household, householdsOf } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';
import { sheetOf, workbook } from '../support/workbooks.ts';
import type { SheetCell, WorkbookParts } from '../support/workbooks.ts';

const CASES = 'fixtures/cases';
const VILLAGE = [
  '村',
  '年度',
  '建档立卡贫困户数',
  'exempt_households',
  '产业覆盖户数',
  '村级集体经济收入',
  '其中补助收入',
  '其中一次性收入',
];

const bytesOf = (rows: readonly (readonly SheetCell[])[], more: Partial<WorkbookParts> = {}): Buffer =>
  Buffer.from(workbook({ sheets: { 表: sheetOf(rows) }, ...more }));
const found = async (stdin: string | Buffer) =>
  (await checkJson(['-'], { stdin })).json.findings.map(({ severity, code, row, column }: Record<string, unknown>) => [
    severity,
    code,
    row,
    column,
  ]);
const metricsOf = async (stdin: string | Buffer, metrics: string) =>
  (await reportJson(['-', '--metrics', metrics], { stdin })).json.places[0]!.metrics;

describe('a formula saved without its value', () => {
  test.each<readonly [string, SheetCell]>([
    ['no value', { formula: 'C2-7' }],
    ['an empty value', { formula: 'C2-7', value: '' }],
    ['a shared formula', { formula: '' }],
    ['text, without a value', { formula: 'IF(C2>7,"159","")', type: 'str' }],
  ])('%s: unknown, and the row counts', async (_, cell) => {
    const rows = [VILLAGE, ['甲村', 2020, 166, 0, cell, 50000, 0, 0]];
    expect(await found(bytesOf(rows))).toEqual([['warning', 'formula-without-value', 2, 'industry_households']]);
    const metrics = await metricsOf(bytesOf(rows), 'industry_coverage,collective_income');
    expect(metrics.industry_coverage).toMatchObject({ value: null, reason: 'no-data' });
    expect(metrics.collective_income).toMatchObject({ value: 50000 });
  });

  test('with its value it is read by it; the empty text that it gave is a blank', async () => {
    const rows = [
      VILLAGE,
      ['甲村', 2020, 166, 0, { formula: 'C2-7', value: '159' }, { formula: 'IF(1,"","")', value: '', type: 'str' }, 0, 0],
    ];
    expect(await found(bytesOf(rows))).toEqual([]);
    // 159 / (166 − 0)
    expect(await metricsOf(bytesOf(rows), 'industry_coverage,collective_income')).toMatchObject({
      industry_coverage: { numerator: 159, denominator: 166 },
      collective_income: { value: null },
    });
  });

  test('the 0 and the empty text of a program that leaves calculating to whoever opens the file are no values', async () => {
    const rows = [
      VILLAGE,
      [
        '甲村',
        2020,
        166,
        0,
        { formula: 'C2-7', value: '0' },
        { formula: '5*10000', value: '50000' },
        { formula: '""&A2', value: '', type: 'str' },
        0,
      ],
    ];
    expect(await found(bytesOf(rows))).toEqual([]);
    const waiting = bytesOf(rows, { isUncalculated: true });
    expect(await found(waiting)).toEqual([
      ['warning', 'formula-without-value', 2, 'industry_households'],
      ['warning', 'formula-without-value', 2, 'subsidy_income'],
    ]);
  });

  test('text of a workbook that begins with = is text', async () => {
    expect(await found(bytesOf([VILLAGE, ['=甲村', 2020, 166, 0, 159, 50000, 0, 0]]))).toEqual([]);
  });

  test('where the row needs the cell, the row is rejected', async () => {
    const { json } = await checkJson(['-'], { stdin: bytesOf([VILLAGE, [{ formula: 'A1' }, 2020, 166, 0, 159, 50000, 0, 0]]) });
    expect(json.findings).toMatchObject([{ severity: 'error', code: 'formula-without-value', column: 'village' }]);
    expect(json.inputs[0]).toMatchObject({ accepted: 0, rejected: 1 });
  });

  test('in both languages the way out is to open and save', async () => {
    const stdin = bytesOf([VILLAGE, ['甲村', 2020, 166, 0, { formula: 'C2-7' }, 50000, 0, 0]]);
    expect((await commandLine(['check', '-', '--lang', 'zh'], { stdin })).stdout).toContain('用 Excel 或 WPS 打开这个文件，保存一次');
    expect((await commandLine(['check', '-'], { stdin })).stdout).toContain('open the file in Excel or WPS and save it');
  });
});

/** Every kind of column of a household; the first row has values, so that no column is blank throughout. */
const KINDS: TableRow = {
  head_name: '甲一',
  poverty_type: '一般贫困户',
  main_cause: '因病',
  exit_year: 2019,
  net_income_per_capita: 5000,
  exempt: '否',
  has_industry: '是',
  industries: '鸡',
  award_yuan: 3000,
  helper_name: '乙一',
  helper_unit: '县财政局',
  has_plan: '是',
  house_area_per_capita: 25,
  housing_aid_yuan: 100,
  monitoring_type: '脱贫不稳定户',
  risk_cleared: '否',
};

describe.each([
  ['=B2*2', 'formula-without-value'],
  ['#N/A', 'error-value'],
  ['#REF!', 'error-value'],
  ['#DIV/0!', 'error-value'],
])('%s in a CSV', (lost, code) => {
  test.each(Object.keys(KINDS))('is unknown in %s, and the row counts', async (column) => {
    const rows = householdsOf([KINDS, { ...KINDS, [column]: lost }]);
    const { json } = await checkJson(['-'], { stdin: csvOf(rows) });
    expect(json.findings).toMatchObject([{ severity: 'warning', code, row: 3, column }]);
    expect(json.inputs[0]).toMatchObject({ accepted: 2, rejected: 0 });
  });

  test.each(['household_id', 'village', 'persons', 'status', 'period'])('is an error in %s', async (column) => {
    const rows = [household(1, KINDS), { ...household(2, KINDS), [column]: lost }];
    expect((await checkJson(['-'], { stdin: csvOf(rows) })).json.findings).toMatchObject([{ severity: 'error', code, row: 3, column }]);
  });

  test('is neither none nor a value where a blank means none', async () => {
    const rows = householdsOf([
      { award_yuan: 3000, housing_aid_yuan: 100, industries: '鸡', helper_name: '乙一', monitoring_type: '脱贫不稳定户' },
      { award_yuan: lost, housing_aid_yuan: lost, industries: lost, helper_name: lost, monitoring_type: lost },
      { award_yuan: '', housing_aid_yuan: '', industries: '', helper_name: '', monitoring_type: '' },
    ]);
    const metrics = await metricsOf(csvOf(rows), 'awarded_households,industry_coverage_all,pairing_coverage,housing_aid_households');
    for (const one of Object.values(metrics)) expect(one).toMatchObject({ missing: 1 });
    // One with, one without, one unknown: 1/3 … 2/3.
    expect(metrics.industry_coverage_all).toMatchObject({ numerator: 1, denominator: 2 });
    expect(metrics.awarded_households).toMatchObject({ low: 1, high: 2 });
  });

  test('leaves a question open though the other column that answers it is blank', async () => {
    const rows = householdsOf([
      { has_industry: '是', industries: '鸡', helper_name: '乙一', helper_unit: '县财政局' },
      { has_industry: lost, industries: '', helper_name: '', helper_unit: lost },
      { has_industry: lost, industries: '鸭', helper_name: lost, helper_unit: '县财政局' },
    ]);
    const metrics = await metricsOf(csvOf(rows), 'industry_coverage_all,pairing_coverage');
    for (const one of Object.values(metrics)) expect(one).toMatchObject({ numerator: 2, denominator: 2, missing: 1 });
  });

  test('in a column of ticks it is unknown, and a blank stays "no"', async () => {
    const rows = householdsOf([{ has_plan: '√' }, { has_plan: '' }, { has_plan: lost }]);
    expect((await metricsOf(csvOf(rows), 'plan_coverage')).plan_coverage).toMatchObject({ numerator: 1, denominator: 2, missing: 1 });
  });
});

test('of a name, a formula is masked, and an error value is shown', async () => {
  const rows = householdsOf([{ head_name: '="甲一"&B1' }, { head_name: '#N/A' }]);
  const { json } = await checkJson(['-'], { stdin: csvOf(rows) });
  expect(json.findings.map(({ value }) => value)).toEqual(['=**', '#N/A']);
});

test('a project whose village is lost is none of the whole county', async () => {
  const stdin = 'project_id,name,village,county,period,category,spent_yuan\nP1,路,#N/A,钟山县,2020,infrastructure,5\n';
  expect(await found(stdin)).toEqual([['error', 'error-value', 2, 'village']]);
});

test('an identity number that is lost rejects no row', async () => {
  const rows = householdsOf([{ head_id_no: '########' }]);
  expect(await found(csvOf(rows))).toEqual([['warning', 'column-too-narrow', 2, 'head_id_no']]);
});

test('the error cells of a workbook are unknown', async () => {
  const rows = [VILLAGE, ['甲村', 2020, 166, 0, { error: '#REF!' }, { formula: 'A1/0', value: '#DIV/0!', type: 'e' }, 0, 0]];
  expect(await found(bytesOf(rows))).toEqual([
    ['warning', 'error-value', 2, 'collective_income'],
    ['warning', 'error-value', 2, 'industry_households'],
  ]);
});

describe('the cases', () => {
  test('hh_nocache.xlsx: nine cells unknown, awards at least the 3000 + 5000 that are known', async () => {
    const { json } = await checkJson([`${CASES}/hh_nocache.xlsx`]);
    expect(new Set(json.findings.map(({ code }) => code))).toEqual(new Set(['formula-without-value']));
    const report = await reportJson([`${CASES}/hh_nocache.xlsx`, '--metrics', 'award_yuan']);
    expect(report.json.places[0]!.metrics.award_yuan).toMatchObject({ text: '≥8000.00', missing: 2, high: null });
  });

  test('nocache2.xlsx: no coverage for the village whose count was never calculated', async () => {
    const { json } = await reportJson([`${CASES}/nocache2.xlsx`, '--metrics', 'industry_coverage']);
    expect(json.places[0]!.metrics.industry_coverage).toMatchObject({ value: null });
  });
});
