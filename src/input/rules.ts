import type { Amount, Columns, Rule } from './column.ts';
import type { Finding } from './findings.ts';
import type { Text } from '../vocabulary/text.ts';
import { joinTexts } from '../vocabulary/text.ts';

type Amounts = Readonly<Record<string, Amount | undefined>>;

/** A number of smallest units as people write it: fen as yuan. */
const written = (amount: bigint, isMoney: boolean): string => {
  if (!isMoney) return amount.toString();
  const fen = amount.toString().padStart(3, '0');
  return fen.endsWith('00') ? fen.slice(0, -2) : `${fen.slice(0, -2)}.${fen.slice(-2)}`;
};

/** Adds the known amounts. `known` says whether all of them were. */
function total(columns: readonly string[], row: Amounts): { readonly sum: bigint; readonly known: boolean; readonly atLeast: boolean } {
  let sum = 0n;
  let known = true;
  let atLeast = false;
  for (const column of columns) {
    const amount = row[column];
    if (amount === undefined) known = false;
    else {
      sum += amount.amount;
      atLeast ||= amount.atLeast;
    }
  }
  return { sum, known, atLeast };
}

/** A rule that a row breaks, as the finding about it. */
type BrokenRule = Pick<Finding, 'code' | 'severity' | 'arguments'> & { readonly column: string };

/** The rules of a table that a row breaks for certain, with the two sides of each. */
export function brokenRules(rules: readonly Rule[], row: Amounts, columns: Columns): readonly BrokenRule[] {
  const broken: BrokenRule[] = [];
  for (const rule of rules) {
    const parts = total(rule.sum, row);
    const whole = total(rule.exceeds, row);
    const further = total(rule.plusIfKnown ?? [], row);
    // Once a column is wrong for certain, what else follows from the same number is not said again.
    if (broken.some(({ severity, column }) => severity === 'error' && column === rule.column)) continue;
    if (!whole.known || whole.atLeast || further.atLeast || parts.sum <= whole.sum + further.sum) continue;
    const isMoney = columns[rule.column]!.kind === 'money';
    const labels = (names: readonly string[]): Text =>
      joinTexts(
        names.map((name) => ({ zh: columns[name]!.label.zh, en: name })),
        { zh: '、', en: ' + ' },
      );
    broken.push({
      code: rule.code,
      severity: rule.severity,
      column: rule.column,
      arguments: {
        parts: labels(rule.sum),
        partsValue: written(parts.sum, isMoney),
        whole: labels(rule.exceeds),
        wholeValue: written(whole.sum, isMoney),
      },
    });
  }
  return broken;
}
