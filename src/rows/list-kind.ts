import type { Parameters } from '../language/condition.ts';
import type { Row } from '../language/row.ts';
import type { Text } from '../vocabulary/text.ts';

/** A word of a closed list: for machines, and for people. */
export interface Word {
  readonly code: string;
  readonly text: Text;
}

/** What stands beside a listed row. Money is in fen. */
export type Figure =
  | { readonly kind: 'money'; readonly amount: bigint; readonly atLeast: boolean }
  | { readonly kind: 'number'; readonly value: bigint }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'words'; readonly words: readonly Word[] };

/** A column of a list beside those that all lists have. */
export interface ListColumn {
  /** Its name in CSV and JSON; the unit of money is part of it. */
  readonly id: string;
  readonly label: Text;
  /** The columns of a row that it reads. */
  readonly reads: readonly string[];
  /** What stands in it: text when not said. */
  readonly holds?: 'number' | 'money';
  /** What its words are called, by their codes. */
  readonly names?: Readonly<Record<string, Text>>;
  /** On a page it is said once, above the rows, where it is the same in all of them. */
  readonly saidOnce?: true;
  /** What it shows of a row; nothing where that is not known. */
  readonly of: (row: Row, parameters: Parameters) => Figure | undefined;
}

/**
 * Which rows are listed, by facts that the figures are counted with:
 * `holds`: those for which the fact's condition holds.
 * `left-out`: the registered households that rates do not count, rate by rate.
 */
export type Listed =
  | {
      readonly by: 'holds';
      readonly fact: string;
      /** Of files that do not say whom to leave out: the fact that leaves out nobody, and who that would have been. */
      readonly leavingOutNobody?: { readonly fact: string; readonly whom: Text };
    }
  | { readonly by: 'left-out' };

/** A list of households or projects to act on. */
export interface ListKind {
  readonly id: string;
  readonly from: 'households' | 'projects';
  readonly title: Text;
  readonly listed: Listed;
  readonly columns: readonly ListColumn[];
}

/** Keeps a list's shape checked where it is written. */
export const defineList = (kind: ListKind): ListKind => kind;

/** The one thing that every row of a list lacks. */
export const missingColumn = (code: string, text: Text): ListColumn => ({
  id: 'missing',
  label: { zh: '缺什么', en: 'Missing' },
  reads: [],
  names: { [code]: text },
  of: () => ({ kind: 'words', words: [{ code, text }] }),
});

/** What "yes" and "no" are called in a list. */
export const YES_NO: Readonly<Record<'yes' | 'no', Text>> = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } };

/** The facts that a kind reads. */
export function factsOfKind({ listed }: ListKind): readonly string[] {
  if (listed.by === 'holds') return [listed.fact, ...(listed.leavingOutNobody ? [listed.leavingOutNobody.fact] : [])];
  return [];
}
