import { csv } from '../../formats/csv.ts';
import { talliesData } from '../../pages/tallies/data.ts';
import { facts } from '../../tables/facts.ts';
import type { IsoDate, Period } from '../../vocabulary/period.ts';
import { declared } from '../declared.ts';
import { notesOnInputs } from '../notes-on-files.ts';
import { asOfOption, filesOptions, periodOption } from '../options.ts';
import { printOptions } from '../print-options.ts';
import { ofPeriod, periodFor, refuseOtherDay } from '../tally-files.ts';
import type { TallyOptions } from '../tally-files.ts';
import { tallying } from '../tallying.ts';

/** Sums are rows alone: there is no page of them. */
const FORMATS = [csv];

/** Which sums are to be written, checked word by word. */
interface SumOptions extends TallyOptions<'data'> {
  /** Every period unless one is asked for. */
  readonly period: Period | undefined;
  readonly asOf: IsoDate | undefined;
}

/** `aid-metrics tally FILE…`: the tool's own mergeable sums, to be read back like any table. */
export const addTally = declared<SumOptions>({
  name: 'tally',
  about: {
    zh: '汇总表：每地每期的合计数，没有户和人名，可以上报后再合并计算',
    en: 'the sums of each place and period, without households or names, to be sent on and added up later',
  },
  takes: [
    [
      '[file...]',
      {
        zh: '村表、户表、项目表或汇总表，顺序不限；- 为标准输入',
        en: 'village, household, project or tallies files in any order; - is standard input',
      },
    ],
  ],
  own: [],
  shared: ['period', 'asOf', 'partial'],
  judges: true,
  readsFiles: true,
  formats: FORMATS,
  help: {
    examples: [
      [
        { zh: 'tally 村表.csv 户表.csv -o 公安镇.csv', en: 'tally villages.csv households.csv -o town.csv' },
        { zh: '一个镇的合计数，不带户和人名', en: 'what a township sends in place of its household file' },
      ],
      [
        { zh: 'report 公安镇.csv 清塘镇.csv --by county', en: 'report town.csv other-town.csv --by county' },
        { zh: '两个镇的汇总表合起来算全县', en: 'the sums of two townships, added up to their county' },
      ],
    ],
    statuses: ['done', 'findings', 'cannotRun', 'bug'],
  },
  read: ({ files }, words, context) => ({
    ...filesOptions(files, words, context),
    print: printOptions(words, FORMATS, 'csv', context),
    period: periodOption('period', words),
    asOf: asOfOption(words),
  }),
  work: tallying(({ period, asOf }) => ({
    plan: () => ({ facts, asOf }),
    result: ({ tallies }) => {
      const chosen = periodFor(tallies, period);
      refuseOtherDay(tallies, chosen, asOf);
      const kept = period === undefined ? tallies : ofPeriod(tallies, period);
      return { faces: { data: () => talliesData(kept) }, notes: notesOnInputs(tallies) };
    },
  })),
});
