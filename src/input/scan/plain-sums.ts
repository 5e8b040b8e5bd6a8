import type { Rule } from '../../language/table.ts';
import { comparesSums } from '../../language/readings/compares-sums.ts';
import type { ScannedColumn } from './scanned-column.ts';

/** The numbers of one side of a rule, and those that it may owe besides. */
interface Side {
  readonly at: readonly number[];
  readonly ifKnown: readonly number[];
}

interface Comparison {
  readonly part: Side;
  readonly whole: Side;
  /** Both sides are to be the same; else the part is not to exceed the whole. */
  readonly isBalance: boolean;
}

/** The columns whose sums the rules of a table compare. */
export const summedColumns = (rules: readonly Rule[]): readonly string[] =>
  rules.flatMap((rule) =>
    'broken' in rule ? [] : [...rule.sum, ...('equals' in rule ? rule.equals : [...rule.exceeds, ...(rule.plusIfKnown ?? [])])],
  );

/** Whether sums of the numbers of a row may break a rule of their table: then the row is read as any other, and the rule itself asked. */
export class PlainSums {
  readonly #rules: readonly Comparison[];

  constructor(rules: readonly Rule[], columns: readonly ScannedColumn[]) {
    const has = new Set(columns.flatMap(({ heading }) => heading?.column ?? []));
    const at = (names: readonly string[]): readonly number[] =>
      names.flatMap((name) => (has.has(name) ? [columns.findIndex(({ heading }) => heading?.column === name)] : []));
    this.#rules = rules.flatMap((rule): readonly Comparison[] => {
      if ('broken' in rule || !comparesSums(rule, has)) return [];
      if ('equals' in rule)
        return [{ part: { at: at(rule.sum), ifKnown: [] }, whole: { at: at(rule.equals), ifKnown: [] }, isBalance: true }];
      // Of the parts those count that are known.
      const whole = { at: at(rule.exceeds), ifKnown: at(rule.plusIfKnown ?? []) };
      return [{ part: { at: [], ifKnown: at(rule.sum) }, whole, isBalance: false }];
    });
  }

  /** Whether the numbers of the row in hand keep all rules. A number that is not known is not a number. */
  areKept(numbers: Float64Array): boolean {
    for (const { part, whole, isBalance } of this.#rules) {
      const [left, right] = [sumOf(part, numbers), sumOf(whole, numbers)];
      if (isBalance ? left !== right && !Number.isNaN(left) && !Number.isNaN(right) : left > right) return false;
      // Beyond, a double is no longer exact.
      if (left > Number.MAX_SAFE_INTEGER || right > Number.MAX_SAFE_INTEGER) return false;
    }
    return true;
  }
}

/** A sum; not a number where it is not known. */
function sumOf({ at, ifKnown }: Side, numbers: Float64Array): number {
  let sum = 0;
  for (const index of at) sum += numbers[index]!;
  for (const index of ifKnown) if (!Number.isNaN(numbers[index]!)) sum += numbers[index]!;
  return sum;
}
