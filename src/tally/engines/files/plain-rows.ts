import type { Row } from '../../../language/row.ts';
import { askedByFact, askedIn } from '../../../language/readings/asked.ts';
import type { OpenedTable } from '../../../input/open-table.ts';
import { PlaceCodes } from '../../../input/place-codes.ts';
import { rulesOf } from '../../../input/rules.ts';
import type { ByteRows } from '../../../input/scan/byte-rows.ts';
import { PlainSums, summedColumns } from '../../../input/scan/plain-sums.ts';
import { Scan } from '../../../input/scan/scan.ts';
import type { PlainRowTaker } from '../../../input/scan/scan.ts';
import type { ScannedColumn } from '../../../input/scan/scanned-column.ts';
import { households } from '../../../tables/households/table.ts';
import { placeColumns } from '../../../tables/shared.ts';
import type { RowCounter, Standing } from '../../row-counter.ts';
import type { Told } from '../../told.ts';
import { limitAt, questionsOf } from '../../signature.ts';
import { GroupedFacts } from './grouped-facts.ts';
import type { Stand } from './grouped-facts.ts';
import { askedColumns, RowSignature, writtenColumn } from './row-signature.ts';

/** What names a place and a period, and the helpers of a household: beside what facts and rules ask. */
const NAMING = [...Object.keys(placeColumns), 'period', 'helper_name', 'helper_unit'];
const UNKNOWN = 0;
const KEPT = 1;
const BROKEN = 2;

/**
 * Counts the plain rows of a household file by groups. What a new place, a new helper or a new combination comes to is found by reading its first row as any
 * other; rows that break a rule, and those with an id that was there before, are always read so.
 */
export class PlainRows implements PlainRowTaker {
  readonly scan: Scan;
  readonly #counter: RowCounter;
  readonly #told: Told;
  readonly #columns: readonly ScannedColumn[];
  readonly #groups: readonly GroupedFacts[];
  /** What stands behind each writing of a place and period; nothing where its rows are always read. */
  readonly #stands: (Stand | null | undefined)[] = [];
  readonly #placesAt: readonly number[];
  readonly #places: RowSignature;
  readonly #rulesAt: readonly number[];
  readonly #rules: RowSignature;
  readonly #ruleLimits: readonly Float64Array[];
  readonly #sums: PlainSums;
  readonly #verdicts: number[] = [];
  readonly #broken: (row: Row) => readonly unknown[];
  readonly #helpersAt: readonly number[];
  readonly #helpers: RowSignature;
  readonly #helpersKnown: boolean[] = [];
  #lastTaken = 0;

  /** Nothing where the file cannot be scanned, or where its rows themselves are asked for. */
  static of(file: OpenedTable, counter: RowCounter, told: Told): PlainRows | undefined {
    const isAsked = told.queries.some(({ from }) => from === file.table);
    if (isAsked || told.plainRows === 'read' || file.table !== 'households') return undefined;
    if (!file.headings.some(({ column }) => column === 'village')) return undefined;
    const facts = counter.accumulator.portions().flatMap((portion) => portion.facts);
    const asked = [...facts.flatMap(askedByFact), ...households.rules.flatMap((rule) => ('broken' in rule ? askedIn(rule.broken) : []))];
    let made: PlainRows | undefined;
    const names = new Set([...asked.map(({ column }) => column), ...summedColumns(households.rules), ...NAMING]);
    Scan.of(file, names, (scan) => (made = new PlainRows(scan, file, counter, told)));
    return made;
  }

