import { rowOf, wordIn } from '../language/row.ts';
import { villages } from '../tables/villages/table.ts';
import type { Row } from '../language/row.ts';
import type { Found } from '../input/finding.ts';
import { comparableName } from '../input/cell.ts';
import { hasMembers } from '../input/open-table.ts';
import type { OpenedTable } from '../input/open-table.ts';
import { originOf } from '../input/record-file.ts';
import type { ReadRow } from '../input/read-row.ts';
import type { Period } from '../vocabulary/period.ts';
import type { Text } from '../vocabulary/text.ts';
import type { Place } from '../vocabulary/place.ts';
import { Accumulator } from './accumulator.ts';
import { duplicateFinding } from './duplicates.ts';
import type { Keys, RowFinding, RowName } from './duplicates.ts';
import type { Told } from './told.ts';
import type { PlacedRow } from './places/row-places.ts';

/** A row that counts, and where. */
export interface CountedRow extends ReadRow {
  readonly place: Place;
  readonly period: Period;
}

const requiredBlank = (column: string, label: Text): RowFinding => ({
  code: 'required-blank',
  severity: 'error',
  column,
  value: '',
  arguments: { column: label },
});
const WITHOUT_PERIOD = requiredBlank('period', { zh: '年度', en: 'period' });
const WITHOUT_VILLAGE = requiredBlank('village', { zh: '村', en: 'village' });
const WITHOUT_COUNTY = requiredBlank('county', { zh: '县', en: 'county' });

/** The place and period that rows have in common, and what is counted of each of them. */
export interface Standing {
  readonly place: Place;
  readonly period: Period;
  readonly shorter: boolean;
  readonly respelled: boolean;
  /** The rows say their period themselves. */
  readonly isWritten: boolean;
}

/** Judges the rows of one file against the rest of the run, and adds them up. */
export class RowCounter {
  readonly accumulator: Accumulator;
  /** The rows of counties. */
  readonly counties: Accumulator;
  accepted = 0;
  rejected = 0;
  /** Rows whose reference to a village had fewer parts than the village. */
  shorter = 0;
  /** Rows that write a place otherwise than the run does, and the first of these writings. */
  respelled = 0;
  firstRespelled: PlacedRow['respelled'];
  readonly #file: OpenedTable;
  readonly #told: Told;
  readonly #found: Found;
  readonly #table: 'villages' | 'households';
  readonly #from: number;
  readonly #hasPeriod: boolean;
  readonly #hasVillage: boolean;
  #lastPeriod: Period | undefined;
  readonly #noted = new Set<Place>();
  #scope = '';
  readonly #counted: ((row: CountedRow) => void) | undefined;

