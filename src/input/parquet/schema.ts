import type { SchemaElement } from './footer.ts';
import { typeOf } from './column-type.ts';
import type { ColumnType } from './column-type.ts';

const REQUIRED = 0;
const REPEATED = 2;
const LIST = 3;

/** A column of a Parquet file as it is read. */
export interface ParquetColumn {
  readonly name: string;
  /** Which of the columns of a row group it is. */
  readonly leaf: number;
  readonly type: ColumnType;
  /** The level from which on a value is there. */
  readonly filled: number;
  /** A list of values: the level at which it is there and empty; from the next on it has an item. */
  readonly list?: { readonly empty: number } | undefined;
}

/** A column that is not read: maps, structures, geometry. */
export interface UnreadColumn {
  readonly name: string;
  readonly what: string;
}

export interface ParquetSchema {
  readonly columns: readonly ParquetColumn[];
  readonly unread: readonly UnreadColumn[];
  readonly leaves: number;
}

/** The columns that a description tells of, in the order of the file. Throws where it is none. */
export function schemaOf(elements: readonly SchemaElement[]): ParquetSchema {
  const columns: ParquetColumn[] = [];
  const unread: UnreadColumn[] = [];
  let leaves = 0;
  let at = 1;
  for (let child = 0; child < elements[0]!.children; child++) {
    const first = at;
    at = behind(elements, first);
    const own = elements.slice(first, at);
    const read = columnOf(own, leaves);
    if ('type' in read) columns.push(read);
    else unread.push(read);
    leaves += own.filter(({ children }) => children === 0).length;
  }
  if (at !== elements.length) throw new RangeError('schema: columns left over');
  return { columns, unread, leaves };
}

/** Where the columns end that belong to one. */
function behind(elements: readonly SchemaElement[], first: number): number {
  let open = 1;
  let at = first;
  for (; open > 0; at++) {
    const element = elements[at];
    if (!element || element.children < 0) throw new RangeError('schema: breaks off');
    open += element.children - 1;
  }
  return at;
}

function columnOf(own: readonly SchemaElement[], leaf: number): ParquetColumn | UnreadColumn {
  const [column, second, third] = own as readonly [SchemaElement, SchemaElement?, SchemaElement?];
  const { name } = column;
  const item = own.at(-1)!;
  const type = typeOf(item);
  if (own.length === 1) {
    if (typeof type === 'string') return { name, what: type };
    if (column.repetition === REPEATED) return { name, leaf, type, filled: 1, list: { empty: 0 } };
    return { name, leaf, type, filled: column.repetition === REQUIRED ? 0 : 1 };
  }
  const isList = column.converted === LIST || column.logical['field_3'] !== undefined;
  const isOfValues = own.length === 2 || (own.length === 3 && third?.repetition !== REPEATED);
  const isNested = !isList || !isOfValues || second?.repetition !== REPEATED || column.repetition === REPEATED || item.children > 0;
  if (isNested) return { name, what: isList ? 'LIST of groups' : groupName(column) };
  if (typeof type === 'string') return { name, what: `LIST of ${type}` };
  const empty = column.repetition === REQUIRED ? 0 : 1;
  return { name, leaf, type, filled: empty + (third && third.repetition !== REQUIRED ? 2 : 1), list: { empty } };
}

const groupName = ({ converted, logical }: SchemaElement): string =>
  converted === 1 || converted === 2 || logical['field_2'] !== undefined ? 'MAP' : logical['field_16'] === undefined ? 'STRUCT' : 'VARIANT';
