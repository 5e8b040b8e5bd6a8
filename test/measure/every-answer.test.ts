import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Measured } from '../../src/measure/measured.ts';
import { csvOf, household, measuredAll, village } from '../support/tables.ts';

/**
 * A range is every possible answer: recomputed here by trying every number in every blank cell, village by village and for all of them together.
 * Slow and plain on purpose, and nothing of it is shared with what it tests. What a cell could hold has no limit, so two limits are tried: a side that
 * moves with the limit is open.
 */
type Cell = number | undefined;
type Cells = Readonly<Record<string, Cell>>;
/** What stands above and below the line when every cell is filled in; undefined where the cells contradict each other. */
type Pair = readonly [number, number];
type Formula = (cells: Readonly<Record<string, number>>) => Pair | undefined;

/** The smaller one is enough for every answer that known numbers allow: with 5 exempt and 5 of the others having an industry there are 10. */
const LIMITS = [10, 12] as const;

function filledIn(cells: Cells, limit: number): readonly Readonly<Record<string, number>>[] {
  let all: Readonly<Record<string, number>>[] = [{}];
  for (const [column, known] of Object.entries(cells)) {
    const values = known === undefined ? Array.from({ length: limit + 1 }, (_, value) => value) : [known];
    all = all.flatMap((row) => values.map((value) => ({ ...row, [column]: value })));
  }
  return all;
}

const distinct = (pairs: readonly Pair[]): readonly Pair[] => [...new Map(pairs.map((pair) => [pair.join('/'), pair])).values()];

const pairsOf = (cells: Cells, formula: Formula, limit: number): readonly Pair[] =>
  distinct(filledIn(cells, limit).flatMap((row) => [formula(row)].filter((pair) => pair !== undefined)));

const together = (villages: readonly (readonly Pair[])[]): readonly Pair[] =>
  villages.reduce<readonly Pair[]>(
    (sums, pairs) => distinct(sums.flatMap(([n, d]) => pairs.map(([m, e]): Pair => [n + m, d + e]))),
    [[0, 0]],
  );

/** The least and the greatest quotient; nothing where there is never anything to divide by. */
function extremes(pairs: readonly Pair[]): readonly [number, number] | undefined {
  const quotients = pairs.flatMap(([n, d]) => (d > 0 ? [n / d] : []));
  return quotients.length === 0 ? undefined : [Math.min(...quotients), Math.max(...quotients)];
}

/** Both sides as they should be printed: undefined where open. */
function rangeOf(of: (limit: number) => readonly Pair[]): readonly [number | undefined, number | undefined] {
  const [small, large] = LIMITS.map((limit) => extremes(of(limit)));
  if (!large) return [undefined, undefined];
  return [0, 1].map((side) => (small![side] === large[side] ? large[side] : undefined)) as [number | undefined, number | undefined];
}

const asNumber = (metric: Measured['metric'], bound: Measured['low']): number | undefined =>
  bound && Number(bound.numerator) / (metric.shape === 'amount' ? 100 : Number(bound.denominator));

function expectRange(measured: Measured, expected: readonly [number | undefined, number | undefined], what: unknown): void {
  const { metric, value, low, high } = measured;
  const message = `${metric.id} ${JSON.stringify(what)}`;
  expect([asNumber(metric, low), asNumber(metric, high)], message).toEqual(expected);
  // What can only be one thing is the value, if it can be divided at all.
  if (value !== undefined && expected[0] === expected[1] && expected[0] !== undefined)
    expect(asNumber(metric, value), message).toBe(expected[0]);
}

const shareOf =
  (part: string, whole: string): Formula =>
  ({ [part]: above, [whole]: below }) =>
    above! <= below! ? [above!, below!] : undefined;

const coverage: Formula = ({
  registered_poor_households: r,
  exempt_households: e,
  industry_households: i,
  industry_exempt_households: b,
}) => (e! <= r! && i! <= r! && b! <= e! && b! <= i! && i! - b! <= r! - e! ? [i! - b!, r! - e!] : undefined);

