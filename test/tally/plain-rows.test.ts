import { Buffer } from 'node:buffer';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { openTables } from '../../src/input/open-table.ts';
import type { Finding } from '../../src/input/finding.ts';
import { talliesData } from '../../src/pages/tallies/data.ts';
import { facts } from '../../src/tables/facts.ts';
import { run } from '../../src/tally/run.ts';
import type { TallyPlan } from '../../src/tally/plan.ts';
import type { Period } from '../../src/vocabulary/period.ts';
import { commandLine } from '../support/command-line.ts';
import { dataText } from '../support/written.ts';

/** All that is said of some files, with plain rows taken by their bytes or every row read. */
async function told(
  files: readonly Buffer[],
  plainRows: TallyPlan['plainRows'],
  { piece = 1 << 16, snapshot = '' } = {},
): Promise<unknown> {
  const findings: Finding[] = [];
  try {
    const opened = [];
    for (const [index, bytes] of files.entries()) {
      const open = async function* (): AsyncGenerator<Uint8Array> {
        for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
      };
      opened.push(...(await openTables({ file: `${index}.csv`, open }, { snapshot: snapshot !== '' })));
    }
    const period = snapshot === '' ? undefined : (snapshot as Period);
    // One village has a line, the others none.
    const parameters: TallyPlan['parameters'] = ({ village }) =>
      village === '村2' ? {} : { poverty_line: 400_000n, floor_area: 130_000n };
    const { tallies } = await run(opened, { facts, parameters, plainRows, snapshot: period }, (finding) => findings.push(finding));
    const text = dataText(talliesData(tallies));
    return { text, order: tallies.tallies.map(({ place, facts: own }) => [place, [...own.keys()]]), inputs: tallies.inputs, findings };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { texts: error.texts };
  }
}

const oneOf = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
/** A cell that is plain, or one time in so many dirty. */
const often = (plain: fc.Arbitrary<string>, dirty: fc.Arbitrary<string>, weight: number): fc.Arbitrary<string> =>
  fc.oneof({ weight, arbitrary: plain }, { weight: 1, arbitrary: dirty });
// prettier-ignore
const DIRTY = oneOf(
  ' 是', '"是"', '"a,b"', '"多\n行"', '"两""个"', 'a"b', '"x"y', '"1,200"', '12户', '87万多', '4E17', '', '/', '不详',
  '合计', '√', '=1+1', '#N/A', '１２', '-5', '12.345', 'x', '999999999999', '\u00a0', '无', '0', '1',
  '2', '注：以上', '填表人：', '=T("1001")', '-', '…', '村0 ', '2021', '2020年', '\t',
);
const yesNo = oneOf('是', '否', '是', '');
const numbers = (most: number, places = 0): fc.Arbitrary<string> => fc.nat(most).map((one) => (one / 10 ** places).toFixed(places));

/** Columns by heading, with what stands in them. */
const COLUMNS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  序号: fc.nat(99).map(String),
  county: oneOf('钟山县', '钟山县', '富川县'),
  township: oneOf('镇1', '镇2', ''),
  village: oneOf('村0', '村1', '村2', '村（3）', '村(3)'),
  period: oneOf('2020', '2020', '2020', '2019'),
  registered: yesNo,
  exempt: yesNo,
  has_industry: yesNo,
  industries: oneOf('优质稻、鸡', '鸡', '', '鸡、优质稻', '无'),
  award_yuan: fc.oneof(numbers(5000), oneOf('', '0', '10.5')),
  '奖补金额（万元）': oneOf('1.5', '', '2'),
  helper_name: oneOf('张三', '李四', '张三、李四', '张 三', ''),
  helper_unit: oneOf('财政局', '教育局', '财政局、教育局', '', '不详'),
  has_plan: yesNo,
  net_income_per_capita: fc.oneof(numbers(900_000, 2), oneOf('4000', '4000.00', '', '3999.99', '-20')),
  food: yesNo,
  education: oneOf('是', '否', '不适用', ''),
  是否危房: oneOf('√', '', '', '是'),
  house_grade: oneOf('A', 'B级', 'D', ''),
  water: oneOf('√', ''),
  power: oneOf(''),
  house_area_per_capita: fc.oneof(numbers(40), oneOf('13', '12.9999', '')),
  labour_persons: oneOf('1', '2', '3', '', '/', '2人'),
  exit_year: oneOf('2018', '2019', '2021', ''),
  identified_year: oneOf('2014', '2016', '2019'),
  identified_on: oneOf('', '2020-03-01', '2020年5月', '2019-12-31'),
  clue_on: oneOf('', '2020-02-28', '2020-04-01'),
  cleared_on: oneOf('', '2020-06-30', '2019-01-01'),
  monitoring_type: oneOf('', '脱贫不稳定户', '无', '边缘户'),
  risk_cleared: oneOf('', '', '是', '否'),
  head_name: oneOf('王五', '赵六', '合计'),
  village_code: oneOf('451122000001', '451122000001', '451122000002', '530102000003'),
  备注: oneOf('', '', '见附件', '合计'),
};
const STATUS = oneOf('已脱贫', '已脱贫', '未脱贫', '返贫', '预脱贫', '非贫困户', '注销');

interface Shape {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: string;
  readonly end: string;
  readonly begin: string;
  readonly last: string;
}

