import type { OpenedTable } from '../../../input/open-table.ts';
import type { RecordBatch } from '../../../input/records.ts';
import type { ByteRows } from '../../../input/scan/byte-rows.ts';
import { Scan } from '../../../input/scan/scan.ts';
import { placeColumns } from '../../../tables/shared.ts';
import type { TallyPlan } from '../../plan.ts';
import { RowSignature, writtenColumn } from './row-signature.ts';

/** The records of a file but for plain rows that name the same place in the same writing as a record before them. */
export function recordsOfNewPlaces(file: OpenedTable, plainRows: TallyPlan['plainRows']): AsyncGenerator<RecordBatch> {
  const asked = new Set(Object.keys(placeColumns));
  const scan =
    plainRows === 'read'
      ? undefined
      : Scan.of(
          file,
          asked,
          ({ columns, rows }) =>
            new KnownPlaces(
              columns.flatMap(({ heading }, at) => (asked.has(heading?.column ?? '') ? [at] : [])),
              rows,
            ),
        );
  return scan ? scan.records() : file.records();
}

/** Takes rows of places that are known. */
class KnownPlaces {
  readonly #places: RowSignature;
  readonly #known: boolean[] = [];

  constructor(columns: readonly number[], rows: ByteRows) {
    this.#places = new RowSignature(columns.map(writtenColumn), rows);
  }

  offer(rows: ByteRows): boolean {
    return this.#known[this.#places.of(rows)] === true;
  }

  learn(rows: ByteRows): void {
    this.#known[this.#places.of(rows)] = true;
  }
}