/** An amount is a sum over nothing: here over one village each, and looked at apart. */
const income: Formula = ({ collective_income: all, subsidy_income: subsidies, one_off_income: oneOff }) =>
  all! - subsidies! - oneOff! >= 0 ? [all! - subsidies! - oneOff!, 1] : undefined;

/** `unlimited`: where all of these are blank, nothing limits what is above the line: both sides are open, whatever the quotient. */
const FORMULAS: Readonly<
  Record<string, { readonly columns: readonly string[]; readonly formula: Formula; readonly unlimited?: readonly string[] }>
> = {
  industry_coverage: {
    unlimited: ['registered_poor_households', 'industry_households'],
    columns: ['registered_poor_households', 'exempt_households', 'industry_households', 'industry_exempt_households'],
    formula: coverage,
  },
  industry_coverage_all: {
    columns: ['registered_poor_households', 'industry_households'],
    formula: shareOf('industry_households', 'registered_poor_households'),
  },
  pairing_coverage: {
    columns: ['registered_poor_households', 'paired_households'],
    formula: shareOf('paired_households', 'registered_poor_households'),
  },
  poverty_incidence: {
    columns: ['rural_population', 'remaining_poor_persons'],
    formula: shareOf('remaining_poor_persons', 'rural_population'),
  },
  village_water_share: { columns: ['households', 'safe_water_households'], formula: shareOf('safe_water_households', 'households') },
  collective_income: { columns: ['collective_income', 'subsidy_income', 'one_off_income'], formula: income },
};

