import type { Text } from '../vocabulary/text.ts';
import type { Moment } from '../vocabulary/moment.ts';
import type { IsoDate, Period } from '../vocabulary/period.ts';

/**
 * A number as the files give it, in the smallest unit of its kind: one household or person, one fen, one ten-thousandth of a quantity.
 * `atLeast`: the file says "and more" (`87万多`), so the number is a lower bound.
 */
export interface Amount {
  readonly amount: bigint;
  readonly atLeast: boolean;
}

/** What each kind of cell is read into. */
export interface Kinds {
  'yes-no': boolean;
  count: Amount;
  money: Amount;
  quantity: Amount;
  rate: string;
  period: Period;
  year: number;
  date: IsoDate;
  moment: Moment;
  text: string;
  'text-id': string;
  identity: string;
  list: readonly string[];
  choice: string;
}
export type Kind = keyof Kinds;

/** How a number moves through time: a stock is the state at the period's end, a flow belongs to its period. No number ever adds two periods. */
export type Time = 'stock' | 'flow';

/** What the codes of a register mean. */
export type CodeTable = Readonly<Record<string, string>>;

/** The most that a number can be, and why. */
export interface Bound {
  /** In households, persons, yuan. */
  readonly most: bigint;
  readonly because: Text;
}

export interface Column<K extends Kind = Kind> {
  readonly kind: K;
  readonly label: Text;
  /** Further headings by which files name this column. The canonical name and both labels are understood anyway. */
  readonly aliases: readonly string[];
  /** Headings taken for this column with a warning: they may mean something else (总人口 is not always the rural registered population). */
  readonly doubtfulAliases?: readonly string[];
  /** Headings under which other tables keep something else (贫困户: a count of a village, a name in a household file): understood, but no mark of this table. */
  readonly sharedAliases?: readonly string[];
  readonly required?: true | undefined;
  /** A file that has this other column may do without the required one. */
  readonly requiredUnless?: string;
  /** A county's own, in a row without a village. */
  readonly ofCounty?: true;
  readonly time?: Time;
  /** Personal data: never printed whole. */
  readonly personal?: 'name' | 'number';
  /** Registries write nothing here for "none": a blank means none, provided the column is not empty throughout. */
  readonly blankMeansNone?: true;
  /** Words in a list that name none of what it lists (外出务工 is no industry of the household): not known. */
  readonly notItems?: readonly string[];
  /** Another column that answers the same question: where that one cannot be read, a blank here does not mean none. */
  readonly besides?: string;
  /** What a blank stands for, where that is neither "unknown" nor "none". */
  readonly blankMeans?: Text;
  readonly mayBeNegative?: true;
  /** Beyond it a number is something else (a telephone or identity number), and counts nowhere. */
  readonly atMost?: Bound;
  /** Headings that ask the opposite question (饮水困难 for 饮水安全). */
  readonly opposites?: readonly string[];
  /** Code tables, each known by the headings under which a register uses it: there, and only there, a bare number is a value. */
  readonly codes?: readonly { readonly headings: readonly string[]; readonly values: CodeTable }[];
  /** A bare number here is a code of some table that we do not have. */
  readonly worded?: true;
  /** A member's own, in a file with a row per member. */
  readonly ofMember?: true;
  /** In a file with a row per member, the number of its rows where the column is missing. */
  readonly countedFromMembers?: true;
  /** What a quantity is counted in, where that is always the same. Money is in yuan, rates are in per cent. */
  readonly unit?: Text;
  /** For a number that names something: how many digits it has. */
  readonly digits?: number | undefined;
  /** For a choice or yes/no: the office's own words, as they are compared, each with its canonical value. They win over the others. */
  readonly ownWords?: ReadonlyMap<string, string>;
  /** For money: what the office calls its currency, as it is compared. */
  readonly currency?: readonly string[];
  /** For a choice: each canonical value with the words that files use for it. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  /** Choices that others only make more exact, when they stand beside them in brackets: 未脱贫（返贫） is one who returned. */
  readonly narrowing?: Readonly<Record<string, readonly string[]>>;
}
export type Columns = Readonly<Record<string, Column>>;

/** Names of the columns of the given kinds: a rule about a count that names a yes/no column does not compile. */
export type Named<C extends Columns, K extends Kind> = {
  [N in keyof C]: C[N]['kind'] extends K ? N : never;
}[keyof C] &
  string;