/** Two headings of one column are refused. */
const TWINS = ['award_yuan', '奖补金额（万元）'] as const;
const ID = fc.oneof(
  { weight: 30, arbitrary: fc.nat(99_999).map((one) => `H${String(one).padStart(6, '0')}`) },
  { weight: 1, arbitrary: fc.nat(400).map((one) => `h${String(one).padStart(6, '0')}`) },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.nat(3000).map(String),
      fc.nat(300).map((one) => `AB-${one}-x`),
      fc.nat(300).map((one) => `ab${one}-X`),
      fc.nat(300).map((one) => `45-${1000 + one}`),
      fc.nat(300).map((one) => `户_${one}`),
    ),
  },
);
/** Cells that differ from row to row; the others are those of some row that repeats. */
const CHANGING: Readonly<Record<string, fc.Arbitrary<string>>> = {
  household_id: ID,
  persons: fc.integer({ min: 1, max: 7 }).map(String),
  net_income_per_capita: COLUMNS.net_income_per_capita!,
  award_yuan: COLUMNS.award_yuan!,
  序号: COLUMNS.序号!,
};

/** A household file: rows of a few patterns, most of them plain, and some of every kind of row that is not. */
const householdFile: fc.Arbitrary<Shape> = fc
  .tuple(fc.subarray(Object.keys(COLUMNS), { minLength: 2 }), oneOf(...TWINS))
  .chain(([chosen, twin]) => {
    const kept = new Set(['village', ...chosen]);
    const columns = Object.entries(COLUMNS).filter(([name]) => kept.has(name) && name !== twin);
    const cells: Readonly<Record<string, fc.Arbitrary<string>>> = {
      household_id: ID,
      persons: fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: 1, max: 7 }).map(String) },
        { weight: 1, arbitrary: oneOf('0', '5人', '120') },
      ),
      status: STATUS,
      ...Object.fromEntries(columns),
    };
    const headings = fc.shuffledSubarray(Object.keys(cells), { minLength: Object.keys(cells).length });
    return headings.chain((names) => {
      const rowOf = (dirt: number) =>
        fc.tuple(...names.map((name) => often(cells[name]!, DIRTY, dirt))).map((row): readonly string[] => row);
      const odd: fc.Arbitrary<readonly string[]> = fc.oneof(
        { weight: 24, arbitrary: rowOf(20) },
        { weight: 4, arbitrary: rowOf(20).map((row) => row.slice(1)) },
        { weight: 4, arbitrary: rowOf(20).map((row) => [...row, '多']) },
        { weight: 4, arbitrary: rowOf(20).map((row) => [...row, '', ' ']) },
        {
          weight: 4,
          arbitrary: oneOf<readonly string[]>(
            [''],
            ['合计'],
            ['注：本表截至2020年'],
            names.map(() => ''),
            ['合计', ...names.slice(1).map(() => '12')],
          ),
        },
        { weight: 1, arbitrary: oneOf<readonly string[]>(names, names.toReversed()) },
      );
      const changing = fc.tuple(...names.map((name) => CHANGING[name] ?? fc.constant(undefined)));
      const rows = fc.array(rowOf(600), { minLength: 1, maxLength: 8 }).chain((patterns) =>
        fc.array(
          fc.oneof(
            {
              weight: 60,
              arbitrary: fc
                .tuple(fc.nat(patterns.length - 1), changing)
                .map(([at, own]) => patterns[at]!.map((cell, index) => own[index] ?? cell)),
            },
            { weight: 1, arbitrary: odd },
          ),
          { minLength: 5, maxLength: 250, size: 'max' },
        ),
      );
      return fc.record({
        headings: fc.constant(names),
        rows,
        delimiter: oneOf(',', ',', ',', '\t', ';'),
        end: oneOf('\n', '\n', '\n', '\r\n', '\r\n', '\r'),
        begin: oneOf('', '', '', '\ufeff', '某县户表\n'),
        last: oneOf('', '', '\n', '\n', '"'),
      });
    });
  });

const textOf = ({ headings, rows, delimiter, end, begin, last }: Shape): string =>
  begin + [headings, ...rows].map((row) => row.join(delimiter)).join(end) + (last === '\n' ? end : last);

describe('plain rows, taken by their bytes', () => {
  test('come to what they come to when every row is read: dirty files in pieces of any length', async () => {
    const villages =
      'county,township,village,period,rural_population\n钟山县,镇1,村0,2020,900\n钟山县,镇2,村1,2020,900\n钟山县,镇1,村2,2020,800\n';
    await fc.assert(
      fc.asyncProperty(
        fc.array(householdFile, { minLength: 1, maxLength: 2 }),
        fc.integer({ min: 1, max: 3000 }),
        fc.boolean(),
        oneOf('', '2020', '2020'),
        async (files, piece, withVillages, snapshot) => {
          const bytes = [...(withVillages ? [villages] : []), ...files.map(textOf)].map((text) => Buffer.from(text));
          expect(await told(bytes, undefined, { piece, snapshot })).toEqual(await told(bytes, 'read', { piece, snapshot }));
        },
      ),
      { numRuns: 150 },
    );
  }, 300_000);
});

describe('the whole program says the same without the scanner', () => {
  const outcomes = async (argv: readonly string[]) =>
    Promise.all([commandLine(argv), commandLine(argv, { env: { AID_METRICS_SCANNER: 'off' } })]);
  const cases = join('..', 'shared', 'cases');
  const files = ['fixtures', ...(existsSync(cases) ? [cases] : [])].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:csv|txt|tsv)$/u.test(name))
      .map((name) => join(folder, name)),
  );

  test.skipIf(existsSync(cases))('the shared cases are not beside this folder: only the fixtures are tried', () => undefined);

  test.each(files)('of %s', async (file) => {
    for (const argv of [
      ['report', file, '--metrics', 'all', '--partial', '-f', 'json'],
      ['report', file, '--format', 'tallies', '--partial', '--snapshot', '2020'],
      ['check', file, '-f', 'json'],
      ['check', file, '--snapshot', '2020'],
    ]) {
      const [on, off] = await outcomes(argv);
      expect(on).toEqual(off);
    }
  });
});
