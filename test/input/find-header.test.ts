import { expect, test } from 'vitest';
import { findHeader } from '../../src/input/find-header.ts';

const columnsOf = (...records: readonly (readonly string[])[]) =>
  findHeader(records, undefined)?.readings[0]!.headings.map(({ column }) => column);

test.each([
  ['贫困', '户数', 'registered_poor_households'],
  ['产业覆盖', '户数', 'industry_households'],
  ['产业', '奖补户数', 'awarded_households'],
  ['脱贫', '年度', 'exit_year'],
  ['基本情况', '户数', 'households'],
])('under the group %s, %s is %s', (group, own, column) => {
  expect(columnsOf(['行政村', '年度', '常住人口', group], ['', '', '', own])).toEqual(['village', 'period', 'resident_population', column]);
});

test('under the group 户主, 姓名 is the name of the head', () => {
  const header = columnsOf(['户编号', '行政村', '户主', '', '家庭', '脱贫状态'], ['', '', '姓名', '身份证号', '人口数', '']);
  expect(header).toEqual(['household_id', 'village', 'head_name', 'head_id_no', 'persons', 'status']);
});
