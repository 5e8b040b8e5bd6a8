import { UserError } from '../errors.ts';
import type { StatusChanges } from '../rows/status-changes.ts';
import { StatusHistory } from '../rows/history.ts';
import type { Tallies } from '../tally/tally.ts';
import { kindOf, monthsUpTo } from '../vocabulary/period.ts';
import type { Text } from '../vocabulary/text.ts';
import type { Period } from '../vocabulary/period.ts';

/** A year is compared with a year, a month with a month: where neither has two, there is nothing to compare. */
export function notesOnPeriods(periods: readonly Period[]): readonly Text[] {
  const years = periods.filter((period) => kindOf(period) === 'year').length;
  if (Math.max(years, periods.length - years) > 1) return [];
  return [
    {
      zh: `文件里只有 ${periods.join('、')}，没有可以相比的两期；请同时给出其他时期的文件`,
      en: `the files hold only ${periods.join(', ')}: there are no two periods to compare; give the files of other periods too`,
    },
  ];
}

/** A rejected row is no household: its id may seem to have vanished or appeared. */
export function notesOnChanges(changes: readonly StatusChanges[], { inputs }: Tallies): readonly Text[] {
  const rejected = inputs.filter(({ table }) => table === 'households').reduce((sum, input) => sum + input.rejected, 0);
  if (changes.length === 0 || rejected === 0) return [];
  return [
    {
      zh: `户表有 ${rejected} 行未通过检查：这些户在状态矩阵里按“不在表里”`,
      en: `${rejected} household ${rejected === 1 ? 'row was' : 'rows were'} rejected: in the status matrix ${rejected === 1 ? 'it stands' : 'they stand'} as not there`,
    },
  ];
}

/** Two snapshots without a period column cannot be told apart: every household seems to stand twice in one period. */
export function notesOnSnapshots(history: StatusHistory): readonly Text[] {
  if (history.filesWithoutPeriod < 2) return [];
  return [
    {
      zh: '有几个户表没有“年度”（period）列，它们都算作同一期。如果是不同时期的户表，请给每个表加上年度列再比较',
      en: 'several household files have no period column, so all of them stand in one period. To compare files of different periods, give each a period column',
    },
  ];
}

/** The refusal of a matrix that has nothing to compare. */
export const withoutMatrix = (periods: readonly Period[]): UserError =>
  periods.length === 0
    ? new UserError({ zh: '--matrix 需要两期以上的户表', en: '--matrix needs household files of two periods or more' })
    : new UserError({
        zh: `--matrix 需要两期以上的户表；文件里只有 ${periods.join('、')} 的户`,
        en: `--matrix needs household files of two periods or more; these hold households of ${periods.join(', ')} only`,
      });

/** Which periods the flows are of. */
export function toDateNote(period: Period): Text {
  const [first] = monthsUpTo(period);
  if (first === undefined)
    return { zh: `${period} 是整年，--to-date 没有要累计的月份`, en: `${period} is a whole year: --to-date has no months to add up` };
  return {
    zh: `流量（收入、资金、辍学等）是 ${first} 至 ${period} 的累计；存量仍是 ${period} 的`,
    en: `flows (income, funds, drop-outs) are added up from ${first} to ${period}; what stands is that of ${period}`,
  };
}
