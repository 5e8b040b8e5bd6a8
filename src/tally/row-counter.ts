import type { Row } from '../input/column.ts';
import type { Finding, FindingCode, Found } from '../input/findings.ts';
import { hasMembers } from '../input/open-table.ts';
import type { OpenedTable } from '../input/open-table.ts';
import { shownValue } from '../input/read-table.ts';
import type { ReadRow } from '../input/read-table.ts';
import type { Period } from '../vocabulary/period.ts';
import { placeKey } from '../vocabulary/place.ts';
import type { Place } from '../vocabulary/place.ts';
import type { TableId } from '../vocabulary/table.ts';
import { Accumulator } from './accumulator.ts';
import type { Duplicates } from './duplicates.ts';
import type { TallyPlan } from './engine.ts';
import type { RowPlaces } from './row-places.ts';

/** What all files of a run share. */
export interface RunContext {
  readonly plan: TallyPlan;
  readonly places: RowPlaces;
  readonly duplicates: Duplicates;
  /** The period of rows without one: the snapshot, or the only period in the run. */
  readonly fallbackPeriod: Period | undefined;
}

/** How the rows of a table are told apart, and what it is called when two are the same. */
const IDENTITY: Readonly<Record<Exclude<TableId, 'tallies'>, { readonly column: string; readonly duplicate: FindingCode }>> = {
  villages: { column: 'village', duplicate: 'duplicate-village' },
  households: { column: 'household_id', duplicate: 'duplicate-household' },
  projects: { column: 'project_id', duplicate: 'duplicate-project' },
};

/** A row that counts, and where. */
export interface CountedRow extends ReadRow {
  readonly place: Place;
  readonly period: Period;
}

/** Judges the rows of one file against the rest of the run, and adds them up. */
export class RowCounter {
  readonly accumulator: Accumulator;
  accepted = 0;
  rejected = 0;
  /** Rows whose reference to a village had fewer parts than the village. */
  shorter = 0;
  readonly #file: OpenedTable;
  readonly #context: RunContext;
  readonly #found: Found;
  readonly #identity: (typeof IDENTITY)['villages'];
  readonly #from: number;
  readonly #hasPeriod: boolean;
  readonly #counted: ((row: CountedRow) => void) | undefined;

  constructor(file: OpenedTable, context: RunContext, from: number, found: Found, counted?: (row: CountedRow) => void) {
    const columns = new Set(file.headings.map(({ column }) => column));
    if (hasMembers(file)) columns.add('persons'); // counted from the rows where the file lacks it
    this.accumulator = new Accumulator(
      context.plan.facts.filter((fact) => fact.from === file.table),
      columns,
      context.plan.parameters,
    );
    this.#file = file;
    this.#context = context;
    this.#found = found;
    this.#identity = IDENTITY[file.table as 'villages'];
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
    const findings: Pick<Finding, 'code' | 'severity' | 'column' | 'value' | 'arguments'>[] = [];
    const period = this.#periodOf(row);
    if (period === undefined && !read.rejected)
      findings.push({
        code: 'required-blank',
        severity: 'error',
        column: 'period',
        value: '',
        arguments: { column: { zh: '年度', en: 'period' } },
      });
    const { place, shorter, finding } = this.#context.places.placeOf(row);
    if (finding) findings.push(finding);
    if (shorter) this.shorter++;
    const twin = this.#twinOf(row, place, period, read.position.row);
    if (twin)
      findings.push({
        code: this.#identity.duplicate,
        severity: 'error',
        column: this.#identity.column,
        value: shownValue(row[this.#identity.column] as string, undefined),
        arguments: { twin },
      });
    for (const one of findings) this.#found({ file: this.#file.file, ...read.position, key: read.key(), ...one });

    if (read.rejected || place === undefined || period === undefined || findings.some(({ severity }) => severity === 'error')) {
      this.rejected += read.rows ?? 1;
      this.accumulator.reject(row, place, period, false);
      return;
    }
    this.accepted += read.rows ?? 1;
    this.accumulator.add(row, place, period);
    this.#counted?.({ ...read, place, period });
  }

  /** Cells that may have shifted are trusted only where they name a known village; whatever else they say is not used. */
  #takeShifted({ row, swallowsRest, rows = 1 }: ReadRow): void {
    this.rejected += rows;
    const place = swallowsRest ? undefined : this.#context.places.knownPlaceOf(row);
    const period = place && this.#periodOf(row);
    this.accumulator.reject({}, place, period, swallowsRest);
  }

  #periodOf(row: Row): Period | undefined {
    if (typeof row.period === 'string') return row.period as Period;
    return this.#hasPeriod && this.#file.table !== 'households' ? undefined : this.#context.fallbackPeriod;
  }

  #twinOf(row: Row, place: Place | undefined, period: Period | undefined, number: number) {
    const named = this.#file.table === 'villages' ? place && placeKey(place) : (row[this.#identity.column] as string | undefined);
    if (named === undefined || period === undefined) return undefined;
    const twin = this.#context.duplicates.twinOf(`${this.#file.table} ${period}`, named, this.#from, number);
    return twin && { zh: ` ${twin.file} 第 ${twin.row} 行`, en: `${twin.file} row ${twin.row}` };
  }
}
