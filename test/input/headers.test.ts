import { describe, expect, test } from 'vitest';
import { readHeader, recognise } from '../../src/input/headers.ts';
import { tables } from '../../src/input/tables/index.ts';
import { comparable } from '../../src/input/cell.ts';

const tableOf = (...cells: readonly string[]): readonly string[] => recognise(cells).map(({ table }) => table.id);
const columnOf = (heading: string, table: keyof typeof tables = 'villages') => readHeader([heading], tables[table]).headings[0];

describe('a file is recognised by the columns that only its table has', () => {
  test.each([
    [['village', 'period', 'registered_poor_households'], ['villages']],
    [['行政村', '年度', '村集体经济收入（万元）'], ['villages']],
    [['村名', '年份', '是否贫困村'], ['villages']],
    [['village', 'period', 'award_yuan'], ['villages']],
    [['household_id', 'village', 'persons', 'status', 'award_yuan'], ['households']],
    [['户编号', '行政村', '人数', '脱贫属性', '其他收入'], ['households']],
    [['project_id', 'name', 'village'], ['projects']],
    [['项目名称', '项目类型', '年度'], ['projects']],
    [['tally_schema', 'village', 'declared.rows.yes'], ['tallies']],
    [['village', 'period'], []],
    [['户编号', 'household_id', '编号（按文本填写）'], []],
    [['colour', 'size'], []],
    [
      ['household_id', 'project_id'],
      ['households', 'projects'],
    ],
    [
      ['household_id', 'village', 'rural_population'],
      ['villages', 'households'],
    ],
  ])('%s', (cells, expected) => expect(tableOf(...cells)).toEqual(expected));

  test.each([
    ['villages', ['村', '乡村户籍人口']],
    ['households', ['户编号', '村', '家庭人口数', '脱贫状态']],
    ['projects', ['项目编号', '村', '项目名称', '项目类型']],
  ] as const)('no heading of %s makes it look like another table too', (id, certain) => {
    for (const [column, { label, aliases }] of Object.entries(tables[id].columns)) {
      for (const heading of [column, label.zh, label.en, ...aliases]) expect(tableOf(...certain, heading), heading).toEqual([id]);
    }
  });
});

describe('headings', () => {
  test.each([
    ['村集体经济收入（万元）', 'collective_income', 4],
    ['村集体经济收入(元)', 'collective_income', 0],
    ['Ｂ２０　村集体经济收入（元）', 'collective_income', 0],
    ['贫困户数（户）', 'registered_poor_households', 0],
    ['乡村人口数', 'rural_population', 0],
    ['Rural_Population', 'rural_population', 0],
    ['县（市、区）', 'county', 0],
    ['1-3个特色产业覆盖贫困户数', 'industry_households', 0],
    ['有好的“两委”班子', 'sound_committee', 0],
  ])('%s is %s', (heading, column, scale) => expect(columnOf(heading)).toMatchObject({ column, unit: { scale } }));

  test('a unit that the column cannot have is not taken', () => expect(columnOf('村集体经济收入（户）')).toBeUndefined());
  test('residents are never the base of incidence', () => expect(columnOf('常住人口')).toMatchObject({ column: 'resident_population' }));
  test('the whole population is taken as the base with a doubt', () =>
    expect(columnOf('总人口')).toMatchObject({ column: 'rural_population', doubtful: true }));

  test.each(Object.values(tables))('no heading of $id means two columns', ({ columns }) => {
    const seen = new Map<string, string>();
    for (const [column, { label, aliases, doubtfulAliases = [] }] of Object.entries(columns)) {
      for (const writing of new Set([column, label.zh, label.en, ...aliases, ...doubtfulAliases].map(comparable))) {
        expect(seen.get(writing) ?? column, `"${writing}"`).toBe(column);
        seen.set(writing, column);
      }
    }
  });
});
