import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metrics } from '../../src/measure/metrics/index.ts';
import type { Measured } from '../../src/measure/measured.ts';
import { compareFractions } from '../support/fractions.ts';
import { csvOf, household, measuredAll, project, village } from '../support/tables.ts';
import type { Given, TableRow } from '../support/tables.ts';

const IDS = metrics.map(({ id }) => id);
const GIVEN: Given = { parameters: { poverty_line: 400_000n } };
const RUNS = { numRuns: 120 };

/** A cell that somebody left open, and what would have stood there. */
interface Cell {
  readonly truth: string | number;
  readonly open: boolean;
}
type Cells = Readonly<Record<string, Cell>>;
/** A row as it was meant; a rejected one cannot be read because of one cell. */
interface Drawn {
  readonly cells: Cells;
  readonly rejected: boolean;
}

const cell = (truth: fc.Arbitrary<string | number>): fc.Arbitrary<Cell> =>
  fc.record({ truth, open: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }) });
const yesNo = cell(fc.constantFrom('yes', 'no'));
const known = (truth: fc.Arbitrary<string | number>): fc.Arbitrary<Cell> => truth.map((value) => ({ truth: value, open: false }));
const rarely = fc.oneof({ weight: 7, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });

const householdCells = fc.record({
  persons: known(fc.integer({ min: 1, max: 6 })),
  status: known(fc.constantFrom('remaining', 'exited', 'returned', 'pre-exit', 'never', 'cancelled')),
  exempt: yesNo,
  has_industry: yesNo,
  has_plan: yesNo,
  food: yesNo,
  clothing: yesNo,
  education: cell(fc.constantFrom('yes', 'no', 'n/a')),
  medical: yesNo,
  housing: yesNo,
  water: yesNo,
  monitoring_type: known(fc.constantFrom('脱贫不稳定户', '边缘易致贫户', '无')),
  risk_cleared: yesNo,
  net_income_per_capita: cell(fc.integer({ min: -500, max: 9000 })),
  award_yuan: known(fc.constantFrom(0, 100, 250)),
  helper_name: known(fc.constantFrom('干部01', '干部02', '')),
});
const projectCells = fc.record({
  category: known(fc.constantFrom('industry', 'housing')),
  source: cell(fc.constantFrom('central', 'county')),
  planned_yuan: cell(fc.nat(1000)),
  received_yuan: cell(fc.nat(1000)),
  spent_yuan: cell(fc.nat(1000)),
  status: cell(fc.constantFrom('planned', 'under-way', 'completed', 'stopped')),
  planned_end: cell(fc.constantFrom('2020-06-30', '2021-06-30')),
  beneficiary_households: cell(fc.nat(20)),
  // A project without a quantity is not in kind: the metric counts those that have one.
  quantity: known(fc.nat(9)),
  unit: known(fc.constant('亩')),
  village: known(fc.constantFrom('甲村', '乙村')),
});
const drawn = (cells: fc.Arbitrary<Cells>): fc.Arbitrary<Drawn> => fc.record({ cells, rejected: rarely });

const truthOf = ({ cells }: Drawn): TableRow => Object.fromEntries(Object.entries(cells).map(([column, { truth }]) => [column, truth]));
const seenOf = ({ cells, rejected }: Drawn, broken: string): TableRow => ({
  ...Object.fromEntries(Object.entries(cells).map(([column, { truth, open }]) => [column, open ? '' : truth])),
  ...(rejected && { [broken]: '不清' }),
});

/** Whether a number that is known lies within what was possible before it was. */
function expectWithin(before: readonly Measured[], after: readonly Measured[]): void {
  for (const [index, { metric, value }] of after.entries()) {
    const { low, high, value: seen, missing, rejected } = before[index]!;
    if (!value) continue;
    const uncertain = { metric: metric.id, missing, rejected };
    if (low) expect(compareFractions(low, value), `${metric.id} least`).toBeLessThanOrEqual(0);
    if (high) expect(compareFractions(value, high), `${metric.id} greatest`).toBeLessThanOrEqual(0);
    // What has nothing missing and nothing rejected was certain, and does not change.
    if (seen && missing === 0n && rejected === 0n && low && high && compareFractions(low, high) === 0)
      expect({ ...uncertain, changed: compareFractions(seen, value) }).toEqual({ ...uncertain, changed: 0 });
  }
}

describe('whatever turns out to stand in a blank or a rejected row lies between the bounds', () => {
  test('of households, those that the file lacks among them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(drawn(householdCells), { minLength: 1, maxLength: 9 }),
        fc.nat(3),
        fc.boolean(),
        async (rows, lacking, declares) => {
          const isRegistered = ({ cells: { status } }: Drawn): boolean => !['never', 'cancelled'].includes(String(status!.truth));
          const registered = rows.filter(isRegistered).length;
          // The last registered rows are lacking; only a village that says how many there are can tell.
          const left = new Set(declares ? rows.filter(isRegistered).slice(registered - Math.min(lacking, registered)) : []);
          const some = rows.filter((row) => !left.has(row));
          fc.pre(some.length > 0);
          // Of persons, a rejected row is taken to be one of the registered households that the village declares.
          fc.pre(left.size === 0 || some.every((row) => !row.rejected || isRegistered(row)));
          const villages = csvOf([
            village({ households: 50, rural_population: 200, registered_poor_households: declares ? registered : '' }),
          ]);
          const filesWith = (of: readonly TableRow[]) => ({ 'v.csv': villages, 'h.csv': csvOf(of) });
          const before = await measuredAll(filesWith(some.map((row, id) => household(id, seenOf(row, 'persons')))), IDS, {}, GIVEN);
          const after = await measuredAll(filesWith(rows.map((row, id) => household(id, truthOf(row)))), IDS, {}, GIVEN);
          expectWithin(before.total.measured, after.total.measured);
        },
      ),
      RUNS,
    );
  });

  test('of projects, for one source of funds and for all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(drawn(projectCells), { minLength: 1, maxLength: 7 }),
        fc.constantFrom(undefined, 'central'),
        async (rows, source) => {
          const filesWith = (of: readonly TableRow[]) => ({ 'p.csv': csvOf(of) });
          const query = { ...(source && { source }), period: '2020' as never };
          const before = await measuredAll(filesWith(rows.map((row, id) => project(`P${id}`, seenOf(row, 'planned_start')))), IDS, query);
          const after = await measuredAll(filesWith(rows.map((row, id) => project(`P${id}`, truthOf(row)))), IDS, query);
          expectWithin(before.total.measured, after.total.measured);
        },
      ),
      RUNS,
    );
  });
});
