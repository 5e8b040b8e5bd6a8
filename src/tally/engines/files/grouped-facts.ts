import type { Row } from '../../../language/row.ts';
import type { Parameters } from '../../../language/condition.ts';
import { askedByFact } from '../../../language/readings/asked.ts';
import type { ByteRows } from '../../../input/scan/byte-rows.ts';
import { longer } from '../../../input/scan/kept-bytes.ts';
import type { Scan } from '../../../input/scan/scan.ts';
import type { ScannedColumn } from '../../../input/scan/scanned-column.ts';
import type { Accumulator, Portion } from '../../accumulator.ts';
import type { Keys } from '../../duplicates.ts';
import type { Standing } from '../../row-counter.ts';
import { limitAt, questionsOf } from '../../signature.ts';
import { SumsOfGroups, sumsOf } from './group-sums.ts';
import { askedColumns, RowSignature } from './row-signature.ts';
import type { AskedColumn } from './row-signature.ts';
import { Steps } from './steps.ts';

/** Where rows stand, and the limits there of each column of numbers that a portion of the facts asks about. */
export interface Stand {
  readonly standing: Standing;
  /** The ids of its period. */
  readonly ids: Keys;
  readonly parameters: Parameters;
  readonly number: number;
  rows: number;
}

/** Sums of doubles are exact so far. */
const MOST_EXACT = Number.MAX_SAFE_INTEGER;

/** So many groups are held before they are added up. */
const MOST_GROUPS = 1 << 17;
/** Fewer rows in a group are not worth being gathered. */
const LEAST_ROWS = 2;

/** Gathers rows that a portion of the facts cannot tell apart, and adds each group up once. */
export class GroupedFacts {
  readonly #accumulator: Accumulator;
  readonly #portion: Portion;
  readonly #asked: readonly AskedColumn[];
  readonly #signature: RowSignature;
  readonly #columns: readonly ScannedColumn[];
  /** Columns whose numbers are added up, or multiplied by another column's (-1: by none) and then added up. */
  readonly #summedAt: Int32Array;
  readonly #timesAt: Int32Array;
  readonly #products: readonly { readonly column: number; readonly times: number }[];
  readonly #names: ReadonlyMap<string, number>;
  readonly #sums: SumsOfGroups;
  readonly #limits: Float64Array[][] = [];
  #byPlace = new Steps();
  /** Of each group: its stand, its rows, the codes and numbers of its first row. */
  #stands: Stand[] = [];
  #rows = new Float64Array(256);
  #codes: Int32Array;
  #numbers: Float64Array;
  /** Names of a breakdown keep the order of the file: the first row of a group is added at once. */
  readonly #isOrdered: boolean;
  #isGathering = true;

