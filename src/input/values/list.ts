import { comparable } from '../cell.ts';
import type { ValueKind } from '../value-kind.ts';

const SEPARATORS = /[、，,；;|\n]/u;
const NONE = new Set(['无', '没有', '无帮扶', 'none', '否']);

/** Several names in one cell: 优质稻、鸡. The word 无 alone is an empty list; a name said twice counts once. */
export const list: ValueKind<'list'> = {
  kind: 'list',
  canonical: /^[^、，,；;|\n]+$/u,
  read: (text) => {
    const items = text.split(SEPARATORS).map((item) => item.trim());
    const named = [...new Set(items.filter((item) => item !== ''))];
    return { value: named.length === 1 && NONE.has(comparable(named[0]!)) ? [] : named };
  },
};
