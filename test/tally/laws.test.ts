import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measure, periodsOf } from '../../src/measure/measure.ts';
import type { Query } from '../../src/measure/measured.ts';
import { metrics } from '../../src/measure/metrics/index.ts';
import { formats } from '../../src/formats/index.ts';
import { buildReport } from '../../src/report/report.ts';
import type { ReportPlace } from '../../src/report/report.ts';
import { reportFaces } from '../../src/pages/report/faces.ts';
import { talliesData } from '../../src/pages/tallies/data.ts';
import { dataText, surfaceOf80, textOf } from '../support/written.ts';
import { personsCounted } from '../../src/tally/personal.ts';
import type { Tallies } from '../../src/tally/tally.ts';
import { placeKey } from '../../src/vocabulary/place.ts';
import type { Level } from '../../src/vocabulary/place.ts';
import type { Period } from '../../src/vocabulary/period.ts';
import { compareFractions } from '../support/fractions.ts';
import { csvOf, tallyTexts } from '../support/tables.ts';
import type { TableRow } from '../support/tables.ts';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

// ---- arbitrary registries without errors: two townships, up to five villages, two years, any cell that may be blank sometimes is

const blankOr = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | ''> =>
  fc.oneof({ weight: 4, arbitrary: values }, { weight: 1, arbitrary: fc.constant('' as const) });
const yesNo = blankOr(fc.constantFrom('是', '否'));

const villageNumber = fc.integer({ min: 0, max: 4 });
const villageNames = (number: number): TableRow => ({
  county: '钟山县',
  township: number < 3 ? '公安镇' : '清塘镇',
  village: `村${number}`,
});

const villageRow = (number: number, period: number): fc.Arbitrary<TableRow> =>
  fc
    .record({
      registered: fc.integer({ min: 0, max: 40 }),
      exempt: fc.nat(10),
      industry: fc.nat(40),
      both: fc.nat(5),
      population: fc.integer({ min: 200, max: 900 }),
      poor: fc.nat(50),
      income: fc.nat(200_000),
      blanks: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    })
    .map(({ registered, exempt, industry, both, population, poor, income, blanks }) => {
      const [exemptHouseholds, withIndustry] = [Math.min(exempt, registered), Math.min(industry, registered)];
      const numbers = {
        rural_population: population,
        registered_poor_households: registered,
        exempt_households: exemptHouseholds,
        industry_households: withIndustry,
        industry_exempt_households: Math.min(both, exemptHouseholds, withIndustry),
        remaining_poor_persons: poor,
        collective_income: income,
        subsidy_income: Math.floor(income / 3),
        one_off_income: Math.floor(income / 4),
      };
      const kept = Object.entries(numbers).map(([column, value], index) => [column, blanks[index] === false || index === 0 ? value : '']);
      return { ...villageNames(number), period, ...Object.fromEntries(kept) };
    });

const villageRows: fc.Arbitrary<readonly TableRow[]> = fc
  .uniqueArray(fc.tuple(villageNumber, fc.constantFrom(2019, 2020)), {
    minLength: 1,
    maxLength: 8,
    selector: ([number, year]) => `${number} ${year}`,
  })
  .chain((keys) => fc.tuple(...keys.map(([number, year]) => villageRow(number, year))));

const householdRow: fc.Arbitrary<TableRow> = fc
  .record({
    number: villageNumber,
    persons: fc.integer({ min: 1, max: 8 }),
    status: fc.constantFrom('未脱贫', '已脱贫', '返贫', '预脱贫', '非贫困户', '注销'),
    registered: blankOr(fc.constantFrom('是')),
    exempt: yesNo,
    has_industry: yesNo,
    industries: blankOr(fc.constantFrom('优质稻', '鸡、薯类')),
    helper_name: blankOr(fc.constantFrom('干部01', '干部02')),
  })
  .map(({ number, ...row }) => ({ ...villageNames(number), period: 2020, ...row }));

const householdRows: fc.Arbitrary<readonly TableRow[]> = fc
  .array(householdRow, { minLength: 1, maxLength: 60 })
  .map((rows) => rows.map((row, index) => ({ household_id: `H${index}`, ...row })));

const registry = fc.record({ villages: villageRows, households: householdRows });
const RUNS = { numRuns: 60 };

// ---- what is compared

const comparable = ({ tallies, unplaced }: Tallies) => ({
  tallies: tallies.map(({ place, period, facts }) => [placeKey(place), period, [...facts].toSorted()]).toSorted(),
  unplaced: unplaced.map(({ place, period, facts }) => [place && placeKey(place), period, [...facts].toSorted()]).toSorted(),
});

const query = (tallies: Tallies, by: Level): Query => ({ period: periodsOf(tallies).at(-1) as Period, by, evidence: 'auto', metrics });
const measuredOf = (tallies: Tallies, by: Level = 'village') => measure(tallies, query(tallies, by));
const reportOf = (tallies: Tallies, by: Level = 'village') =>
  buildReport(measuredOf(tallies, by), tallies, metrics, { lang: 'en', by, findings: { errors: 0, warnings: 0 }, notes: [] });

