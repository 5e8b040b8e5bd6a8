import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metrics } from '../../src/measure/metrics/index.ts';
import { explainData } from '../../src/pages/explain/data.ts';
import { explain } from '../../src/report/explain/explanation.ts';
import type { ExplainOptions, ExplainedPlace, PartId } from '../../src/report/explain/explanation.ts';
import { behindQueries, rowsBehind } from '../../src/rows/behind.ts';
import { numbersText } from '../../src/pages/explain/page.ts';
import type { TallyPlan } from '../../src/tally/plan.ts';
import type { Period } from '../../src/vocabulary/period.ts';
import { csvOf, tallyTexts } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';

/** 4000 yuan in fen. */
const LINE: TallyPlan['parameters'] = () => ({ poverty_line: 400_000n });

async function explained(id: string, files: Readonly<Record<string, string>>, options: Partial<ExplainOptions> = {}) {
  const metric = metrics.find((one) => one.id === id)!;
  const { tallies, rows } = await tallyTexts(files, { rows: behindQueries(metric), parameters: LINE });
  const given = { period: '2020' as Period, by: 'village', evidence: 'auto', lang: 'en', place: undefined, notes: [], ...options } as const;
  return explain(metric, tallies, rowsBehind(metric, rows), given);
}

const part = (place: ExplainedPlace | undefined, id: PartId) => place!.parts.find((one) => one.part === id)!;
const rowsOf = (place: ExplainedPlace | undefined, id: PartId) => part(place, id).rows.map(({ file, row }) => `${file} ${row}`);

describe('rows as a person reads them', () => {
  test.each([
    [[2], 'h.csv row 2', 'h.csv 第 2 行'],
    [[2, 3], 'h.csv rows 2–3', 'h.csv 第 2–3 行'],
    [[10, 2, 4, 3, 3, 8], 'h.csv rows 2–4, 8, 10', 'h.csv 第 2–4、8、10 行'],
  ])('%j', (rows, en, zh) => {
    expect(numbersText('h.csv', rows, 'en')).toBe(en);
    expect(numbersText('h.csv', rows, 'zh')).toBe(zh);
  });
});

