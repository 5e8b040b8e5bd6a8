import type { Book } from '../../standards/standard.ts';
import { UserError } from '../../errors.ts';
import { assess } from '../../measure/assess.ts';
import type { Met } from '../../measure/judge.ts';
import type { Standards } from '../../measure/judging.ts';
import { judgedHouseholds, judgedQuery } from '../../rows/judged-households.ts';
import { measure } from '../../measure/measure.ts';
import type { Query } from '../../measure/measure.ts';
import { asNumber } from '../../report/format-value.ts';
import { householdsFaces } from '../../pages/assess-households/faces.ts';
import type { Faces } from '../../page/format.ts';
import { sheetsFaces } from '../../pages/assess/faces.ts';
import { sheetOf } from '../../report/assess/sheet.ts';
import type { Tallies } from '../../tally/tally.ts';
import { placeKey } from '../../vocabulary/place.ts';
import { factsOf } from '../metric-choice.ts';
import type { Text } from '../../vocabulary/text.ts';
import { formats } from '../../formats/index.ts';
import { addHelpPage, groupHeading } from '../help.ts';
import type { EvidencePolicy } from '../../measure/village-view.ts';
import type { IsoDate, Period } from '../../vocabulary/period.ts';
import { assessedFacts } from '../assessed-facts.ts';
import { runCommand } from '../command.ts';
import type { AddCommand, CommandContext } from '../command.ts';
import { EXIT, gravest, unmetStatus } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { addChoiceOptions, choiceOption, chosenOf } from '../choice-options.ts';
import type { Choice } from '../choice-options.ts';
import { addInputOptions, addOutputOptions, addSharedOptions, addStandardsOptions } from '../declare-options.ts';
import { asOfOption, evidenceOption, inputOptions, judgingOptions, oneOf, periodOption } from '../options.ts';
import type { Words } from '../options.ts';
import { onlyAt } from '../row-files.ts';
import { printOptions } from '../print-options.ts';
import { notesOn, periodFor, prepare, tallyFiles, writeNotes } from '../tally-files.ts';
import type { TallyOptions } from '../tally-files.ts';

/** Whom to judge. */
const SUBJECTS = ['villages', 'counties', 'households'] as const;

/** `aid-metrics assess FILE…`: the acceptance sheet, each criterion with its arithmetic and verdict. */
export const addAssess: AddCommand = (program, context) => {
  const say = (zh: string, en: string): string => ({ zh, en })[context.lang];
  const command = program
    .command('assess')
    .optionsGroup(groupHeading('compute', context.lang))
    .argument('[file...]', say('村表、户表或汇总表；- 为标准输入', 'village, household or tallies files; - is standard input'))
    .description(
      say(
        '退出验收表：逐项列出计算、标准、结论和差多少',
        'the acceptance sheet: each exit criterion with its arithmetic, verdict and what is short',
      ),
    )
    .option('--for <whom>', say('对象：villages（默认）|counties|households', 'whom to judge: villages (default)|counties|households'))
    .option('--each', say('每个村一张验收表，不用总表', 'the sheet of every village, not the matrix of all'));
  addSharedOptions(command, context.lang, ['period', 'asOf', 'evidence', 'partial', 'failOnUnmet']);
  addChoiceOptions(command, context.lang, { unmet: true });
  addStandardsOptions(command, context.lang);
  addInputOptions(command, context.lang);
  addOutputOptions(command, context.lang, formats.map(({ id }) => id).join('|'));
  addHelpPage(command, context.lang, {
    examples: [
      [
        { zh: 'assess 村表.csv 户表.csv', en: 'assess villages.csv households.csv' },
        { zh: '每村的退出验收表', en: 'the acceptance sheet of each village' },
      ],
      [
        {
          zh: 'assess 户表.csv --for households --unmet -o 未达标户.csv',
          en: 'assess households.csv --for households --unmet -o unmet.csv',
        },
        { zh: '没有全部达标的户，写入 CSV', en: 'the households that do not meet everything, written as CSV' },
      ],
    ],
    statuses: ['done', 'dataErrors', 'cannotRun', 'unmet', 'bug'],
  });
  command.action((files: readonly string[], words: Words) =>
    runCommand(
      context,
      () => assessOptions(files, words, context),
      (options) => assessFiles(options, context),
    ),
  );
};

/** Who is to be judged, checked word by word. */
interface AssessOptions extends TallyOptions {
  readonly subject: (typeof SUBJECTS)[number];
  readonly choice: Choice;
  /** The sheet of each place, however many they are. */
  readonly each: boolean;
  readonly asked: Period | undefined;
  readonly asOf: IsoDate | undefined;
  readonly evidence: EvidencePolicy;
  readonly failOnUnmet: boolean;
}

