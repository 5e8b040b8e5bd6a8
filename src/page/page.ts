/** How a text is to be taken. A format may show it by colour, by weight or not at all: the words say it already. */
export type Tone = 'strong' | 'quiet' | 'met' | 'not-met' | 'undetermined' | 'doubtful';

/** What is said by a sign: a tick, a cross, a question mark, a dash; a blank where nothing is judged. Each format has its own. */
export type Sign = 'met' | 'not-met' | 'undetermined' | 'not-assessable';

/** Words in one tone. */
export interface Run {
  /** Stands before the words, in its own tone. */
  readonly sign?: Sign | undefined;
  readonly text: string;
  readonly tone?: Tone | undefined;
  /** The number of a note of this page. */
  readonly footnote?: number | undefined;
}

/** Words that stand in one line as long as there is room. */
export type Inline = string | readonly (string | Run)[];

/** One line of a cell. */
export interface Line extends Run {
  /** Where it may be broken: nowhere when not said. */
  readonly breaks?: 'between-words' | undefined;
  /** It makes no column wider: it takes the width that the other lines give it. */
  readonly isAside?: boolean | undefined;
}

/** The words alone, without tones and notes. */
export const plainText = (text: Inline): string =>
  typeof text === 'string' ? text : text.map((run) => (typeof run === 'string' ? run : run.text)).join('');

export type Cell = string | readonly (string | Line)[];

/** How wide a column is where width counts. */
export type Room =
  /** As wide as its longest line: nothing in it is broken. Of its heading: `words` may stand below each other, `aside` makes it no wider. */
  | { readonly as: 'whole'; readonly least?: number; readonly heading?: 'words' | 'aside' }
  /** May be broken, between words as long as that is enough. */
  | { readonly as: 'words' }
  /** May be broken. `least`: never narrower. `comfortable`: gives way first, but only down to here. */
  | { readonly as: 'text'; readonly least?: number; readonly comfortable?: number }
  /** Every line says whether it may be broken, as may the heading where it is `aside`. */
  | { readonly as: 'lines'; readonly heading?: 'words' | 'aside' }
  | { readonly as: 'fixed'; readonly width: number }
  /** What the others leave. */
  | { readonly as: 'rest'; readonly least: number };

export interface Column {
  readonly head: string;
  readonly align: 'left' | 'right';
  readonly room: Room;
  /** Where there is no room for all of it in one line, it goes: the lowest first. It stays when not said, and is broken. */
  readonly goes?: number | undefined;
}

/** A series as data: a format draws it, or leaves it out. */
export interface Chart {
  readonly values: readonly (number | undefined)[];
}

/** Rows under one heading. */
export interface RowGroup {
  readonly heading?: string | undefined;
  readonly rows: readonly (readonly Cell[])[];
}

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly groups: readonly RowGroup[];
  /** Rows of several lines are told apart by rules. */
  readonly isRuled?: boolean | undefined;
  /** What stands in its place where it is too wide. */
  readonly otherwise?: readonly Block[] | undefined;
  /** Where all of it stands: said where a column had to go. */
  readonly complete?: string | undefined;
}

export interface Title {
  readonly kind: 'title';
  readonly text: Inline;
  readonly tone?: Tone | undefined;
  /** It is of the whole page, of a part of it, or of a piece of a part. */
  readonly level: 1 | 2 | 3;
  readonly isUnderlined?: boolean | undefined;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: Inline;
  /** Of all of it. */
  readonly tone?: Tone | undefined;
  /** Set in by so many columns: it belongs to what stands above. */
  readonly indent?: number | undefined;
  /** Stands before its first line, as the number of an item does. */
  readonly marker?: string | undefined;
  /** Where lines may be broken: where the language allows it when not said. */
  readonly breaks?: 'nowhere' | 'between-words' | 'anywhere' | undefined;
}

/** Labels, each with words that are never broken. */
export interface Figures {
  readonly kind: 'figures';
  readonly groups: readonly {
    readonly heading?: string | undefined;
    readonly figures: readonly { readonly label: string; readonly words: readonly string[] }[];
  }[];
}