  /** What the rows came to: those of places with anything to say. */
  finish(): Pick<ReturnType<Accumulator['finish']>, 'tallies' | 'unplaced'> {
    const finished = [this.accumulator, this.counties].map((one) => one.finish(this.#file.sha256));
    return {
      tallies: finished.flatMap(({ tallies }) => tallies.filter(({ facts }) => facts.size > 0)),
      unplaced: finished.flatMap(({ unplaced }) => unplaced),
    };
  }

  constructor(file: OpenedTable, told: Told, from: number, found: Found, counted?: (row: CountedRow) => void) {
    // Folded from its members, a household has its persons counted.
    const columns = new Set([...file.headings.map(({ column }) => column), ...(hasMembers(file) ? ['persons'] : [])]);
    const accumulator = (ofCounty: boolean): Accumulator =>
      new Accumulator(
        told.facts.filter((fact) => fact.from === file.table && (fact.origin === 'evaluation') === ofCounty),
        columns,
        told.numbers,
      );
    [this.accumulator, this.counties] = [accumulator(false), accumulator(true)];
    this.#hasVillage = columns.has('village');
    this.#file = file;
    this.#told = told;
    this.#found = found;
    this.#table = file.table as 'villages' | 'households';
    this.#from = from;
    this.#hasPeriod = columns.has('period');
    this.#counted = counted;
  }

  /** Counts one row, in the order of the file. */
  take(read: ReadRow): void {
    if (read.shifted) {
      this.#takeShifted(read);
      return;
    }
    const { row } = read;
    const accumulator = read.ofCounty ? this.counties : this.accumulator;
    let isWrong = read.rejected;
    const report = (finding: RowFinding): void => {
      if (finding.severity === 'error') isWrong = true;
      this.#found({ ...originOf(this.#file), ...read.position, key: read.key(), ...finding });
    };
    const period = this.#periodOf(row);
    if (period === undefined && !read.rejected) report(WITHOUT_PERIOD);
    if (row.period !== undefined && period !== undefined) this.#told.periods.see(period, this.#file, read.position, read.key);
    const { place, shorter, respelled, finding } = this.#placeOf(read);
    if (finding) report(finding);
    if (shorter) this.shorter++;
    if (respelled) {
      this.respelled++;
      this.firstRespelled ??= respelled;
    }
    this.#noteFirst(place, read);
    if (this.#table === 'households') {
      const at = (): RowName => ({ ...originOf(this.#file), row: read.position.row });
      for (const differing of this.#told.helpers.take(row, at)) report(differing);
    }
    const twin = this.#twinOf(row, place, period, read.position.row);
    if (twin) report(duplicateFinding(this.#table, row, twin));
    if (isWrong || place === undefined || period === undefined) {
      this.rejected += read.rows ?? 1;
      accumulator.reject(row, place, period, false);
      return;
    }
    this.accepted += read.rows ?? 1;
    accumulator.add(row, place, period);
    this.#counted?.({ ...read, place, period });
  }

  /** What rows come to that name their place and period as a row does that has been taken; nothing where each of them is told of. */
  standingOf(row: Row): Standing | undefined {
    const period = this.#periodOf(row);
    const { place, shorter, respelled, finding } = this.#told.places.placeOf(row);
    if (period === undefined || place === undefined || finding || !this.#hasVillage) return undefined;
    return { place, period, shorter, respelled: respelled !== undefined, isWritten: row.period !== undefined };
  }

  /** The same of a row that has not been taken, where nothing is to be said of its being the first of its place: then the place has been noted. */
  silentStandingOf(row: Row, position: ReadRow['position']): Standing | undefined {
    // A place that is not known is told of where it first stands.
    const standing = this.#told.places.knownPlaceOf(row) && this.standingOf(row);
    if (!standing || standing.shorter || standing.respelled) return undefined;
    if (standing.isWritten && !this.#told.periods.hasSeen(standing.period)) return undefined;
    this.#noteFirst(standing.place, { position });
    return standing;
  }

  /** Counts so many more rows of a standing, whose sums are added up elsewhere. */
  countMore({ period, shorter, respelled, isWritten }: Standing, rows: number): void {
    this.accepted += rows;
    if (shorter) this.shorter += rows;
    if (respelled) this.respelled += rows;
    if (isWritten) this.#told.periods.seeMore(period, rows);
  }

  /** The ids of a period, for `isFirst`. */
  idsOf(period: Period): Keys {
    return this.#told.duplicates.keysOf(this.#scopeOf(period));
  }

  /** Whether nobody had this id before, given by its bytes as ids are compared. */
  isFirst(ids: Keys, bytes: Uint8Array, length: number, row: number): boolean {
    return this.#told.duplicates.isFirst(ids, bytes, 0, length, this.#from, row);
  }

  /** Whether the helpers of a row are known, or one is new and nothing is to be said of it: then they have been taken. */
  takeHelpers(row: Row, number: number): boolean {
    return this.#told.helpers.takeSilently(row, () => ({ ...originOf(this.#file), row: number }));
  }

  /** Rows that name their village alike share one place: only the first of them can be the first of all. */
  #noteFirst(place: Place | undefined, { position }: Pick<ReadRow, 'position'>): void {
    if (place === undefined || this.#noted.has(place)) return;
    this.#noted.add(place);
    this.#told.firstRows.note(place, { ...originOf(this.#file), ...position });
  }

  /** Cells that may have shifted are trusted only where they name a known village; whatever else they say is not used. */
  #takeShifted({ row, swallowsRest, rows = 1 }: ReadRow): void {
    this.rejected += rows;
    const place = swallowsRest ? undefined : this.#told.places.knownPlaceOf(row);
    const period = place && this.#periodOf(row);
    this.accumulator.reject({}, place, period, swallowsRest);
  }

  #placeOf({ row, ofCounty }: ReadRow): PlacedRow {
    if (ofCounty) {
      const place = this.#told.places.countyOf(row);
      return place ? { place, shorter: false } : { place, shorter: false, finding: WITHOUT_COUNTY };
    }
    const placed = this.#told.places.placeOf(row);
    // A file without the column holds nothing but counties.
    return this.#hasVillage || placed.place ? placed : { ...placed, finding: WITHOUT_VILLAGE };
  }

  #periodOf(row: Row): Period | undefined {
    // Both tables have it.
    const { period } = rowOf(villages, row);
    if (period !== undefined) return period;
    return this.#hasPeriod && this.#table !== 'households' ? undefined : this.#told.fallbackPeriod;
  }

  /** Duplicates are told apart by table and period. */
  #scopeOf(period: Period): string {
    if (period !== this.#lastPeriod) {
      this.#lastPeriod = period;
      this.#scope = `${this.#table} ${period}`;
    }
    return this.#scope;
  }

  #twinOf(row: Row, place: Place | undefined, period: Period | undefined, number: number) {
    const id = wordIn(row, 'household_id');
    const named = this.#table === 'villages' ? place && this.#told.keys.of(place) : id && comparableName(id);
    if (named === undefined || period === undefined) return undefined;
    return this.#told.duplicates.twinOf(this.#scopeOf(period), named, this.#from, number);
  }
}
