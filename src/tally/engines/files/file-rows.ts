import type { ParameterId, Parameters } from '../../../language/condition.ts';
import type { Row } from '../../../language/row.ts';
import { columnsIn } from '../../../language/readings/columns.ts';
import { toPredicate } from '../../../language/readings/holds.ts';
import type { Predicate } from '../../../language/readings/holds.ts';
import { parametersIn } from '../../../language/readings/parameters.ts';
import { hasMembers } from '../../../input/open-table.ts';
import type { OpenedTable } from '../../../input/open-table.ts';
import { withDerived } from '../../../tables/projects/money-columns.ts';
import type { Period } from '../../../vocabulary/period.ts';
import type { Place } from '../../../vocabulary/place.ts';
import type { Time } from '../../../language/column.ts';
import type { DatedNumbers } from '../../dated-numbers.ts';
import type { CountedRow } from '../../row-counter.ts';
import type { AnsweredFile, AnsweredRow, Asked, RowQuery } from '../../row-query.ts';

/** The columns that a query reads. */
const columnsOfQuery = ({ columns, where }: RowQuery): readonly string[] => [...columns, ...(where ? columnsIn(where) : [])];

/** The columns that a file answers with. Folded from its members, a household has its persons counted; a project has its money added up. */
const columnsOfFile = (file: OpenedTable): ReadonlySet<string> =>
  withDerived(new Set([...file.headings.map(({ column }) => column), ...(hasMembers(file) ? ['persons'] : [])]));

/** Gathers what one reading of a file answers: a list for each column, because an object for each of a million rows is felt. */
class FileRows implements AnsweredFile {
  readonly file: string;
  readonly sheet: string | undefined;
  readonly columns: ReadonlySet<string>;
  readonly blankThroughout: readonly string[];
  readonly asked = new Map<Period, { rows: number; withoutParameter: number; readonly without: Map<ParameterId, number> } & Asked>();
  readonly #holds: Predicate | undefined;
  readonly #compared: ReturnType<typeof parametersIn>;
  readonly #names: readonly string[];
  readonly #hasNumbers: boolean;
  readonly #cells: Row[string][][];
  readonly #places: Place[] = [];
  readonly #periods: Period[] = [];
  readonly #parameters: Parameters[] = [];
  readonly #rows: (number | undefined)[] = [];
  readonly #ofCounty: boolean[] = [];

  constructor({ columns, where }: RowQuery, file: OpenedTable) {
    this.file = file.file;
    this.sheet = file.sheet;
    this.columns = columnsOfFile(file);
    this.#hasNumbers = file.database === undefined;
    this.blankThroughout = file.blankThroughout ?? [];
    this.#holds = where && toPredicate(where);
    this.#compared = where ? [...new Set(parametersIn(where))] : [];
    this.#names = [...new Set(columns)];
    this.#cells = this.#names.map(() => []);
  }

  /** Counts rows of a period that are asked. */
  see(period: Period, parameters: Parameters, rows: number): void {
    let asked = this.asked.get(period);
    if (!asked) this.asked.set(period, (asked = { rows: 0, withoutParameter: 0, without: new Map() }));
    asked.rows += rows;
    const missing = this.#compared.filter((parameter) => parameters[parameter] === undefined);
    if (missing.length > 0) asked.withoutParameter += rows;
    for (const parameter of missing) asked.without.set(parameter, (asked.without.get(parameter) ?? 0) + rows);
  }

  /** Keeps a row that has been seen, where the condition holds or may. */
  keep({ row, place, period, position, ofCounty }: CountedRow, parameters: Parameters): void {
    if (this.#holds?.(row, parameters) === false) return;
    this.#names.forEach((name, index) => this.#cells[index]!.push(row[name]));
    this.#places.push(place);
    this.#periods.push(period);
    this.#parameters.push(parameters);
    this.#rows.push(this.#hasNumbers ? position.row : undefined);
    this.#ofCounty.push(ofCounty === true);
  }

  get rows(): Iterable<AnsweredRow> {
    return this.#answered();
  }

  *#answered(): Generator<AnsweredRow> {
    for (let index = 0; index < this.#rows.length; index++) {
      const cells: Record<string, Row[string]> = {};
      this.#names.forEach((name, column) => (cells[name] = this.#cells[column]![index]));
      yield {
        place: this.#places[index]!,
        period: this.#periods[index]!,
        parameters: this.#parameters[index]!,
        row: this.#rows[index],
        ofCounty: this.#ofCounty[index]!,
        cells,
      };
    }
  }
}

/** What one reading of a file answers to the queries of a run. */
export class FileAnswers {
  readonly #answers: readonly { readonly query: RowQuery; readonly rows: FileRows }[];
  readonly #numbers: DatedNumbers;

  constructor(queries: readonly RowQuery[] = [], file: OpenedTable, numbers: DatedNumbers) {
    this.#answers = queries.filter(({ from }) => from === file.table).map((query) => ({ query, rows: new FileRows(query, file) }));
    this.#numbers = numbers;
  }

  /** Whether any query depends on a column: where it shows to be blank throughout, the file has other answers. */
  reads(column: string): boolean {
    return this.#answers.some(({ query }) => columnsOfQuery(query).includes(column));
  }

  /** Takes a row that counts; of a project, for what flowed in its period, or as the state of one. */
  take(row: CountedRow, time?: Time): void {
    const parameters = this.#numbers.at(row.place, row.period);
    for (const { query, rows } of this.#answers)
      if (time === undefined || query.time === time) {
        rows.see(row.period, parameters, 1);
        rows.keep(row, parameters);
      }
  }

  /** Counts rows that count and stay where they lie. */
  see(place: Place, period: Period, rows: number): void {
    for (const answer of this.#answers) answer.rows.see(period, this.#numbers.at(place, period), rows);
  }

  /** Takes a row that has been counted already. */
  keep(row: CountedRow): void {
    for (const { rows } of this.#answers) rows.keep(row, this.#numbers.at(row.place, row.period));
  }

  of(query: RowQuery): readonly AnsweredFile[] {
    return this.#answers.flatMap((one) => (one.query === query ? [one.rows] : []));
  }
}
