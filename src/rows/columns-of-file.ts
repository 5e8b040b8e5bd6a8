import { hasMembers } from '../input/open-table.ts';
import type { OpenedTable } from '../input/open-table.ts';
import { withDerived } from '../tables/projects/money-columns.ts';

/** The columns that a file answers with. Folded from its members, a household has its persons counted; a project has its money added up. */
export const columnsOfFile = (file: OpenedTable): ReadonlySet<string> =>
  withDerived(new Set([...file.headings.map(({ column }) => column), ...(hasMembers(file) ? ['persons'] : [])]));
