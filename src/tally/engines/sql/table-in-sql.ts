import type { DatabaseTable, Dialect, SelectedGroups, SelectedRows, SqlLevel, Sql } from '../../../input/database-table.ts';
import type { Severity } from '../../../input/findings.ts';
import type { Heading } from '../../../input/heading.ts';
import type { OpenedTable } from '../../../input/open-table.ts';
import { canAnswer } from '../../../language/readings/can-answer.ts';
import { comparesSums } from '../../../language/readings/compares-sums.ts';
import { every, no, some, toBroken } from '../../../language/readings/to-sql.ts';
import type { Test } from '../../../language/readings/to-sql.ts';
import { tables } from '../../../tables/index.ts';
import { placeColumns } from '../../../tables/shared.ts';
import { askedInSql } from './asked-in-sql.ts';
import { cellName, plainColumns } from './plain-columns.ts';
import type { KnownCells, PlainColumn } from './plain-columns.ts';

/** Between the parts of a key. */
export const BETWEEN = '\u001f';
/** What names the place and the period of a row, as one text. */
export const KEY = 'am_key';
/** The id of a household as ids are compared. */
export const ID = 'am_id';

/** Where a row belongs, by its cells. */
export const isOfKey = ({ column }: Heading): boolean => column in placeColumns || column === 'period';

/** The cells of a table, as statements select them. */
export function cellLevels({ headings }: Pick<OpenedTable, 'headings'>, { dialect, columns, cell }: DatabaseTable): readonly SqlLevel[] {
  const cells = headings.map((heading) => [cellName(heading), cell(columns[heading.index]!)] as const);
  const keyCells = headings.filter(isOfKey).map(cellName);
  const key = keyCells.flatMap((cell, index) => (index === 0 ? [cell] : [dialect.text(BETWEEN), cell]));
  return [cells, [[KEY, dialect.joined(key)]]];
}

/** A table whose cells are understood: which rows are plain, and what they say. */
export class TableInSql {
  readonly columns: ReadonlyMap<string, PlainColumn>;
  readonly levels: readonly SqlLevel[];
  /** Cells that are plain, and no rule broken that rejects a row. What its place and id are worth is looked at elsewhere. */
  readonly isPlain: Test<Sql>;
  /** Rows that break a rule and count all the same: something is to be said of them. */
  readonly isDoubtful: Test<Sql>;
  /** Which column keeps a row from being plain, if one does. */
  readonly fault: Sql;
  readonly database: DatabaseTable;
  readonly headings: readonly Heading[];

  constructor(table: Pick<OpenedTable, 'headings' | 'table'>, database: DatabaseTable, known: KnownCells) {
    const { dialect } = database;
    this.database = database;
    this.headings = table.headings;
    this.columns = plainColumns(table, known, dialect);
    const columns = [...this.columns.values()];
    const numbers = columns.flatMap(({ number }) => (number ? [[number.name, number.expression] as const] : []));
    const [cells, key] = cellLevels(table, database) as [SqlLevel, SqlLevel];
    const id = this.columns.get('household_id');
    this.levels = [cells, [...key, ...numbers, [ID, id ? dialect.lower(id.cell) : "''"]]];
    const asked = askedInSql(this.columns, dialect, nothing);
    const broken = (severity: Severity): Test<Sql> => some(asked, this.#brokenBy(severity));
    this.isPlain = every(asked, [...columns.map(({ isPlain }) => isPlain), no(asked, broken('error'))]);
    this.isDoubtful = some(asked, [broken('warning'), broken('note')]);
    this.fault = dialect.choose(
      columns.flatMap(({ isPlain, heading }) =>
        isPlain === true ? [] : [[isPlain === false ? dialect.matches("''", '') : `NOT ${isPlain}`, dialect.text(heading.column)] as const],
      ),
      "''",
    );
  }

  /** The dialect in which the table is asked. */
  get dialect(): Dialect {
    return this.database.dialect;
  }

  rows(selected: Omit<SelectedRows, 'from' | 'levels'>): Sql {
    return this.dialect.rows({ from: this.database.from, levels: this.levels, ...selected });
  }

  groups(selected: Omit<SelectedGroups, 'from' | 'levels'>, more: readonly SqlLevel[] = []): Sql {
    return this.dialect.groups({ from: this.database.from, levels: [...this.levels, ...more], ...selected });
  }

  /** How many rows there are. */
  async countOf(where: Test<Sql>): Promise<number> {
    const [[count = '0'] = []] = await this.database.query(this.groups({ where, by: [], sums: [['am_n', this.dialect.count]] }));
    return Number(count);
  }

  /** Rows that break rules of a severity. Rules know no dated number. */
  #brokenBy(severity: Severity): readonly Test<Sql>[] {
    const asked = askedInSql(this.columns, this.dialect, nothing);
    const has = new Set(this.columns.keys());
    return tables.households.rules.flatMap((rule) => {
      const isAsked = rule.severity === severity && ('broken' in rule ? canAnswer(rule.broken, has) : comparesSums(rule, has));
      return isAsked ? [toBroken(asked, rule)] : [];
    });
  }
}

const nothing = (): { readonly isKnown: false; readonly value: Sql } => ({ isKnown: false, value: '0' });
