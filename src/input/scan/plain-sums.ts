import type { Rule } from '../../language/table.ts';
import { comparesSums, sumsComparedBy } from '../../language/readings/compares-sums.ts';
import type { Addends } from '../../language/readings/compares-sums.ts';
import type { ScannedColumn } from './scanned-column.ts';

/** Where the numbers of a sum stand in a row. */
interface AddendsAt {
  readonly known: readonly number[];
  readonly ifKnown: readonly number[];
}

/** The columns whose sums the rules of a table compare. */
export const summedColumns = (rules: readonly Rule[]): readonly string[] =>
  rules.flatMap((rule) => {
    if ('broken' in rule) return [];
    const { one, other } = sumsComparedBy(rule);
    return [one, other].flatMap(({ known, ifKnown }) => [...known, ...ifKnown]);
  });

/** Whether sums of the numbers of a row may break a rule of their table: then the row is read as any other, and the rule itself asked. */
export class PlainSums {
  readonly #rules: readonly { readonly one: AddendsAt; readonly other: AddendsAt; readonly isBalance: boolean }[];

  constructor(rules: readonly Rule[], columns: readonly ScannedColumn[]) {
    const at = new Map(columns.flatMap(({ heading }, index) => (heading ? [[heading.column, index] as const] : [])));
    const addends = ({ known, ifKnown }: Addends): AddendsAt => ({
      known: known.map((column) => at.get(column) ?? NOWHERE),
      ifKnown: ifKnown.flatMap((column) => at.get(column) ?? []),
    });
    this.#rules = rules.flatMap((rule) => {
      if ('broken' in rule || !comparesSums(rule, new Set(at.keys()))) return [];
      const { one, differs, other } = sumsComparedBy(rule);
      return [{ one: addends(one), other: addends(other), isBalance: differs === 'either way' }];
    });
  }

  /** Whether the numbers of the row in hand keep all rules. A number that is not known is not a number. */
  areKept(numbers: Float64Array): boolean {
    for (const rule of this.#rules) {
      const [one, other] = [sumOf(rule.one, numbers), sumOf(rule.other, numbers)];
      // Neither is compared where it is not known.
      if (one > other || (rule.isBalance && one < other)) return false;
      // Beyond, a double is no longer exact.
      if (Math.abs(one) > Number.MAX_SAFE_INTEGER || Math.abs(other) > Number.MAX_SAFE_INTEGER) return false;
    }
    return true;
  }
}

/** A column that is not there is known in no row. */
const NOWHERE = -1;

/** A sum; not a number where it is not known. */
function sumOf({ known, ifKnown }: AddendsAt, numbers: Float64Array): number {
  let sum = 0;
  for (const index of known) sum += numbers[index] ?? Number.NaN;
  for (const index of ifKnown) if (!Number.isNaN(numbers[index]!)) sum += numbers[index]!;
  return sum;
}
