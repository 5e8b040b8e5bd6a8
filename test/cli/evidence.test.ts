import { describe, expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';

const GUANGXI = ['--region', '45'];
const PLAIN = '村,年度,建档立卡贫困户数,特色产业覆盖贫困户数\n甲村,2020,166,159\n';
const PLAIN_HOUSEHOLDS = '村,年度,户编号,家庭人口数,脱贫状态,是否参与产业\n甲村,2020,1,3,已脱贫,是\n甲村,2020,2,4,已脱贫,否\n';
const EXEMPT = '无劳动能力或主要劳动力长期外出务工的贫困户数';

const industry = async (stdin: string, ...more: readonly string[]) => {
  const { stdout } = await commandLine(
    ['report', '-', '--metrics', 'industry_coverage', ...GUANGXI, '--format', 'json', '--lang', 'zh', ...more],
    {
      stdin,
    },
  );
  return (JSON.parse(stdout) as { readonly places: readonly { readonly metrics: Readonly<Record<string, Record<string, unknown>>> }[] })
    .places[0]!.metrics.industry_coverage!;
};

describe('industry coverage of the plainest files', () => {
  test('by the village row: industry out of registered, marked, with its range, and the column that would settle it', async () => {
    // 159/166; least: 159 exempt ones have it, 0 of 7; greatest: 7 exempt ones have none, 159 of 159
    expect(await industry(PLAIN)).toMatchObject({
      numerator: 159,
      denominator: 166,
      low: 0,
      high: 1,
      missing: 0,
      evidence: 'villages',
      marks: ['exempt-not-separated'],
      verdict: { met: 'undetermined' },
    });
    const columns = (await industry(PLAIN)).lacking as readonly { readonly label: string }[];
    expect(columns.map(({ label }) => label)).toContain(EXEMPT);
    for (const argv of [
      ['report', '-', '--metrics', 'industry_coverage', '--format', 'table'],
      ['explain', 'industry_coverage', '-'],
      ['assess', '-', ...GUANGXI, '--format', 'csv'],
    ]) {
      const { stdout } = await commandLine([...argv, '--lang', 'zh'], { stdin: PLAIN });
      const page = stdout.replaceAll(/[\s│]/gu, '');
      expect(page, argv[0]).toContain('豁免户未分开');
      expect(page, argv[0]).toContain('文件里没有：无劳动能力或主要劳动力长期外出务工的贫困户数');
      expect(page, argv[0]).not.toContain('exempt_households、');
    }
  });

  test('by the household rows: the same, and the list says whom it could not leave out', async () => {
    expect(await industry(PLAIN_HOUSEHOLDS)).toMatchObject({
      numerator: 1,
      denominator: 2,
      low: 0,
      high: 1,
      marks: ['exempt-not-separated'],
      lacking: [{ table: 'households', column: 'exempt', label: '无劳动能力或主要劳动力长期外出务工', absent: true }],
      verdict: { met: 'undetermined' },
    });
    const { status, stdout } = await commandLine(['list', 'uncovered', '-', '--format', 'table', '--lang', 'zh'], {
      stdin: PLAIN_HOUSEHOLDS,
    });
    expect(status).toBe(0);
    expect(stdout).toContain('：1 户');
    const csv = await commandLine(['list', 'uncovered', '-', '--format', 'csv', '--lang', 'zh'], { stdin: PLAIN_HOUSEHOLDS });
    expect(csv.stderr).toContain('没有“无劳动能力或主要劳动力长期外出务工”列（或整列空白）：豁免户没有剔除，可能也在名单里');
  });

  test('the range decides where it can', async () => {
    const of = async (registered: number, having: number) =>
      (
        (await industry(`村,年度,建档立卡贫困户数,特色产业覆盖贫困户数\n甲村,2020,${registered},${having}\n`)).verdict as {
          readonly met: string;
        }
      ).met;
    // All of them, or none, whoever is exempt; else exempt ones could make anything of it
    expect([await of(10, 10), await of(10, 0), await of(10, 9)]).toEqual(['yes', 'no', 'undetermined']);
  });
});

describe('what is not known is named in the words of its reader', () => {
  test.each([
    ['zh', '村,年度,建档立卡贫困户数\n甲村,2020,9\n', 'pairing_coverage', '文件里没有：结对帮扶户数'],
    ['en', '村,年度,建档立卡贫困户数\n甲村,2020,9\n', 'pairing_coverage', 'not in the files: Paired households'],
    ['zh', '村,年度,建档立卡贫困户数,结对帮扶户数,一户一策户数\n甲村,2020,9,,1\n', 'pairing_coverage', '空白：结对帮扶户数'],
    ['zh', PLAIN_HOUSEHOLDS, 'plan_coverage', '户表里没有或整列空白：是否有帮扶计划'],
    ['zh', PLAIN_HOUSEHOLDS, 'net_income_per_person', '户表里没有或整列空白：人均纯收入'],
    ['zh', PLAIN_HOUSEHOLDS, 'collective_income', '文件里没有：村级集体经济收入'],
    ['zh', PLAIN, 'water_coverage', '户表里没有或整列空白：饮水安全'],
    ['zh', PLAIN_HOUSEHOLDS.replaceAll(/,(?:是|否)\n/gu, ',\n'), 'industry_coverage', '户表里没有或整列空白：是否参与产业'],
  ])('%s %j %s', async (lang, stdin, metric, words) => {
    const argv = ['report', '-', '--metrics', metric, '--format', 'table', '--lang', lang];
    expect((await commandLine(argv, { stdin })).stdout.replaceAll(/[\s│]+/gu, lang === 'zh' ? '' : ' ')).toContain(words);
  });
});

describe('blank is undetermined, absent is not assessable, whatever optional columns the file has', () => {
  const met = async (metric: string, header: string, row: string) => {
    // A report without one figure ends with 1, whatever it judges: that no child dropped out is one, and it is met.
    const stdin = `村,年度,dropout_children,${header}\n甲村,2020,0,${row}\n`;
    const argv = ['report', '-', '--metrics', `${metric},dropout_children`, ...GUANGXI, '--fail-on-unmet', '--format', 'json'];
    const { status, stdout } = await commandLine(argv, { stdin });
    const { places } = JSON.parse(stdout) as {
      readonly places: readonly { readonly metrics: Readonly<Record<string, { verdict: { met: string } }>> }[];
    };
    return [places[0]!.metrics[metric]!.verdict.met, status];
  };
  const INDUSTRY = 'registered_poor_households,exempt_households,industry_households';

  test.each([
    ['the industry', INDUSTRY, '20,2,', 'undetermined', 3],
    ['the industry, with an optional column', `${INDUSTRY},industry_exempt_households`, '20,2,,', 'undetermined', 3],
    [
      'the industry, without the column of exempt ones',
      'registered_poor_households,industry_households,households',
      '20,,90',
      'undetermined',
      3,
    ],
    ['no industry', 'registered_poor_households,exempt_households', '20,2', 'not-assessable', 0],
    [
      'no industry, with an optional column',
      'registered_poor_households,exempt_households,industry_exempt_households',
      '20,2,1',
      'not-assessable',
      0,
    ],
    ['the number of registered households', INDUSTRY, ',2,9', 'undetermined', 3],
  ])('industry coverage: %s', async (_, header, row, verdict, status) => {
    expect(await met('industry_coverage', header, row)).toEqual([verdict, status]);
  });

  test.each([
    ['the receipts', 'collective_income,households', ',90', 'undetermined', 3],
    ['the receipts, with optional columns', 'collective_income,subsidy_income,one_off_income', ',0,0', 'undetermined', 3],
    ['the receipts, with one optional column', 'collective_income,subsidy_income', ',0', 'undetermined', 3],
    ['no receipts', 'households,subsidy_income,one_off_income', '90,0,0', 'not-assessable', 0],
    ['no receipts and nothing else of money', 'households', '90', 'not-assessable', 0],
  ])('collective income: %s', async (_, header, row, verdict, status) => {
    expect(await met('collective_income', header, row)).toEqual([verdict, status]);
  });

  test('poverty incidence: a blank of either, and neither column', async () => {
    expect(await met('poverty_incidence', 'rural_population,remaining_poor_persons', '1000,')).toEqual(['undetermined', 3]);
    expect(await met('poverty_incidence', 'rural_population,remaining_poor_persons', ',20')).toEqual(['undetermined', 3]);
    expect(await met('poverty_incidence', 'registered_poor_households,remaining_poor_persons', '9,0')).toEqual(['not-assessable', 0]);
  });
});

describe('a partial household file', () => {
  test('does not replace the village, and the finding gives both numbers and says whose word counts', async () => {
    const villages = '村,年度,乡村户籍人口,建档立卡贫困户数,剩余贫困人口数\n甲村,2020,3126,166,609\n';
    const argv = ['report', '-', '--households', 'fixtures/bad/fewer-households.csv', '--metrics', 'poverty_incidence', '--format', 'csv'];
    const stdin = villages.replace('甲村', '大桥村');
    const { stdout, stderr } = await commandLine(argv, { stdin });
    expect(stdout).toContain('19.48');
    expect(stderr).toMatch(/declares 166 registered poor households, the household table has 2/u);
    expect(stderr).toContain("the village's own figures stand until the household file has every household it declares");
  });
});
