import { amountIn } from '../language/row.ts';
import { toPredicate } from '../language/readings/holds.ts';
import type { Condition } from '../language/condition.ts';
import { maskName } from '../input/mask.ts';
import { unansweredColumns } from '../language/readings/why-unknown.ts';
import { columnsOf, isAnswerable } from '../language/readings/fact-columns.ts';
import { lackingFor } from '../tables/needed-columns.ts';
import type { Fact } from '../language/fact.ts';
import type { AnsweredFile, AnsweredRow, RowAnswer, RowQuery } from '../tally/row-query.ts';
import type { Period } from '../vocabulary/period.ts';
import type { Place } from '../vocabulary/place.ts';
import type { Text } from '../vocabulary/text.ts';
import { writtenColumns } from '../tables/projects/money-columns.ts';
import { factOf, isLeftOutOfEverything, leftOutOf, mayBeLeftOut, wordedOnly } from './left-out.ts';
import type { HouseholdRate, LeftOut, LeftOutReason } from './left-out.ts';
import { printedItems, printedNames, printedPlace, printedText } from './printed.ts';
import { whyUnknown } from './unknown-column.ts';
import type { UnknownColumn } from './unknown-column.ts';
import { GroundsOfFile, columnsOfGrounds, lackingForGrounds, mayHaveGrounds } from './by-grounds.ts';
import type { GroundsAsked } from './by-grounds.ts';
import { GROUNDS, factsOfKind } from './list-kind.ts';
import type { Figure, Grounds, ListKind, Word } from './list-kind.ts';
import type { Standards } from '../measure/standards-at.ts';

/** A row of a list, with nothing in it that may not be printed. */
export interface ListedRow {
  readonly place: Place;
  /** The villages of a project, as it names them. */
  readonly villages: readonly string[];
  readonly period: Period;
  readonly file: string;
  readonly sheet: string | undefined;
  /** A table of a database has no row numbers. */
  readonly row: number | undefined;
  /** Of a household or a project. */
  readonly id: string;
  /** The masked name of the head of a household, or the name of a project. */
  readonly name: string | undefined;
  readonly persons: bigint | undefined;
  readonly helpers: { readonly names: readonly string[]; readonly units: readonly string[] };
  /** By the id of the list's column. */
  readonly figures: Readonly<Record<string, Figure | undefined>>;
  /** The rate that it is left out of, and why; of all rates where no metric is named. */
  readonly leftOut:
    { readonly metric: { readonly id: string; readonly label: Text } | undefined; readonly reason: LeftOutReason } | undefined;
  /** Whether it is in the list, or may be: then which columns gave no answer. */
  readonly isCertain: boolean;
  readonly unknown: readonly UnknownColumn[];
}

/** Something that a file cannot answer at all, and for want of which columns. */
export interface Unanswerable {
  /** The metric of a ledger; none where it is the list itself. */
  readonly metric: string | undefined;
  readonly columns: readonly string[];
}

/** Whom a file gives no means to leave out. */
export interface NotLeftOut {
  readonly whom: Text;
  readonly columns: readonly string[];
}

/** What one file has of a list. */
export interface ListedFile {
  readonly file: string;
  readonly sheet: string | undefined;
  readonly rows: readonly ListedRow[];
  readonly unanswerable: readonly Unanswerable[];
  /** Whom the list ought to leave out and could not, and for want of which columns. */
  readonly notLeftOut: NotLeftOut | undefined;
  readonly asked: AnsweredFile['asked'];
  /** Of a list by grounds: how the rows of each period were asked. */
  readonly byGrounds?: ReadonlyMap<Period, GroundsAsked>;
}

/** What the list says of one row. */
interface Selected {
  readonly isCertain: boolean;
  readonly columns: readonly string[];
  readonly leftOut?: ListedRow['leftOut'];
  readonly grounds?: readonly Word[];
}

const SHOWN: Readonly<Record<ListKind['from'], readonly string[]>> = {
  households: ['household_id', 'head_name', 'persons', 'helper_name', 'helper_unit', 'status', 'registered'],
  projects: ['project_id', 'name', 'village'],
};

/** What a list asks of rows. `rates`: for the ledger, the rates that it is kept of. */
export function listQuery(kind: ListKind, rates: readonly HouseholdRate[]): RowQuery {
  const used = factsOfKind(kind).map(factOf);
  const columns = [
    ...SHOWN[kind.from],
    ...kind.columns.flatMap(({ reads }) => reads),
    ...used.flatMap(columnsOf),
    ...rates.flatMap(({ answered }) => columnsOf(answered)),
    ...(kind.listed.by === 'grounds' ? columnsOfGrounds(kind.listed) : []),
  ];
  return {
    from: kind.from,
    // What a project's rows come to is blank for the sake of the columns that it is made of.
    columns: [...new Set([...columns, ...writtenColumns(columns)])],
    where: whereOf(kind, rates),
    time: used[0]?.time ?? 'stock',
  };
}

function whereOf(kind: ListKind, rates: readonly HouseholdRate[]): Condition {
  if (kind.listed.by === 'left-out') return mayBeLeftOut(rates);
  if (kind.listed.by === 'grounds') return mayHaveGrounds(kind.listed);
  return { any: factsOfKind(kind).map((key) => factOf(key).where!) };
}

