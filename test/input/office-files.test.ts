import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { checkJson, commandLine, reportJson } from '../support/command-line.ts';

/** The figures of a metric in a run: value as counts, by place. */
async function figures(stdin: string, metric: string, ...more: readonly string[]): Promise<readonly unknown[]> {
  const { json } = await reportJson(['-', '--metrics', metric, '--snapshot', '2020', '--partial', ...more], { stdin });
  return json.places.map(({ metrics }) => {
    const { numerator, denominator, missing } = metrics[metric]!;
    return [numerator, denominator, missing];
  });
}
const codes = async (stdin: string): Promise<readonly (readonly unknown[])[]> =>
  (await checkJson(['-', '--snapshot', '2020'], { stdin })).json.findings.map(({ code, row }) => [code, row]);

describe('marks for none and unknown', () => {
  const households = (...industries: readonly string[]): string =>
    [
      '户编号,村,家庭人口数,脱贫状态,参与产业',
      ...industries.map((cell, index) => `900${index},甲村,3,已脱贫,"${cell}"`),
      '9999,甲村,3,已脱贫,鸡',
    ].join('\n');

  test.each([
    '/',
    '／',
    '-',
    '—',
    '——',
    '－',
    '暂无',
    '无产业',
    '没有',
    '0',
    '未参与',
    'none',
    'N/A',
    '不详',
    '？',
    '待核实',
    '#N/A',
    '#REF!',
    '同上',
  ])('%s is never the name of an industry', async (cell) => {
    const { json } = await reportJson(['-', '--metrics', 'industry_households_by_type', '--snapshot', '2020'], { stdin: households(cell) });
    const names = json.places[0]!.metrics.industry_households_by_type!.breakdown;
    expect(names).toMatchObject([{ key: '鸡' }]);
  });

  // Two households with none, one with an industry: 1 of 3.
  test.each(['/', '——', '暂无', '无产业', '没有', '0', '否', '×', 'nil', '暂无产业'])('%s in a list is none', async (cell) => {
    expect(await figures(households(cell, cell), 'industry_coverage_all')).toEqual([[1, 3, 0]]);
  });

  // One household not known: 1 of 1, and one missing.
  test.each(['不详', '?', '？', 'N/A', '不清楚', '待核实', '外出务工', '未知'])('%s in a list is unknown', async (cell) => {
    expect(await figures(households(cell), 'industry_coverage_all')).toEqual([[1, 1, 1]]);
  });

  test.each(['√', '是', '1', '2'])('%s names nothing: a finding', async (cell) => {
    expect(await codes(households(cell))).toEqual([['no-name', 2]]);
  });

  test('a mark among names adds nothing', async () => {
    expect(await figures(households('优质稻、/', '鸡；无', '不详、鸭'), 'industry_coverage_all')).toEqual([[4, 4, 0]]);
  });

  test.each([
    ['优质稻/鸡', 2],
    ['优质稻 养鸡', 2],
    ['1.优质稻 2.鸡', 2],
    ['①优质稻②鸡', 2],
    ['优质稻，鸡；鸭、鹅', 4],
    ['优质稻+鸡', 2],
    ['优质稻\n鸡', 2],
    ['优质稻\\鸡', 2],
    ['甜 橙', 1],
  ])('%j is a list of %i', async (cell, number) => {
    const { json } = await reportJson(['-', '--metrics', 'industry_households_by_type', '--snapshot', '2020'], {
      stdin: `户编号,村,家庭人口数,脱贫状态,参与产业\n9001,甲村,3,已脱贫,"${cell}"\n`,
    });
    expect(json.places[0]!.metrics.industry_households_by_type!.breakdown).toHaveLength(number);
  });

  test('in a column of yes and no a stroke is unknown and 暂无 is no', async () => {
    const rows =
      '户编号,村,家庭人口数,脱贫状态,是否参与产业\n1001,甲村,3,已脱贫,是\n1002,甲村,3,已脱贫,/\n1003,甲村,3,已脱贫,暂无\n1004,甲村,3,已脱贫,不详\n';
    expect(await figures(rows, 'industry_coverage_all')).toEqual([[1, 2, 2]]);
  });

  test('in a number column a stroke is a finding, and the way out says 0 or blank', async () => {
    const { json } = await checkJson(['-', '--snapshot', '2020'], { stdin: '村,乡村户籍人口,剩余贫困人口数\n甲村,100,/\n' });
    expect(json.findings).toMatchObject([
      { code: 'not-a-number', column: 'remaining_poor_persons', hint: expect.stringContaining('0 if there is none, blank if') },
    ]);
  });

  test('a household or a village is never called so', async () => {
    const rows = '户编号,村,家庭人口数,脱贫状态\n/,甲村,3,已脱贫\n1002,不详,3,已脱贫\n1003,—,3,已脱贫\n1004,甲村,3,-\n';
    const { json } = await checkJson(['-', '--snapshot', '2020'], { stdin: rows });
    expect(json.findings.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'household_id', 'required-blank'],
      [3, 'village', 'required-blank'],
      [4, 'village', 'required-blank'],
      [5, 'status', 'required-blank'],
    ]);
  });

  test('what was taken for what is counted and said', async () => {
    const { json } = await checkJson(['-', '--snapshot', '2020'], { stdin: households('/', '—', '不详') });
    expect(String((json.inputs[0] as unknown as { notes: readonly string[] }).notes)).toMatch(
      /2 cells with a mark for none.*1 cell with a mark for unknown/,
    );
  });
});

