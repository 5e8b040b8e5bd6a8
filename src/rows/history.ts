import { rowOf } from '../language/row.ts';
import { comparableName } from '../input/cell.ts';
import { households } from '../tables/households/table.ts';
import { comparePeriods } from '../vocabulary/period.ts';
import type { Period } from '../vocabulary/period.ts';
import { placeKey } from '../vocabulary/place.ts';
import type { Place } from '../vocabulary/place.ts';
import type { AnsweredRow, RowAnswer, RowQuery } from '../tally/row-query.ts';

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

/** Rows, a column after the other. */
class HouseholdRows {
  readonly households = new Numbers();
  readonly periods = new Numbers();
  readonly statuses = new Numbers();
  readonly persons = new Numbers();
  readonly places = new Numbers();
  readonly names = new Numbers();
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

/** What must be asked of rows to follow households from period to period. */
export const historyQuery: RowQuery = { from: 'households', columns: ['household_id', 'status', 'persons', 'head_name'], isSpared: true };

/**
 * Remembers the status of every household in every period, by its id: a handful of numbers for each row. It goes by the status that the row gives,
 * cancelled and never registered ones included; a rejected row is not seen. Of heads' names only fingerprints are kept, to be compared.
 */
export class StatusHistory {
  /** How many household files carry no period: they all stand in one. */
  readonly filesWithoutPeriod: number;
  readonly #rows = new HouseholdRows();
  readonly #ids = new Numbering<string>();
  readonly #periods = new Numbering<Period>();
  readonly #places = new Numbering<Place>();
  /** Rows of one village come with one object for it. */
  readonly #placeNumbers = new Map<Place, number>();

  constructor(answer: RowAnswer) {
    const withoutPeriod = answer.filter(({ columns }) => !columns.has('period'));
    this.filesWithoutPeriod = new Set(withoutPeriod.map(({ file, sheet }) => `${file}\u001f${sheet ?? ''}`)).size;
    for (const { rows } of answer) for (const row of rows) this.#take(row);
  }

  #take({ cells, place, period }: AnsweredRow): void {
    const { household_id, status, persons, head_name: head } = rowOf(households, cells);
    const [id, rows] = [household_id!, this.#rows];
    rows.households.push(this.#ids.numberOf(comparableName(id), id));
    rows.periods.push(this.#periods.numberOf(period, period));
    rows.statuses.push(status === undefined ? NOT_THERE : HOUSEHOLD_STATUSES.indexOf(status) + 1);
    rows.persons.push(Number(persons?.amount ?? 0n));
    rows.places.push(this.#placeNumber(place));
    rows.names.push(head === undefined ? 0 : fingerprint(head));
    if (persons?.atLeast) rows.atLeast = true;
  }

  /** The periods of the household rows, earliest first. */
  get periods(): readonly Period[] {
    return this.#periods.things.toSorted(comparePeriods);
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
    const wanted = this.#periods.things.indexOf(period);
    const snapshot = {
      statuses: new Uint8Array(size),
      persons: new Float64Array(size),
      places: new Int32Array(size),
      names: new Float64Array(size),
    };
    const rows = this.#rows;
    for (let row = 0; row < rows.periods.length; row++) {
      if (rows.periods.at(row) !== wanted) continue;
      const household = rows.households.at(row);
      snapshot.statuses[household] = rows.statuses.at(row);
      snapshot.persons[household] = rows.persons.at(row);
      snapshot.places[household] = rows.places.at(row);
      snapshot.names[household] = rows.names.at(row);
    }
    return { period, ...snapshot, personsAtLeast: rows.atLeast };
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
