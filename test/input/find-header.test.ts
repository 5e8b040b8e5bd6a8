import { describe, expect, test } from 'vitest';
import { findHeader } from '../../src/input/find-header.ts';
import { tallyTexts } from '../support/tables.ts';

const columnsOf = (...records: readonly (readonly string[])[]) =>
  findHeader(records, undefined)?.readings[0]!.headings.map(({ column }) => column);

test.each([
  ['贫困', '户数', 'registered_poor_households'],
  ['产业覆盖', '户数', 'industry_households'],
  ['产业', '奖补户数', 'awarded_households'],
  ['脱贫', '年度', 'exit_year'],
  ['基本情况', '户数', 'households'],
  ['建档立卡贫困户', '户数', 'registered_poor_households'],
  ['建档立卡', '人口数（人）', 'registered_poor_persons'],
  ['未脱贫', '户数', 'remaining_poor_households'],
  ['未脱贫贫困户', '人数', 'remaining_poor_persons'],
  ['剩余贫困户', '户数（户）', 'remaining_poor_households'],
  ['监测对象', '户数', 'monitored_households'],
  ['返贫', '户数', 'returned_households'],
  ['返贫', '人口', 'returned_persons'],
  ['新增贫困', '人口', 'new_poor_persons'],
  ['豁免户', '户数', 'exempt_households'],
  ['有产业', '户数', 'industry_households'],
  ['Registered poor', 'Households', 'registered_poor_households'],
  ['Remaining poor', 'Persons', 'remaining_poor_persons'],
])('under the group %s, %s is %s', (group, own, column) => {
  expect(columnsOf(['行政村', '年度', '常住人口', group], ['', '', '', own])).toEqual(['village', 'period', 'resident_population', column]);
});

test('under the group 户主, 姓名 is the name of the head', () => {
  const header = columnsOf(['户编号', '行政村', '户主', '', '家庭', '脱贫状态'], ['', '', '姓名', '身份证号', '人口数', '']);
  expect(header).toEqual(['household_id', 'village', 'head_name', 'head_id_no', 'persons', 'status']);
});

// Households of a group that no column counts are not all households of the village.
test.each([
  ['低保', '户数'],
  ['监测对象', '人数'],
  ['Low-income', 'Households'],
])('under the group %s, %s is left alone', (group, own) => {
  expect(columnsOf(['行政村', '年度', '常住人口', group], ['', '', '', own])).toEqual(['village', 'period', 'resident_population']);
});

test('groups of two columns each are told apart', () => {
  const header = columnsOf(['村', '年度', '建档立卡贫困户', '', '未脱贫', ''], ['', '', '户数', '人数', '户数', '人数']);
  expect(header).toEqual([
    'village',
    'period',
    'registered_poor_households',
    'registered_poor_persons',
    'remaining_poor_households',
    'remaining_poor_persons',
  ]);
});

describe('a row of units below the header', () => {
  const VILLAGES = '村,年度,村级集体经济收入,贫困人口数';
  test.each(['单位,,万元,人', '（单位）,,万元,人', '计量单位：,年,万元,人', ',,万元,人', '—,年,万元,人', 'Unit,,万元,人'])(
    '%s',
    async (units) => {
      const { tallies, findings } = await tallyTexts({ 'v.csv': `${VILLAGES}\n${units}\n甲村,2020,5,30\n` });
      expect(findings).toEqual([]);
      expect(tallies.inputs[0]).toMatchObject({ rows: 1, accepted: 1 });
      // 5 × 10 000 yuan, in fen
      expect(tallies.tallies[0]!.facts.get('declared.collective_income')!.yes).toBe(5_000_000n);
    },
  );
  test('a village called 单位 is no row of units', async () => {
    const { tallies } = await tallyTexts({ 'v.csv': `${VILLAGES}\n单位,2020,5,30\n` });
    expect(tallies.inputs[0]!.rows).toBe(1);
  });
});

describe('a header of three rows with groups of what is in a group', () => {
  test.each([
    ['其中：未脱贫', '户数', '人数'],
    ['其中', '未脱贫户数', '未脱贫人数'],
    ['其中未脱贫', '户数', '人数'],
  ])('%s above %s and %s', (part, households, persons) => {
    const first = ['行政村', '年度', '建档立卡贫困户', '', '', '', '村级集体经济收入（万元）', '', ''];
    const second = ['', '', '户数', '人数', part, '', '合计', '其中', ''];
    const third = ['', '', '', '', households, persons, '', '补助收入', '一次性收入'];
    expect(columnsOf(first, second, third, ['甲村', '2020', '5', '20', '1', '4', '5', '1', '1'])).toEqual([
      'village',
      'period',
      'registered_poor_households',
      'registered_poor_persons',
      'remaining_poor_households',
      'remaining_poor_persons',
      'collective_income',
      'subsidy_income',
      'one_off_income',
    ]);
  });
  test('in a workbook, where merged cells say the same in every row', () => {
    const [village, year] = ['行政村', '年度'];
    const poor = '建档立卡贫困户';
    expect(
      columnsOf(
        [village, year, poor, poor, poor, poor, poor],
        [village, year, '户数', '人数', '其中', '其中', '其中'],
        [village, year, '户数', '人数', '未脱贫户数', '未脱贫人数', '有产业户数'],
        ['甲村', '2020', '5', '20', '1', '4', '3'],
      ),
    ).toEqual([
      'village',
      'period',
      'registered_poor_households',
      'registered_poor_persons',
      'remaining_poor_households',
      'remaining_poor_persons',
      'industry_households',
    ]);
  });
  test('households of which nothing is said are not all households', () =>
    expect(
      columnsOf(['行政村', '年度', '低保', ''], ['', '', '人数', '其中'], ['', '', '', '户数'], ['甲村', '2020', '5', '20']),
    ).toBeUndefined());
});
