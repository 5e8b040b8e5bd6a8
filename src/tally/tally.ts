import type { OpenedTable } from '../input/open-table.ts';
import type { Period } from '../vocabulary/period.ts';
import type { Place } from '../vocabulary/place.ts';
import type { TableId } from '../vocabulary/table.ts';
import type { Text } from '../vocabulary/text.ts';
import type { Parameters } from '../language/condition.ts';
import type { Sum } from './sum.ts';

/** The sums of facts, by `origin.id`. A fact that no row spoke of is absent. Outside a run no name of a person is among them: see personal.ts. */
export type Facts = ReadonlyMap<string, Sum>;

/** What the rows of one place and period add up to. */
export interface Tally {
  readonly place: Place;
  readonly period: Period;
  readonly facts: Facts;
  /** The dated numbers that were used in the tallying. */
  readonly parameters: Parameters;
  /** Some of it was added up under another poverty line than the one in force. */
  readonly otherLine?: true;
  /** SHA-256 of the files that had rows of this place and period. */
  readonly inputs: ReadonlySet<string>;
}

/** Rejected rows whose village or period cannot be read: they may belong to any village, any period, of their file. */
export interface Unplaced {
  /** SHA-256 of the file. */
  readonly input: string;
  readonly place: Place | undefined;
  readonly period: Period | undefined;
  readonly facts: Facts;
}

/** A heading as written, and the column that it was read as. */
export interface ReadColumn {
  readonly heading: string;
  readonly column: string;
  /** What its numbers were multiplied by, from a unit such as 万元. */
  readonly factor: number;
  /** The heading asks the opposite question. */
  readonly inverted: boolean;
}

/** One input file, as it was read. */
export interface Input {
  readonly file: string;
  /** What it holds; a profile is no table, but a result rests on it too. */
  readonly table: TableId | 'profile';
  readonly encoding: string;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly sha256: string;
  /** The sheet of a workbook. */
  readonly sheet?: string | undefined;
  /** How each heading was understood. */
  readonly columns: readonly ReadColumn[];
  /** What was understood in reading it. */
  readonly notes: readonly Text[];
}

/** Places that are not shown for themselves, because they have too few households or because those would follow from them. */
export interface HiddenPlaces {
  /** Fewer households than this are too few. */
  readonly smallest: number;
  /** By level and place: see small-places.ts. */
  readonly keys: ReadonlySet<string>;
  /** Their names and codes. */
  readonly names: ReadonlySet<string>;
  /** How many villages are among them. */
  readonly villages: number;
}

/** Everything that the files add up to. */
export interface Tallies {
  /** By place in the order of the village file (others after them, by name), then by period. */
  readonly tallies: readonly Tally[];
  readonly unplaced: readonly Unplaced[];
  readonly inputs: readonly Input[];
  readonly hidden?: HiddenPlaces | undefined;
}

/** What is known of an input before its rows are. */
export const inputOf = ({
  file,
  sheet,
  table,
  encoding,
  sha256,
  headings,
}: OpenedTable): Omit<Input, 'rows' | 'accepted' | 'rejected' | 'notes'> => ({
  file,
  ...(sheet !== undefined && { sheet }),
  table,
  encoding,
  sha256,
  columns: headings.map(({ written, column, unit }) => ({ heading: written, column, factor: 10 ** unit.scale, inverted: unit.inverted })),
});

/** Whether a tally has village or household rows: then it is a village of a report. */
export const isOfVillage = ({ facts }: Pick<Tally, 'facts'>): boolean => facts.has('declared.rows') || facts.has('evidence.rows');

/** Whether a tally is the evaluation of a county. */
export const isOfCounty = ({ facts }: Pick<Tally, 'facts'>): boolean => facts.has('evaluation.rows');

/** Whether a tally has sums of projects. */
export function isOfProjects({ facts }: Pick<Tally, 'facts'>): boolean {
  let known = ofProjects.get(facts);
  if (known === undefined) ofProjects.set(facts, (known = hasProjects(facts)));
  return known;
}
/** It is asked again and again of each, and every name has to be looked at. */
const ofProjects = new WeakMap<Facts, boolean>();

function hasProjects(facts: Facts): boolean {
  for (const name of facts.keys()) if (name.startsWith('project.')) return true;
  return false;
}
