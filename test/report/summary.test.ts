import { describe, expect, test } from 'vitest';
import { summaryOf } from '../../src/report/summary.ts';
import { measure } from '../../src/measure/measure.ts';
import { metrics } from '../../src/measure/metrics/index.ts';
import { buildReport } from '../../src/report/report.ts';
import type { Report } from '../../src/report/report.ts';
import { shippedBook as book } from '../../src/standards/regions/index.ts';
import type { Period } from '../../src/vocabulary/period.ts';
import { csvOf, tallyTexts } from '../support/tables.ts';

const row = { province: '广西', county: '钟山县', township: '公安镇', period: 2017, poverty_village: '是' };

const reportOn = async (villages: readonly Readonly<Record<string, string | number>>[]): Promise<Report> => {
  const { tallies } = await tallyTexts({ 'v.csv': csvOf(villages) });
  const core = metrics.filter(({ group }) => group === 'core');
  const measurement = measure(tallies, { period: '2017' as Period, by: 'village', evidence: 'auto', metrics: core, standards: { book } });
  return buildReport(measurement, tallies, core, { lang: 'en', by: 'village', findings: { errors: 0, warnings: 0 }, notes: [] });
};

describe('the summary of a report', () => {
  test('a place with one verdict not met is not met; without one, one that nobody can say decides', async () => {
    const { counts, places } = summaryOf(
      await reportOn([
        // 1 of 100 is below 3 %, 60000 yuan are enough.
        {
          ...row,
          village: '甲村',
          rural_population: 100,
          remaining_poor_persons: 1,
          collective_income: 60000,
          subsidy_income: 0,
          one_off_income: 0,
        },
        // 3 of 100 are not below 3 %.
        {
          ...row,
          village: '乙村',
          rural_population: 100,
          remaining_poor_persons: 3,
          collective_income: 60000,
          subsidy_income: 0,
          one_off_income: 0,
        },
        // How many are poor is not known.
        {
          ...row,
          village: '丙村',
          rural_population: 100,
          remaining_poor_persons: '',
          collective_income: 60000,
          subsidy_income: 0,
          one_off_income: 0,
        },
      ]),
    );
    expect(places).toBe(3);
    expect(counts.notMet).toBe(1);
    expect(counts.met + counts.undetermined + counts.notJudged).toBe(2);
  });

  test('a village that is no poverty village is judged by nothing', async () => {
    const { counts } = summaryOf(
      await reportOn([{ ...row, village: '甲村', poverty_village: '否', rural_population: 100, remaining_poor_persons: 9 }]),
    );
    expect(counts).toEqual({ met: 0, notMet: 0, undetermined: 0, notJudged: 1 });
  });

  test('the limit is said where one judges all places', async () => {
    const { judged } = summaryOf(await reportOn([{ ...row, village: '甲村', rural_population: 100, remaining_poor_persons: 1 }]));
    expect(judged.find(({ metric }) => metric.id === 'poverty_incidence')?.limit).toMatch(/^<3%/u);
  });
});
