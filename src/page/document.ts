import type { Block, Inline } from './page.ts';

/** How something is judged, with the word for it. A format shows a sign, a form and a colour; the word says the same. */
export interface Sign {
  readonly as: 'met' | 'not-met' | 'undetermined' | 'not-assessable';
  readonly word: string;
}

/** A piece of a bar, as its share of the bar's whole length. */
export interface BarPart {
  readonly as: Exclude<Sign['as'], 'not-assessable'> | 'not-judged' | 'amount';
  readonly share: number;
}

/** One cell: what it says, how that is judged, what it is made of. */
export interface GridCell {
  readonly text?: Inline | undefined;
  readonly sign?: Sign | undefined;
  /** The sign says it all: its word is only for those who do not see it. */
  readonly isSignAlone?: boolean | undefined;
  /** 213/239+5?: beside the text, quiet. */
  readonly counts?: string | undefined;
  /** Below the text, quiet, each in a line of its own. */
  readonly asides?: readonly string[] | undefined;
  /** Numbers of notes of this page. */
  readonly notes?: readonly number[] | undefined;
  readonly bar?: readonly BarPart[] | undefined;
  /** What a column of numbers is sorted by. */
  readonly order?: number | undefined;
  /** Over so many columns. */
  readonly span?: number | undefined;
}

export interface GridColumn {
  readonly head: string;
  /** Below the head: the standard, the unit. */
  readonly under?: string | undefined;
  readonly notes?: readonly number[] | undefined;
  /** What a short head stands for. */
  readonly title?: string | undefined;
  readonly as: 'name' | 'place' | 'text' | 'number' | 'sign' | 'bar' | 'code';
  /** Left out where there is no room for it: what it says stands elsewhere too. */
  readonly isSpare?: boolean | undefined;
}

export interface GridGroup {
  readonly heading?: { readonly text: string; readonly about: string } | undefined;
  readonly rows: readonly (readonly GridCell[])[];
}

/** A table of judged and explained cells. The first column names the rows. */
export interface Grid {
  readonly kind: 'grid';
  readonly title: string;
  /** The title is for those who hear the page: a heading above says it already. */
  readonly isTitleQuiet?: boolean | undefined;
  readonly columns: readonly GridColumn[];
  readonly groups: readonly GridGroup[];
  readonly foot?: readonly GridCell[] | undefined;
  readonly isSortable?: boolean | undefined;
  /** Places stand beside each other, and what is asked of them below: the first row is the verdict on the whole. */
  readonly isTurned?: boolean | undefined;
  /** On paper it begins a page. */
  readonly beginsPage?: boolean | undefined;
}

/** How many are judged how, in a bar and in words. */
export interface Judged {
  readonly bar: readonly BarPart[];
  readonly counts: readonly { readonly sign: Sign | undefined; readonly text: string; readonly count: number }[];
}

/** A number that a leader looks at first. */
export interface KeyFigure {
  readonly label: string;
  readonly number: string;
  readonly unit: string;
  /** Notes on the number itself. */
  readonly numberNotes: readonly number[];
  /** Counts, villages, the range. */
  readonly lines: readonly string[];
  /** The standard, or that there is none. */
  readonly standard: string;
  /** Notes on the standard. */
  readonly notes: readonly number[];
  readonly judged: Judged | undefined;
}

export interface KeyFigures {
  readonly kind: 'key-figures';
  readonly figures: readonly KeyFigure[];
}

/** One place on a chart. */
export interface Mark {
  readonly name: string;
  readonly text: string;
  readonly as: Sign['as'] | 'not-judged' | 'amount';
  readonly sign: Sign | undefined;
  readonly value: number | undefined;
  /** What it could be, where that is closed on both sides. */
  readonly range: readonly [number, number] | undefined;
}

export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

/** Places by one of their numbers, in rows, against one line. */
export interface Spread {
  readonly kind: 'spread';
  readonly title: string;
  readonly form: 'bars' | 'strip' | 'boxes';
  readonly axis: Axis;
  readonly line: { readonly at: number; readonly text: string } | undefined;
  /** What stands above the numbers at the right. */
  readonly tallyHead: string;
  readonly rows: readonly {
    readonly name: string;
    readonly tally: string;
    readonly sign?: Sign | undefined;
    readonly marks: readonly Mark[];
  }[];
  /** The same in words. */
  readonly caption: string;
}

/** One number over periods. */
export interface Columns {
  readonly kind: 'columns';
  readonly title: string;
  readonly points: readonly {
    readonly period: string;
    readonly value: number | undefined;
    readonly text: string;
    readonly range: readonly [number, number] | undefined;
  }[];
  readonly caption: string;
}

/** What the signs, or the marks of a chart, mean. */
export interface Legend {
  readonly kind: 'legend';
  readonly of: 'signs' | 'marks';
  readonly entries: readonly { readonly as: Mark['as']; readonly text: string }[];
}

/** Blocks that stand beside each other where there is room. */
export interface SideBySide {
  readonly kind: 'side-by-side';
  readonly parts: readonly (readonly DocumentBlock[])[];
}

/** Blocks that are read when they are asked for. */
export interface Fold {
  readonly kind: 'fold';
  readonly summary: Inline;
  readonly blocks: readonly DocumentBlock[];
}

export type DocumentBlock = Block | Grid | KeyFigures | Spread | Columns | Legend | SideBySide | Fold;

export interface Section {
  /** Its name in addresses: no place is ever named in it. */
  readonly id: string;
  readonly title: string;
  readonly about?: Inline | undefined;
  readonly blocks: readonly DocumentBlock[];
}

/** What a leader reads: the result first in a sentence, then in numbers, pictures and rows, and why. */
export interface Document {
  readonly kicker: string;
  readonly title: string;
  /** Region, counts, day, basis. */
  readonly about: Inline;
  readonly lead: Inline | undefined;
  readonly warning:
    { readonly title: string; readonly text: string; readonly link: { readonly to: string; readonly text: string } } | undefined;
  readonly sections: readonly Section[];
}
