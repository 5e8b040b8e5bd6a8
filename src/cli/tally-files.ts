import { UserError } from '../errors.ts';
import type { Finding } from '../input/finding.ts';
import { periodsOf } from '../measure/measure.ts';
import { hidingSmallPlaces, isHidden, sizeFacts } from '../measure/small-places.ts';
import { run } from '../tally/run.ts';
import type { TallyPlan } from '../tally/plan.ts';
import type { RowAnswer } from '../tally/row-query.ts';
import type { Input, Tallies } from '../tally/tally.ts';
import { yearBefore } from '../vocabulary/period.ts';
import type { Period } from '../vocabulary/period.ts';
import type { TableId } from '../vocabulary/table.ts';
import type { Profile } from '../profile/profile.ts';
import type { Text } from '../vocabulary/text.ts';
import type { CommandContext } from './command.ts';
import { EXIT } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { FindingPrinter } from './finding-printer.ts';
import { openSource } from './io.ts';
import { load } from '../library/load.ts';
import { parametersFor } from '../library/parameters.ts';
import type { Book } from '../standards/standard.ts';
import { acceptedBy } from './accepted-findings.ts';
import type { InputOptions, JudgingOptions } from './options.ts';
import { outputFor } from './output.ts';
import type { Output } from './output.ts';
import type { Faces, Format } from '../page/format.ts';
import { bookOf, regionOf } from './standards-options.ts';
import { plainRowsIn } from './plain-rows-option.ts';
import type { PrintOptions } from './print-options.ts';
import { Progress } from './progress.ts';
import { sayNote } from './say.ts';

const SHOWN_FINDINGS = 1000;

/** What every command that adds up files is asked. */
export interface TallyOptions<F extends keyof Faces = keyof Faces> {
  readonly input: InputOptions;
  readonly judging: JudgingOptions;
  readonly print: PrintOptions<Format<F>>;
}

/** What must be there before work begins: a place for the result, and what to judge by. */
export interface Prepared {
  readonly write: Output;
  readonly book: Book;
  readonly region: string | undefined;
  /** The dated numbers that rows are compared with. */
  readonly parameters: TallyPlan['parameters'];
}

/** Refuses an output that cannot be written, and reads the standards: all that can fail before the tables are read. */
export async function prepare(
  { input, judging, print }: Pick<TallyOptions, 'input' | 'judging'> & { readonly print: PrintOptions<Pick<Format, 'id' | 'isBinary'>> },
  { world, profile }: CommandContext,
): Promise<Prepared> {
  const write = await outputFor(print, input.files, world);
  const book = await bookOf(judging, world);
  const region = regionOf(judging, book, profile);
  return { write, book, region, parameters: parametersFor(book, region) };
}

/** What the files of a command add up to. */
export interface TalliedFiles {
  readonly tallies: Tallies;
  /** The answers to what was asked of rows, in the order of the plan. */
  readonly rows: readonly RowAnswer[];
  readonly findings: { readonly errors: number; readonly warnings: number };
  /** The exit status that the data come to. */
  readonly status: ExitCode;
}

/** Who is told of more than the sums. */
interface Listeners {
  /** Every finding, as it is found. */
  readonly seen?: ((finding: Finding) => void) | undefined;
  /** The answers of the rows where the data have errors. */
  readonly refused?: ((rows: readonly RowAnswer[]) => void) | undefined;
}

/**
 * Opens the files of a command and adds up what is planned for such tables; findings go to standard error as they are found, and to who has `seen` them.
 * Nothing comes back where the data have errors and `--partial` was not given: that has been said, and the status is 1. `refused` may say more.
 */
