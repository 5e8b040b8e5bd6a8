import { expect, test } from 'vitest';
import { measured } from '../support/tables.ts';

test('persons counted from a row per member are evidence, like persons that a column gives', async () => {
  const files = {
    'v.csv': '村,年度,乡村户籍人口\n甲村,2020,100\n',
    'm.csv': '户编号,村,脱贫状态,与户主关系\nA1,甲村,未脱贫,户主\nA1,甲村,未脱贫,妻\nA2,甲村,已脱贫,户主\n',
  };
  expect((await measured(files, 'poverty_incidence')).value).toEqual({ numerator: 2n, denominator: 100n });
});
