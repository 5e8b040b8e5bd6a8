import { rowOf } from '../language/row.ts';
import { comparableName } from '../input/cell.ts';
import type { OpenedTable } from '../input/open-table.ts';
import { households } from '../tables/households/table.ts';
import { comparePeriods } from '../vocabulary/period.ts';
import type { Period } from '../vocabulary/period.ts';
import { placeKey } from '../vocabulary/place.ts';
import type { Place } from '../vocabulary/place.ts';
import type { RowVisitor, VisitedRow } from './engine.ts';

/** What a household can be by its own row. */
export type HouseholdStatus = keyof typeof households.columns.status.choices;

/** Every status, in the order of the column. */
export const HOUSEHOLD_STATUSES = Object.keys(households.columns.status.choices) as readonly HouseholdStatus[];

/** In a snapshot, the status of a household that the files do not have in that period. */
export const NOT_THERE = 0;

/**
 * The households of one period. Each household has the same number in every snapshot, in the order in which ids were first met; by that number
 * its status (1 + its place in `HOUSEHOLD_STATUSES`), persons, village and the fingerprint of its head's name (0: not given).
 */
export interface StatusSnapshot {
  readonly period: Period;
  readonly statuses: Uint8Array;
  readonly persons: Float64Array;
  readonly places: Int32Array;
  readonly names: Float64Array;
  /** Some household of the files has "and more" persons. */
  readonly personsAtLeast: boolean;
}

/** Numbers that keep coming, outside the heap: half a million objects are felt. */
class Numbers {
  #numbers = new Float64Array(1024);
  length = 0;

  push(number: number): void {
    if (this.length === this.#numbers.length) {
      const larger = new Float64Array(2 * this.length);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.length++] = number;
  }

  at(index: number): number {
    return this.#numbers[index]!;
  }
}

/** The rows of one file, a column after the other. */
class FileRows {
  readonly households = new Numbers();
  readonly periods = new Numbers();
  readonly statuses = new Numbers();
  readonly persons = new Numbers();
  readonly places = new Numbers();
  readonly names = new Numbers();
  /** The periods that occur. */
  readonly met = new Set<number>();
  atLeast = false;
}

/** Numbers things in the order in which they are met. */
class Numbering<T> {
  readonly #numbers = new Map<string, number>();
  readonly things: T[] = [];

  numberOf(key: string, thing: T): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.things.length);
    return this.things.push(thing) - 1;
  }
}

/**
 * Remembers the status of every household in every period, by its id: a handful of numbers for each row. It goes by the status that the row gives,
 * cancelled and never registered ones included; a rejected row is not seen. Of heads' names only fingerprints are kept, to be compared.
 */
export class StatusHistory implements RowVisitor {
  readonly columns: ReadonlySet<string> = new Set(['household_id', 'persons', 'status']);
  readonly #files = new Map<string, FileRows>();
  readonly #withoutPeriod = new Set<string>();
  readonly #ids = new Numbering<string>();
  readonly #periods = new Numbering<Period>();
  readonly #places = new Numbering<Place>();
  /** Rows of one village come with one object for it. */
  readonly #placeNumbers = new Map<Place, number>();

  readonly begin = (opened: OpenedTable): ((row: VisitedRow) => void) => {
    if (opened.table !== 'households') return () => undefined;
    const file = `${opened.file}\u001f${opened.sheet ?? ''}`;
    if (!opened.headings.some(({ column }) => column === 'period')) this.#withoutPeriod.add(file);
    const rows = new FileRows();
    this.#files.set(file, rows);
    return ({ row, place, period }) => {
      const { household_id, status, persons, head_name: head } = rowOf(households, row);
      const id = household_id!;
      rows.households.push(this.#ids.numberOf(comparableName(id), id));
      const at = this.#periods.numberOf(period, period);
      rows.met.add(at);
      rows.periods.push(at);
      rows.statuses.push(status === undefined ? NOT_THERE : HOUSEHOLD_STATUSES.indexOf(status) + 1);
      rows.persons.push(Number(persons?.amount ?? 0n));
      rows.places.push(this.#placeNumber(place));
      rows.names.push(head === undefined ? 0 : fingerprint(head));
      if (persons?.atLeast) rows.atLeast = true;
    };
  };

  /** The periods of the household rows, earliest first. */
  get periods(): readonly Period[] {
    const met = new Set<number>();
    for (const rows of this.#files.values()) for (const period of rows.met) met.add(period);
    return [...met].map((number) => this.#periods.things[number]!).toSorted(comparePeriods);
  }

  /** How many household files carry no period: they all stand in one. */
  get filesWithoutPeriod(): number {
    return this.#withoutPeriod.size;
  }

  /** How many numbers households have. */
  get size(): number {
    return this.#ids.things.length;
  }

  idOf(household: number): string {
    return this.#ids.things[household]!;
  }

  /** The village of a number in `places`. */
  placeOf(number: number): Place {
    return this.#places.things[number]!;
  }

  /** The households of a period. */
  at(period: Period): StatusSnapshot {
    const { size } = this;
    const wanted = this.#periods.numberOf(period, period);
    const snapshot = {
      statuses: new Uint8Array(size),
      persons: new Float64Array(size),
      places: new Int32Array(size),
      names: new Float64Array(size),
    };
    let personsAtLeast = false;
    for (const rows of this.#files.values()) {
      if (rows.atLeast) personsAtLeast = true;
      for (let row = 0; row < rows.periods.length; row++) {
        if (rows.periods.at(row) !== wanted) continue;
        const household = rows.households.at(row);
        snapshot.statuses[household] = rows.statuses.at(row);
        snapshot.persons[household] = rows.persons.at(row);
        snapshot.places[household] = rows.places.at(row);
        snapshot.names[household] = rows.names.at(row);
      }
    }
    return { period, ...snapshot, personsAtLeast };
  }

  #placeNumber(place: Place): number {
    let number = this.#placeNumbers.get(place);
    if (number === undefined) this.#placeNumbers.set(place, (number = this.#places.numberOf(placeKey(place), place)));
    return number;
  }
}

const [FIRST_SEED, SECOND_SEED] = [0x81_1c_9d_c5, 0x9d_c5_81_1c];
const PRIME = 0x01_00_01_93;

/** A number of 53 bits that is the same for the same name and, as good as always, for no other; never 0. FNV-1a, twice. */
function fingerprint(name: string): number {
  let [high, low] = [FIRST_SEED, SECOND_SEED];
  for (let index = 0; index < name.length; index++) {
    const unit = name.charCodeAt(index);
    high = Math.imul(high ^ unit, PRIME);
    low = Math.imul(low ^ (unit + index), PRIME);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0) + 1;
}