/** The rows that a list shows, file by file, of those that came back. */
export const listedRows = (
  kind: ListKind,
  rates: readonly HouseholdRate[],
  answer: RowAnswer,
  standards: Standards = NO_STANDARDS,
): readonly ListedFile[] =>
  answer.map((answered) => {
    const { file, sheet, columns, asked } = answered;
    const { unanswerable, notLeftOut, select, grounds } = selectorOf(kind, rates, columns, standards);
    const rows: ListedRow[] = [];
    for (const row of answered.rows) for (const selected of select(row)) rows.push(listedRow(kind, answered, row, selected));
    return { file, sheet, rows, unanswerable, notLeftOut, asked, ...(grounds && { byGrounds: grounds.asked }) };
  });

const NO_STANDARDS: Standards = { book: { standards: [], schemes: [] } };

/** How the rows of one file are chosen. */
interface Selector {
  readonly unanswerable: readonly Unanswerable[];
  readonly notLeftOut?: NotLeftOut | undefined;
  readonly select: (row: AnsweredRow) => readonly Selected[];
  readonly grounds?: GroundsOfFile;
}

const CERTAIN: Selected = { isCertain: true, columns: [] };
const NONE: readonly Selected[] = [];

function selectorOf(kind: ListKind, rates: readonly HouseholdRate[], has: ReadonlySet<string>, standards: Standards): Selector {
  const { listed } = kind;
  if (listed.by === 'left-out') return leftOutSelector(rates, has);
  if (listed.by === 'grounds') return groundsSelector(listed, has, standards);
  const fallback = listed.leavingOutNobody;
  const used = factsOfKind(kind)
    .filter((key) => key !== fallback?.fact)
    .map(factOf);
  const lacking = [...new Set(used.flatMap((fact) => lackingFor(fact, has)))];
  const frame = { unanswerable: lacking.length > 0 ? [{ metric: undefined, columns: lacking }] : [] };
  if (lacking.length > 0 && fallback && isAnswerable(factOf(fallback.fact), has))
    return {
      ...frame,
      unanswerable: [],
      notLeftOut: { whom: fallback.whom, columns: lacking },
      select: holding(factOf(fallback.fact)),
    };
  if (lacking.length > 0) return { ...frame, select: () => NONE };
  return { ...frame, select: holding(factOf(listed.fact)) };
}

/** The rows for which a ground holds, or may. */
function groundsSelector(listed: Grounds, has: ReadonlySet<string>, standards: Standards): Selector {
  const lacking = lackingForGrounds(listed, has);
  if (lacking.length > 0) return { unanswerable: [{ metric: undefined, columns: lacking }], select: () => NONE };
  const grounds = new GroundsOfFile(listed, has, standards);
  return { unanswerable: [], grounds, select: (row) => [grounds.select(row) ?? []].flat() };
}

/** The rows for which a fact holds, or may. */
function holding({ where }: Fact): Selector['select'] {
  const holds = toPredicate(where!);
  return ({ cells: row, parameters }) => {
    const answer = holds(row, parameters);
    if (answer === true) return [CERTAIN];
    return answer === undefined ? [{ isCertain: false, columns: unansweredColumns(where!, row, parameters) }] : NONE;
  };
}

/** The registered households that each rate leaves out. */
function leftOutSelector(rates: readonly HouseholdRate[], has: ReadonlySet<string>): Selector {
  const answerable = rates.filter(({ answered }) => isAnswerable(answered, has));
  // A figure that the village helps to make still leaves out the households that their rows tell it to.
  const worded = rates.flatMap((rate) => {
    const leaves = answerable.includes(rate) ? undefined : wordedOnly(rate.answered, has);
    return leaves ? [{ metric: rate.metric, leaves }] : [];
  });
  return {
    unanswerable: rates
      .filter((rate) => !answerable.includes(rate))
      .map(({ metric, answered }) => ({ metric: metric.id, columns: lackingFor(answered, has) })),
    select: ({ cells: row, parameters }) => {
      if (isLeftOutOfEverything(row, parameters)) return [{ ...CERTAIN, leftOut: { metric: undefined, reason: 'cancelled' } }];
      const listedOf = ({ id, label }: HouseholdRate['metric'], out: LeftOut | undefined): readonly Selected[] =>
        out ? [{ isCertain: true, columns: out.columns, leftOut: { metric: { id, label }, reason: out.reason } }] : NONE;
      return rates.flatMap((rate) => {
        if (answerable.includes(rate)) return listedOf(rate.metric, leftOutOf(rate.answered, row, parameters));
        return worded.flatMap(({ metric, leaves }) => (metric === rate.metric ? listedOf(metric, leaves(row, parameters)) : NONE));
      });
    },
  };
}

function listedRow(
  { from, columns }: ListKind,
  { file, sheet, columns: has, isPseudonymous }: AnsweredFile,
  { cells, row, place, period, parameters }: AnsweredRow,
  { isCertain, columns: unknown, leftOut, grounds = [] }: Selected,
): ListedRow {
  const isProject = from === 'projects';
  const head = cells.head_name;
  return {
    place: printedPlace(place),
    villages: isProject ? printedItems(cells, 'village') : [],
    period,
    file,
    sheet,
    row,
    id: printedText(cells, isProject ? 'project_id' : 'household_id') ?? '',
    name: isProject ? printedText(cells, 'name') : typeof head === 'string' ? maskName(head) : undefined,
    persons: isProject ? undefined : amountIn(cells, 'persons')?.amount,
    helpers: isProject
      ? { names: [], units: [] }
      : { names: isPseudonymous ? [] : printedNames(cells, 'helper_name'), units: printedItems(cells, 'helper_unit') },
    figures: Object.fromEntries(
      columns.map(({ id, of }) => [id, id === GROUNDS ? { kind: 'words', words: grounds } : of(cells, parameters)]),
    ),
    leftOut,
    isCertain,
    unknown: whyUnknown(unknown, cells, has),
  };
}
