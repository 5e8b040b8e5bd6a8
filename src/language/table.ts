import type { TableId } from '../vocabulary/table.ts';
import type { Text } from '../vocabulary/text.ts';
import type { Column, Columns, Named } from './column.ts';
import type { Condition, ConditionOf } from './condition.ts';

/** Something that may not hold within one row, as data. */
export type Rule = SumRule | BalanceRule | ConditionRule;

interface RuleBase {
  readonly severity: 'error' | 'warning';
  /** The column that the finding points at. */
  readonly column: string;
}

/** Broken when the known parts of the left sum exceed the right sum for certain: blanks on the left count as nothing, a blank on the right breaks nothing. */
export interface SumRule extends RuleBase {
  readonly code:
    | 'part-exceeds-whole'
    | 'industry-exceeds-eligible'
    | 'parts-exceed-receipts'
    | 'fewer-persons-than-households'
    | 'more-labour-than-persons';
  readonly sum: readonly string[];
  readonly exceeds: readonly string[];
  /** Further columns that the right side may owe, where known. */
  readonly plusIfKnown?: readonly string[];
}

/** Broken when two sums differ of which every part is known. */
export interface BalanceRule extends RuleBase {
  readonly code: 'roll-forward-differs' | 'parts-differ-from-total';
  readonly sum: readonly string[];
  readonly equals: readonly string[];
}

/** Broken when a condition holds for certain that should not. */
export interface ConditionRule extends RuleBase {
  readonly code:
    | 'unsafe-house-called-safe'
    | 'industry-contradicts'
    | 'registered-contradicts'
    | 'exit-year-of-the-poor'
    | 'exit-year-later'
    | 'exit-before-registration'
    | 'nobody-in-household'
    | 'risk-without-monitoring'
    | 'identified-without-monitoring'
    | 'cleared-before-identified'
    | 'identified-before-clue'
    | 'cleared-day-of-uncleared'
    | 'date-without-completion';
  readonly broken: Condition;
}

/** A rate that somebody typed beside the numbers that it is made of. */
export interface StatedRate {
  readonly column: string;
  /** What is added and what is taken away above and below the line. A number that may be left out counts as nothing where blank. */
  readonly numerator: { readonly plus: readonly string[]; readonly lessIfKnown?: readonly string[] };
  readonly denominator: { readonly plus: readonly string[]; readonly less?: readonly string[] };
}

/** A table as data: what recognises it, what its columns are, what names a row, what may not hold within one. */
export interface Table {
  readonly id: TableId;
  readonly label: Text;
  readonly columns: Columns;
  /** Sets of columns, any of which marks a file as this table. */
  readonly marks: readonly (readonly string[])[];
  /** Columns whose headings other tables use too (其他收入, 有路通村屯): they mark this table only where nothing else marks another. */
  readonly weakMarks?: readonly string[];
  /** The columns that together name a row. */
  readonly key: readonly string[];
  readonly rules: readonly Rule[];
  readonly statedRates?: readonly StatedRate[];
  /** The office's own headings, as they are compared, each with its column. They win over the others. */
  readonly ownHeadings?: ReadonlyMap<string, string>;
  /** Columns that are not listed one by one: what a heading of them holds. */
  readonly furtherColumn?: (heading: string) => Column | undefined;
}

/** A table of the given columns. */
export interface TableOf<C extends Columns> extends Table {
  readonly columns: C;
  readonly marks: readonly (readonly (keyof C & string)[])[];
  readonly weakMarks?: readonly (keyof C & string)[];
  readonly key: readonly (keyof C & string)[];
  readonly rules: readonly RuleOf<C>[];
  readonly statedRates?: readonly StatedRateOf<C>[];
}

type Number = 'count' | 'money' | 'quantity';

/** A rule about the given columns: naming one that is not there does not compile. */
export type RuleOf<C extends Columns> =
  | (SumRule & {
      readonly column: keyof C & string;
      readonly sum: readonly Named<C, Number>[];
      readonly exceeds: readonly Named<C, Number>[];
    })
  | (BalanceRule & {
      readonly column: keyof C & string;
      readonly sum: readonly Named<C, Number>[];
      readonly equals: readonly Named<C, Number>[];
    })
  | (ConditionRule & { readonly column: keyof C & string; readonly broken: ConditionOf<C> });

/** A stated rate among the given columns. */
export type StatedRateOf<C extends Columns> = StatedRate & { readonly column: Named<C, 'rate'> };

/** Keeps the exact column names and kinds of a table in its type. */
export const defineTable = <const C extends Columns>(table: TableOf<C>): TableOf<C> => table;
