import { describe, expect, test } from 'vitest';
import { readHeader, recognise } from '../../src/input/headers.ts';
import { tables } from '../../src/tables/index.ts';
import { comparable } from '../../src/input/cell.ts';
import type { Column } from '../../src/language/column.ts';

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
    // the unit behind the name, without brackets
    ['村集体经济收入万元', 'collective_income', 4],
    ['村集体经济收入/万元', 'collective_income', 4],
    ['村集体经济收入_万元', 'collective_income', 4],
    ['村集体经济收入：千元', 'collective_income', 3],
    ['产业奖补元', 'award_yuan', 0],
    ['贫困户数/户', 'registered_poor_households', 0],
    ['其中：未脱贫户数', 'remaining_poor_households', 0],
  ])('%s is %s', (heading, column, scale) => expect(columnOf(heading)).toMatchObject({ column, unit: { scale } }));

  test('a unit that the column cannot have is not taken', () => expect(columnOf('村集体经济收入（户）')).toBeUndefined());
  test('residents are never the base of incidence', () => expect(columnOf('常住人口')).toMatchObject({ column: 'resident_population' }));
  test('the whole population is taken as the base with a doubt', () =>
    expect(columnOf('总人口')).toMatchObject({ column: 'rural_population', doubtful: true }));

  test.each(Object.values(tables))('no heading of $id means two columns', ({ columns }) => {
    const seen = new Map<string, string>();
    for (const [column, { label, aliases, doubtfulAliases = [], sharedAliases = [], opposites = [] }] of Object.entries(columns)) {
      const written = [column, label.zh, label.en, ...aliases, ...doubtfulAliases, ...sharedAliases, ...opposites];
      // As offices shorten them: HH, people.
      const short = written.map((one) => one.replaceAll(/households?/giu, 'hh').replaceAll(/persons/giu, 'people'));
      for (const writing of new Set([...written, ...short].map(comparable))) {
        expect(seen.get(writing) ?? column, `"${writing}"`).toBe(column);
        seen.set(writing, column);
      }
    }
  });
});

describe('what the tool prints is read back', () => {
  const forms = (column: string, { label, unit, kind }: Column): readonly string[] => {
    const units = kind === 'money' ? ['元', 'yuan'] : kind === 'rate' ? ['%'] : unit ? [unit.zh, unit.en] : [];
    return [
      column,
      label.zh,
      label.en,
      // Findings and lists name a column so; people retype what they see.
      `${label.zh}（${column}）`,
      `${column} (${label.zh})`,
      ...units.flatMap((one) => [`${label.zh}（${one}）`, `${label.en} (${one})`, `${column} (${one})`]),
      label.en.toUpperCase(),
      column.replaceAll('_', ' '),
      column.replaceAll('_', '-'),
      ` ${label.en.replaceAll(' ', '_')} `,
    ];
  };

  test.each(Object.values(tables).flatMap((table) => Object.entries<Column>(table.columns).map(([column]) => ({ id: table.id, column }))))(
    '$id: $column',
    ({ id, column }) => {
      for (const heading of forms(column, tables[id].columns[column]!)) {
        const { headings, contradicting } = readHeader([heading], tables[id]);
        expect([headings.map((one) => one.column), contradicting], `"${heading}"`).toEqual([[column], []]);
      }
    },
  );
});

describe('what offices write', () => {
  test.each([
    ['有产业的贫困户数', 'industry_households'],
    ['产业户数', 'industry_households'],
    ['建档立卡户', 'registered_poor_households'],
    ['贫困户', 'registered_poor_households'],
    ['贫困户（户）', 'registered_poor_households'],
    ['建档立卡贫困户户数', 'registered_poor_households'],
    ['建档立卡贫困户人数', 'registered_poor_persons'],
    ['未脱贫户数', 'remaining_poor_households'],
    ['未脱贫人数', 'remaining_poor_persons'],
    ['监测对象户数', 'monitored_households'],
    ['村庄', 'village'],
    ['建制村', 'village'],
    ['豁免户', 'exempt_households'],
    ['Poor households', 'registered_poor_households'],
    ['Poor HH', 'registered_poor_households'],
    ['No. of poor households', 'registered_poor_households'],
    ['Number of registered-poor persons', 'registered_poor_persons'],
    ['Registered poor people', 'registered_poor_persons'],
    ['Total number of households', 'households'],
    ['Rural  population', 'rural_population'],
    ['Poverty-incidence (%)', 'stated_poverty_incidence'],
  ])('of a village: %s is %s', (heading, column) => expect(columnOf(heading)).toMatchObject({ column }));

  test.each([
    ['户号', 'household_id'],
    ['HH ID', 'household_id'],
    ['hh_id', 'household_id'],
    ['Household ID', 'household_id'],
    ['Household-ID', 'household_id'],
    ['家庭成员数', 'persons'],
    ['Household size', 'persons'],
    ['HH size', 'persons'],
    ['Number of household members', 'persons'],
    ['Household head', 'head_name'],
    ['豁免户', 'exempt'],
    ['建档立卡户', 'registered'],
  ])('of a household: %s is %s', (heading, column) => expect(columnOf(heading, 'households')).toMatchObject({ column }));

  test('a heading that may be something else yields to one that may not', () => {
    const { headings, unknown } = readHeader(['村', '建档立卡贫困户数', '贫困户'], tables.villages);
    expect([headings.map(({ written }) => written), unknown]).toEqual([['村', '建档立卡贫困户数'], ['贫困户']]);
  });

  // 建档立卡贫困户（人数） are persons, 有产业的贫困户（人） is a count of persons in a column of households: said, and not taken.
  test('households are not persons', () => {
    expect(columnOf('建档立卡贫困户（人数）')).toMatchObject({ column: 'registered_poor_persons' });
    expect(columnOf('建档立卡贫困户（户数）')).toMatchObject({ column: 'registered_poor_households' });
    expect(columnOf('Registered poor (persons)')).toMatchObject({ column: 'registered_poor_persons' });
    for (const heading of ['有产业的贫困户（人）', 'Poor households (persons)', '乡村户籍人口（户）', '产业户数（人数）']) {
      const { headings, contradicting } = readHeader([heading], tables.villages);
      expect([headings.length, contradicting.length], heading).toEqual([0, 1]);
    }
    expect(columnOf('乡村户籍人口（人）')).toMatchObject({ column: 'rural_population' });
    expect(columnOf('监测户数（户）')).toMatchObject({ column: 'monitored_households' });
  });

  // 贫困户 in a household file is a name, or a yes or no: never a count, and no sign of a village table.
  test('a heading that other tables use for something else marks no table', () => {
    expect(tableOf('户编号', '村', '贫困户', '脱贫状态')).toEqual(['households']);
    expect(tableOf('户编号', '村', '建档立卡户', '家庭人口数', '脱贫状态')).toEqual(['households']);
    expect(tableOf('村', '年度', '贫困户')).toEqual(['villages']);
    expect(columnOf('贫困户', 'households')).toBeUndefined();
  });

  // What is counted must be said: a number of something else is no number of households, and "number of" makes no name a count.
  test.each(['低保户数', 'Number of low-income households', 'Number of village', 'Households without power'])(
    '%s is left alone',
    (heading) => expect(columnOf(heading)).toBeUndefined(),
  );
});
