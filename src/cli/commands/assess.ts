import { UserError } from '../../errors.ts';
import { assess, assessedMetrics } from '../../measure/assess.ts';
import type { Met } from '../../measure/judge.ts';
import { judgingFacts } from '../../measure/judging.ts';
import type { Standards } from '../../measure/judging.ts';
import { HouseholdAssessor } from '../../report/assess/households.ts';
import { householdsFaces } from '../../report/pages/assess-households/faces.ts';
import type { Faces } from '../../report/format.ts';
import { sheetsFaces } from '../../report/pages/assess/faces.ts';
import { sheetOf } from '../../report/assess/sheet.ts';
import { factKey } from '../../tally/fact.ts';
import { facts } from '../../tally/facts/index.ts';
import type { Text } from '../../vocabulary/text.ts';
import type { AddCommand, CommandContext } from '../command.ts';
import { EXIT, gravest, unmetStatus } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import {
  addInputOptions,
  addOutputOptions,
  addSharedOptions,
  addStandardsOptions,
  asOfOption,
  evidenceOption,
  namedFiles,
  oneOf,
  periodOption,
} from '../options.ts';
import type { Words } from '../options.ts';
import { outputFor } from '../output.ts';
import { parametersFor } from '../../library/parameters.ts';
import { regionOption, standardsOption } from '../standards-options.ts';
import { formatOf, surfaceOf } from '../surface.ts';
import { formats } from '../../report/formats/index.ts';
import { notesOn, periodFor, tallyFiles, writeNotes } from '../tally-files.ts';

/** Whom to judge. */
const SUBJECTS = ['villages', 'counties', 'households'] as const;

/** `aid-metrics assess FILE…`: the acceptance sheet, each criterion with its arithmetic and verdict. */
export const addAssess: AddCommand = (program, context) => {
  const say = (zh: string, en: string): string => ({ zh, en })[context.lang];
  const command = program
    .command('assess')
    .argument('[file...]', say('村表、户表或汇总表；- 为标准输入', 'village, household or tallies files; - is standard input'))
    .description(
      say(
        '退出验收表：逐项列出计算、标准、结论和差多少',
        'the acceptance sheet: each exit criterion with its arithmetic, verdict and what is short',
      ),
    )
    .option('--for <whom>', say('对象：villages（默认）|counties|households', 'whom to judge: villages (default)|counties|households'))
    .option('--unmet', say('户：只列没有全部达标的', 'of households, only those that do not meet everything'));
  addSharedOptions(command, context.lang, ['period', 'asOf', 'evidence', 'partial', 'failOnUnmet']);
  addStandardsOptions(command, context.lang);
  addInputOptions(command, context.lang);
  addOutputOptions(command, context.lang, formats.map(({ id }) => id).join('|'));
  command.action(async (files: readonly string[], words: Words) => context.exit(await assessFiles(files, words, context)));
};

async function assessFiles(files: readonly string[], words: Words, context: CommandContext): Promise<ExitCode> {
  const { argv, world, lang, profile } = context;
  const named = namedFiles(files, words, argv);
  const subject = oneOf('for', words.for, SUBJECTS) ?? 'villages';
  if (words.unmet === true && subject !== 'households')
    throw new UserError({ zh: '--unmet 只用于 --for households', en: '--unmet goes with --for households' });
  const [asked, asOf, evidence] = [periodOption('period', words), asOfOption(words), evidenceOption(words)];
  const format = formatOf(words, formats, 'table', world);
  const write = await outputFor(
    words,
    named.map(({ file }) => file),
    world,
  );
  const book = await standardsOption(words, world);
  const standards: Standards = { book, region: regionOption(words, book, profile), asOf };
  const assessor = subject === 'households' ? new HouseholdAssessor(standards) : undefined;
  const tallied = await tallyFiles(
    named,
    words,
    (given) => {
      if (assessor && !given.has('households'))
        throw new UserError({ zh: '--for households 需要户表', en: '--for households needs a household table' });
      return { facts: assessedFacts, parameters: parametersFor(standards.book, standards.region), asOf, visitor: assessor };
    },
    context,
  );
  if (!tallied) return EXIT.dataErrors;
  const { tallies, status } = tallied;
  const period = periodFor(tallies, asked);
  const notes = notesOn(tallies, period, asked !== undefined);
  let faces: Faces;
  let verdicts: readonly (Met | undefined)[];
  if (assessor) {
    const households = assessor.of(period);
    const said = [...notes, ...notKnownNote(assessor.notKnown)];
    writeNotes(said, words, context);
    const sheets = { households, onlyUnmet: words.unmet === true, lang, asOf };
    verdicts = households.flatMap(({ criteria }) => criteria);
    faces = householdsFaces(
      sheets,
      tallies.inputs,
      said.map((note) => note[lang]),
    );
  } else {
    const by = subject === 'counties' ? 'county' : 'village';
    const assessed = assess(tallies, { period, by, evidence, standards });
    writeNotes(notes, words, context);
    const sheets = assessed.map((place) => sheetOf(place, period, lang, profile.terms));
    verdicts = assessed.flatMap(({ criteria }) => criteria.map(({ met }) => met));
    faces = sheetsFaces(
      sheets,
      tallies.inputs,
      notes.map((note) => note[lang]),
      lang,
    );
  }
  await write(format.write(faces, surfaceOf(words, context)));
  return gravest(status, words.failOnUnmet === true ? unmetStatus(verdicts) : EXIT.done);
}

/** Only what the criteria read is added up. */
const used = new Set([
  'declared.rows',
  'evidence.rows',
  'evaluation.rows',
  'evidence.cancelled_households',
  ...judgingFacts,
  ...assessedMetrics.flatMap(({ uses, excluded = [] }) => [
    ...uses,
    ...excluded.flatMap(({ evidence, declared }) => [`evidence.${evidence}`, `declared.${declared}`]),
  ]),
]);
const assessedFacts = facts.filter((fact) => used.has(factKey(fact)) || (fact.origin === 'declared' && fact.where !== undefined));

const notKnownNote = (households: number): readonly Text[] =>
  households === 0
    ? []
    : [
        {
          zh: `${households} 户不知道是否建档立卡，没有评定`,
          en: `of ${households} ${households === 1 ? 'household' : 'households'} it is not known whether they are registered: not judged`,
        },
      ];
