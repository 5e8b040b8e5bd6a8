import { facts } from '../../tally/facts/index.ts';
import { csvText } from '../../report/csv-text.ts';
import { TALLIES_HEADER, talliesRows } from '../../tally/write-tallies.ts';
import type { Tallies } from '../../tally/tally.ts';
import { parametersFor } from '../../library/parameters.ts';
import type { AddCommand, CommandContext } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { addHelpPage, groupHeading } from '../help.ts';
import {
  addInputOptions,
  addOutputOptions,
  addSharedOptions,
  addStandardsOptions,
  asOfOption,
  namedFiles,
  periodOption,
} from '../options.ts';
import type { Words } from '../options.ts';
import { outputFor } from '../output.ts';
import { regionOption, standardsOption } from '../standards-options.ts';
import { formatOf, markOf } from '../surface.ts';
import { notesOnInputs, ofPeriod, periodFor, refuseOtherDay, tallyFiles, writeNotes } from '../tally-files.ts';

const FORMATS = [{ id: 'csv', ending: '.csv' }] as const;

/** `aid-metrics tally FILE…`: the tool's own mergeable sums, to be read back like any table. */
export const addTally: AddCommand = (program, context) => {
  const { lang, exit } = context;
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
  command.action(async (files: readonly string[], words: Words) => exit(await tally(files, words, context)));
};

async function tally(files: readonly string[], words: Words, context: CommandContext) {
  const { argv, world, lang, profile } = context;
  const named = namedFiles(files, words, argv);
  const [period, asOf] = [periodOption('period', words), asOfOption(words)];
  const format = formatOf({ format: words.output === undefined ? 'csv' : undefined, ...words }, FORMATS, 'csv', world);
  const write = await outputFor(
    words,
    named.map(({ file }) => file),
    world,
  );
  const book = await standardsOption(words, world);
  const parameters = parametersFor(book, regionOption(words, book, profile));
  const tallied = await tallyFiles(named, words, () => ({ facts, parameters, asOf }), context);
  if (!tallied) return EXIT.dataErrors;
  const { tallies, status } = tallied;
  // Of every period unless one is asked for: so nothing is chosen here that a reader could not choose later.
  const chosen = periodFor(tallies, period);
  refuseOtherDay(tallies, chosen, asOf);
  writeNotes(notesOnInputs(tallies), words, context);
  await write(asText(markOf(words, format, lang), period === undefined ? tallies : ofPeriod(tallies, period)));
  return status;
}

function* asText(mark: string, tallies: Tallies): Generator<string> {
  yield mark + csvText([TALLIES_HEADER]);
  for (const rows of talliesRows(tallies)) yield csvText(rows);
}