function assessOptions(files: readonly string[], words: Words, context: CommandContext): AssessOptions {
  const subject = oneOf('for', words.for, SUBJECTS) ?? 'villages';
  const choice = choiceOption(words);
  if (subject === 'households' && (choice.sort ?? choice.top ?? choice.place) !== undefined)
    throw new UserError({
      zh: '--place、--sort、--top 选择村和县，不用于 --for households',
      en: '--place, --sort and --top choose villages and counties: they do not go with --for households',
    });
  return {
    input: inputOptions(files, words, context),
    judging: judgingOptions(words),
    print: printOptions(words, formats, 'table', context),
    subject,
    choice,
    each: words.each === true,
    asked: periodOption('period', words),
    asOf: asOfOption(words),
    evidence: evidenceOption(words),
    failOnUnmet: words.failOnUnmet === true,
  };
}

/** The numbers of the criteria of all schemes that judge households. */
const householdCriteria = ({ schemes }: Book): readonly number[] =>
  [
    ...new Set(schemes.filter(({ id }) => id === 'household-exit').flatMap(({ criteria }) => criteria.map(({ number }) => number))),
  ].toSorted((a, b) => a - b);

async function assessFiles(options: AssessOptions, context: CommandContext): Promise<ExitCode> {
  const { lang, profile } = context;
  const { input, print, subject, choice, each, asked, asOf, evidence } = options;
  const { write, book, region, parameters } = await prepare(options, context);
  const standards: Standards = { book, region, asOf };
  const ofHouseholds = subject === 'households';
  const tallied = await tallyFiles(
    input,
    (given) => {
      if (ofHouseholds && !given.has('households'))
        throw new UserError({ zh: '--for households 需要户表', en: '--for households needs a household table' });
      return {
        facts: choice.sort ? [...new Set([...assessedFacts, ...factsOf([choice.sort])])] : assessedFacts,
        parameters,
        asOf,
        rows: ofHouseholds ? [judgedQuery] : [],
      };
    },
    context,
  );
  if (!tallied) return EXIT.dataErrors;
  const { rows, status } = tallied;
  const tallies = onlyAt(choice.place, tallied.tallies);
  const period = periodFor(tallies, asked);
  const notes = notesOn(tallies, period, asked !== undefined);
  let faces: Faces;
  let verdicts: readonly (Met | undefined)[];
  if (ofHouseholds) {
    const { households, notKnown } = judgedHouseholds(standards, rows[0]!, period);
    const said = [...notes, ...notKnownNote(notKnown)];
    writeNotes(said, print, context);
    const sheets = { households, onlyUnmet: choice.unmet, criteria: householdCriteria(book), lang, asOf };
    verdicts = households.flatMap(({ criteria }) => criteria);
    faces = householdsFaces(
      sheets,
      tallies.inputs,
      said.map((note) => note[lang]),
    );
  } else {
    const by = subject === 'counties' ? 'county' : 'village';
    const assessed = assess(tallies, { period, by, evidence, standards });
    const ranks = ranksBy(choice, tallies, { period, by, evidence });
    const shown = chosenOf(assessed, choice, {
      value: ({ place }) => ranks.get(placeKey(place.place)),
      isUnmet: ({ met }) => met !== undefined && met !== 'yes',
    });
    writeNotes(notes, print, context);
    const sheets = shown.map((place) => sheetOf(place, period, lang, profile.terms));
    verdicts = assessed.flatMap(({ criteria }) => criteria.map(({ met }) => met));
    faces = sheetsFaces(
      sheets,
      tallies.inputs,
      notes.map((note) => note[lang]),
      lang,
      { each: each || choice.place !== undefined },
    );
  }
  await write(print.format.write(faces, print.surface));
  return gravest(status, options.failOnUnmet ? unmetStatus(verdicts) : EXIT.done);
}

/** The number of each place by which they are sorted. */
function ranksBy({ sort }: Choice, tallies: Tallies, query: Omit<Query, 'metrics'>): ReadonlyMap<string, number | undefined> {
  if (sort === undefined) return new Map();
  const { places } = measure(tallies, { ...query, metrics: [sort] });
  return new Map(places.map(({ place, measured }) => [placeKey(place), asNumber(sort, measured[0]!.value) ?? undefined]));
}

const notKnownNote = (households: number): readonly Text[] =>
  households === 0
    ? []
    : [
        {
          zh: `${households} 户不知道是否建档立卡，没有评定`,
          en: `of ${households} ${households === 1 ? 'household' : 'households'} it is not known whether they are registered: not judged`,
        },
      ];
