import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'aid-metrics-'));
const HEADER = '省,县,村,年度,建档立卡贫困户数,乡村户籍人口,未脱贫人数,村集体经济收入,补助收入,一次性收入,无劳动能力户数\n';

const fileOf = (name: string, ...rows: readonly string[]): string => {
  const file = join(folder, name);
  writeFileSync(file, HEADER + rows.join('\n'));
  return file;
};

const whole = fileOf('whole.csv', '广西,钟山县,甲村,2017,10,1000,12,60000,0,0,0', '广西,钟山县,乙村,2017,10,1000,40,40000,0,0,0');
// Of the second village nothing is known, and the third says "and more".
const holed = fileOf(
  'holed.csv',
  '广西,钟山县,甲村,2017,10,1000,12,60000,0,0,0',
  '广西,钟山县,乙村,2017,,,,,,,',
  '广西,钟山县,丙村,2017,10,1000,3,6万多,,,',
);

const linesOf = async (...argv: readonly string[]): Promise<readonly string[]> => (await commandLine(argv)).stdout.trimEnd().split('\n');

describe('CSV that scripts rely on', () => {
  test.each([[[]], [['--long']], [['--brief']], [['--by', 'county']], [['--metrics', 'all']]])(
    'the columns depend on the options alone, never on the data (%j)',
    async (options) => {
      const [one] = await linesOf('report', whole, ...options);
      const [other] = await linesOf('report', holed, ...options);
      expect(other).toBe(one);
    },
  );

  test('beside every value stand its range and, where a standard exists for it, its verdict', async () => {
    const [header, first, second] = await linesOf('report', whole, '--metrics', 'poverty_incidence');
    expect(header).toBe(
      'province,city,county,township,village,village_code,period,poverty_incidence_pct,poverty_incidence_numerator,poverty_incidence_denominator,' +
        'poverty_incidence_missing,poverty_incidence_low_pct,poverty_incidence_high_pct,poverty_incidence_verdict',
    );
    // 12/1000 is below 3 %, 40/1000 is not.
    expect(first).toBe('广西,,钟山县,,甲村,,2017,1.20,12,1000,0,1.20,1.20,yes');
    expect(second).toBe('广西,,钟山县,,乙村,,2017,4.00,40,1000,0,4.00,4.00,no');
  });

  test('--brief has the values alone', async () => {
    const [header, first] = await linesOf('report', whole, '--metrics', 'poverty_incidence,collective_income', '--brief');
    expect(header).toBe('province,city,county,township,village,village_code,period,poverty_incidence_pct,collective_income_yuan');
    expect(first).toBe('广西,,钟山县,,甲村,,2017,1.20,60000.00');
  });

  test('--long says which rows are of the total, so that a place without a name is not taken for it', async () => {
    const lines = await linesOf('report', whole, '--metrics', 'poverty_incidence', '--long');
    expect(lines.map((line) => line.split(',')[7])).toEqual(['scope', 'place', 'place', 'total']);
  });

  test('--headings zh and en write headings and words of choices for people', async () => {
    const zh = await linesOf('report', whole, '--metrics', 'poverty_incidence', '--headings', 'zh');
    expect(zh[0]).toBe(
      '省,市,县,乡镇,村,村代码,期,贫困发生率（%）,贫困发生率：分子,贫困发生率：分母,贫困发生率：不清楚,贫困发生率：下限,贫困发生率：上限,贫困发生率：结论',
    );
    expect(zh[1]!.endsWith(',达标')).toBe(true);
    expect(zh[2]!.endsWith(',未达标')).toBe(true);
    const en = await linesOf('report', whole, '--metrics', 'poverty_incidence', '--long', '--headings', 'en');
    expect(en[0]).toBe(
      'Province,City,County,Township,Village,Village code,Period,Scope,Metric,Value,Unit,Numerator,Denominator,Unknown,Low,High,Verdict,Reason',
    );
    expect(en[1]).toContain(',place,Poverty incidence,0.012,share,12,1000,0,0.012,0.012,met,');
  });

  test('--format tsv stands between tabs, and a tab in a name does not break it', async () => {
    const file = fileOf('tab.csv', '广西,钟山县,"甲\t村",2017,10,1000,12,60000,0,0,0');
    const [header, row] = await linesOf('report', file, '--metrics', 'poverty_incidence', '--brief', '--format', 'tsv');
    expect(header!.split('\t')).toHaveLength(8);
    expect(row).not.toBeUndefined();
  });
});
