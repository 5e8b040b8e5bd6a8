import type { UnknownColumn } from '../rows/unknown-column.ts';
import type { TableId } from '../vocabulary/table.ts';
import type { Text } from '../vocabulary/text.ts';
import { columnText } from './column-text.ts';

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