export async function tallyFiles(
  {
    files,
    open,
    ownHeadings,
    snapshot,
    accept: accepted,
    maxFindings = SHOWN_FINDINGS,
    quiet,
    smallest,
    partial,
    stdinLimit,
    database,
  }: InputOptions,
  planFor: (given: ReadonlySet<TableId>) => Omit<TallyPlan, 'snapshot'>,
  { world, lang, profile }: CommandContext,
  { refused = () => undefined, seen }: Listeners = {},
): Promise<TalliedFiles | undefined> {
  const progress = new Progress(world, lang, quiet);
  const printer = new FindingPrinter(world, lang, maxFindings, quiet, progress);
  const accept = await acceptedBy(accepted, world);
  const { opened, errors } = await load(
    files.map((file) => async () => progress.watched(await openSource(file, world, stdinLimit, database))),
    open,
    ownHeadings,
  );
  if (errors.length > 0) throw new UserError(...errors);
  const plan = planFor(new Set(opened.map(({ table }) => table)));
  const { tallies: added, rows } = await run(
    opened,
    {
      ...plan,
      facts: smallest === undefined ? plan.facts : [...new Set([...plan.facts, ...sizeFacts])],
      snapshot,
      plainRows: plainRowsIn(world.env),
    },
    (found) => {
      const finding = accept(found);
      printer.found(finding);
      seen?.(finding);
      if (finding.severity === 'error' && finding.accepted === undefined) world.statusSoFar(EXIT.dataErrors);
    },
    progress.show,
  );
  printer.end();
  if (printer.openErrors > 0 && !partial) {
    const said = {
      zh: `数据有 ${printer.errors} 处错误，没有出报告。改正后再运行；或用 --partial，出错的行计入上下限`,
      en: `${printer.errors} ${printer.errors === 1 ? 'error' : 'errors'} in the data: no report made. Mend the files, or use --partial, and rejected rows will widen the range`,
    };
    world.stderr.write(`${said[lang]}\n`);
    refused(rows);
    return undefined;
  }
  if (periodsOf(added).length === 0) {
    world.stderr.write(
      `${{ zh: '错误：一个数字也没有算出，文件里没有可以计算的行', en: 'error: not one figure could be computed: the files hold no row that could be counted' }[lang]}\n`,
    );
    return undefined;
  }
  const whole = { ...added, inputs: [...added.inputs, ...profileInputs(profile)] };
  return {
    tallies: smallest === undefined ? whole : shownFrom(whole, smallest),
    rows,
    findings: { errors: printer.errors, warnings: printer.warnings },
    status: printer.openErrors > 0 ? EXIT.dataErrors : EXIT.done,
  };
}

/** Hides small places. Where all households together are too few, there is nothing to be shown. */
function shownFrom(whole: Tallies, smallest: number): Tallies {
  const tallies = hidingSmallPlaces(whole, smallest);
  if (isHidden(tallies, 'all', {}))
    throw new UserError({
      zh: `全部文件合起来也不足 ${smallest} 户（--smallest），没有可以列出的`,
      en: `all files together have fewer than ${smallest} households (--smallest): nothing can be shown`,
    });
  return tallies;
}

/** A profile as an input: what it says is part of every result. */
export const profileInputs = ({ origin }: Profile): readonly Input[] =>
  origin ? [{ ...origin, table: 'profile', encoding: 'utf-8', rows: 0, accepted: 0, rejected: 0, columns: [], notes: [] }] : [];

export { periodFor, refuseOtherDay } from '../library/chosen-period.ts';

/** The tallies of one period and of its base. */
export const ofPeriod = (tallies: Tallies, period: Period): Tallies => {
  const wanted = new Set<Period | undefined>([period, yearBefore(period), undefined]);
  return {
    ...tallies,
    tallies: tallies.tallies.filter((one) => wanted.has(one.period)),
    unplaced: tallies.unplaced.filter((one) => wanted.has(one.period)),
  };
};

/** Writes notes to standard error, unless nobody wants them. */
export function writeNotes(notes: readonly Text[], { quiet }: Pick<PrintOptions, 'quiet'>, { world, lang }: CommandContext): void {
  if (quiet) return;
  for (const note of notes) sayNote(note, lang, world);
}
