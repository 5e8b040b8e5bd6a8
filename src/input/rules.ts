import { amountIn } from '../language/row.ts';
import { numeratorsThatFit, shortened } from '../vocabulary/percent.ts';
import type { Shortening } from '../vocabulary/percent.ts';
import type { Text } from '../vocabulary/text.ts';
import { joinTexts } from '../vocabulary/text.ts';
import type { Columns } from '../language/column.ts';
import type { Row } from '../language/row.ts';
import type { BalanceRule, Rule, StatedRate, SumRule, Table } from '../language/table.ts';
import { canAnswer } from '../language/readings/can-answer.ts';
import { toPredicate } from '../language/readings/holds.ts';
import type { Condition } from '../language/condition.ts';
import type { Predicate } from '../language/readings/holds.ts';
import type { Finding } from './finding.ts';

/** A rule that a row breaks, as the finding about it. */
export type BrokenRule = Pick<Finding, 'code' | 'severity' | 'arguments'> & { readonly column: string };

/** Makes the rules of a table ready to be asked of the rows of a file, as far as the file has their columns. */
export function rulesOf({ rules, statedRates = [], columns }: Table, has: ReadonlySet<string>): (row: Row) => readonly BrokenRule[] {
  const predicates = new Map<Rule, Predicate>();
  const shared = new Map<Condition, Predicate>();
  const asked = rules.filter((rule) => ('broken' in rule ? canAnswer(rule.broken, has) : rule.sum.some((column) => has.has(column))));
  const rates = statedRates.filter(({ column }) => has.has(column));
  for (const rule of asked) if ('broken' in rule) predicates.set(rule, toPredicate(rule.broken, shared));
  const check = (rule: Rule, row: Row): BrokenRule | undefined => {
    if ('exceeds' in rule) return exceeded(rule, row, columns);
    if ('equals' in rule) return unbalanced(rule, row, columns);
    if (predicates.get(rule)!(row, NO_PARAMETERS) !== true) return undefined;
    const { code, severity, column } = rule;
    return { code, severity, column, arguments: { column: { zh: columns[column]!.label.zh, en: column } } };
  };
  return (row) => {
    let broken: BrokenRule[] | undefined;
    for (const rule of asked) {
      // Once a number is wrong for certain, what else follows from it is not said again.
      if (
        broken?.some(
          ({ severity, column }) => severity === 'error' && (column === rule.column || ('sum' in rule && rule.sum.includes(column))),
        )
      )
        continue;
      const found = check(rule, row);
      if (found) (broken ??= []).push(found);
    }
    if (rates.length > 0 && !broken?.some(({ severity }) => severity === 'error'))
      return [...(broken ?? []), ...rates.flatMap((rate) => misstated(rate, row) ?? [])];
    return broken ?? NONE;
  };
}

const NO_PARAMETERS = {};
const NONE: readonly BrokenRule[] = [];

function exceeded(rule: SumRule, row: Row, columns: Columns): BrokenRule | undefined {
  const parts = total(rule.sum, row);
  const whole = total(rule.exceeds, row);
  const further = total(rule.plusIfKnown ?? [], row);
  if (!whole.known || whole.atLeast || further.atLeast || parts.sum <= whole.sum + further.sum) return undefined;
  return sides(rule, rule.exceeds, parts.sum, whole.sum, columns);
}

function unbalanced(rule: BalanceRule, row: Row, columns: Columns): BrokenRule | undefined {
  const left = total(rule.sum, row);
  const right = total(rule.equals, row);
  if (!left.known || !right.known || left.atLeast || right.atLeast || left.sum === right.sum) return undefined;
  return sides(rule, rule.equals, left.sum, right.sum, columns);
}

function sides(rule: SumRule | BalanceRule, whole: readonly string[], left: bigint, right: bigint, columns: Columns): BrokenRule {
  const isMoney = columns[rule.column]!.kind === 'money';
  const labels = (names: readonly string[]): Text =>
    joinTexts(
      names.map((name) => ({ zh: columns[name]!.label.zh, en: name })),
      { zh: '、', en: ' + ' },
    );
  const { code, severity, column } = rule;
  return {
    code,
    severity,
    column,
    arguments: { parts: labels(rule.sum), partsValue: written(left, isMoney), whole: labels(whole), wholeValue: written(right, isMoney) },
  };
}

/** A stated rate that the numbers of its own row do not give: cut off instead of rounded, or not theirs at all. */
function misstated({ column, numerator, denominator }: StatedRate, row: Row): BrokenRule | undefined {
  const stated = row[column];
  const [above, off] = [total(numerator.plus, row), total(numerator.lessIfKnown ?? [], row)];
  const [below, less] = [total(denominator.plus, row), total(denominator.less ?? [], row)];
  const share = { numerator: above.sum - off.sum, denominator: below.sum - less.sum };
  if (typeof stated !== 'string' || !above.known || !below.known || !less.known || share.denominator <= 0n) return undefined;
  const as = (how: Shortening): string => shortened(share, stated, how);
  const same = (computed: string): boolean => Number(computed) === Number(stated);
  if (same(as('rounded'))) return undefined;
  const numbers = {
    stated: `${stated}%`,
    computed: `${as('rounded')}%`,
    numerator: share.numerator.toString(),
    denominator: share.denominator.toString(),
  };
  if (same(as('truncated'))) return { code: 'stated-rate-truncated', severity: 'warning', column, arguments: numbers };
  return {
    code: 'stated-rate-differs',
    severity: 'warning',
    column,
    arguments: { ...numbers, fitting: fitting(stated, share.denominator) },
  };
}

/** Which numerators would give the stated rate over the same denominator. */
function fitting(stated: string, denominator: bigint): Text {
  const range = numeratorsThatFit(stated, denominator, 'rounded') ?? numeratorsThatFit(stated, denominator, 'truncated');
  if (!range) return { zh: '这个分母下没有整数能得出该比率', en: 'no whole number over that gives the stated rate' };
  const counts = range.first === range.last ? `${range.first}` : `${range.first}–${range.last}`;
  return { zh: `分子是 ${counts} 才能得出该比率`, en: `the stated rate needs ${counts} above the line` };
}

/** A number of smallest units as people write it: fen as yuan. */
const written = (amount: bigint, isMoney: boolean): string => {
  if (!isMoney) return amount.toString();
  const fen = amount.toString().padStart(3, '0');
  return fen.endsWith('00') ? fen.slice(0, -2) : `${fen.slice(0, -2)}.${fen.slice(-2)}`;
};

/** Adds the known amounts. `known` says whether all of them were. */
function total(columns: readonly string[], row: Row): { readonly sum: bigint; readonly known: boolean; readonly atLeast: boolean } {
  let sum = 0n;
  let known = true;
  let atLeast = false;
  for (const column of columns) {
    const amount = amountIn(row, column);
    if (amount === undefined) known = false;
    else {
      sum += amount.amount;
      atLeast ||= amount.atLeast;
    }
  }
  return { sum, known, atLeast };
}
