import { facts } from '../../tables/facts.ts';
import type { Format } from '../../page/format.ts';
import { csv } from '../../formats/csv.ts';
import { talliesData } from '../../pages/tallies/data.ts';
import { addHelpPage, groupHeading } from '../help.ts';
import type { IsoDate, Period } from '../../vocabulary/period.ts';
import { runCommand } from '../command.ts';
import type { AddCommand, CommandContext } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { addInputOptions, addOutputOptions, addSharedOptions, addStandardsOptions } from '../declare-options.ts';
import { asOfOption, inputOptions, judgingOptions, periodOption } from '../options.ts';
import type { Words } from '../options.ts';
import { printOptions } from '../print-options.ts';
import type { PrintOptions } from '../print-options.ts';
import { notesOnInputs, ofPeriod, periodFor, prepare, refuseOtherDay, tallyFiles, writeNotes } from '../tally-files.ts';
import type { TallyOptions } from '../tally-files.ts';

/** Sums are rows alone: there is no page of them. */
const FORMATS = [csv];

/** `aid-metrics tally FILE…`: the tool's own mergeable sums, to be read back like any table. */
export const addTally: AddCommand = (program, context) => {
  const { lang } = context;
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const command = program
    .command('tally')
    .argument(
      '[file...]',
      say(
        '村表、户表、项目表或汇总表，顺序不限；- 为标准输入',
        'village, household, project or tallies files in any order; - is standard input',
      ),
    )
    .description(
      say(
        '汇总表：每地每期的合计数，没有户和人名，可以上报后再合并计算',
        'the sums of each place and period, without households or names, to be sent on and added up later',
      ),
    );
  command.optionsGroup(groupHeading('compute', lang));
  addSharedOptions(command, lang, ['period', 'asOf', 'partial']);
  addStandardsOptions(command, lang);
  addInputOptions(command, lang);
  addOutputOptions(command, lang, FORMATS.map(({ id }) => id).join('|'));
  addHelpPage(command, lang, {
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
  });
  command.action((files: readonly string[], words: Words) =>
    runCommand(
      context,
      () => sumOptions(files, words, context),
      (options) => tally(options, context),
    ),
  );
};

/** Which sums are to be written, checked word by word. */
interface SumOptions extends TallyOptions {
  readonly print: PrintOptions<Format<'data'>>;
  /** Every period unless one is asked for. */
  readonly period: Period | undefined;
  readonly asOf: IsoDate | undefined;
}

const sumOptions = (files: readonly string[], words: Words, context: CommandContext): SumOptions => ({
  input: inputOptions(files, words, context),
  judging: judgingOptions(words),
  print: printOptions(words, FORMATS, 'csv', context),
  period: periodOption('period', words),
  asOf: asOfOption(words),
});

async function tally(options: SumOptions, context: CommandContext): Promise<ExitCode> {
  const { input, print, period, asOf } = options;
  const { write, parameters } = await prepare(options, context);
  const tallied = await tallyFiles(input, () => ({ facts, parameters, asOf }), context);
  if (!tallied) return EXIT.dataErrors;
  const { tallies, status } = tallied;
  const chosen = periodFor(tallies, period);
  refuseOtherDay(tallies, chosen, asOf);
  writeNotes(notesOnInputs(tallies), print, context);
  const kept = period === undefined ? tallies : ofPeriod(tallies, period);
  await write(print.format.write({ data: () => talliesData(kept) }, print.surface));
  return status;
}
