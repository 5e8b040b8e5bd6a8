import { tables } from '../../src/tables/index.ts';
import type { TableId } from '../../src/vocabulary/table.ts';
import { cellOf, nastyCell } from './cells.ts';
import type { Dice } from './dice.ts';

export type Grid = readonly (readonly string[])[];

/** A table under headings that it is recognised by, with rows as an office would have them; then changed in its structure, now and then. */
export function gridOf(table: Exclude<TableId, 'tallies'>, dice: Dice): Grid {
  const all = Object.entries(tables[table].columns).filter(([column]) => column !== 'village_code' || dice.oneIn(4));
  const needed = all.filter(([column, { required }]) => required || column === 'village' || column === 'period');
  const others = all.filter((entry) => !needed.includes(entry));
  const more = Array.from({ length: 2 + dice.below(6) }, () => dice.of(others));
  const columns = [...new Map([...needed, ...more])];
  const heading = ([column, { label, aliases }]: (typeof columns)[number]): string =>
    dice.oneIn(3) ? dice.of([label.zh, ...aliases]) : column;
  const header = columns.map(heading);
  const rows = Array.from({ length: 1 + dice.below(6) }, (_, at) =>
    columns.map(([column, definition]) => (column.endsWith('_id') ? `00${at + 1}` : cellOf(column, definition, dice))),
  );
  return changed([header, ...rows], dice);
}

/** What offices and spreadsheets do to a table. */
function changed(grid: Grid, dice: Dice): Grid {
  if (!dice.oneIn(3)) return grid;
  const [header = [], ...rows] = grid;
  const at = dice.below(rows.length);
  const put = (...more: Grid): Grid => [header, ...rows.slice(0, at), ...more, ...rows.slice(at)];
  switch (dice.below(10)) {
    case 0:
      return [['示范县统计表'], ...grid];
    case 1:
      return [['', '单位：万元'], ...grid];
    case 2:
      return put(rows[at]!);
    case 3:
      return put([]);
    case 4:
      return put(header);
    case 5:
      return put(rows[at]!.slice(1));
    case 6:
      return put([...rows[at]!, 'x']);
    case 7:
      return put(header.map((_, index) => (index === 0 ? '合计' : '1')));
    case 8:
      return [[...header, nastyCell(dice)], ...rows.map((row) => [...row, nastyCell(dice)])];
    default:
      return [header, ...rows.map((row, index) => (index === at ? row.map(() => nastyCell(dice)) : row))];
  }
}
