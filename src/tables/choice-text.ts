import type { TableId } from '../vocabulary/table.ts';
import type { Text } from '../vocabulary/text.ts';
import { tables } from './index.ts';

/** A value of a closed list in the words that files use for it. */
export function choiceText(table: TableId, column: string, value: string): Text {
  const words = tables[table].columns[column]?.choices?.[value];
  return { zh: words?.[0] ?? value, en: value };
}

/** What the words of a column's closed list are called, by their codes. */
export const choiceNames = (table: TableId, column: string): Readonly<Record<string, Text>> =>
  Object.fromEntries(Object.keys(tables[table].columns[column]?.choices ?? {}).map((code) => [code, choiceText(table, column, code)]));
