import { describe, expect, test } from 'vitest';
import { tallyTexts } from '../support/tables.ts';

async function read(...parts: readonly string[]) {
  const { tallies, findings } = await tallyTexts({ 'v.csv': parts.join('') });
  return {
    found: findings.map(({ code, row, severity }) => [code, row, severity]),
    villages: tallies.tallies.map(({ place, facts }) => [
      place.village,
      facts.get('declared.registered_poor_households')?.yes,
      facts.get('declared.registered_poor_persons')?.yes,
    ]),
  };
}

const FIRST = '村,年度,贫困户数,贫困人口数\n甲村,2020,5,30\n';

describe('files of one table joined into one', () => {
  test('a header with its columns in another order holds for the rows below it', async () => {
    const { found, villages } = await read(FIRST, '贫困人口数,年度,贫困户数,村\n40,2020,6,乙村\n50,2020,7,丙村\n');
    expect(found).toEqual([['reordered-header', 3, 'warning']]);
    expect(villages).toEqual([
      ['甲村', 5n, 30n],
      ['乙村', 6n, 40n],
      ['丙村', 7n, 50n],
    ]);
  });
  test('and the next one for those below it, the first order again', async () => {
    const { found, villages } = await read(
      FIRST,
      '贫困人口数,年度,贫困户数,村\n40,2020,6,乙村\n',
      '年度,村,贫困人口数,贫困户数\n2020,丙村,50,7\n',
      FIRST.replace('甲村', '丁村'),
    );
    expect(found.map(([code, row]) => [code, row])).toEqual([
      ['reordered-header', 3],
      ['reordered-header', 5],
      ['reordered-header', 7],
    ]);
    expect(villages).toEqual([
      ['甲村', 5n, 30n],
      ['乙村', 6n, 40n],
      ['丙村', 7n, 50n],
      ['丁村', 5n, 30n],
    ]);
  });
  test('a finding below it names the column that is wrong', async () => {
    const { tallies, findings } = await tallyTexts({ 'v.csv': `${FIRST}贫困人口数,年度,贫困户数,村\nx,2020,6,乙村\n` });
    expect(findings.map(({ code, row, column, value }) => [code, row, column, value]).at(-1)).toEqual([
      'not-a-number',
      4,
      'registered_poor_persons',
      'x',
    ]);
    expect(tallies.inputs[0]).toMatchObject({ rows: 2, accepted: 1, rejected: 1 });
  });
  test('a header of other columns, or of another unit, begins another table', async () => {
    expect((await read(FIRST, '贫困人口数,年度,帮扶责任人数,村\n40,2020,6,乙村\n')).found).toEqual([
      ['header-of-another-table', 3, 'warning'],
      ['row-of-another-table', 4, 'error'],
    ]);
    expect((await read('村,年度,集体经济收入（万元）\n甲村,2020,5\n', '集体经济收入（元）,村,年度\n50000,乙村,2020\n')).found).toEqual([
      ['header-of-another-table', 3, 'warning'],
      ['row-of-another-table', 4, 'error'],
    ]);
  });
  test('several files each have their own order', async () => {
    const { tallies } = await tallyTexts({ 'a.csv': FIRST, 'b.csv': '贫困人口数,年度,贫困户数,村\n40,2020,6,乙村\n' });
    expect(tallies.tallies.map(({ facts }) => facts.get('declared.registered_poor_persons')!.yes)).toEqual([30n, 40n]);
  });
});

describe('a word for unknown in a column of numbers', () => {
  const households = (award: string): string =>
    `户编号,村,年度,人数,脱贫状态,产业奖补\n1,甲村,2020,3,已脱贫,${award}\n2,甲村,2020,3,已脱贫,100\n`;
  test.each(['不详', '？', 'N/A', '不清楚', '待核实'])('%s: the row counts, and the amount is not known', async (award) => {
    const { tallies, findings } = await tallyTexts({ 'h.csv': households(award) });
    expect(findings).toEqual([]);
    expect(tallies.inputs[0]).toMatchObject({ accepted: 2, rejected: 0 });
    expect(tallies.tallies[0]!.facts.get('evidence.award_yuan')).toMatchObject({ yes: 10_000n, open: 1n });
  });
  // each may be a number, or what a program left by mistake
  test.each(['○', '同上', 'NaN', '#', 'x'])('%s is an error', async (award) => {
    const { findings } = await tallyTexts({ 'h.csv': households(award) });
    expect(findings.map(({ column }) => column)).toEqual(['award_yuan']);
  });
  test('where a number is required it is as good as a blank', async () => {
    const { findings } = await tallyTexts({ 'h.csv': '户编号,村,年度,人数,脱贫状态\n1,甲村,2020,不详,已脱贫\n' });
    expect(findings.map(({ code, column }) => [code, column])).toEqual([['required-blank', 'persons']]);
  });
});
