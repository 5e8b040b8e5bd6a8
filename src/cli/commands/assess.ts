import { UserError } from '../../errors.ts';
import { formats } from '../../formats/index.ts';
import { assess } from '../../measure/assess.ts';
import type { EvidencePolicy } from '../../measure/village-view.ts';
import { householdsFaces } from '../../pages/assess-households/faces.ts';
import { sheetsFaces } from '../../pages/assess/faces.ts';
import { sheetOf } from '../../report/assess/sheet.ts';
import { judgedHouseholds, judgedQuery } from '../../rows/judged-households.ts';
import type { Book } from '../../standards/standard.ts';
import type { IsoDate, Period } from '../../vocabulary/period.ts';
import type { Text } from '../../vocabulary/text.ts';
import { assessedFacts } from '../assessed-facts.ts';
import { choiceOption, chosenOf } from '../choice-options.ts';
import type { Choice } from '../choice-options.ts';
import type { CommandContext } from '../command.ts';
import { declared } from '../declared.ts';
import type { Given } from '../declared.ts';
import { EXIT, unmetStatus } from '../exit-code.ts';
import { factsOf } from '../metric-choice.ts';
import { notesOn } from '../notes-on-files.ts';
import { asOfOption, evidenceOption, filesOptions, oneOf, periodOption } from '../options.ts';
import type { TypedWords } from '../options.ts';
import { printOptions } from '../print-options.ts';
import { ranksBy } from '../ranked-places.ts';
import { onlyAt } from '../row-files.ts';
import { periodFor } from '../tally-files.ts';
import type { Prepared, TalliedFiles, TallyOptions } from '../tally-files.ts';
import { tallying } from '../tallying.ts';
import type { Result, Steps } from '../tallying.ts';

/** Whom to judge. */
const SUBJECTS = ['villages', 'counties', 'households'] as const;

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

/** `aid-metrics assess FILE…`: the acceptance sheet, each criterion with its arithmetic and verdict. */
export const addAssess = declared<AssessOptions>({
  name: 'assess',
  about: {
    zh: '退出验收表：逐项列出计算、标准、结论和差多少',
    en: 'the acceptance sheet: each exit criterion with its arithmetic, verdict and what is short',
  },
  takes: [['[file...]', { zh: '村表、户表或汇总表；- 为标准输入', en: 'village, household or tallies files; - is standard input' }]],
  own: [
    ['--for <whom>', { zh: '对象：villages（默认）|counties|households', en: 'whom to judge: villages (default)|counties|households' }],
    ['--each', { zh: '每个村一张验收表，不用总表', en: 'the sheet of every village, not the matrix of all' }],
  ],
  shared: ['period', 'asOf', 'evidence', 'smallest', 'partial', 'failOnUnmet'],
  choosesPlaces: true,
  judges: true,
  readsFiles: true,
  formats,
  help: {
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
  },
  read,
  work: tallying((options, prepared, context) =>
    options.subject === 'households' ? householdSteps(options, prepared, context) : placeSteps(options, prepared, context),
  ),
});

function read({ files }: Given, words: TypedWords, context: CommandContext): AssessOptions {
  const subject = oneOf('for', words.for, SUBJECTS) ?? 'villages';
  const choice = choiceOption(words);
  if (subject === 'households' && (choice.sort ?? choice.top ?? choice.place) !== undefined)
    throw new UserError({
      zh: '--place、--sort、--top 选择村和县，不用于 --for households',
      en: '--place, --sort and --top choose villages and counties: they do not go with --for households',
    });
  if (subject === 'households' && words.smallest !== undefined)
    throw new UserError({
      zh: '--smallest 用于村和县；--for households 本来就逐户列出，不能一起用',
      en: '--smallest is for villages and counties: --for households shows each household',
    });
  return {
    ...filesOptions(files, words, context),
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

function placeSteps({ choice, asOf, ...options }: AssessOptions, { book, region }: Prepared, { lang, profile }: CommandContext): Steps {
  return {
    plan: () => ({ facts: choice.sort ? [...new Set([...assessedFacts, ...factsOf([choice.sort])])] : assessedFacts, asOf }),
    result: (tallied) => {
      const tallies = onlyAt(choice.place, tallied.tallies);
      const { period, notes } = periodAndNotes({ ...tallied, tallies }, options);
      const query = { period, by: options.subject === 'counties' ? 'county' : 'village', evidence: options.evidence } as const;
      const assessed = assess(tallies, { ...query, standards: { book, region, asOf } });
      const rank = ranksBy(choice, tallies, query);
      const shown = chosenOf(assessed, choice, {
        value: ({ place: { place } }) => rank({ place }),
        isUnmet: ({ met }) => met !== undefined && met !== 'yes',
      });
      const sheets = shown.map((place) => sheetOf(place, period, lang, profile.terms));
      const said = notes.map((note) => note[lang]);
      const verdicts = assessed.flatMap(({ criteria }) => criteria.map(({ met }) => met));
      return {
        faces: sheetsFaces(sheets, tallies.inputs, said, lang, { each: options.each || choice.place !== undefined }),
        notes,
        status: options.failOnUnmet ? unmetStatus(verdicts) : EXIT.done,
      };
    },
  };
}

function householdSteps({ choice, asOf, ...options }: AssessOptions, { book, region }: Prepared, { lang }: CommandContext): Steps {
  return {
    plan: (given) => {
      if (!given.has('households'))
        throw new UserError({ zh: '--for households 需要户表', en: '--for households needs a household table' });
      return { facts: assessedFacts, asOf, rows: [judgedQuery] };
    },
    result: (tallied): Result => {
      const { period, notes } = periodAndNotes(tallied, options);
      const { households, notKnown } = judgedHouseholds({ book, region, asOf }, tallied.rows[0]!, period);
      const said = [...notes, ...notKnownNote(notKnown)];
      const sheets = { households, onlyUnmet: choice.unmet, criteria: householdCriteria(book), lang, asOf };
      return {
        faces: householdsFaces(
          sheets,
          tallied.tallies.inputs,
          said.map((note) => note[lang]),
        ),
        notes: said,
        status: options.failOnUnmet ? unmetStatus(households.flatMap(({ criteria }) => criteria)) : EXIT.done,
      };
    },
  };
}

function periodAndNotes({ tallies }: TalliedFiles, { asked }: Pick<AssessOptions, 'asked'>) {
  const period = periodFor(tallies, asked);
  return { period, notes: notesOn(tallies, period, asked !== undefined) };
}

/** The numbers of the criteria of all schemes that judge households. */
const householdCriteria = ({ schemes }: Book): readonly number[] =>
  [
    ...new Set(schemes.filter(({ id }) => id === 'household-exit').flatMap(({ criteria }) => criteria.map(({ number }) => number))),
  ].toSorted((a, b) => a - b);

const notKnownNote = (households: number): readonly Text[] =>
  households === 0
    ? []
    : [
        {
          zh: `${households} 户不知道是否建档立卡，没有评定`,
          en: `of ${households} ${households === 1 ? 'household' : 'households'} it is not known whether they are registered: not judged`,
        },
      ];
