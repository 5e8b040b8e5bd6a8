import type { Table } from '../language/table.ts';
import type { TableId } from '../vocabulary/table.ts';
import { households } from './households/table.ts';
import { projects } from './projects/table.ts';
import { tallies } from './tallies.ts';
import { villages } from './villages/table.ts';

/** Every table. One that is missing does not compile. */
export const tables: { readonly [T in TableId]: Table } = { villages, households, projects, tallies };
