import { UserError } from '../../errors.ts';
import type { Finding, Found } from '../../input/finding.ts';
import type { OpenedTable } from '../../input/open-table.ts';
import type { Engine } from './engine.ts';
import { sql } from './sql/engine.ts';

/** Who adds up a table of households: a database its own. */
export const engineOf = (table: OpenedTable, ofFiles: Engine): Engine => (table.database ? sql : ofFiles);

/** Ids of households stay in their database: whether one stands in another table too cannot be told. */
export function refuseBesideDatabase(households: readonly OpenedTable[]): void {
  const table = households.find(({ database }) => database);
  if (!table || households.length === 1) return;
  throw new UserError({
    zh: `${table.file}：户表在数据库里时，只能给一个户表：编号不出数据库，无法与别的户表查重。请在数据库里用视图（UNION ALL）合在一起`,
    en: `${table.file}: with households in a database there can be no other household table, because ids do not leave the database and could not be compared. Put the tables together in a view (UNION ALL)`,
  });
}

/** Findings about tables of databases: their rows have no numbers, and are called by what names them. */
export function withoutRowNumbers(tables: readonly OpenedTable[], found: Found): Found {
  const names = new Set(tables.flatMap(({ file, database }) => (database ? [file] : [])));
  if (names.size === 0) return found;
  return (finding) => found(names.has(finding.file) ? withoutRow(finding) : finding);
}

function withoutRow({ line: _line, row: _row, ...finding }: Finding): Finding {
  return finding.arguments?.twin === undefined ? finding : { ...finding, arguments: { ...finding.arguments, twin: ANOTHER_ROW } };
}
const ANOTHER_ROW = { zh: '表里的另一行', en: 'another row of the table' };
