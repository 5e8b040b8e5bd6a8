import { UserError } from '../errors.ts';
import { editDistance, nearest } from '../vocabulary/nearest.ts';
import { TABLE_IDS } from '../vocabulary/table.ts';
import type { TableId } from '../vocabulary/table.ts';
import type { Text } from '../vocabulary/text.ts';
import { comparable } from './cell.ts';
import type { Column } from '../language/column.ts';
import type { Table } from '../language/table.ts';
import { tables } from '../tables/index.ts';

/** A heading of the office's files and the column that it is. */
export interface OwnHeading {
  readonly heading: string;
  readonly column: string;
  /** In this table alone; without it in every table that has the column. */
  readonly table?: TableId | undefined;
}

/** A word of the office's files and the value that it is. */
export interface OwnWord {
  readonly word: string;
  readonly value: string;
  /** In this column alone; without it in every column that has the value: yes and no. */
  readonly column?: string | undefined;
  readonly table?: TableId | undefined;
}

/** How an office names things in its files, beside the names that everybody's files have. The office's own win. */
export interface OfficeWords {
  readonly headings: readonly OwnHeading[];
  readonly words: readonly OwnWord[];
  /** What it calls its currency. */
  readonly currency: readonly string[];
  /** It does not work in China: its codes are not those of the statistical bureau. */
  readonly abroad: boolean;
}

export const NO_OFFICE_WORDS: OfficeWords = { headings: [], words: [], currency: [], abroad: false };

/** Every table, as it is written where the files come from. */
export type KnownTables = Readonly<Record<TableId, Table>>;

const made = new WeakMap<OfficeWords, KnownTables>();

/** The tables as the office writes them. */
export function tablesOf(office: OfficeWords): KnownTables {
  if (office === NO_OFFICE_WORDS) return tables;
  let known = made.get(office);
  if (!known) {
    known = Object.fromEntries(TABLE_IDS.map((id) => [id, written(tables[id], office)])) as KnownTables;
    made.set(office, known);
  }
  return known;
}

function written(table: Table, { headings, words, currency, abroad }: OfficeWords): Table {
  const here = (one: { readonly table?: TableId | undefined }): boolean => one.table === undefined || one.table === table.id;
  const own = headings.filter((one) => here(one) && one.column in table.columns);
  const columns = Object.entries<Column>(table.columns).map(([column, definition]) => {
    const values = valuesOf(definition);
    const ofColumn = words.filter((one) => here(one) && (one.column ?? column) === column && values.includes(one.value));
    // What is said of a column counts before what is said of all.
    const ordered = ofColumn.toSorted((a, b) => Number(a.column !== undefined) - Number(b.column !== undefined));
    return [
      column,
      {
        ...definition,
        ...(ordered.length > 0 && { ownWords: new Map(ordered.map(({ word, value }) => [comparable(word), value])) }),
        ...(abroad && { digits: undefined }),
        ...(definition.kind === 'money' && currency.length > 0 && { currency: currency.map(comparable) }),
      },
    ];
  });
  return {
    ...table,
    columns: Object.fromEntries(columns) as Table['columns'],
    ...(own.length > 0 && { ownHeadings: new Map(own.map(({ heading, column }) => [comparable(heading), column])) }),
  };
}

/** The values that a column's words may stand for; none where it has no closed list of them. */
export const valuesOf = ({ kind, choices }: Column): readonly string[] =>
  kind === 'yes-no' ? ['yes', 'no'] : kind === 'choice' ? Object.keys(choices ?? {}) : [];

/** The tables that have a column; only the one of a prefix (`households.persons`). */
export function columnNamed(name: string): Pick<OwnHeading, 'column' | 'table'> | undefined {
  const [prefix, rest] = name.includes('.') ? [name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.') + 1)] : [undefined, name];
  const table = TABLE_IDS.find((id) => id === prefix);
  if (prefix !== undefined && !table) return undefined;
  const searched = table ? [table] : TABLE_IDS;
  for (const id of searched) {
    const found = Object.entries<Column>(tables[id].columns).find(
      ([column, { label }]) =>
        column === rest || label.zh === rest || comparable(label.en) === comparable(rest) || comparable(column) === comparable(rest),
    );
    if (found) return { column: found[0], table };
  }
  return undefined;
}

/** What is said of a column that there is not: which one is meant. */
export function unknownColumn(name: string): Text {
  const prefix = TABLE_IDS.find((id) => name.startsWith(`${id}.`));
  const known = (prefix ? [prefix] : TABLE_IDS).flatMap((id) =>
    Object.keys(tables[id].columns).map((column) => (prefix ? `${id}.${column}` : column)),
  );
  const near = nearest(name, known);
  return {
    zh: `没有列“${name}”${near ? `，是不是 ${near}？` : ''}。列名见 aid-metrics template 或 docs/tables.md；两种表同名的列写成 households.status`,
    en: `there is no column "${name}"${near ? `; did you mean ${near}?` : '.'} The columns are in aid-metrics template and docs/tables.md; one that two tables have is written households.status`,
  };
}

/** What is said of a value that a column does not have. */
export function unknownValue(value: string, values: readonly string[]): Text {
  const near = values.find((one) => editDistance(one, value) <= 2);
  return {
    zh: `没有取值“${value}”${near ? `，是不是 ${near}？` : ''}；可用：${values.join('、')}`,
    en: `there is no value "${value}"${near ? `; did you mean ${near}?` : ''}; known here: ${values.join(', ')}`,
  };
}

/** Reads `HEADING=COLUMN`. The last equals sign counts: a heading may have one. */
export function readOwnHeading(text: string): OwnHeading {
  const at = text.lastIndexOf('=');
  const [heading, name] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at === -1 || heading === '' || name === '')
    throw new UserError({
      zh: `--map ${text} 应写成 表头=列名，如 --map 受帮扶户=registered_poor_households`,
      en: `--map ${text} must be HEADING=COLUMN, such as --map "Families helped=registered_poor_households"`,
    });
  const column = columnNamed(name);
  if (!column) {
    const { zh, en } = unknownColumn(name);
    throw new UserError({ zh: `--map ${text}：${zh}`, en: `--map ${text}: ${en}` });
  }
  return { heading, ...column };
}

/** Those headings of the office that none of the given files has. */
export function unusedHeadings(
  own: readonly OwnHeading[],
  files: readonly { readonly headings: readonly { readonly written: string; readonly mapped: boolean }[] }[],
): readonly OwnHeading[] {
  const used = new Set(
    files.flatMap(({ headings }) =>
      headings.flatMap(({ written: heading, mapped }) =>
        mapped ? [comparable(heading), comparable(heading).replace(/[([【[][^()[\]【】]*[)\]】]$/u, '')] : [],
      ),
    ),
  );
  return own.filter(({ heading }) => !used.has(comparable(heading)));
}