  constructor(accumulator: Accumulator, portion: Portion, { columns, rows }: Pick<Scan, 'columns' | 'rows'>) {
    this.#accumulator = accumulator;
    this.#portion = portion;
    this.#columns = columns;
    this.#asked = askedColumns(questionsOf(portion.facts.flatMap(askedByFact)), columns);
    this.#signature = new RowSignature(this.#asked, rows);
    this.#isOrdered = portion.facts.some(({ per }) => per !== undefined);
    const at = (name: string): number => columns.findIndex(({ heading }) => heading?.column === name);
    const names = new Map<string, number>();
    const summed: { column: number; times: number }[] = [];
    const sum = (column: string, times?: string): void => {
      const name = times === undefined ? column : `${column} ${times}`;
      if (names.has(name) || at(column) === -1 || (times !== undefined && at(times) === -1)) return;
      names.set(name, summed.length);
      summed.push({ column: at(column), times: times === undefined ? -1 : at(times) });
    };
    for (const { sum: weight } of portion.facts) {
      if (weight === 1) continue;
      if ('column' in weight) sum(weight.column, weight.times);
      if (weight.times !== undefined) sum(weight.times);
    }
    [this.#names, this.#sums] = [names, new SumsOfGroups(summed.length)];
    this.#summedAt = Int32Array.from(summed, ({ column }) => column);
    this.#timesAt = Int32Array.from(summed, ({ times }) => times);
    this.#products = summed.filter(({ times }) => times !== -1);
    this.#codes = new Int32Array(256 * this.#asked.length);
    this.#numbers = new Float64Array(256 * this.#asked.length);
  }

  /** Whether every number of the row can be multiplied without losing a digit. */
  canSum({ numbers }: ByteRows): boolean {
    for (const { column, times } of this.#products) {
      if (Math.abs(numbers[column]! * numbers[times]!) > Number.MAX_SAFE_INTEGER) return false;
    }
    return true;
  }

  /** Adds the row in hand. */
  add(rows: ByteRows, stand: Stand): void {
    const { numbers } = rows;
    const node = this.#signature.of(rows, (this.#limits[stand.number] ??= this.#limitsAt(stand)));
    const before = this.#stands.length;
    const group = this.#isGathering ? this.#byPlace.step(node, stand.number) - 1 : 0;
    if (group >= before) this.#begin(group, rows, stand);
    this.#rows[group]!++;
    const [columns, products] = [this.#summedAt, this.#timesAt];
    const { values } = this.#sums;
    let at = group * columns.length;
    for (let index = 0; index < columns.length; index++, at++) {
      const times = products[index]!;
      const number = times === -1 ? numbers[columns[index]!]! : numbers[columns[index]!]! * numbers[times]!;
      const sum = values[at]! + number;
      if (sum <= MOST_EXACT && sum >= -MOST_EXACT) values[at] = sum;
      else if (!Number.isNaN(number)) this.#sums.addBeyond(at, number);
    }
    if (group < before) return;
    if (!this.#isGathering) this.flush();
    else if (this.#isOrdered) this.#addUp(group);
    else if (group + 1 >= MOST_GROUPS) this.#flushFull();
  }

  /** Adds up what is held. */
  flush(): void {
    for (let group = 0; group < this.#stands.length; group++) this.#addUp(group);
    this.#stands = [];
    this.#byPlace = new Steps();
  }

  /** Too many groups: where they hardly hold more than a row each, rows are added one by one from now on. */
  #flushFull(): void {
    let rows = 0;
    for (let group = 0; group < this.#stands.length; group++) rows += this.#rows[group]!;
    if (rows < LEAST_ROWS * this.#stands.length) this.#isGathering = false;
    this.flush();
  }

  #begin(group: number, rows: ByteRows, stand: Stand): void {
    const width = this.#asked.length;
    if (group >= this.#rows.length) {
      this.#rows = longer(this.#rows, new Float64Array(group * 2));
      this.#codes = longer(this.#codes, new Int32Array(group * 2 * width));
      this.#numbers = longer(this.#numbers, new Float64Array(group * 2 * width));
    }
    this.#sums.begin(group);
    this.#stands.push(stand);
    this.#rows[group] = 0;
    this.#asked.forEach(({ index }, at) => {
      this.#codes[group * width + at] = rows.codeAt(index);
      this.#numbers[group * width + at] = rows.numbers[index]!;
    });
  }

  /** Adds up the rows of a group that have not been yet. */
  #addUp(group: number): void {
    const rows = this.#rows[group]!;
    if (rows === 0) return;
    const { place, period } = this.#stands[group]!.standing;
    const row: Record<string, Row[string]> = {};
    const width = this.#asked.length;
    this.#asked.forEach(({ index, question }, at) => {
      row[question.column] = this.#columns[index]!.valueOf(this.#codes[group * width + at]!, this.#numbers[group * width + at]!);
    });
    this.#accumulator.addGroup(
      this.#portion.numbers,
      row,
      place,
      period,
      rows,
      sumsOf(this.#names, (index) => this.#sums.of(group, index)),
    );
    this.#rows[group] = 0;
    this.#sums.clear(group);
  }

  #limitsAt({ parameters }: Stand): Float64Array[] {
    return this.#asked.map(({ question }) => Float64Array.from(question.limits, (limit) => limitAt(limit, parameters)));
  }
}
