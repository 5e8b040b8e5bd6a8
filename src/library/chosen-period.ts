import { UserError } from '../errors.ts';
import { periodsOf } from '../measure/measure.ts';
import { isOfProjects, isOfVillage } from '../tally/tally.ts';
import type { Tallies } from '../tally/tally.ts';
import type { IsoDate, Period } from '../vocabulary/period.ts';

/** The period that a question is about: the one asked for, else the latest in the village, household and tallies files, else of the projects. */
export function periodFor(tallies: Tallies, asked: Period | undefined): Period {
  const periods = periodsOf(tallies);
  if (asked !== undefined && periods.includes(asked)) return asked;
  const latest = periodsOf({ ...tallies, tallies: tallies.tallies.filter(isOfVillage) }).at(-1) ?? periods.at(-1);
  if (latest === undefined) throw new UserError({ zh: '文件里没有可以计算的行', en: 'the files hold no row that could be counted' });
  if (asked === undefined) return latest;
  throw new UserError({
    zh: `文件里没有 ${asked}，有的是：${periods.join('、')}`,
    en: `the files hold nothing of ${asked}; they hold ${periods.join(', ')}`,
  });
}

/** Refuses the state of projects, read from tallies, as of another day than the one asked for: it cannot be told from their sums. */
export function refuseOtherDay({ tallies }: Tallies, period: Period, asOf: IsoDate | undefined): void {
  const other =
    asOf === undefined
      ? undefined
      : tallies.find((tally) => tally.period === period && tally.parameters.as_of !== asOf && isOfProjects(tally));
  if (!other) return;
  throw new UserError({
    zh: `汇总文件里的项目状态截至 ${other.parameters.as_of}，不能改成 ${asOf}。去掉 --as-of，或用项目表重新计算`,
    en: `the tallies hold the state of projects as of ${other.parameters.as_of}, which cannot be turned into that of ${asOf}. Leave --as-of out, or start from the project table`,
  });
}