describe('words of choices', () => {
  const status = (cell: string): string => `户编号,村,家庭人口数,脱贫属性\n1001,甲村,3,${cell}\n`;
  test.each([
    ['已脱贫（享受政策）', [0, 3]],
    ['已脱贫(不再享受政策)', [0, 3]],
    ['稳定脱贫', [0, 3]],
    ['脱贫不享受政策', [0, 3]],
    ['已脱贫（2018年）', [0, 3]],
    ['未脱贫（新识别）', [3, 3]],
    ['未脱贫（因病）', [3, 3]],
    ['未脱贫（返贫）', [3, 3]],
  ])('%s', async (cell, [remaining]) => {
    const stdin = status(cell);
    const { json } = await reportJson(['-', '--metrics', 'exited_share', '--snapshot', '2020'], { stdin });
    expect(json.places[0]!.metrics.exited_share).toMatchObject({ numerator: remaining === 0 ? 1 : 0, denominator: 1 });
  });
  test('brackets that contradict the word are a finding', async () =>
    expect(await codes(status('已脱贫（未脱贫）'))).toEqual([['contradicting-words', 2]]));
  test('a code in a column of causes is said, and the household counts', async () => {
    const stdin = '户编号,村,家庭人口数,脱贫状态,主要致贫原因\n1001,甲村,3,已脱贫,因病\n1002,甲村,3,已脱贫,3\n1003,甲村,3,已脱贫,1因病\n';
    const { status: exit, json } = await checkJson(['-', '--snapshot', '2020'], { stdin });
    expect([exit, json.inputs[0]]).toMatchObject([0, { accepted: 3, rejected: 0 }]);
    expect(json.findings).toMatchObject([{ code: 'coded-choice', severity: 'warning', row: 3 }]);
  });
});