  private constructor(scan: Scan, file: OpenedTable, counter: RowCounter, told: Told) {
    this.scan = scan;
    this.#counter = counter;
    this.#told = told;
    this.#columns = scan.columns;
    this.#groups = counter.accumulator.portions().map((portion) => new GroupedFacts(counter.accumulator, portion, scan));
    const at = (name: string): number => scan.columns.findIndex(({ heading }) => heading?.column === name);
    const written = (indexes: readonly number[]): RowSignature => new RowSignature(indexes.map(writtenColumn), scan.rows);
    this.#placesAt = [...Object.keys(placeColumns), 'period'].map(at).filter((index) => index !== -1);
    this.#places = written(this.#placesAt);
    const rules = households.rules.flatMap((rule) => ('broken' in rule ? askedIn(rule.broken) : []));
    const asked = askedColumns(questionsOf(rules), scan.columns);
    this.#rulesAt = asked.map(({ index }) => index);
    this.#rules = new RowSignature(asked, scan.rows);
    this.#ruleLimits = asked.map(({ question }) => Float64Array.from(question.limits, (limit) => limitAt(limit, {})));
    this.#sums = new PlainSums(households.rules, scan.columns);
    this.#broken = rulesOf(households, new Set(file.headings.map(({ column }) => column)));
    this.#helpersAt = at('helper_name') === -1 ? [] : [at('helper_unit'), at('helper_name')].filter((index) => index !== -1);
    this.#helpers = written(this.#helpersAt);
  }

  /** A row has been taken that was read as any other. */
  taken(row: number): void {
    this.#lastTaken = row;
  }

  offer(rows: ByteRows, row: number): boolean {
    const place = this.#places.of(rows);
    const known = this.#stands[place];
    const stand = known === undefined ? this.#begin(place, rows, row) : known;
    if (!stand || this.#verdictOf(rows) !== KEPT || !this.#sums.areKept(rows.numbers)) return false;
    for (const group of this.#groups) if (!group.canSum(rows)) return false;
    if (this.#helpersAt.length > 0 && !this.#areHelpersKnown(rows, row)) return false;
    if (!this.#counter.isFirst(stand.ids, rows.idBytes, rows.idLength, row)) return false;
    stand.rows++;
    for (const group of this.#groups) group.add(rows, stand);
    return true;
  }

  learn(rows: ByteRows, row: number): void {
    if (this.#lastTaken !== row) return;
    const place = this.#places.of(rows);
    if (this.#stands[place] !== undefined) return;
    const written = this.#rowOf(rows, this.#placesAt);
    this.#stands[place] = this.#standOf(isContradicting(written) ? undefined : this.#counter.standingOf(written));
  }

  /** The stand of a place that no row named before, where nothing needs to be said of it: else the row is read as any other. */
  #begin(place: number, rows: ByteRows, row: number): Stand | null | undefined {
    const written = this.#rowOf(rows, this.#placesAt);
    // Codes of villages are compared from row to row.
    if (written['village_code'] !== undefined) return undefined;
    const standing = this.#counter.silentStandingOf(written, { line: this.scan.line, row });
    return standing && (this.#stands[place] = this.#standOf(standing));
  }

  #standOf(standing: Standing | undefined): Stand | null {
    if (!standing) return null;
    const { place, period } = standing;
    const ids = this.#counter.idsOf(period);
    return { standing, ids, parameters: this.#told.numbers.at(place, period), number: this.#stands.length, rows: 0 };
  }

  /** Adds up what was gathered. */
  finish(): void {
    for (const stand of this.#stands) if (stand && stand.rows > 0) this.#counter.countMore(stand.standing, stand.rows);
    for (const group of this.#groups) group.flush();
  }

  #verdictOf(rows: ByteRows): number {
    const node = this.#rules.of(rows, this.#ruleLimits);
    const known = this.#verdicts[node] ?? UNKNOWN;
    if (known !== UNKNOWN) return known;
    const row = this.#rowOf(rows, this.#rulesAt);
    return (this.#verdicts[node] = this.#broken(row).length > 0 ? BROKEN : KEPT);
  }

  #areHelpersKnown(rows: ByteRows, row: number): boolean {
    const node = this.#helpers.of(rows);
    return (this.#helpersKnown[node] ??= this.#counter.takeHelpers(this.#rowOf(rows, this.#helpersAt), row)) || this.#seeAgain(node);
  }

  /** What has been told of once is known. */
  #seeAgain(node: number): boolean {
    this.#helpersKnown[node] = true;
    return false;
  }

  #rowOf(rows: ByteRows, indexes: readonly number[]): Row {
    return Object.fromEntries(indexes.map((index) => [this.#columns[index]!.heading!.column, rows.valueAt(index)]));
  }
}

const isContradicting = (written: Row): boolean => new PlaceCodes().contradictionsOf(written).length > 0;