describe('laws of adding up', () => {
  test('any order and any split of the rows gives the same tallies', async () => {
    await fc.assert(
      fc.asyncProperty(registry, fc.array(fc.nat(), { maxLength: 60 }), fc.nat(60), async ({ villages, households }, order, cut) => {
        const shuffled = households.map((row, index) => ({ row, at: order[index] ?? index })).toSorted((a, b) => a.at - b.at);
        const rows = shuffled.map(({ row }) => row);
        const [first, second] = [rows.slice(0, cut), rows.slice(cut)];
        const whole = await tallyTexts({ 'v.csv': csvOf(villages), 'h.csv': csvOf(households) });
        const parts = await tallyTexts({
          ...(second.length > 0 && { 'h2.csv': csvOf([...second].map((row) => ({ ...rows[0], ...row }))) }),
          'v.csv': csvOf(villages.toReversed()),
          ...(first.length > 0 && { 'h1.csv': csvOf(first) }),
        });
        // A column that happens to be blank throughout in one part only says nothing there; leave such splits aside.
        const blankColumn = [first, second].some(
          (part) =>
            part.length > 0 && part.length < rows.length && Object.keys(rows[0]!).some((column) => part.every((row) => row[column] === '')),
        );
        fc.pre(!blankColumn);
        expect(comparable(parts.tallies)).toEqual(comparable(whole.tallies));
      }),
      RUNS,
    );
  });

  test('accepted and rejected rows are the rows read', async () => {
    const anyCell = fc.oneof(
      fc.constantFrom('', '2020', '公安镇', '村1', 'H1', '未脱贫', '-3', 'NaN', '1e3', '"', 'a,b', '\n', '√', '3'),
      fc.string({ maxLength: 6 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(anyCell, { minLength: 4, maxLength: 7 }), { maxLength: 12 }), async (rows) => {
        const text = `household_id,village,period,persons,status\n${rows.map((row) => row.join(',')).join('\n')}`;
        const { tallies } = await tallyTexts({ 'h.csv': text, 'v.csv': 'village,period,households\n村1,2020,5\n' });
        for (const { rows: read, accepted, rejected } of tallies.inputs) expect(accepted + rejected).toBe(read);
      }),
      { numRuns: 200 },
    );
  });
});

describe('laws of measuring', () => {
  test('a township is the merge of its villages', async () => {
    await fc.assert(
      fc.asyncProperty(registry, async ({ villages, households }) => {
        const { tallies } = await tallyTexts({ 'v.csv': csvOf(villages), 'h.csv': csvOf(households) });
        for (const place of measuredOf(tallies, 'township').places) {
          const own = { ...tallies, tallies: tallies.tallies.filter(({ place: { township } }) => township === place.place.township) };
          const alone = measure(own, { ...query(tallies, 'village') });
          // A township alone may lack a whole table; then the reason is more precise than within the county.
          const strip = ({ metric, reason, ...rest }: (typeof place.measured)[number]) => ({
            id: metric.id,
            ...rest,
            reason: reason?.startsWith('needs-') ? 'no-data' : reason,
          });
          expect(place.measured.map(strip)).toEqual(alone.total.measured.map(strip));
        }
      }),
      RUNS,
    );
  });

  // Of a larger place the number is of the villages that are known, the range of all of them: where one is not known, the two may part.
  test('a number of a village, and one of a place whose villages are all known, lies between its bounds', async () => {
    await fc.assert(
      fc.asyncProperty(registry, async ({ villages, households }) => {
        const { tallies } = await tallyTexts({ 'v.csv': csvOf(villages), 'h.csv': csvOf(households) });
        for (const by of ['village', 'township'] as const) {
          for (const { measured } of measuredOf(tallies, by).places) {
            for (const { metric, value, low, high, villages: of } of measured) {
              if (!value || of.used < of.inFile) continue;
              if (low) expect(compareFractions(low, value), `${metric.id} low`).toBeLessThanOrEqual(0);
              if (high) expect(compareFractions(value, high), `${metric.id} high`).toBeLessThanOrEqual(0);
            }
          }
        }
      }),
      RUNS,
    );
  });

  test('every way to answer the blanks of the household rows stays between the bounds', async () => {
    const few: fc.Arbitrary<readonly TableRow[]> = fc
      .array(householdRow, { minLength: 1, maxLength: 8 })
      .map((rows) => rows.map((row, index) => ({ household_id: `H${index}`, ...row, industries: undefined })));
    await fc.assert(
      fc.asyncProperty(few, fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }), async (rows, answers) => {
        const filled = rows.map((row, index) => ({
          ...row,
          exempt: row.exempt === '' ? (answers[index * 2] ? '是' : '否') : row.exempt,
          has_industry: row.has_industry === '' ? (answers[index * 2 + 1] ? '是' : '否') : row.has_industry,
        }));
        const pick = async (some: readonly TableRow[]) => {
          const { tallies } = await tallyTexts({ 'h.csv': csvOf(some) });
          return measuredOf(tallies).total.measured.find(({ metric }) => metric.id === 'industry_coverage')!;
        };
        const [open, closed] = [await pick(rows), await pick(filled)];
        if (!closed.value || !open.low || !open.high) return;
        expect(compareFractions(open.low, closed.value)).toBeLessThanOrEqual(0);
        expect(compareFractions(closed.value, open.high)).toBeLessThanOrEqual(0);
      }),
      RUNS,
    );
  });
});

