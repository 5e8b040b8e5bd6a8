import type { OpenedTable } from '../../../input/open-table.ts';
import type { RecordBatch } from '../../../input/records.ts';
import { Scan } from '../../../input/scan/scan.ts';
import { placeColumns } from '../../../tables/shared.ts';
import type { TallyPlan } from '../../plan.ts';
import { Steps } from './steps.ts';

/** The records of a file but for plain rows that name the same place in the same writing as a record before them. */
export function recordsOfNewPlaces(file: OpenedTable, plainRows: TallyPlan['plainRows']): AsyncGenerator<RecordBatch> {
  const asked = new Set(Object.keys(placeColumns));
  const scan =
    plainRows === 'read'
      ? undefined
      : Scan.of(
          file,
          asked,
          ({ columns }) => new KnownPlaces(columns.flatMap(({ heading }, at) => (asked.has(heading?.column ?? '') ? [at] : []))),
        );
  return scan ? scan.records() : file.records();
}

/** Takes rows of places that are known. */
class KnownPlaces {
  readonly #columns: readonly { readonly at: number; readonly steps: Steps }[];
  readonly #known: boolean[] = [];

  constructor(columns: readonly number[]) {
    this.#columns = columns.map((at) => ({ at, steps: new Steps() }));
  }

  offer({ codes }: { readonly codes: Int32Array }): boolean {
    return this.#known[this.#nodeOf(codes)] === true;
  }

  learn({ codes }: { readonly codes: Int32Array }): void {
    this.#known[this.#nodeOf(codes)] = true;
  }

  #nodeOf(codes: Int32Array): number {
    let node = 0;
    for (const { at, steps } of this.#columns) node = steps.step(node, codes[at]! + 1);
    return node;
  }
}
