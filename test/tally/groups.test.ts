import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Row } from '../../src/language/row.ts';
import { askedByFact } from '../../src/language/readings/asked.ts';
import { households } from '../../src/tables/households/table.ts';
import { evidenceFacts } from '../../src/tables/households/facts.ts';
import { Accumulator } from '../../src/tally/accumulator.ts';
import { classOf, classOfNumber, limitAt, questionsOf } from '../../src/tally/signature.ts';
import type { Parameters } from '../../src/language/condition.ts';
import type { Period } from '../../src/vocabulary/period.ts';
import type { Place } from '../../src/vocabulary/place.ts';

const amount = (most: bigint): fc.Arbitrary<Row[string]> =>
  fc.oneof(
    fc.constant(undefined),
    fc.bigInt({ min: 0n, max: most }).map((one) => ({ amount: one, atLeast: false })),
  );
const NAMES = ['张三', '李四', '王五'];

/** A value of a column: of choices one, of lists up to three names, of numbers small ones around the limits and very large ones. */
function valueOf(column: string): fc.Arbitrary<Row[string]> {
  const definition = households.columns[column as keyof typeof households.columns];
  if (definition.kind === 'yes-no') return fc.constantFrom(true, false, undefined);
  if (definition.kind === 'choice') return fc.constantFrom(...Object.keys(definition.choices), undefined);
  if (definition.kind === 'list') return fc.oneof(fc.constant(undefined), fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 3 }));
  if (definition.kind === 'count') return amount(9n);
  return fc.oneof(amount(6n), amount(2n ** 52n));
}

const COLUMNS = [...new Set(evidenceFacts.flatMap(askedByFact).map(({ column }) => column))];
const row: fc.Arbitrary<Row> = fc.record(Object.fromEntries(COLUMNS.map((column) => [column, valueOf(column)])));
const PLACES: readonly Place[] = [{ village: '甲村' }, { village: '乙村' }];
/** One village has a line of 4 fen, the other none. */
const parameters = ({ village }: Place): Parameters => (village === '甲村' ? { poverty_line: 4n, floor_area: 3n } : {});
const PERIODS = ['2019', '2020'] as Period[];

test('rows that no fact can tell apart come to the same sums one by one and as groups', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(row, fc.constantFrom(...PLACES), fc.constantFrom(...PERIODS), fc.integer({ min: 1, max: 4 })), { maxLength: 40 }),
      fc.subarray(COLUMNS, { minLength: COLUMNS.length - 6 }),
      (rows, has) => {
        const [single, grouped] = [0, 1].map(() => new Accumulator(evidenceFacts, new Set(has), { at: parameters })) as [
          Accumulator,
          Accumulator,
        ];
        const repeated = rows.flatMap(([one, place, period, times]) =>
          Array.from({ length: times }, () => ({ row: Object.fromEntries(has.map((column) => [column, one[column]])), place, period })),
        );
        for (const { row, place, period } of repeated) single.add(row, place, period);
        for (const { facts, numbers } of grouped.portions()) {
          const questions = questionsOf(facts.flatMap(askedByFact));
          const groups = new Map<string, typeof repeated>();
          for (const one of repeated) {
            const key = questions.map((question) => {
              const value = one.row[question.column];
              if (typeof value !== 'object' || !('amount' in value)) return classOf(question, value);
              return classOfNumber(
                Number(value.amount),
                question.limits.map((limit) => limitAt(limit, parameters(one.place))),
              );
            });
            const name = [...key, one.place.village, one.period].join(' ');
            groups.set(name, [...(groups.get(name) ?? []), one]);
          }
          for (const group of groups.values()) {
            const { row, place, period } = group[0]!;
            const amountOf = (from: Row, column: string): bigint => (from[column] as { readonly amount: bigint } | undefined)?.amount ?? 0n;
            grouped.addGroup(numbers, row, place, period, group.length, {
              of: (column) => group.reduce((sum, one) => sum + amountOf(one.row, column), 0n),
              product: (column, times) => group.reduce((sum, one) => sum + amountOf(one.row, column) * amountOf(one.row, times), 0n),
            });
          }
        }
        const told = (accumulator: Accumulator) =>
          accumulator
            .finish('x')
            .tallies.map(({ place, period, facts }) => [place, period, Object.fromEntries(facts)] as const)
            .toSorted(([a, from], [b, to]) => (`${a.village} ${from}` < `${b.village} ${to}` ? -1 : 1));
        expect(told(grouped)).toEqual(told(single));
      },
    ),
    { numRuns: 150 },
  );
});