describe('the rows behind a number', () => {
  const household = (id: string, more: TableRow): TableRow => ({
    household_id: id,
    village: '村1',
    period: 2020,
    persons: 3,
    status: '未脱贫',
    ...more,
  });

  test('of a rate: counted above, below, left out with the reason, unknown with the column', async () => {
    const { places } = await explained('industry_coverage', {
      'h.csv': csvOf([
        household('H1', { has_industry: '是', exempt: '否' }),
        household('H2', { has_industry: '否', exempt: '否' }),
        household('H3', { has_industry: '是', exempt: '是' }),
        household('H4', { has_industry: '是', exempt: '' }),
        household('H5', { has_industry: '是', exempt: '否', status: '非贫困户' }),
      ]),
    });
    expect(rowsOf(places[0], 'numerator')).toEqual(['h.csv 2']);
    expect(rowsOf(places[0], 'denominator')).toEqual(['h.csv 2', 'h.csv 3']);
    expect(part(places[0], 'left-out').rows.map(({ row, reason }) => [row, reason])).toEqual([[4, 'exempt']]);
    expect(part(places[0], 'unknown').rows.map(({ row, unknown }) => [row, unknown])).toEqual([[5, [{ column: 'exempt', why: 'blank' }]]]);
  });

  test('persons and money weigh what the row says', async () => {
    const { places } = await explained('poverty_gap', {
      'h.csv': csvOf([household('H1', { net_income_per_capita: 3500 }), household('H2', { net_income_per_capita: 4000, persons: 2 })]),
    });
    // 3 × (4000 − 3500) yuan above; 3 × 4000 + 2 × 4000 below, in fen. Who is short of nothing stands behind no shortfall.
    expect(part(places[0], 'numerator').rows.map(({ row, weight }) => [row, weight])).toEqual([[2, 150_000n]]);
    expect(part(places[0], 'denominator').sum).toBe(2_000_000n);
  });

  test('a household without an income is in neither count, and said to be unknown', async () => {
    const { places } = await explained('net_income_per_person', {
      'h.csv': csvOf([household('H1', { net_income_per_capita: 3500 }), household('H2', { net_income_per_capita: '' })]),
    });
    expect(rowsOf(places[0], 'denominator')).toEqual(['h.csv 2']);
    expect(part(places[0], 'unknown').rows.map(({ row, unknown }) => [row, unknown])).toEqual([
      [3, [{ column: 'net_income_per_capita', why: 'blank' }]],
    ]);
  });

  test('of a village row, what the formula takes away stands apart; a blank is unknown', async () => {
    const village = { village: '村1', period: 2020, registered_poor_households: 10, industry_households: 6, industry_exempt_households: 1 };
    const { places } = await explained('industry_coverage', { 'v.csv': csvOf([{ ...village, exempt_households: 2 }]) });
    expect(part(places[0], 'numerator').sum).toBe(6n);
    expect(part(places[0], 'denominator').sum).toBe(10n);
    expect(part(places[0], 'left-out').rows.map(({ fact, weight }) => [fact.id, weight])).toEqual([
      ['exempt_households', 2n],
      ['industry_exempt_households', 1n],
    ]);
    const { places: unknown } = await explained('industry_coverage', {
      'v.csv': csvOf([
        { ...village, exempt_households: '' },
        { ...village, village: '村2', exempt_households: 0 },
      ]),
    });
    expect(part(unknown[0], 'unknown').rows.map(({ unknown: columns }) => columns)).toEqual([
      [{ column: 'exempt_households', why: 'blank' }],
    ]);
  });

  test('growth shows the year before it too', async () => {
    const { places } = await explained('collective_income_total_growth', {
      'v.csv': csvOf([
        { village: '村1', period: 2019, collective_income: 100 },
        { village: '村1', period: 2020, collective_income: 150 },
      ]),
    });
    expect(rowsOf(places[0], 'numerator')).toEqual(['v.csv 3']);
    expect(rowsOf(places[0], 'denominator')).toEqual(['v.csv 2']);
  });

  test('a village without a number of its own is not among the rows of its township', async () => {
    const row = { township: '镇', period: 2020, rural_population: 100 };
    const { places } = await explained(
      'poverty_incidence',
      {
        'v.csv': csvOf([
          { ...row, village: '村1', remaining_poor_persons: 3 },
          { ...row, village: '村2', remaining_poor_persons: '' },
        ]),
      },
      { by: 'township' },
    );
    expect(places[0]!.cell.counts?.division).toBe('3/100');
    expect(rowsOf(places[0], 'denominator')).toEqual(['v.csv 2']);
    expect(rowsOf(places[0], 'unknown')).toEqual(['v.csv 3']);
  });

  test('helpers are counted once each, and never named', async () => {
    const row = { helper_unit: '县委', helper_name: '某甲' };
    const made = await explained('households_per_helper', {
      'h.csv': csvOf([household('H1', row), household('H2', row), household('H3', { ...row, helper_name: '某乙' })]),
    });
    expect(part(made.places[0], 'numerator').sum).toBe(3n);
    expect(part(made.places[0], 'denominator').sum).toBe(2n);
    expect(JSON.stringify(made, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value))).not.toContain('某甲');
  });

  test('a project of several villages stands in the total, once', async () => {
    const project = (id: string, village: string): TableRow => ({
      project_id: id,
      name: id,
      village,
      period: 2020,
      category: '产业',
      received_yuan: 10,
    });
    const made = await explained('received_yuan', { 'p.csv': csvOf([project('P1', '村1'), project('P2', '村1、村2')]) });
    expect(made.places.map(({ isTotal, cell, parts }) => [isTotal, cell.text, parts[0]!.rows.map(({ id }) => id)])).toEqual([
      [false, '10.00', ['P1']],
      // The second village has a share in P2 alone, which is counted where both lie.
      [false, '—', []],
      [true, '20.00', ['P2', 'P1']],
    ]);
    expect([...(explainData(made).rows as Iterable<unknown>)]).toHaveLength(2);
  });
});