describe('the unit outside the heading', () => {
  const income = (above: string, header = '村,年度,村级集体经济收入,乡村户籍人口'): string =>
    `${above}\n${header}\n甲村,2020,8.2,500\n乙村,2020,15,600\n丙村,2020,11,700\n`;
  const yuan = async (stdin: string): Promise<unknown> => {
    const { json } = await reportJson(['-', '--metrics', 'collective_income_total', '--partial'], { stdin });
    return json.places[0]!.metrics.collective_income_total!.value;
  };
  test.each([
    '填报单位：县农业农村局,,,单位：万元、人',
    '金额单位：万元,,,',
    '单位:万元,,,',
    '村级集体经济统计表（单位：万元）,,,',
    '计量单位：万元；人,,,',
    '"Unit: 10,000 yuan",,,',
    'Amounts in 10 000 yuan,,,',
    '标题,,,\n填报单位：县扶贫办　　　　单位：万元　　　日期：2020年12月,,,',
  ])('%s', async (above) => expect(await yuan(income(above))).toBe(82000));

  test.each(['填报单位：万元镇人民政府,,,', '单位：元、人,,,', '单位：户,,,', '填报单位：县农业农村局,,,'])(
    '%s changes nothing',
    async (above) => expect(await yuan(income(above))).toBe(8.2),
  );

  test('a heading with a unit of its own keeps it', async () => {
    expect(await yuan(income('单位：万元,,,', '村,年度,村级集体经济收入（元）,乡村户籍人口'))).toBe(8.2);
    expect(await yuan(income('单位：元,,,', '村,年度,村级集体经济收入（万元）,乡村户籍人口'))).toBe(82000);
  });
  test('two units that could both apply are a finding, and no figure is made of the column', async () => {
    const stdin = income('单位：元,,,单位：万元');
    expect(await codes(stdin)).toEqual([['unit-ambiguous', 2]]);
    expect(await yuan(stdin)).toBeNull();
  });
  test('万人 is for persons, not for households', async () => {
    const stdin = '单位：万人,,,\n村,年度,乡村户籍人口,剩余贫困人口数\n甲村,2020,0.25,0.001\n';
    expect(await figures(stdin, 'poverty_incidence')).toEqual([[10, 2500, 0]]);
  });
  test('a group of columns gives its unit to those below it, and so does a row of units', async () => {
    expect(await yuan('村,年度,村集体经济（万元）,\n,,收入,补助收入\n甲村,2020,8.2,1\n')).toBe(82000);
    expect(await yuan('村,年度,村级集体经济收入,乡村户籍人口\n,,（万元）,（人）\n甲村,2020,8.2,500\n')).toBe(82000);
  });
  test('a unit in a note below the table comes too late: an error', async () =>
    expect(
      (await codes(income('统计表,,,') + '注：金额单位：万元,,,\n')).filter(([code]: readonly unknown[]) => code === 'unit-in-note'),
    ).toEqual([['unit-in-note', 6]]));
});

describe('an income in another unit', () => {
  const doubts = async (stdin: string) =>
    (await checkJson(['-'], { stdin })).json.findings
      .filter(({ code }) => code === 'unit-doubtful')
      .map(({ row, message }) => [row, /typed in (\S+)/u.exec(message)![1]]);
  test('yuan under 万元 in one year', async () =>
    expect(await doubts('村,年度,村级集体经济收入（万元）\n甲村,2019,8.2\n甲村,2020,82000\n')).toEqual([[3, 'yuan']]));
  test('万元 without a unit in one year', async () =>
    expect(await doubts('村,年度,村级集体经济收入\n甲村,2019,82000\n甲村,2020,8.4\n')).toEqual([[3, '万元']]));
  test('against the middle of the other villages', async () =>
    expect(await doubts('村,年度,村级集体经济收入\n甲村,2020,82000\n乙村,2020,55000\n丙村,2020,16\n丁村,2020,91000\n')).toEqual([
      [4, '万元'],
    ]));
  test('an ordinary growth, and a poor village beside rich ones, are none', async () =>
    // 82000 ÷ 3230 is 25 times; 900 is a hundredth of its neighbours.
    expect(await doubts('村,年度,村级集体经济收入\n甲村,2019,3230\n甲村,2020,82000\n乙村,2020,900\n丙村,2020,95000\n')).toEqual([]));
});

