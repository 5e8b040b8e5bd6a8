import { hasMembers } from '../input/open-table.ts';
import type { OpenedTable } from '../input/open-table.ts';
import { maskIdentityNumbers, maskName } from '../input/mask.ts';
import type { Row } from '../language/row.ts';
import { tables } from '../tables/index.ts';
import { columnText } from './column-text.ts';
import { MADE_OF, withDerived } from '../tables/projects/money-columns.ts';
import { PLACE_COLUMNS } from '../vocabulary/place.ts';
import type { Place } from '../vocabulary/place.ts';
import type { TableId } from '../vocabulary/table.ts';
import type { Text } from '../vocabulary/text.ts';

/** The columns that a file answers with. Folded from its members, a household has its persons counted; a project has its money added up. */
export const columnsOfFile = (file: OpenedTable): ReadonlySet<string> =>
  withDerived(new Set([...file.headings.map(({ column }) => column), ...(hasMembers(file) ? ['persons'] : [])]));

/** Rows of one village share one place, which is made printable once. */
const printable = new WeakMap<Place, Place>();

/** A place as it may be printed: identity numbers that stand where they should not are masked. */
export function printedPlace(place: Place): Place {
  const known = printable.get(place);
  if (known) return known;
  const made: Place = Object.fromEntries(
    PLACE_COLUMNS.flatMap((part) => (place[part] === undefined ? [] : [[part, maskIdentityNumbers(place[part])]])),
  );
  printable.set(place, made);
  return made;
}

/** A cell of text as it may be printed. */
export const printedText = (row: Row, column: string): string | undefined => {
  const value = row[column];
  return typeof value === 'string' ? maskIdentityNumbers(value) : undefined;
};

/** Names of a list of persons, each masked. */
export const printedNames = (row: Row, column: string): readonly string[] => itemsOf(row, column).map(maskName);

/** The items of a list as they may be printed. */
export const printedItems = (row: Row, column: string): readonly string[] => itemsOf(row, column).map(maskIdentityNumbers);

const itemsOf = (row: Row, column: string): readonly string[] => {
  const value = row[column];
  return Array.isArray(value) ? (value as readonly string[]) : [];
};

/** A value of a closed list in the words that files use for it. */
export function choiceText(table: TableId, column: string, value: string): Text {
  const words = tables[table].columns[column]?.choices?.[value];
  return { zh: words?.[0] ?? value, en: value };
}

/** What the words of a column's closed list are called, by their codes. */
export const choiceNames = (table: TableId, column: string): Readonly<Record<string, Text>> =>
  Object.fromEntries(Object.keys(tables[table].columns[column]?.choices ?? {}).map((code) => [code, choiceText(table, column, code)]));

/** Why a column gave no answer for a row. `doubtful`: it is there, but a lower bound, or another column contradicts it. */
export interface UnknownColumn {
  readonly column: string;
  readonly why: 'blank' | 'absent' | 'doubtful';
}

/** What is the matter with the columns that gave no answer. One that is made of others has it from those that are blank, else from all of them. */
export const whyUnknown = (columns: readonly string[], row: Row, has: ReadonlySet<string>): readonly UnknownColumn[] => {
  const written = columns.flatMap((column) => {
    const parts = MADE_OF[column] ?? [column];
    const blank = parts.filter((part) => row[part] === undefined);
    return blank.length > 0 ? blank : parts;
  });
  return [...new Set(written)].map((column) => ({
    column,
    why: row[column] !== undefined ? 'doubtful' : has.has(column) ? 'blank' : 'absent',
  }));
};

const WHY: Readonly<Record<UnknownColumn['why'], Text>> = {
  blank: { zh: '空白', en: 'blank' },
  absent: { zh: '没有这一列', en: 'no such column' },
  doubtful: { zh: '说不准', en: 'doubtful' },
};

/** A column without an answer as a person reads it: 是否参与产业：空白. */
export function unknownText(table: TableId, { column, why }: UnknownColumn): Text {
  const name = columnText(table, column);
  return { zh: `${name.zh}：${WHY[why].zh}`, en: `${name.en} (${WHY[why].en})` };
}

/** The same for machines: `has_industry=blank`. */
export const unknownCode = ({ column, why }: UnknownColumn): string => `${column}=${why}`;
