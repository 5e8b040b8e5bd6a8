import { describe, expect, test } from 'vitest';
import { suggestHeadings } from '../../src/input/suggest-heading.ts';
import { tables } from '../../src/tables/index.ts';

const columnFor = (heading: string, has: readonly string[] = []): string | undefined =>
  suggestHeadings([heading], [tables.villages], new Set(has))[0]?.column;

describe('a heading that is a slip away from a known one', () => {
  test.each([
    ['vilage', 'village'],
    ['villlage', 'village'],
    ['vlilage', 'village'],
    ['Vilage name', 'village'],
    ['houshold_total', 'households'],
    ['regstered_poor_households', 'registered_poor_households'],
    ['Registerd poor househlds', 'registered_poor_households'],
    ['rural_populaton', 'rural_population'],
    ['perod', 'period'],
    ['建挡立卡贫困户数', 'registered_poor_households'],
    ['建档卡立贫困户数', 'registered_poor_households'],
    ['村级集体经经济收入', 'collective_income'],
  ])('%s: %s', (heading, column) => expect(columnFor(heading)).toBe(column));

  // Between these lies one character, and another meaning: a suggestion would lead astray.
  test.each([
    '贫困人数数',
    '已脱贫户数',
    '年中贫困人口',
    '危房户数',
    '低保户数',
    '基本医疗保险应参保人数',
    '医疗保险实参保人数',
    'town hall',
    'note',
    'fax',
    'car',
    'remark',
    '备注',
    '序号',
  ])('%s is like nothing', (heading) => expect(columnFor(heading)).toBeUndefined());

  test('what the file has already is not suggested again', () => expect(columnFor('vilage', ['village'])).toBeUndefined());
});
