import { amountIn } from '../language/row.ts';
import type { Row } from '../language/row.ts';
import { toPredicate } from '../language/readings/holds.ts';
import type { Parameters } from '../language/condition.ts';
import { maskName } from '../input/mask.ts';
import type { OpenedTable } from '../input/open-table.ts';
import { parametersIn } from '../language/readings/parameters.ts';
import { unansweredColumns } from '../language/readings/why-unknown.ts';
import { columnsOf, isAnswerable } from '../language/readings/fact-columns.ts';
import { lackingFor } from '../tables/needed-columns.ts';
import type { Fact } from '../language/fact.ts';
import type { RowVisitor, VisitedRow } from '../tally/engine.ts';
import type { Period } from '../vocabulary/period.ts';
import type { Place } from '../vocabulary/place.ts';
import type { Text } from '../vocabulary/text.ts';
import { factOf, isLeftOutOfEverything, leftOutOf, wordedOnly } from './left-out.ts';
import type { HouseholdRate, LeftOut, LeftOutReason } from './left-out.ts';
import { columnsOfFile } from './columns-of-file.ts';
import { printedItems, printedNames, printedPlace, printedText } from './printed.ts';
import { whyUnknown } from './unknown-column.ts';
import type { UnknownColumn } from './unknown-column.ts';
import { factsOfKind } from './list-kind.ts';
import type { Figure, ListKind } from './list-kind.ts';

/** A row of a list, with nothing in it that may not be printed. */
export interface ListedRow {
  readonly place: Place;
  /** The villages of a project, as it names them. */
  readonly villages: readonly string[];
  readonly period: Period;
  readonly file: string;
  readonly sheet: string | undefined;
  readonly row: number;
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

/** What was seen of one file. */
export interface CollectedFile {
  readonly file: string;
  readonly sheet: string | undefined;
  readonly rows: ListedRow[];
  readonly unanswerable: readonly Unanswerable[];
  /** Whom the list ought to leave out and could not, and for want of which columns. */
  readonly notLeftOut: NotLeftOut | undefined;
  /** By period: how many rows were asked, and of how many the dated number that they are compared with was missing. */
  readonly periods: Map<Period, { asked: number; withoutParameter: number }>;
}

/** What the list says of one row. */
interface Selected {
  readonly isCertain: boolean;
  readonly columns: readonly string[];
  readonly leftOut?: ListedRow['leftOut'];
}

const SHOWN: Readonly<Record<ListKind['from'], readonly string[]>> = {
  households: ['household_id', 'head_name', 'persons', 'helper_name', 'helper_unit', 'status', 'registered'],
  projects: ['project_id', 'name', 'village'],
};

/** Sees every row and keeps those that a list shows. */
export class ListCollector implements RowVisitor {
  readonly columns: ReadonlySet<string>;
  readonly #kind: ListKind;
  readonly #rates: readonly HouseholdRate[];
  /** By what reads a file: the same for both readings of one file, and for no other, whatever its name. */
  readonly #files = new Map<OpenedTable['records'], CollectedFile>();

  /** `rates`: for the ledger, the rates that it is kept of. */
  constructor(kind: ListKind, rates: readonly HouseholdRate[]) {
    this.#kind = kind;
    this.#rates = rates;
    this.columns = new Set([
      ...SHOWN[kind.from],
      ...kind.columns.flatMap(({ reads }) => reads),
      ...factsOfKind(kind).flatMap((key) => columnsOf(factOf(key))),
      ...rates.flatMap(({ answered }) => columnsOf(answered)),
    ]);
  }

  /** The files in the order in which they were read. */
  get files(): readonly CollectedFile[] {
    return [...this.#files.values()];
  }

  readonly begin = (file: OpenedTable): ((row: VisitedRow) => void) => {
    if (file.table !== this.#kind.from) return () => undefined;
    const has = columnsOfFile(file);
    const selector = selectorOf(this.#kind, this.#rates, has);
    const collected: CollectedFile = {
      file: file.file,
      sheet: file.sheet,
      rows: [],
      unanswerable: selector.unanswerable,
      notLeftOut: selector.notLeftOut,
      periods: new Map(),
    };
    this.#files.set(file.records, collected);
    return (visited) => {
      if (visited.time !== undefined && visited.time !== selector.time) return;
      count(collected, visited, selector);
      for (const selected of selector.select(visited.row, visited.parameters))
        collected.rows.push(listedRow(this.#kind, collected, visited, selected, has));
    };
  };
}

function count({ periods }: CollectedFile, { period, parameters }: VisitedRow, { parameters: needed }: Selector): void {
  let counted = periods.get(period);
  if (!counted) periods.set(period, (counted = { asked: 0, withoutParameter: 0 }));
  counted.asked++;
  if (needed.some((parameter) => parameters[parameter] === undefined)) counted.withoutParameter++;
}

/** How the rows of one file are chosen. */
interface Selector {
  readonly time: Fact['time'];
  readonly parameters: ReturnType<typeof parametersIn>;
  readonly unanswerable: readonly Unanswerable[];
  readonly notLeftOut?: NotLeftOut | undefined;
  readonly select: (row: Row, parameters: Parameters) => readonly Selected[];
}

const CERTAIN: Selected = { isCertain: true, columns: [] };
const NONE: readonly Selected[] = [];

function selectorOf(kind: ListKind, rates: readonly HouseholdRate[], has: ReadonlySet<string>): Selector {
  const { listed } = kind;
  if (listed.by === 'left-out') return leftOutSelector(rates, has);
  const fallback = listed.by === 'holds' ? listed.leavingOutNobody : undefined;
  const used = factsOfKind(kind)
    .filter((key) => key !== fallback?.fact)
    .map(factOf);
  const lacking = [...new Set(used.flatMap((fact) => lackingFor(fact, has)))];
  const frame = {
    time: used[0]!.time,
    parameters: used.flatMap(({ where }) => (where ? parametersIn(where) : [])),
    unanswerable: lacking.length > 0 ? [{ metric: undefined, columns: lacking }] : [],
  };
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

/** The rows for which a fact holds, or may. */
function holding({ where }: Fact): Selector['select'] {
  const holds = toPredicate(where!);
  return (row, parameters) => {
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
    time: 'stock',
    parameters: [],
    unanswerable: rates
      .filter((rate) => !answerable.includes(rate))
      .map(({ metric, answered }) => ({ metric: metric.id, columns: lackingFor(answered, has) })),
    select: (row, parameters) => {
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
  { file, sheet }: CollectedFile,
  { row, position, place, period, parameters }: VisitedRow,
  { isCertain, columns: unknown, leftOut }: Selected,
  has: ReadonlySet<string>,
): ListedRow {
  const isProject = from === 'projects';
  const head = row.head_name;
  return {
    place: printedPlace(place),
    villages: isProject ? printedItems(row, 'village') : [],
    period,
    file,
    sheet,
    row: position.row,
    id: printedText(row, isProject ? 'project_id' : 'household_id') ?? '',
    name: isProject ? printedText(row, 'name') : typeof head === 'string' ? maskName(head) : undefined,
    persons: isProject ? undefined : amountIn(row, 'persons')?.amount,
    helpers: isProject ? { names: [], units: [] } : { names: printedNames(row, 'helper_name'), units: printedItems(row, 'helper_unit') },
    figures: Object.fromEntries(columns.map(({ id, of }) => [id, of(row, parameters)])),
    leftOut,
    isCertain,
    unknown: whyUnknown(unknown, row, has),
  };
}