// ---- law

const blankOr = (...values: readonly string[]) => fc.constantFrom('', ...values);
const anyHousehold: fc.Arbitrary<TableRow> = fc.record({
  township: fc.constant('镇'),
  village: fc.constantFrom('村1', '村2'),
  period: fc.constant(2020),
  persons: fc.integer({ min: 1, max: 8 }),
  status: fc.constantFrom('未脱贫', '已脱贫', '返贫', '预脱贫', '非贫困户', '注销'),
  exempt: blankOr('是', '否'),
  has_industry: blankOr('是', '否'),
  industries: blankOr('优质稻', '鸡、薯类'),
  award_yuan: blankOr('100', '250'),
  helper_name: blankOr('干部01', '干部02'),
  has_plan: blankOr('是', '否'),
  net_income_per_capita: blankOr('3000', '4000', '5000'),
  education: blankOr('是', '否', '不适用'),
  housing: blankOr('是', '否'),
  house_grade: blankOr('A', 'C'),
});
const anyVillage = (village: string, period: number): fc.Arbitrary<TableRow> =>
  fc.record({
    township: fc.constant('镇'),
    village: fc.constant(village),
    period: fc.constant(period),
    rural_population: blankOr('500', '900'),
    registered_poor_households: blankOr('3', '12'),
    remaining_poor_persons: blankOr('4'),
    paired_households: blankOr('2'),
    collective_income: blankOr('100', '300'),
    award_yuan: blankOr('0', '70'),
  });
const registry = fc.record({
  villages: fc.tuple(anyVillage('村1', 2020), anyVillage('村2', 2020), anyVillage('村1', 2019)),
  households: fc.array(anyHousehold, { minLength: 1, maxLength: 25 }),
});

describe('laws of explaining', () => {
  test('the rows add up to the number that is printed, and the unknown ones to what is missing of a rate', async () => {
    await fc.assert(
      fc.asyncProperty(registry, fc.constantFrom('village', 'township', 'all'), async ({ villages, households }, by) => {
        const files = { 'v.csv': csvOf(villages), 'h.csv': csvOf(households.map((row, index) => ({ household_id: `H${index}`, ...row }))) };
        for (const metric of metrics) {
          // Rows that add up to nothing are shown without a sum; a registry has no projects.
          if (metric.unsummed || metric.of === 'projects') continue;
          const { places } = await explained(metric.id, files, { by: by as 'village' });
          for (const { cell, parts, absentHouseholds, name } of places) {
            const [numerator, denominator, leftOut, unknown] = (['numerator', 'denominator', 'left-out', 'unknown'] as const).map((id) =>
              parts.find((one) => one.part === id),
            );
            const isTakenAway = leftOut!.rows.some(({ fact }) => fact.origin === 'declared');
            // What every answer has in common is a value, though not of rows that are known.
            const isSettled = cell.missing > 0 && cell.low === cell.high;
            if (cell.value === null || isTakenAway || isSettled) continue;
            const fen = (unit: string | undefined): number => (unit === 'yuan' ? 100 : 1);
            const [above, below] = [
              Number(numerator!.sum) / fen(metric.numerator.unit),
              Number(denominator?.sum ?? 0n) / fen(metric.denominator?.unit),
            ];
            if (metric.shape === 'amount') expect(above, `${metric.id} ${name}`).toBe(cell.value);
            else if (metric.shape === 'growth')
              expect([above - below, below], `${metric.id} ${name}`).toEqual([cell.counts?.numerator, cell.counts?.denominator]);
            else expect([above, below], `${metric.id} ${name}`).toEqual([cell.counts?.numerator, cell.counts?.denominator]);
            const isRate = unknown!.rows.every(({ fact }) => fact.id.endsWith('_answered')) && metric.id.endsWith('_coverage');
            if (isRate && cell.evidence !== 'villages' && by === 'village')
              expect(unknown!.rows.length + Number(absentHouseholds), `${metric.id} ${name}`).toBe(cell.missing);
          }
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