describe('rows that sum up others', () => {
  const header = '村,年度,乡村户籍人口,剩余贫困人口数,建档立卡贫困户数,特色产业覆盖贫困户数';
  const table = (...rows: readonly string[]): string => [header, ...rows].join('\n');
  const villages = ['甲村,2020,3125,20,166,159', '乙村,2020,1341,11,67,61'];

  test.each([
    '全县合计',
    '公安镇小计',
    '合计（2个村）',
    '合计：',
    '总 计',
    '本页小计',
    '两村共计',
    '全镇',
    'County total',
    'Total (2 villages)',
    'Sub-total',
    '平均',
    '村均',
    '平均值',
    '其中：贫困村',
    '其中贫困村',
    'Average',
    'of which poor villages',
  ])('%s', async (name) => {
    expect(await figures(table(...villages, `${name},2020,4466,31,233,220`), 'poverty_incidence', '--by', 'all')).toEqual([[31, 4466, 0]]);
  });
  test.each(['合计村', '小计屯', '平均坳村', '其中坪村', 'Totalpur', '总寨村', '共和村', '全州村'])('%s is a village', async (name) => {
    expect(await figures(table(...villages, `${name},2020,100,1,9,9`), 'poverty_incidence', '--by', 'all')).toEqual([[32, 4566, 0]]);
  });
  test('by what they equal, above or below, nested or at the end', async () => {
    const rows = [
      '东片,2020,4466,31,233,220',
      ...villages,
      '西片,2020,3000,20,150,150',
      '丙村,2020,1000,5,50,50',
      '丁村,2020,2000,15,100,100',
      '全部村,2020,7466,51,383,370',
    ];
    expect(await figures(table(...rows), 'poverty_incidence', '--by', 'all')).toEqual([[51, 7466, 0]]);
  });
  test('a village that equals such a sum in two counts is a village', async () =>
    // 3125 + 1341 = 4466 and 20 + 11 = 31, but 166 + 67 is 233, not 240
    expect(await figures(table('丙村,2020,4466,31,240,200', ...villages), 'poverty_incidence', '--by', 'all')).toEqual([[62, 8932, 0]]));
  test('zeros are no evidence, and a village like its neighbour is no sum', async () => {
    expect(
      await figures(table('丙村,2020,900,0,0,0', '丁村,2020,800,0,0,0', '戊村,2020,700,0,0,0'), 'poverty_incidence', '--by', 'all'),
    ).toEqual([[0, 2400, 0]]);
    expect(await figures(table('丙村,2020,900,9,8,7', '丁村,2020,900,9,8,7', '戊村,2020,,,,'), 'poverty_incidence', '--by', 'all')).toEqual(
      [[18, 1800, 1]].map(([n, d]) => [n, d, expect.anything()]),
    );
  });
  test('a township in the column of villages, by its name', async () => {
    const rows =
      '乡镇,村,年度,乡村户籍人口,剩余贫困人口数\n公安镇,公安镇,2020,4466,31\n公安镇,甲村,2020,3125,20\n公安镇,乙村,2020,1341,11\n';
    expect(await figures(rows, 'poverty_incidence', '--by', 'all')).toEqual([[31, 4466, 0]]);
    // Without a column of townships its two counts suffice, since it is called as a township is.
    const without = '村,年度,乡村户籍人口,剩余贫困人口数\n公安镇,2020,4466,31\n甲村,2020,3125,20\n乙村,2020,1341,11\n';
    expect(await figures(without, 'poverty_incidence', '--by', 'all')).toEqual([[31, 4466, 0]]);
  });
  test('a township that does not add up is kept, and named', async () =>
    expect(await codes('村,年度,乡村户籍人口,剩余贫困人口数\n公安镇,2020,4500,31\n甲村,2020,3125,20\n乙村,2020,1341,11\n')).toEqual([
      ['area-as-village', 2],
    ]));
  test('a table of townships is one', async () =>
    expect(await codes('村,年度,乡村户籍人口,剩余贫困人口数\n公安镇,2020,4500,31\n清塘镇,2020,3125,20\n')).toEqual([]));
});

