import type { Text } from '../vocabulary/text.ts';
import type { ListColumn } from './list-kind.ts';

/** A column of a list that shows a day, as far as it is known. */
export const dayColumn = (id: string, label: Text): ListColumn => ({
  id,
  label,
  reads: [id],
  of: ({ [id]: day }) => (typeof day === 'string' ? { kind: 'day', day } : undefined),
});