const withoutHelpers = (place: ReportPlace): ReportPlace => ({
  ...place,
  cells: place.cells.filter(({ metric }) => metric.id !== 'households_per_helper'),
});

describe('laws of writing', () => {
  test('a report on tallies is the report on the rows', async () => {
    await fc.assert(
      fc.asyncProperty(registry, async ({ villages, households }) => {
        const { tallies } = await tallyTexts({ 'v.csv': csvOf(villages), 'h.csv': csvOf(households) });
        const text = dataText(talliesData(tallies));
        const again = await tallyTexts({ 'tallies.csv': text });
        expect(again.findings).toEqual([]);
        for (const by of ['village', 'township', 'all'] as const) {
          const [rows, sums] = [reportOf(tallies, by), reportOf(again.tallies, by)];
          expect(sums.places.map(withoutHelpers)).toEqual(rows.places.map(withoutHelpers));
          expect(withoutHelpers(sums.total)).toEqual(withoutHelpers(rows.total));
          // Tallies say how many helpers a village has and not who they are: of one village the same, of several a lower bound.
          if (by !== 'village') continue;
          expect(sums.places).toEqual(rows.places);
        }
      }),
      RUNS,
    );
  });

  test('sums written and read back are the same sums, to the last part, in whatever order their rows stand', async () => {
    const counted = ({ tallies, unplaced, inputs }: Tallies): Tallies => ({
      tallies: tallies.map((tally) => ({ ...tally, facts: personsCounted(tally.facts) })),
      unplaced,
      inputs,
    });
    await fc.assert(
      fc.asyncProperty(registry, fc.infiniteStream(fc.nat()), async ({ villages, households }, order) => {
        const { tallies } = await tallyTexts({ 'v.csv': csvOf(villages), 'h.csv': csvOf(households) });
        const [header, ...rows] = parse(dataText(talliesData(tallies)), { bom: true });
        const shuffled = rows.map((row) => ({ row, at: order.next().value })).toSorted((a, b) => a.at - b.at);
        const again = await tallyTexts({ 'tallies.csv': stringify([header!, ...shuffled.map(({ row }) => row)]) });
        expect(again.findings).toEqual([]);
        expect(comparable(again.tallies)).toEqual(comparable(counted(tallies)));
        const headOf = ({ place, period, inputs }: Tallies['tallies'][number]) => [placeKey(place), period, [...inputs].toSorted()];
        expect(again.tallies.tallies.map(headOf).toSorted()).toEqual(tallies.tallies.map(headOf).toSorted());
      }),
      RUNS,
    );
  });

  test('CSV read back gives the same numerators and denominators and, within the rounding, values', async () => {
    await fc.assert(
      fc.asyncProperty(registry, async ({ villages, households }) => {
        const { tallies } = await tallyTexts({ 'v.csv': csvOf(villages), 'h.csv': csvOf(households) });
        const report = reportOf(tallies);
        const read = parse<Record<string, string>>(dataText(reportFaces(report).data()), {
          columns: true,
        });
        expect(read).toHaveLength(report.places.length);
        for (const [index, { cells }] of report.places.entries()) {
          for (const { metric, value, counts } of cells) {
            const { numerator, denominator } = counts ?? {};
            const row = read[index]!;
            const share = metric.unit === 'share';
            const suffix = share ? '_pct' : metric.unit === 'yuan' ? '_yuan' : '';
            const printed = row[metric.id.endsWith(suffix) ? metric.id : `${metric.id}${suffix}`];
            if (value === null) expect(printed).toBe('');
            else expect(Math.abs(Number(printed) - value * (share ? 100 : 1))).toBeLessThanOrEqual(0.005 + 1e-9);
            if (numerator !== undefined)
              expect([Number(row[`${metric.id}_numerator`]), Number(row[`${metric.id}_denominator`])]).toEqual([numerator, denominator]);
          }
        }
      }),
      RUNS,
    );
  });

  test('the same files give the same bytes', async () => {
    const [rows] = fc.sample(registry, { numRuns: 1, seed: 7 });
    const files = { 'v.csv': csvOf(rows!.villages), 'h.csv': csvOf(rows!.households) };
    const [first, second] = [await tallyTexts(files), await tallyTexts(files)];
    for (const format of formats) {
      const written = (tallies: typeof first.tallies) => textOf(format.write(reportFaces(reportOf(tallies)), surfaceOf80('en')));
      expect(await written(first.tallies)).toBe(await written(second.tallies));
    }
  });
});
