import { UserError } from '../errors.ts';
import { columnLabels } from '../report/column-text.ts';
import type { ListedFile } from '../rows/listed.ts';
import type { ListKind } from '../rows/list-kind.ts';
import { monthsUpTo } from '../vocabulary/period.ts';
import type { Period } from '../vocabulary/period.ts';

/** Refuses a list that no file of the period can make: for want of columns, or of the number to compare with. */
export function refuseUnanswerable(kind: ListKind, files: readonly ListedFile[], period: Period): void {
  const here = files.filter(({ asked }) => asked.has(period));
  if (here.length === 0) return;
  const isLedger = kind.listed.by === 'left-out';
  if (!isLedger && here.every(({ unanswerable }) => unanswerable.length > 0)) {
    const columns = [...new Set(here.flatMap(({ unanswerable }) => unanswerable.flatMap((one) => one.columns)))];
    const labels = columnLabels(kind.from, columns);
    throw new UserError({
      zh: `list ${kind.id} 需要的列，文件里没有或整列为空：${labels.zh}（${columns.join('、')}）`,
      en: `list ${kind.id} needs columns that the files do not have, or that are blank throughout: ${labels.en} (${columns.join(', ')})`,
    });
  }
  if (!here.every(({ asked }) => asked.get(period)!.withoutParameter === asked.get(period)!.rows)) return;
  if (monthsUpTo(period).length > 0)
    throw new UserError({
      zh: `贫困线是年度标准，不判月份 ${period}（annual-standard）。用 --period 选一个年度`,
      en: `the poverty line is a mark of the year and judges no month such as ${period} (annual-standard). Choose a year with --period`,
    });
  throw new UserError({
    zh: `${period} 年没有有效的贫困线，无法比较收入。用 --standards 给出一条，或用 --period 选有线的年份`,
    en: `no poverty line is in force in ${period}, so incomes cannot be compared. Give one with --standards, or choose another year with --period`,
  });
}