describe('lines that are no data', () => {
  const villages = '序号,村,乡村户籍人口,剩余贫困人口数\n1,甲村,3125,20\n2,乙村,1341,11\n';
  test.each([
    ['注：数据截至2020年12月31日,,,', 'note-row'],
    [',注：贫困人口为建档立卡人口,,', 'note-row'],
    ['说明：1.本表由村填报。,,,', 'note-row'],
    ['填表人：,张三,审核人：,李四', 'note-row'],
    ['单位负责人（签字）：张三,,联系电话：,13800000000', 'note-row'],
    [',,,2021年1月5日', 'note-row'],
    ['（盖章）,,,', 'note-row'],
    ['数据来源：县扶贫办,,,', 'note-row'],
    ['Prepared by: A. Person,,,', 'note-row'],
    ['Note: figures as of December,,,', 'note-row'],
    ['*乡村户籍人口以公安部门数据为准,,,', 'note-row'],
    ['（1）,（2）,（3）,（4）', 'numbering-row'],
    ['1,2,3,4', 'numbering-row'],
    ['甲,乙,1,2', 'numbering-row'],
    ['A,B,1,2', 'numbering-row'],
    ['栏次,1,2,3', 'numbering-row'],
    ['序号,村,乡村户籍人口,剩余贫困人口数', 'repeated-header'],
    [',,0,0', 'empty-row'],
    ['3,,0,0.00', 'empty-row'],
    ['4,,,', 'empty-row'],
    ['5,,#DIV/0!,0', 'empty-row'],
    ['户编号,村,家庭人口数,脱贫状态', 'header-of-another-table'],
  ])('%s', async (line, code) => {
    expect(await codes(villages + line + '\n')).toEqual([[code, 4]]);
    expect(await figures(villages + line + '\n', 'poverty_incidence', '--by', 'all')).toEqual([[31, 4466, 0]]);
  });
  test('the name of a person in them is not printed', async () => {
    const { json } = await checkJson(['-', '--snapshot', '2020'], { stdin: villages + '填表人：张三,,审核人：李四,\n,负责人：王五,,\n' });
    expect(JSON.stringify(json)).not.toMatch(/张三|李四|王五/);
  });
  test.each([
    '3,丙村,,',
    ',丙村,,',
    '3,丙村,500,',
    '3,注溪村,500,1',
    '3,说明坪村,500,1',
    '3,第3村,500,1',
    ',经坊村,,',
    ',此里屯,,',
    '3,另山村,,',
  ])('%s is a village', async (line) => {
    const { json } = await checkJson(['-', '--snapshot', '2020'], { stdin: villages + line + '\n' });
    expect([json.inputs[0]!.rows, json.findings]).toEqual([3, []]);
  });
  test('a household whose id is missing is an error, not a note', async () => {
    const stdin = '户编号,村,家庭人口数,脱贫状态\n1001,甲村,3,已脱贫\n,甲村,4,未脱贫\n';
    expect(await codes(stdin)).toEqual([['required-blank', 3]]);
  });
  test('rows of another table below its header are one error, however many', async () => {
    const stdin = villages + '户编号,村,家庭人口数,脱贫状态\n1001,甲村,3,已脱贫\n1002,甲村,4,未脱贫\n1003,乙村,4,未脱贫\n';
    expect(await codes(stdin)).toEqual([
      ['header-of-another-table', 4],
      ['row-of-another-table', 5],
    ]);
  });
  test('two files joined: the header again, and the rows below it count', async () =>
    expect(await figures(villages + '序号,村,乡村户籍人口,剩余贫困人口数\n1,丙村,1000,9\n', 'poverty_incidence', '--by', 'all')).toEqual([
      [40, 5466, 0],
    ]));
});

describe('headers of several rows', () => {
  const forms: readonly (readonly [string, string, readonly unknown[]])[] = [
    [
      'poverty-incidence',
      'poverty_incidence',
      [
        [26, 2480],
        [20, 1905],
        [37, 3012],
      ],
    ],
    [
      'characteristic-industry',
      'industry_coverage',
      [
        [100, 108],
        [60, 80],
      ],
    ],
    [
      'housing',
      'village_housing_share',
      [
        [632, 640],
        [490, 500],
      ],
    ],
    [
      'water-power-television',
      'village_water_share',
      [
        [630, 640],
        [480, 500],
      ],
    ],
    [
      'water-power-television',
      'village_tv_share',
      [
        [636, 640],
        [495, 500],
      ],
    ],
  ];
  test.each(forms)('the form %s gives %s', async (form, metric, expected) => {
    const { status, json } = await reportJson([`fixtures/forms/${form}.csv`, '--snapshot', '2017', '--metrics', metric]);
    expect(status).toBe(0);
    expect(json.places.map(({ metrics }) => [metrics[metric]!.numerator, metrics[metric]!.denominator])).toEqual(expected);
  });
  test('years below a group are headings', async () => {
    const stdin = '村,乡村户籍人口,剩余贫困人口数,历年脱贫人数,\n,,,2015,2016\n甲村,3125,20,5,6\n';
    expect(await figures(stdin, 'poverty_incidence')).toEqual([[20, 3125, 0]]);
  });
  test('where nothing fits, the likeliest row is shown, what is known of it and what it lacks', async () => {
    const stdin = '某县贫困户情况表,,,\n户主姓名,户主姓名,家庭人口数,住址\n张三,张三,3,东街\n';
    const { status, stderr } = await commandLine(['report', '-'], { stdin });
    expect(status).toBe(2);
    // the title and the people are not shown, each heading once
    expect(stderr).toContain('Headings seen: 户主姓名 | 家庭人口数 | 住址. Understood: 户主姓名 (head_name), 家庭人口数 (persons).');
    expect(stderr).toMatch(/it lacks: household_id.*village.*status/);
  });
});

