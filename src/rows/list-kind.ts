import type { Condition, ParameterId, Parameters } from '../language/condition.ts';
import type { Row } from '../language/row.ts';
import type { CriterionAnswer, SchemeId } from '../standards/standard.ts';
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
 * `grounds`: those of which one of several things holds that documents name; what a file has no column for is not asked of it, and that is said.
 */
export type Listed =
  | {
      readonly by: 'holds';
      readonly fact: string;
      /** Of files that do not say whom to leave out: the fact that leaves out nobody, and who that would have been. */
      readonly leavingOutNobody?: { readonly fact: string; readonly whom: Text };
    }
  | { readonly by: 'left-out' }
  | Grounds;

/** Something that puts a household on a list, by a document. */
export interface Ground extends Word {
  readonly where: Condition;
  /** It is asked where the scheme of the list asks for this. */
  readonly answer?: CriterionAnswer;
  /** It is asked only where such a number is in force: a limit of time that a document of the region sets. */
  readonly limit?: ParameterId;
}

/** A list by grounds. */
export interface Grounds {
  readonly by: 'grounds';
  /** Of which households it is asked. */
  readonly among: Condition;
  readonly grounds: readonly Ground[];
  /** The scheme whose criteria say which of them are asked of a household; all are where none is named. */
  readonly scheme?: SchemeId;
  /** Without this ground, and the number that it compares with, there is no list at all. */
  readonly chief?: { readonly ground: string; readonly compares: ParameterId };
}

/** A list of households or projects to act on. */
export interface ListKind {
  readonly id: string;
  readonly from: 'households' | 'projects';
  readonly title: Text;
  readonly listed: Listed;
  readonly columns: readonly ListColumn[];
  /** The column by whose words its rows stand in groups, each with its sums; those without an answer come last. */
  readonly groupedBy?: string;
  /** The column of money that is summed for each group. */
  readonly summed?: string;
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

/** The column of a list by grounds: which of them hold for a row. It is filled where rows are chosen. */
export const groundsColumn = (label: Text, grounds: readonly Ground[]): ListColumn => ({
  id: GROUNDS,
  label,
  reads: [],
  names: Object.fromEntries(grounds.map(({ code, text }) => [code, text])),
  of: () => undefined,
});
export const GROUNDS = 'grounds';

/** What "yes" and "no" are called in a list. */
export const YES_NO: Readonly<Record<'yes' | 'no', Text>> = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } };

/** The facts that a kind reads. */
export function factsOfKind({ listed }: ListKind): readonly string[] {
  if (listed.by === 'holds') return [listed.fact, ...(listed.leavingOutNobody ? [listed.leavingOutNobody.fact] : [])];
  return [];
}
