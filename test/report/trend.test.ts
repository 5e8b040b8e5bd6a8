import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { metrics } from '../../src/measure/metrics/index.ts';
import { measure } from '../../src/measure/measure.ts';
import { statusChanges } from '../../src/rows/status-changes.ts';
import { trend } from '../../src/measure/trend.ts';
import { sparkline } from '../../src/formats/text/sparkline.ts';
import { table } from '../../src/formats/table.ts';
import { reportFaces } from '../../src/pages/report/faces.ts';
import { buildReport } from '../../src/report/report.ts';
import { trendFaces } from '../../src/pages/trend/faces.ts';
import { surfaceOf80, textOf } from '../support/written.ts';
import { buildTrendReport } from '../../src/report/trend/trend-report.ts';
import type { ReportPoint, TrendReport } from '../../src/report/trend/trend-report.ts';
import { StatusHistory, historyQuery } from '../../src/rows/history.ts';
import type { Period } from '../../src/vocabulary/period.ts';
import type { Lang } from '../../src/vocabulary/text.ts';
import { csvOf, tallyTexts } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';

async function reportOf(files: Readonly<Record<string, readonly TableRow[]>>, id: string, lang: Lang = 'zh'): Promise<TrendReport> {
  const texts = Object.fromEntries(Object.entries(files).map(([name, rows]) => [name, csvOf(rows)]));
  const { tallies, rows } = await tallyTexts(texts, { rows: [historyQuery] });
  const followed = trend(tallies, { by: 'village', evidence: 'auto', metrics: metrics.filter((metric) => metric.id === id) });
  const findings = { errors: 0, warnings: 0 };
  return buildTrendReport(followed, tallies, {
    lang,
    by: 'village',
    changes: statusChanges(new StatusHistory(rows[0]!)),
    findings,
    notes: [],
  });
}

const income = (period: string, yuan: number | string): TableRow => ({
  village: '东村',
  period,
  collective_income: yuan,
  subsidy_income: 0,
  one_off_income: 0,
});

const lastOf = ({ places }: TrendReport): ReportPoint => places[0]!.series[0]!.points.at(-1)!;

const tableOf = (report: TrendReport): Promise<string> => textOf(table.write(trendFaces(report), surfaceOf80(report.lang)));

test('stands in the workbook of a report beside its places, before the sheet of what they rest on', async () => {
  const rows = [income('2019', 100), income('2020', 150)];
  const followed = await reportOf({ villages: rows }, 'collective_income');
  const { tallies } = await tallyTexts({ villages: csvOf(rows) });
  const chosen = metrics.filter(({ id }) => id === 'collective_income');
  const measurement = measure(tallies, { period: '2020' as Period, by: 'village', evidence: 'auto', metrics: chosen });
  const report = buildReport(measurement, tallies, chosen, { lang: 'zh', by: 'village', findings: { errors: 0, warnings: 0 }, notes: [] });
  const { sheets } = await reportFaces(report, { dossier: { trend: followed, sheets: [], funds: undefined, findings: [] } }).sheets!();
  expect(sheets.map(({ name }) => name)).toEqual(['各村指标', '明细', '变化', '说明']);
});

describe('bars', () => {
  test.each<[string, readonly (number | undefined)[], string]>([
    // eighths of the greatest, rounded up: 1/8, 4/8, 8/8
    ['begin at zero', [1, 4, 8], '▁▄█'],
    ['do not make a doubling of one in a hundred', [100, 101, 102], '███'],
    ['have nothing and next to nothing at the bottom', [0, 1, 1000], '▁▁█'],
    ['leave a space for a gap', [4, undefined, 8], '▄ █'],
    // −4 to 4: −4 is the floor, 0 is half way up, 4 the top
    ['begin at the least where it is below zero', [-4, 0, 4], '▁▄█'],
    ['stay low where all is nothing', [0, 0, 0], '▁▁▁'],
    ['are not drawn of one value', [undefined, undefined, 5], ''],
    ['are not drawn of two periods', [4, 8], ''],
  ])('%s', (_, values, bars) => {
    expect(sparkline({ values })).toBe(bars);
  });
});