/** A row that is possible, with some of its cells left blank; of all villages alike, some columns are not there at all. */
const tables = ({ columns, formula }: (typeof FORMULAS)[string]) =>
  fc.record({
    absent: fc.subarray(columns.slice(1), { maxLength: Math.min(2, columns.length - 1) }),
    rows: fc.array(
      fc.record({
        truth: fc.tuple(...columns.map(() => fc.nat(5))).filter((values) => {
          const pair = formula(Object.fromEntries(columns.map((column, index) => [column, values[index]!])));
          return pair !== undefined;
        }),
        blank: fc.array(fc.boolean(), { minLength: columns.length, maxLength: columns.length }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  });

describe('a range is every answer that blank cells of village rows leave possible', () => {
  test.each(Object.keys(FORMULAS))(
    '%s, of each village and of all together',
    async (id) => {
      const { columns, formula, unlimited = columns } = FORMULAS[id]!;
      const isUnlimited = (row: Cells): boolean => id !== 'collective_income' && unlimited.every((column) => row[column] === undefined);
      const OPEN = [undefined, undefined] as const;
      await fc.assert(
        fc.asyncProperty(tables(FORMULAS[id]!), async ({ absent, rows }) => {
          const cells = rows.map(({ truth, blank }): Cells =>
            Object.fromEntries(
              columns.map((column, index) => [column, blank[index] || absent.includes(column) ? undefined : truth[index]]),
            ),
          );
          const files = {
            'v.csv': csvOf(
              cells.map((row, index) =>
                village({
                  village: `村${index}`,
                  ...Object.fromEntries(columns.filter((column) => !absent.includes(column)).map((column) => [column, row[column] ?? ''])),
                }),
              ),
            ),
          };
          const { places, total } = await measuredAll(files, [id]);
          const alone = cells.map((row) => (limit: number) => pairsOf(row, formula, limit));
          cells.forEach((row, index) => expectRange(places[index]!.measured[0]!, isUnlimited(row) ? OPEN : rangeOf(alone[index]!), row));
          const isAmount = total.measured[0]!.metric.shape === 'amount';
          const all = rangeOf((limit) => {
            const sums = together(alone.map((of) => of(limit)));
            return isAmount ? sums.map(([sum]): Pair => [sum, 1]) : sums;
          });
          expectRange(total.measured[0]!, cells.some(isUnlimited) ? OPEN : all, cells);
        }),
        { numRuns: 150 },
      );
    },
    120_000,
  );
});

// ---- households

type Answer = 'yes' | 'no' | '';
const answer = fc.constantFrom<Answer>('yes', 'no', '');
const either = (cell: string, ...words: readonly string[]): readonly string[] => (cell === '' ? words : [cell]);
const everyPair = (households: readonly (readonly (Pair | undefined)[])[]): readonly Pair[] =>
  together(households.map((pairs) => distinct(pairs.map((pair) => pair ?? [0, 0]))));

const counted = (inNumerator: boolean): Pair => [inNumerator ? 1 : 0, 1];
/** Of one household, every pair that it could add. */
const HOUSEHOLD_RATES: Readonly<Record<string, (row: Readonly<Record<string, Answer | 'n/a'>>) => readonly (Pair | undefined)[]>> = {
  industry_coverage: ({ exempt, has_industry: industry }) =>
    either(exempt!, 'yes', 'no').flatMap((isExempt) =>
      either(industry!, 'yes', 'no').map((has) => (isExempt === 'yes' ? undefined : counted(has === 'yes'))),
    ),
  industry_coverage_all: ({ has_industry: industry }) => either(industry!, 'yes', 'no').map((has) => counted(has === 'yes')),
  education_coverage: ({ education }) =>
    either(education!, 'yes', 'no', 'n/a').map((word) => (word === 'n/a' ? undefined : counted(word === 'yes'))),
  all_guarantees_coverage: ({ food, water, education }) =>
    either(food!, 'yes', 'no').flatMap((eats) =>
      either(water!, 'yes', 'no').flatMap((drinks) =>
        either(education!, 'yes', 'no', 'n/a').map((learns) => counted(eats === 'yes' && drinks === 'yes' && learns !== 'no')),
      ),
    ),
};
const FULL = { clothing: 'yes', medical: 'yes', housing: 'yes' };

const oneHousehold = fc.record({
  exempt: answer,
  has_industry: answer,
  food: answer,
  water: answer,
  education: fc.constantFrom<Answer | 'n/a'>('yes', 'no', '', 'n/a'),
});

describe('a range is every answer that blank cells and absent rows of household files leave possible', () => {
  test.each([true, false])(
    'with a column of exempt households: %s',
    async (hasExempt) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ rows: fc.array(oneHousehold, { minLength: 1, maxLength: 4 }), lacking: fc.nat(2) }), {
            minLength: 1,
            maxLength: 3,
          }),
          async (villages) => {
            const seenOf = (row: Readonly<Record<string, Answer | 'n/a'>>): Readonly<Record<string, Answer | 'n/a'>> =>
              hasExempt ? row : { ...row, exempt: '' };
            // A first household that answers everything, so that no column is blank throughout.
            const first = { exempt: 'no', has_industry: 'yes', food: 'yes', water: 'yes', education: 'yes' } as const;
            const all = villages.map(({ rows }, index) => (index === 0 ? [first, ...rows] : rows));
            const files = {
              'v.csv': csvOf(
                villages.map(({ lacking }, index) =>
                  village({ village: `村${index}`, registered_poor_households: all[index]!.length + lacking }),
                ),
              ),
              'h.csv': csvOf(
                all.flatMap((rows, index) =>
                  rows.map((row, at) =>
                    household(`${index}-${at}`, { village: `村${index}`, ...FULL, ...row, ...(!hasExempt && { exempt: undefined }) }),
                  ),
                ),
              ),
            };
            const ids = Object.keys(HOUSEHOLD_RATES);
            const { places, total } = await measuredAll(files, ids);
            const anything: Readonly<Record<string, Answer>> = { exempt: '', has_industry: '', food: '', water: '', education: '' };
            ids.forEach((id, at) => {
              const rate = HOUSEHOLD_RATES[id]!;
              const pairs = villages.map(({ lacking }, index) =>
                everyPair([...all[index]!.map((row) => rate(seenOf(row))), ...Array.from({ length: lacking }, () => rate(anything))]),
              );
              pairs.forEach((of, index) =>
                expectRange(
                  places[index]!.measured[at]!,
                  rangeOf(() => of),
                  { id, rows: all[index], ...villages[index] },
                ),
              );
              expectRange(
                total.measured[at]!,
                rangeOf(() => together(pairs)),
                { id, villages },
              );
            });
          },
        ),
        { numRuns: 150 },
      );
    },
    120_000,
  );
});
