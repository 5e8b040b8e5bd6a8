import type { ByteRows } from '../../../input/scan/byte-rows.ts';
import { longer } from '../../../input/scan/kept-bytes.ts';
import { NUMBER } from '../../../input/scan/scanned-column.ts';
import type { ScannedColumn } from '../../../input/scan/scanned-column.ts';
import { classOf, classOfNumber } from '../../signature.ts';
import type { ColumnQuestion } from '../../signature.ts';
import { Steps } from './steps.ts';

/** A column of a file by which rows are told apart. */
export interface TellingColumn {
  readonly index: number;
  /** The class of a cell that has a code, or -1 for none. Cells of one class are not told apart. */
  readonly classAt: (code: number) => number;
  /** Where numbers are compared with limits: the class of each is among them. */
  readonly limits?: number;
}

/** Columns as far as some questions tell their values apart. `limits` of each column of numbers are passed with every row. */
export class AskedColumn implements TellingColumn {
  readonly index: number;
  readonly question: ColumnQuestion;
  readonly limits?: number;
  readonly #column: ScannedColumn;
  readonly #names = new Map<string, number>();
  readonly #classes: number[] = [];

  constructor(question: ColumnQuestion, index: number, column: ScannedColumn, at: number) {
    this.question = question;
    this.index = index;
    this.#column = column;
    if (column.mode === NUMBER) this.limits = at;
  }

  classAt(code: number): number {
    return (this.#classes[code] ??= this.#learn(code));
  }

  #learn(code: number): number {
    const name = classOf(this.question, this.#column.valueOf(code, Number.NaN));
    if (!this.#names.has(name)) this.#names.set(name, this.#names.size);
    return this.#names.get(name)!;
  }
}

/** The columns of a file that some questions are asked of. */
export function askedColumns(questions: readonly ColumnQuestion[], columns: readonly ScannedColumn[]): readonly AskedColumn[] {
  const there = questions.flatMap((question) => {
    const index = columns.findIndex(({ heading }) => heading?.column === question.column);
    return index === -1 ? [] : [{ question, index }];
  });
  return there.map(({ question, index }, at) => new AskedColumn(question, index, columns[index]!, at));
}

/** A column by which rows are told apart as it is written. */
export const writtenColumn = (index: number): TellingColumn => ({ index, classAt: (code) => code + 1 });

/** Columns that are looked at together: those of a run by one look, where it is known. */
class Part {
  readonly run: number;
  readonly columns: readonly TellingColumn[];
  readonly steps = new Steps();
  readonly #within: readonly Steps[];
  /** The class of each run, by its code; 0 where it is not known yet. */
  #classes = new Int32Array(64);

  constructor(run: number, columns: readonly TellingColumn[]) {
    this.run = run;
    this.columns = columns;
    this.#within = columns.map(() => new Steps());
  }

  classOf(rows: ByteRows): number {
    const code = this.run === -1 ? -1 : rows.runCodes[this.run]!;
    if (code === -1) return this.#byCells(rows);
    const known = code < this.#classes.length ? this.#classes[code]! : 0;
    return known === 0 ? this.#learn(rows, code) : known;
  }

  #learn(rows: ByteRows, code: number): number {
    if (code >= this.#classes.length) this.#classes = longer(this.#classes, new Int32Array(code * 2));
    return (this.#classes[code] = this.#byCells(rows));
  }

  #byCells(rows: ByteRows): number {
    let node = 0;
    for (let at = 0; at < this.columns.length; at++) {
      const column = this.columns[at]!;
      node = this.#within[at]!.step(node, column.classAt(rows.codeAt(column.index)));
    }
    return node;
  }
}

/** Where no numbers are compared. */
const NO_LIMITS: readonly Float64Array[] = [];

/** Tells rows apart by some of their columns: rows that these do not tell apart have one number. */
export class RowSignature {
  readonly #parts: readonly Part[];
  readonly #numbers: readonly { readonly index: number; readonly limits: number; readonly steps: Steps }[];

  constructor(columns: readonly TellingColumn[], { runOf }: Pick<ByteRows, 'runOf'>) {
    const words = columns.filter(({ limits }) => limits === undefined);
    const runs = [...new Set(words.map(({ index }) => runOf[index]!))].filter((run) => run !== -1);
    this.#parts = [
      ...runs.map(
        (run) =>
          new Part(
            run,
            words.filter(({ index }) => runOf[index] === run),
          ),
      ),
      ...words.filter(({ index }) => runOf[index] === -1).map((column) => new Part(-1, [column])),
    ];
    this.#numbers = columns.flatMap(({ index, limits }) => (limits === undefined ? [] : [{ index, limits, steps: new Steps() }]));
  }

  /** The number of the row in hand, from 1; 0 where there are no columns. `limits`: those of each column of numbers, in ascending order of the columns. */
  of(rows: ByteRows, limits: readonly Float64Array[] = NO_LIMITS): number {
    const parts = this.#parts;
    // What one part tells apart needs no number of its own.
    let node = parts.length === 0 ? 0 : parts[0]!.classOf(rows);
    for (let at = 1; at < parts.length; at++) node = parts[at]!.steps.step(node, parts[at]!.classOf(rows));
    const numbers = this.#numbers;
    for (let at = 0; at < numbers.length; at++) {
      const one = numbers[at]!;
      node = one.steps.step(node, classAmong(rows.numbers[one.index]!, limits[one.limits]!));
    }
    return node;
  }
}

/** The class of a number, or of one that is not known. */
const classAmong = (number: number, limits: Float64Array): number => (Number.isNaN(number) ? 0 : classOfNumber(number, limits));