/** What the numbers of footnotes stand for, from 1 on. */
export interface Notes {
  readonly kind: 'notes';
  /** Each in one line or several. */
  readonly notes: readonly (string | readonly string[])[];
  /** What a star on this page stands for. */
  readonly starred?: readonly string[] | undefined;
}

/** One number of an overview, in one line. */
export interface Figure {
  /** 89.12%, 43,400.00, — */
  readonly value: string;
  readonly sign?: Sign | undefined;
  /** 213/239 */
  readonly counts?: string | undefined;
  /** Rows that nobody knows of: +5? */
  readonly unknown?: string | undefined;
  /** A series that ends with the number, drawn before it. */
  readonly chart?: Chart | undefined;
  /** What is short of a pass; of a series, what has changed. */
  readonly aside?: string | undefined;
  /** How that is to be taken: as something not met when not said. */
  readonly asideTone?: Tone | undefined;
  /** The numbers of notes of this page. */
  readonly footnotes?: readonly number[] | undefined;
}

export interface FigureColumn {
  /** Nothing over a column of charts alone. */
  readonly head: string;
  /** Where the heading stands: over the beginning of the column when not said, else with its end over the end of the numbers. */
  readonly align?: 'right' | undefined;
  /** The standard that judges all of it. */
  readonly limit?: Run | undefined;
}

export interface OverviewRow {
  readonly name: string;
  /** The larger place that it lies in. */
  readonly where?: string | undefined;
  readonly figures: readonly Figure[];
}

/** Many places, a line for each, made for eyes: where there is no room for all of it, the least important goes, and that is said. */
export interface Overview {
  readonly kind: 'overview';
  readonly name: string;
  /** What the larger places are called, where there are several. */
  readonly where?: string | undefined;
  readonly columns: readonly FigureColumn[];
  /** Columns by their places in the row, in the order in which they go where there is no room: from the last to the first when not said. */
  readonly leaving?: readonly number[] | undefined;
  /** Its names are no places but what the numbers are of: never cut. */
  readonly keepsNames?: boolean | undefined;
  readonly rows: readonly OverviewRow[];
  readonly total?: OverviewRow | undefined;
  /** What stands beside its numbers, as it is called where it had to go: what is short of a pass when not said. */
  readonly asides?: string | undefined;
  /** Where all of it stands: said where something had to go. */
  readonly complete: string;
  /** What stands in its place where whole columns would have to go, as long as the page is no strip. */
  readonly otherwise?: readonly Block[] | undefined;
}

/** How many places meet each standard, and how many do not. */
export interface Tally {
  readonly label: string;
  /** The number of all together. */
  readonly total: string;
  readonly met: number;
  readonly notMet: number;
  readonly undetermined: number;
  readonly limit: string;
}

export interface Tallies {
  readonly kind: 'tallies';
  /** What stands over the label, the total and the three counts, and the limit. */
  readonly heads: readonly [string, string, string, string, string, string];
  readonly tallies: readonly Tally[];
}

export interface MatrixCriterion {
  readonly number: number;
  readonly label: string;
  readonly notMet: number;
  readonly undetermined: number;
}

export interface MatrixRow {
  readonly name: string;
  readonly sign: Sign | undefined;
  /** The verdict by each criterion. */
  readonly signs: readonly (Sign | undefined)[];
  readonly short: string;
  /** Why there are no verdicts. */
  readonly instead: string | undefined;
}

/** Verdicts of many places by several criteria. */
export interface Matrix {
  readonly kind: 'matrix';
  readonly heads: Readonly<Record<'number' | 'criterion' | 'notMet' | 'undetermined' | 'place' | 'verdict' | 'short', string>>;
  readonly criteria: readonly MatrixCriterion[];
  readonly rows: readonly MatrixRow[];
}

/** One thing on a page. `isApart`: with room before it. */
export type Block = (Title | Paragraph | Table | Overview | Matrix | Tallies | Figures | Notes) & {
  readonly isApart?: boolean | undefined;
};

/** What a person reads of a result. It may be longer than memory: then its blocks come one by one. */
export type Page = Iterable<Block> | AsyncIterable<Block>;

/** A table of one group of rows. */
export const plainTable = (
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  more: Pick<Table, 'isRuled' | 'otherwise'> & { readonly isApart?: boolean } = {},
): Block => ({ kind: 'table', columns, groups: [{ rows }], ...more });
