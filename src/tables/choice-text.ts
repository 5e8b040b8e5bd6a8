import type { TableId } from '../vocabulary/table.ts';
import type { Text } from '../vocabulary/text.ts';
import { tables } from './index.ts';

/** A value of a closed list in the words that files use for it. */
export function choiceText(table: TableId, column: string, value: string): Text {
  const words = tables[table].columns[column]?.choices?.[value];
  return { zh: words?.[0] ?? value, en: value };
}