describe('marks that nobody sees', () => {
  const rows = (id: string, village = '甲村'): string => `户编号,村,家庭人口数,脱贫状态\n1001,甲村,3,已脱贫\n${id},${village},3,已脱贫\n`;
  test.each([
    '\u202d1001\u202c',
    '1001\u200b',
    '10\u00ad01',
    '\ufeff1001',
    "'1001",
    '’1001',
    '`1001',
    '"=""1001"""',
    '１００１',
    '\u001f1001',
    '1001\u00a0',
    '“1001”',
    '"10\t01"'.replace('\t', '\u200d'),
    '[1001]',
    '1001\u200e',
  ])('%j is 1001', async (id) => expect(await codes(rows(id))).toEqual([['duplicate-household', 3]]));
  test('a village and a word are read without them, and it is said', async () => {
    const stdin = '户编号,村,家庭人口数,脱贫状态\n1001,甲\u200b村,3,已\u00ad脱贫\n1002,\u202a甲村\u202c,3,已脱贫\n';
    const { json } = await reportJson(['-', '--metrics', 'exited_share', '--snapshot', '2020'], { stdin });
    expect(json.places).toHaveLength(1);
    expect(json.places[0]!.metrics.exited_share).toMatchObject({ numerator: 2, denominator: 2 });
    expect(String((json.inputs[0] as unknown as { notes: readonly string[] }).notes)).toMatch(
      /3 cells read without marks that nobody sees/,
    );
  });
});

test('surplus blank cells at the end of rows are accepted, cells with words are not', async () => {
  expect(await codes('村,乡村户籍人口,剩余贫困人口数\n甲村,100,1,,\n乙村,100,1\n')).toEqual([]);
  expect(await codes('村,乡村户籍人口,剩余贫困人口数\n甲村,100,1,,x\n')).toEqual([['row-too-long', 2]]);
});

test('every form has a line in its README', () => {
  for (const name of ['poverty-incidence', 'characteristic-industry', 'housing', 'water-power-television'])
    expect(readFileSync('fixtures/forms/README.md', 'utf8')).toContain(`${name}.csv`);
});

