import type { Finding } from '../input/finding.ts';
import type { Faces } from '../page/format.ts';
import type { TallyPlan } from '../tally/plan.ts';
import type { RowAnswer } from '../tally/row-query.ts';
import type { TableId } from '../vocabulary/table.ts';
import type { Text } from '../vocabulary/text.ts';
import type { CommandContext } from './command.ts';
import { EXIT, gravest } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { sayError } from './say.ts';
import { prepare, tallyFiles, writeNotes } from './tally-files.ts';
import type { Prepared, TalliedFiles, TallyOptions } from './tally-files.ts';

/** What comes of the files of a command. */
export interface Result<F extends keyof Faces = keyof Faces> {
  readonly faces: Pick<Faces, F>;
  /** What its reader should know, for standard error. */
  readonly notes: readonly Text[];
  /** Why there is not one figure in it. */
  readonly none?: Text | undefined;
  /** The exit status that its verdicts come to. */
  readonly status?: ExitCode;
}

/** What is done with the files of a command, beside what is done with those of every command. */
export interface Steps<F extends keyof Faces = keyof Faces> {
  /** What is added up of such tables. Throws a UserError where they cannot do. */
  readonly plan: (given: ReadonlySet<TableId>) => Omit<TallyPlan, 'snapshot' | 'parameters'>;
  /** What the sums come to. */
  readonly result: (tallied: TalliedFiles) => Result<F>;
  /** Sees every finding, as it is found. */
  readonly seen?: ((finding: Finding) => void) | undefined;
  /** What there is to say of rows where the data have errors. */
  readonly refused?: (rows: readonly RowAnswer[]) => readonly Text[];
}

/**
 * The way of every command that adds up files: a place for the result and what to judge by, the sums, what they come to, notes, the result as it is to be
 * written, the exit status.
 */
export const tallying =
  <F extends keyof Faces, O extends TallyOptions<F>>(
    stepsOf: (options: O, prepared: Prepared, context: CommandContext) => Steps<F> | Promise<Steps<F>>,
  ) =>
  async (options: O, context: CommandContext): Promise<ExitCode> => {
    const { input, print } = options;
    const prepared = await prepare(options, context);
    const { plan, result, seen, refused } = await stepsOf(options, prepared, context);
    const tallied = await tallyFiles(input, (given) => ({ ...plan(given), parameters: prepared.parameters }), context, {
      seen,
      refused: (rows) => writeNotes(refused?.(rows) ?? [], print, context),
    });
    if (!tallied) return EXIT.dataErrors;
    const { faces, notes, none, status = EXIT.done } = result(tallied);
    writeNotes(notes, print, context);
    if (none) sayError(none, context.lang, context.world);
    await prepared.write(print.format.write(faces, print.surface));
    return gravest(tallied.status, none ? EXIT.dataErrors : EXIT.done, status);
  };
