import type { Finding } from '../input/finding.ts';
import { originOf } from '../input/record-file.ts';
import type { RecordFile } from '../input/record-file.ts';
import type { Period } from '../vocabulary/period.ts';

/** No registry leaves out so many years: a year so far from all others of the run is most likely mistyped. */
const FAR = 20;

/** The rows of one year. */
interface Year {
  readonly year: number;
  readonly period: Period;
  readonly at: Pick<Finding, 'file' | 'sheet' | 'line' | 'row' | 'key'>;
  rows: number;
}

/** Finds periods that lie decades off the others. */
export class PeriodLeaps {
  readonly #years = new Map<string, Year>();

  /** Sees a row of a period, or so many at one place. */
  see(
    period: Period,
    file: Pick<RecordFile, 'file' | 'sheet'>,
    at: { readonly line: number; readonly row: number },
    key: () => string | undefined,
    rows = 1,
  ): void {
    const name = period.slice(0, 4);
    const known = this.#years.get(name);
    if (known) known.rows += rows;
    else this.#years.set(name, { year: Number(name), period, at: { ...originOf(file), ...at, key: key() }, rows });
  }

  /** Whether a row of its year has been seen: a further one is no news. */
  hasSeen(period: Period): boolean {
    return this.#years.has(period.slice(0, 4));
  }

  /** Sees so many more rows of a period that one row has been seen of. */
  seeMore(period: Period, rows: number): void {
    const known = this.#years.get(period.slice(0, 4));
    if (known) known.rows += rows;
  }

  /** A warning for each year beyond a wide gap, on the side where fewer rows stand. */
  *findings(): Generator<Finding> {
    const years = [...this.#years.values()].toSorted((a, b) => a.year - b.year);
    const off = new Set<Year>();
    for (const [index, later] of years.entries()) {
      const earlier = years[index - 1];
      if (!earlier || later.year - earlier.year < FAR) continue;
      const [before, after] = [years.slice(0, index), years.slice(index)];
      for (const year of rowsIn(before) <= rowsIn(after) ? before : after) off.add(year);
    }
    for (const { period, at, rows, year } of off) {
      const others = years.filter((one) => one.year !== year);
      const nearest = others.reduce((best, one) => (Math.abs(one.year - year) < Math.abs(best.year - year) ? one : best));
      yield {
        code: 'period-far-off',
        severity: 'warning',
        ...at,
        column: 'period',
        value: period,
        arguments: { period, rows: String(rows), nearest: nearest.period },
      };
    }
  }
}

const rowsIn = (years: readonly Year[]): number => years.reduce((sum, { rows }) => sum + rows, 0);
