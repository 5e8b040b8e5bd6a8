import { UserError } from '../errors.ts';
import type { TableId } from '../vocabulary/table.ts';
import type { Text } from '../vocabulary/text.ts';

/** Refuses sums to a command that shows the rows behind them: they are no longer there. */
export function refuseTallies(given: ReadonlySet<TableId>, command: string): void {
  if (given.has('tallies'))
    throw new UserError({
      zh: `${command} 要看原来的行，汇总表里已经没有了。请给出村表、户表、项目表`,
      en: `${command} shows rows, and tallies no longer have them. Give the village, household and project files that they were made from`,
    });
}

const TABLE_NAMES: Readonly<Record<TableId, Text>> = {
  villages: { zh: '村表', en: 'a village file' },
  households: { zh: '户表', en: 'a household file' },
  projects: { zh: '项目表', en: 'a project file' },
  tallies: { zh: '汇总表', en: 'a tallies file' },
};

/** Refuses to go on without a table that the command cannot do without. */
export function requireTable(table: TableId, given: ReadonlySet<TableId>, command: string): void {
  if (given.has(table)) return;
  const { zh, en } = TABLE_NAMES[table];
  throw new UserError({ zh: `${command} 需要${zh}，文件里没有`, en: `${command} needs ${en}, and there is none among the files` });
}
