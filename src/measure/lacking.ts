import type { Facts } from '../tally/tally.ts';
import { columnsOf } from '../language/readings/fact-columns.ts';
import { factKey } from '../language/fact.ts';
import { lackingFor, optionalColumnsOf } from '../tables/needed-columns.ts';
import type { Fact } from '../language/fact.ts';
import { facts as allFacts } from '../tables/facts.ts';
import { toldBy } from './counted-facts.ts';
import type { Metric } from './metric.ts';
import type { VillageView } from './village-view.ts';

/** A column that would settle a number: absent from the files, or blank in this place's row. Of the village table, unless it says otherwise. */
export interface LackingColumn {
  readonly table?: 'households' | 'projects';
  readonly column: string;
  readonly absent: boolean;
}

/** A place as far as it matters here: its villages. */
interface Looked {
  readonly facts: readonly Facts[];
  readonly views: readonly VillageView[];
}

const DECLARED = 'declared.';
/** What the village table tells: of its villages, and of a county's evaluation. */
const IN_VILLAGE_TABLE = /^(?:declared|evaluation)\./u;
const EVIDENCE = 'evidence.';
const byKey = new Map(allFacts.map((fact) => [factKey(fact), fact]));

/**
 * The columns that a number rests on and that are not there, or blank, in the villages of a place: of whoever speaks for it. Where household rows
 * record it, it is their blanks that settle it, and no column does.
 */
export function lackingOf(metric: Metric, looked: Looked): readonly LackingColumn[] {
  let asked = askedBy.get(metric);
  if (!asked) askedBy.set(metric, (asked = askedOf(metric)));
  const { told, lists } = asked;
  const speak = told.length === 0 || (looked.views.length > 0 && looked.views.every((view) => view.householdsSpeak(told)));
  const found: LackingColumn[] = [];
  for (const { rows, declared } of lists) {
    if (rows.length > 0 && speak) {
      if (!isRecorded(rows, told, looked.views)) for (const name of rows) found.push(...lackingOfRows(name, looked));
    } else for (const name of declared) found.push(...lackingOfVillages(name, told, looked));
  }
  return found.length < 2 ? found : [...new Map(found.map((one) => [`${one.table ?? ''} ${one.column}`, one])).values()];
}

/** What a metric rests on: lists of facts, those of rows and those of the village table apart. The same at every place. */
interface AskedOf {
  readonly told: readonly string[];
  readonly lists: readonly { readonly rows: readonly string[]; readonly declared: readonly string[] }[];
}

const listsOf = ({ behind }: Metric): readonly (readonly string[])[] => [behind.numerator, behind.denominator ?? [], behind.leftOut ?? []];

const askedBy = new WeakMap<Metric, AskedOf>();

const askedOf = (metric: Metric): AskedOf => ({
  told: toldBy(metric),
  lists: listsOf(metric).map((list) => ({
    rows: list.filter((name) => !IN_VILLAGE_TABLE.test(name)),
    declared: list.filter((name) => IN_VILLAGE_TABLE.test(name)),
  })),
});

/** Columns without which there is still a number, though with a mark: those of what is taken away from it. */
export function isOptional({ behind }: Metric, { table, column }: LackingColumn): boolean {
  return (behind.leftOut ?? []).some((name) =>
    table === undefined ? name === DECLARED + column : !IN_VILLAGE_TABLE.test(name) && columnsOf(byKey.get(name)!).includes(column),
  );
}

function lackingOfVillages(name: string, told: readonly string[], { facts, views }: Looked): readonly LackingColumn[] {
  const column = name.replace(IN_VILLAGE_TABLE, '');
  if (name.startsWith(DECLARED) && views.length > 0 && views.every((view) => view.recorded(column, [...told, column]) !== undefined))
    return [];
  const sums = facts.map((one) => one.get(name));
  const absent = sums.every((sum) => sum === undefined || sum.unrecorded > 0n);
  const blank = sums.some((sum) => sum !== undefined && sum.open + sum.unknown > 0n);
  return absent || blank ? [{ column, absent }] : [];
}

/** Of rows, the columns that the file does not have, or that are blank throughout: either way they say nothing. */
function lackingOfRows(name: string, { facts }: Looked): readonly LackingColumn[] {
  const fact = byKey.get(name)!;
  const table = fact.from as 'households' | 'projects';
  const sums = facts.map((one) => one.get(name));
  if (sums.length > 0 && sums.every((sum) => sum !== undefined && sum.unrecorded === 0n))
    return sums.some((sum) => sum!.open > 0n) ? weighing(fact).map((column) => ({ table, column, absent: false })) : [];
  const { columns, lacking } = heardIn(facts);
  let known = lacking.get(name);
  if (!known) {
    const has = new Set([...columns, ...neededColumns.get(name)!]);
    lacking.set(name, (known = lackingFor(fact, has).map((column) => ({ table, column, absent: true }))));
  }
  return known;
}

/** Columns that speak, and what each fact lacks beside them. */
interface Heard {
  readonly columns: readonly string[];
  readonly lacking: Map<string, readonly LackingColumn[]>;
}

/** Columns that some fact of a place is told by: they are there, and say something. Asked by many metrics of one place. */
function heardIn(facts: readonly Facts[]): Heard {
  let found = heard.get(facts);
  if (!found) {
    const told = columnsByFact.flatMap(([key, of]) => (facts.every((one) => one.get(key)?.unrecorded === 0n) ? of : []));
    heard.set(facts, (found = sameHeard([...new Set(told)])));
  }
  return found;
}
const heard = new WeakMap<readonly Facts[], Heard>();

/** The same columns speak in most places of a run. */
function sameHeard(columns: readonly string[]): Heard {
  const key = columns.join(' ');
  let known = byColumns.get(key);
  if (!known) {
    if (byColumns.size >= MOST_KEPT) byColumns.clear();
    byColumns.set(key, (known = { columns, lacking: new Map() }));
  }
  return known;
}
const byColumns = new Map<string, Heard>();
const MOST_KEPT = 1000;

/** The columns of a fact that every file of its table has, or it is refused. */
const neededColumns = new Map(
  allFacts.map((fact) => {
    const optional = optionalColumnsOf(fact);
    return [factKey(fact), columnsOf(fact).filter((column) => !optional.includes(column))] as const;
  }),
);

const columnsByFact = allFacts.filter(({ origin }) => origin !== 'declared').map((fact) => [factKey(fact), columnsOf(fact)] as const);

const weighing = ({ sum }: Fact): readonly string[] => (sum === 1 || !('column' in sum) ? [] : [sum.column]);

/** Whether the household rows of every village record what a list of facts asks of them. */
const isRecorded = (asked: readonly string[], told: readonly string[], views: readonly VillageView[]): boolean =>
  asked.every((name) => name.startsWith(EVIDENCE) && views.every((view) => view.recorded(name.slice(EVIDENCE.length), told) !== undefined));