describe('texts', () => {
  test('from 82 000 to 2 082 000 yuan', async () => {
    const { change, growth, remarks } = lastOf(
      await reportOf({ v: [income('2019', 82000), income('2020', 2082000)] }, 'collective_income'),
    );
    // + 2 000 000; 2 000 000 ÷ 82 000 = 24.3902…
    expect([change!.text, growth!.text, remarks]).toEqual(['+2000000.00', '+2439.02%', []]);
  });

  test.each<[Lang, string]>([
    ['zh', '-8.33 个百分点'],
    ['en', '-8.33 pp'],
  ])('a share changes in percentage points (%s)', async (lang, text) => {
    const row = (period: string, population: number): TableRow => ({
      village: '东村',
      period,
      remaining_poor_persons: 1,
      rural_population: population,
    });
    // 1/4 − 1/3 = −8.33 percentage points, −25 %
    const { change, growth } = lastOf(await reportOf({ v: [row('2019', 3), row('2020', 4)] }, 'poverty_incidence', lang));
    expect([change!.text, growth!.text]).toEqual([text, '-25.00%']);
  });

  test('a change from a lower bound is an upper bound', async () => {
    const { change, growth } = lastOf(await reportOf({ v: [income('2019', '80000多'), income('2020', 100000)] }, 'collective_income'));
    // 100 000 − 80 000 = 20 000; ÷ 80 000 = 25 %; more before is less growth
    expect([change!.text, growth!.text]).toEqual(['≤+20000.00', '≤+25.00%']);
    expect([change!.range, growth!.range]).toEqual([undefined, undefined]);
  });

  test('a change of evidence is said', async () => {
    const village = (period: string): TableRow => ({
      village: '东村',
      period,
      registered_poor_households: 1,
      exempt_households: 0,
      industry_households: 1,
    });
    const h = [{ household_id: 'H1', village: '东村', period: '2020', persons: 2, status: 'remaining', exempt: '否', has_industry: '是' }];
    const { remarks } = lastOf(await reportOf({ v: [village('2019'), village('2020')], h }, 'industry_coverage'));
    expect(remarks).toEqual(['依据由村表变为户表']);
  });

  test('a gap says that there is no data, and nothing else', async () => {
    const report = await reportOf({ v: [income('2018', 1), income('2020', 2)] }, 'collective_income');
    const gap = report.places[0]!.series[0]!.points[1]!;
    expect(gap).toMatchObject({ period: '2019', cell: undefined, change: undefined, growth: undefined, remarks: ['没有数据'] });
  });
});

describe('the table', () => {
  const statuses = ['remaining', 'exited', 'returned', 'pre-exit', 'never', 'cancelled'];
  const everyChange = statuses.flatMap((was, from) =>
    statuses.flatMap((is, to) =>
      ['2019', '2020'].map((period) => ({
        household_id: `H${from}${to}`,
        village: '东村',
        period,
        persons: 20_000,
        status: period === '2019' ? was : is,
      })),
    ),
  );
  const come = [{ household_id: 'N1', village: '东村', period: '2020', persons: 3, status: 'remaining' }];
  const gone = [{ household_id: 'G1', village: '东村', period: '2019', persons: 3, status: 'remaining' }];

  test.each<Lang>(['zh', 'en'])('keeps to 80 columns with every status and large numbers (%s)', async (lang) => {
    const v = ['2019', '2020'].map((period) => income(period, period === '2019' ? '12345678多' : 98765432));
    const report = await reportOf({ v, h: [...everyChange, ...come, ...gone] }, 'collective_income', lang);
    const lines = (await tableOf(report)).split('\n');
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(80);
  });

  test('puts many gaps into one column, a few into one each', async () => {
    const many = await tableOf(await reportOf({ v: [income('2010', 1), income('2020', 2)] }, 'collective_income'));
    expect(many).toMatch(/^东村 +2010 +2011…2019 +2020 +比上年$/mu);
    expect(many).toMatch(/集体收入（元） +1 +— \[1\] +2 +[▁-█] █$/mu);
    const few = await tableOf(await reportOf({ v: [income('2018', 1), income('2020', 2)] }, 'collective_income'));
    expect(few).toMatch(/^东村 +2018 +2019 +2020 +比上年$/mu);
  });

  test('never shows an identity number whole, nor the name of a head', async () => {
    const row = (household_id: string, period: string): TableRow => ({
      household_id,
      village: '东村',
      period,
      persons: 3,
      status: 'remaining',
      head_name: '户主甲',
    });
    // Made-up numbers of a region that does not exist.
    const [was, is] = ['990000199001011234', '990000199001011235'];
    const report = await reportOf(
      {
        h: [row(was, '2019'), row('K', '2019'), row(is, '2020'), row('K', '2020')].map((one) => ({
          ...one,
          head_name: one.household_id === 'K' ? '户主乙' : '户主甲',
        })),
      },
      'plan_coverage',
    );
    expect(report.households[0]!.renamed).toHaveLength(1);
    const written = JSON.stringify(report) + (await tableOf(report));
    for (const secret of [was, is, '户主甲', '户主乙']) expect(written).not.toContain(secret);
    expect(written).toContain('9900XXXXXXXXXX1235');
  });
});
