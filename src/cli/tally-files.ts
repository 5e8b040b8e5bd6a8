import { UserError } from '../errors.ts';
import type { Finding } from '../input/findings.ts';
import { periodsOf } from '../measure/measure.ts';
import { run } from '../tally/run.ts';
import type { TallyPlan } from '../tally/plan.ts';
import type { RowAnswer } from '../tally/row-query.ts';
import { isOfVillage } from '../tally/tally.ts';
import type { Input, Tallies } from '../tally/tally.ts';
import { comparePeriods, kindOf, yearBefore } from '../vocabulary/period.ts';
import type { Period } from '../vocabulary/period.ts';
import { placeKey, placeName } from '../vocabulary/place.ts';
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
import { bookOf, regionOf } from './standards-options.ts';
import type { PrintOptions } from './print-options.ts';
import { Progress } from './progress.ts';
import { sayNote } from './say.ts';

const SHOWN_FINDINGS = 1000;

/** What every command that adds up files is asked. */
export interface TallyOptions {
  readonly input: InputOptions;
  readonly judging: JudgingOptions;
  readonly print: PrintOptions;
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
export async function prepare({ input, judging, print }: TallyOptions, { world, profile }: CommandContext): Promise<Prepared> {
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
    files.map((file) => () => openSource(file, world, stdinLimit, database)),
    open,
    ownHeadings,
  );
  if (errors.length > 0) throw new UserError(...errors);
  const { tallies: added, rows } = await run(
    opened,
    { ...planFor(new Set(opened.map(({ table }) => table))), snapshot },
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
  return {
    tallies: { ...added, inputs: [...added.inputs, ...profileInputs(profile)] },
    rows,
    findings: { errors: printer.errors, warnings: printer.warnings },
    status: printer.openErrors > 0 ? EXIT.dataErrors : EXIT.done,
  };
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

/** What a reader should know about a result as a whole. `chosen`: the period was asked for. */
export function notesOn(tallies: Tallies, period: Period, chosen: boolean): readonly Text[] {
  const notes: Text[] = [];
  const others = periodsOf(tallies).filter((one) => one !== period);
  if (!chosen && others.length > 0)
    notes.push({
      zh: `报告的是 ${period}；文件里还有 ${others.join('、')}，用 --period 选择`,
      en: `this is ${period}; the files also hold ${others.join(', ')} (choose with --period)`,
    });
  notes.push(...notesOnOtherHouseholds(tallies, period), ...notesOnInputs(tallies));
  const here = new Set(tallies.tallies.filter((one) => one.period === period && isOfVillage(one)).map(({ place }) => placeKey(place)));
  const gone = tallies.tallies.filter((one) => one.period === yearBefore(period) && isOfVillage(one) && !here.has(placeKey(one.place)));
  if (gone.length > 0) {
    const names = gone.map(({ place }) => placeName(place));
    notes.push({
      zh: `${yearBefore(period)} 年有、${period} 没有的村：${names.join('、')}`,
      en: `in ${yearBefore(period)} but not in ${period}: ${names.join(', ')}`,
    });
  }
  const cancelled = tallies.tallies
    .filter((one) => one.period === period)
    .reduce((sum, { facts: sums }) => sum + (sums.get('evidence.cancelled_households')?.yes ?? 0n), 0n);
  if (cancelled > 0n)
    notes.push({
      zh: `${cancelled} 户已注销，没有计入任何指标`,
      en: `${cancelled} cancelled ${cancelled === 1n ? 'household is' : 'households are'} left out of everything`,
    });
  return notes;
}

/**
 * Household rows that a result leaves aside because they are of another period: all of them, where none is of its own; else those of a month of its
 * year, or of the year of its month, which somebody may think are in it.
 */
function notesOnOtherHouseholds({ tallies }: Tallies, period: Period): readonly Text[] {
  const rows = new Map<Period, bigint>();
  for (const { period: own, facts } of tallies) {
    const { yes = 0n, rejected = 0n } = facts.get('evidence.rows') ?? {};
    if (yes + rejected > 0n) rows.set(own, (rows.get(own) ?? 0n) + yes + rejected);
  }
  const overlaps = (other: Period): boolean => kindOf(other) !== kindOf(period) && other.slice(0, 4) === period.slice(0, 4);
  const others = [...rows].filter(([other]) => other !== period && (!rows.has(period) || overlaps(other)));
  if (others.length === 0) return [];
  const count = others.reduce((sum, [, number]) => sum + number, 0n);
  const named = others.map(([other]) => other).toSorted(comparePeriods);
  const listed = named.slice(0, MOST_PERIODS).join(', ') + (named.length > MOST_PERIODS ? ' …' : '');
  return [
    {
      zh: `户表有 ${count} 行属于 ${listed}，没有计入 ${period}：年和月从不混用。要计入，请用 --period 选择那一期，或把两种表的年度写成一样`,
      en: `${count} household ${count === 1n ? 'row is' : 'rows are'} of ${listed} and not counted in ${period}: a year and its months are never mixed. To count them, choose their period with --period, or write the same period in both tables`,
    },
  ];
}
const MOST_PERIODS = 6;

/** What was understood in reading the files, and what of them was not counted. */
export function notesOnInputs({ inputs }: Tallies): readonly Text[] {
  const understood = inputs.flatMap(({ file, notes }) => notes.map((note) => ({ zh: `${file}：${note.zh}`, en: `${file}: ${note.en}` })));
  const rejected = inputs.filter((input) => input.rejected > 0);
  return [
    ...understood,
    ...rejected.map(({ file, rejected: count, rows }) => ({
      zh: `${file}：${rows} 行中有 ${count} 行未通过检查，没有计入，已放宽上下限`,
      en: `${file}: ${count} of ${rows} rows rejected: not counted, and the ranges widened`,
    })),
  ];
}

/** Writes notes to standard error, unless nobody wants them. */
export function writeNotes(notes: readonly Text[], { quiet }: Pick<PrintOptions, 'quiet'>, { world, lang }: CommandContext): void {
  if (quiet) return;
  for (const note of notes) sayNote(note, lang, world);
}
