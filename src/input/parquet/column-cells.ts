import type { Budget } from './budget.ts';
import { NONE } from './cell-texts.ts';
import type { Cells, CellTexts } from './cell-texts.ts';
import { encodingName } from './column-type.ts';
import { readHybrid } from './levels.ts';
import { listTexts } from './list-texts.ts';
import { PageReader } from './page.ts';
import type { Page } from './page.ts';
import { ENCODINGS, readValues } from './page-values.ts';
import { damagedParquet, unsupported } from './refused.ts';
import type { ParquetColumn } from './schema.ts';

/** What a value takes up besides its bytes: its levels, its place, where its text begins and ends. */
const BYTES_OF_VALUE = 20;

/** The levels of a page of values: none where all are there. */
interface Levelled extends Cells {
  readonly repeated: Int32Array | undefined;
  readonly filled: Int32Array | undefined;
}

/** The cells of a column of a row group, page by page. */
export class ColumnCells {
  readonly #file: string;
  readonly #column: ParquetColumn;
  readonly #pages: PageReader;
  readonly #budget: Budget;
  #dictionary: CellTexts | undefined;
  #rows: number;
  #held = 0;
  #heldForGood = 0;

  constructor(file: string, column: ParquetColumn, bytes: Uint8Array, codec: number, rows: number, budget: Budget) {
    this.#file = file;
    this.#column = column;
    this.#pages = new PageReader(file, bytes, codec, budget);
    this.#budget = budget;
    this.#rows = rows;
  }

  /** The next cells, as many as are known. */
  next(): Cells {
    const cells = this.#column.list ? this.#lists() : this.#flat();
    this.#rows -= cells.which.length;
    return cells;
  }

  /** The row group is over: what it would still have are rows that nobody counted. */
  done(): void {
    for (let page = this.#nextData(); page !== undefined; page = this.#nextData())
      if (page.count > 0) throw this.#damaged(`${page.count} values more than rows`);
    this.#budget.hold(0, this.#held + this.#heldForGood);
    this.#held = this.#heldForGood = 0;
  }

  #flat(): Cells {
    for (;;) {
      const page = this.#nextData();
      if (page === undefined || page.count > this.#rows) throw this.#damaged(`rows: ${this.#rows} left`);
      if (page.count > 0) return this.#read(page);
    }
  }

  /** A list may go on in the next page: all of them at once. */
  #lists(): Cells {
    const parts: Levelled[] = [];
    for (let page = this.#nextData(true); page !== undefined; page = this.#nextData(true)) parts.push(this.#read(page));
    const lists = this.#guarded('lists', () => listTexts(parts, this.#column, this.#rows));
    if (lists.which.length !== this.#rows) throw this.#damaged(`rows: ${lists.which.length} instead of ${this.#rows}`);
    return lists;
  }

  #nextData(isKept = false): Page | undefined {
    for (let page = this.#pages.next(); page !== undefined; page = this.#pages.next()) {
      const size = page.bytes.length + page.count * BYTES_OF_VALUE;
      if (page.is === 'data' && !isKept) {
        this.#budget.hold(size, this.#held);
        this.#held = size;
      } else {
        this.#budget.hold(size, 0);
        this.#heldForGood += size;
      }
      if (page.is === 'data') return page;
      const { bytes, count, encoding } = page;
      if (encoding !== ENCODINGS.plain && encoding !== ENCODINGS.oldDictionary) throw unsupported(this.#file, encodingName(encoding));
      this.#dictionary = this.#guarded('dictionary', () => readValues(bytes, ENCODINGS.plain, count, this.#column.type));
    }
    return undefined;
  }

  #read(page: Page): Levelled {
    const read = this.#guarded('page', () => this.#levelled(page));
    if (!read) throw unsupported(this.#file, `${this.#column.name}: ${encodingName(page.encoding)}`);
    return read;
  }

  #levelled({ bytes, count, encoding, levels }: Page): Levelled | undefined {
    const { filled: most, list } = this.#column;
    const repeated = levelsAt(bytes, 0, count, list ? 1 : 0, levels?.repeated);
    const filled = levelsAt(bytes, repeated.end, count, most, levels?.filled);
    let there = count;
    for (let index = 0; filled.levels && index < count; index++) if (filled.levels[index] !== most) there--;
    const values = this.#values(bytes.subarray(filled.end), encoding, there);
    if (!values) return undefined;
    const which = spread(values.which, there, filled.levels, most);
    return { texts: values.texts, which, repeated: repeated.levels, filled: filled.levels };
  }

  /** The values that are there. */
  #values(bytes: Uint8Array, encoding: number, count: number): { readonly texts: CellTexts; readonly which?: Int32Array } | undefined {
    const isOfDictionary = encoding === ENCODINGS.dictionary || encoding === ENCODINGS.oldDictionary;
    if (!isOfDictionary) return wrapped(readValues(bytes, encoding, count, this.#column.type));
    if (count === 0) return { texts: NO_TEXTS };
    const texts = this.#dictionary;
    if (!texts) throw new RangeError('no dictionary');
    const which = readHybrid(bytes, 1, bytes[0] ?? 0, count);
    const known = texts.starts.length;
    for (let index = 0; index < count; index++)
      if (!(which[index]! >= 0 && which[index]! < known)) throw new RangeError('not in the dictionary');
    return { texts, which };
  }

  #guarded<T>(where: string, work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw this.#damaged(where, error);
    }
  }

  #damaged(where: string, cause?: unknown): Error {
    return damagedParquet(this.#file, `${this.#column.name}: ${where}`, cause);
  }
}

const NO_TEXTS: CellTexts = { bytes: new Uint8Array(), starts: new Int32Array(), ends: new Int32Array() };

/** Levels up to a highest one, and where they end; `given`: how long they are. */
function levelsAt(
  bytes: Uint8Array,
  at: number,
  count: number,
  highest: number,
  given: number | undefined,
): { readonly levels?: Int32Array; readonly end: number } {
  if (highest === 0) return { end: at + (given ?? 0) };
  const HEAD = 4;
  const start = given === undefined ? at + HEAD : at;
  const length = given ?? new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at, true);
  if (length > bytes.length - start) throw new RangeError('levels: break off');
  const end = start + length;
  return { levels: readHybrid(bytes.subarray(0, end), start, 32 - Math.clz32(highest), count), end };
}

const wrapped = (texts: CellTexts | undefined) => texts && { texts };

/** For every cell which value it has; without places of their own, values follow one another. */
function spread(which: Int32Array | undefined, there: number, filled: Int32Array | undefined, most: number): Int32Array {
  if (which && there === (filled?.length ?? there)) return which;
  const places = new Int32Array(filled?.length ?? there);
  let next = 0;
  for (let index = 0; index < places.length; index++) {
    if (filled && filled[index] !== most) places[index] = NONE;
    else {
      places[index] = which ? which[next]! : next;
      next++;
    }
  }
  return places;
}
