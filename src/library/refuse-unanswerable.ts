import { UserError } from '../errors.ts';
import type { ParameterId } from '../language/condition.ts';
import { columnLabels } from '../report/column-text.ts';
import { notInForce } from '../report/listing/grounds-notes.ts';
import type { ListedFile } from '../rows/listed.ts';
import type { Grounds, ListKind } from '../rows/list-kind.ts';
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
  if (kind.listed.by === 'grounds') return refuseGrounds(kind.listed, kind.id, here, period);
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

/** Refuses a list by grounds of which nothing can be asked: its line is not given, no limit of time is in force, or no scheme. */
function refuseGrounds({ chief, grounds, scheme }: Grounds, id: string, here: readonly ListedFile[], period: Period): void {
  const isMissing = (parameter: ParameterId): boolean =>
    here.every(({ asked }) => asked.get(period)!.without.get(parameter) === asked.get(period)!.rows);
  if (chief && isMissing(chief.compares)) throw new UserError(notInForce(chief.compares, period));
  const limits = grounds.map(({ limit }) => limit);
  if (limits.every((limit) => limit !== undefined && isMissing(limit)))
    throw new UserError(...limits.map((limit) => notInForce(limit!, period)));
  const asked = here.flatMap(({ byGrounds }) => byGrounds?.get(period) ?? []);
  const [without] = asked.flatMap(({ withoutScheme }) => withoutScheme);
  if (scheme === undefined || without === undefined || asked.some(({ rows }) => rows > 0)) return;
  throw new UserError(
    without.reason === 'region-unknown'
      ? {
          zh: `不知道文件在哪个地区，各地的风险消除条件不同：用 --region 代码 指明（如 45），或在表里写省名或村代码`,
          en: `it is not known where the places lie, and regions differ in when a risk may be called cleared: say it with --region CODE (such as 45), or give the province or the village codes`,
        }
      : {
          zh: `${period} 没有有效的风险消除条件（${scheme}），list ${id} 没有可核对的。用 --standards 给出本地的一套，见 docs/since-2021.md`,
          en: `no scheme ${scheme} is in force for ${period}, so that list ${id} has nothing to check by. Give your region's with --standards: docs/since-2021.md`,
        },
  );
}