describe('what looks like another thing and is not', () => {
  const project = (header: string, ...rows: readonly string[]): string =>
    [`项目编号,项目名称,村,年度,项目类别,${header}`, ...rows].join('\n') + '\n';
  const received = async (stdin: string) => {
    const { status, json } = await reportJson(['-', '--metrics', 'received_yuan', '--by', 'all', '--partial'], { stdin });
    return [status, json.places[0]?.metrics.received_yuan?.value];
  };
  test('a header of another unit further down: the rows below it are an error, not a ten-thousandfold', async () => {
    const stdin = project(
      '到位资金（万元）',
      'P1,养鸡,甲村,2020,产业,40',
      '项目编号,项目名称,村,年度,项目类别,到位资金（元）',
      'P2,修路,乙村,2020,产业,100000',
    );
    expect(await received(stdin)).toEqual([1, 400000]);
  });
  test('two columns exchanged in a header further down', async () => {
    const stdin =
      '村,年度,乡村户籍人口,剩余贫困人口数,建档立卡贫困户数\n甲村,2020,3125,20,166\n村,年度,乡村户籍人口,建档立卡贫困户数,剩余贫困人口数\n乙村,2020,1341,67,11\n';
    // The header tells where the columns stand: the rows below it are read by it.
    expect(await codes(stdin)).toEqual([['reordered-header', 3]]);
  });
  test.each([
    '单位（万元）',
    '金额：万元',
    '项目资金统计表（万元）',
    '（万元）',
    '单 位：万 元',
    '单位：人民币（万元）',
    '以下金额单位均为万元',
    '单位：萬元',
    '单位：公里、亩、万元',
    '单位：人；万元',
    '单位/万元',
    'Unit: ten thousand yuan',
    'Unit: RMB 10,000',
    '（金额以万元计）',
  ])('%s above the header', async (above) =>
    expect(await received(`"${above}",,,,,\n${project('到位资金', 'P1,养鸡,甲村,2020,产业,40')}`)).toEqual([0, 400000]),
  );
  test('a line that looks like a unit and is not understood is an error', async () =>
    expect(await received(`本表按百万元口径,,,,,\n${project('到位资金', 'P1,养鸡,甲村,2020,产业,40')}`)).toEqual([1, 40]));
  test('a sum in a title is no unit', async () =>
    expect(await received(`2020年扶贫资金1200万元项目表,,,,,\n${project('到位资金', 'P1,养鸡,甲村,2020,产业,40')}`)).toEqual([0, 40]));
  test.each(['（wan yuan）', '（含补助，万元）', '（万）'])('到位资金%s', async (unit) =>
    expect(await received(project(`到位资金${unit}`, 'P1,养鸡,甲村,2020,产业,40'))).toEqual([0, 400000]),
  );
  test.each(['99,其中：中央资金,,2020,产业,20', '99,全县,,2020,产业,40', '一,产业扶贫,,2020,产业,40', '99,总投资,,2020,产业,40'])(
    '%s is no project',
    async (row) => expect(await received(project('到位资金', 'P1,养鸡,甲村,2020,产业,40', row))).toEqual([0, 40]),
  );

  const villages = '序号,村,乡村户籍人口,剩余贫困人口数\n1,甲村,3125,20\n2,乙村,1341,11\n';
  test.each([
    '经办人（签名）,张三,,',
    '村支书：张三,村主任：李四,,',
    '第一书记,张三,,',
    '张三,李四,,',
    '制表 张三,,审核,李四',
    '联系人,张三,电话,13800000000',
    ',以下空白,,',
    'A,B,C,D',
    '一,二,三,四',
    '列1,列2,列3,列4',
    '3,/,/,/',
    '3,—,0,0',
    '—,—,—,—',
    ',∑,4470,32',
    ',中位数,4470,32',
    ',占比,50,50',
    ',两村之和,4470,32',
    ',Median,4470,32',
  ])('%s is no village, and nobody is named', async (line) => {
    expect(await figures(villages + line + '\n', 'poverty_incidence', '--by', 'all')).toEqual([[31, 4466, 0]]);
    const { stdout, status } = await commandLine(['check', '-', '--snapshot', '2020'], { stdin: villages + line + '\n' });
    expect([status, /张三|李四/u.test(stdout)]).toEqual([0, false]);
  });
  test.each(["'1001'", '‘1001’', '（1001）', '【1001】', '1001.0', 'No.1001', '#1001', '1001号', '1001。'])('%s is 1001', async (id) =>
    expect(await codes(`户编号,村,家庭人口数,脱贫状态\n1001,甲村,3,已脱贫\n${id},甲村,3,已脱贫\n`)).toEqual([['duplicate-household', 3]]),
  );
  test.each(['已脱贫/享受政策', '已脱贫，享受政策', '2019年脱贫', '已退出', '整户消亡', '新致贫'])(
    'status %s is understood',
    async (status) => expect(await codes(`户编号,村,家庭人口数,脱贫状态\n1001,甲村,3,"${status}"\n`)).toEqual([]),
  );
  test.each(['无任何产业', '未发展', '无劳动力', '○', '⁄', '一', 'none.', '低保', '公益性岗位', '待摸底'])(
    '%s is no industry',
    async (cell) => {
      const stdin = `户编号,村,家庭人口数,脱贫状态,参与产业\n1,甲村,3,已脱贫,鸡\n2,甲村,3,已脱贫,${cell}\n`;
      const { json } = await reportJson(['-', '--metrics', 'industry_households_by_type', '--snapshot', '2020'], { stdin });
      expect(json.places[0]!.metrics.industry_households_by_type!.breakdown).toMatchObject([{ key: '鸡' }]);
    },
  );
});
