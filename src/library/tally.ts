import { UserError } from '../errors.ts';
import type { Finding } from '../input/finding.ts';
import type { Source } from '../input/source.ts';
import type { Standards } from '../measure/standards-at.ts';
import type { RowAnswer, RowQuery } from '../tally/row-query.ts';
import { run } from '../tally/run.ts';
import { NO_PROFILE } from '../profile/profile.ts';
import type { Profile } from '../profile/profile.ts';
import { facts } from '../tables/facts.ts';
import type { Tallies } from '../tally/tally.ts';
import type { Period } from '../vocabulary/period.ts';
import type { TableId } from '../vocabulary/table.ts';
import type { Terms } from '../vocabulary/terms.ts';
import { DataError } from './data-error.ts';
import { load } from './load.ts';
import { parametersFor } from './parameters.ts';
import { standardsFrom } from './standards.ts';

/** How files are read, whatever is asked of them. */
export interface ReadOptions {
  /** Rows are compared with its lines and judged by its criteria; made by `standardsFrom`, the shipped book where none is given. */
  readonly standards?: Standards | undefined;
  /** The period of household files that carry none. */
  readonly snapshot?: Period | undefined;
  /**
   * How the office names headings, words, money and levels of places, read by `readProfile`. Its snapshot counts where none is given; its region and
   * its files of standards are for `standardsFrom`.
   */
  readonly profile?: Profile | undefined;
  /** Compute in spite of errors: the rejected rows widen the ranges. Without it errors are thrown as a DataError. */
  readonly partial?: boolean | undefined;
}

/** What files add up to, with the standards that they were added up under and are judged by. */
export interface Tallied {
  readonly tallies: Tallies;
  /** Everything that was found in reading, in the order of the files. */
  readonly findings: readonly Finding[];
  readonly standards: Standards;
  /** What the office calls its money and its levels of places, in every text. */
  readonly terms: Terms;
}

/**
 * Reads files and adds them up, by place and period, once for every question that sums can answer: `measure`, `report`, `assess`, `trend`.
 * Throws a UserError where files cannot be read or do not go together, a DataError where their rows have errors.
 */
export async function tally(files: readonly Source[], options: ReadOptions = {}): Promise<Tallied> {
  const { answers: _, ...tallied } = await tallyRows(files, options);
  return tallied;
}

/** What is asked of rows beside their sums. */
interface RowsAsked {
  readonly rows?: readonly RowQuery[];
  /** May refuse the tables that were given. */
  readonly check?: (given: ReadonlySet<TableId>) => void;
}

/** The same, for those who ask for rows as well. */
export async function tallyRows(
  files: readonly Source[],
  { standards = standardsFrom(), profile = NO_PROFILE, snapshot = profile.snapshot, partial = false }: ReadOptions,
  { rows = [], check = () => undefined }: RowsAsked = {},
): Promise<Tallied & { readonly answers: readonly RowAnswer[] }> {
  const { opened, errors } = await load(
    files.map((file) => () => file),
    { snapshot: snapshot !== undefined, office: profile.office },
  );
  if (errors.length > 0) throw new UserError(...errors);
  check(new Set(opened.map(({ table }) => table)));
  const findings: Finding[] = [];
  const { book, region, asOf } = standards;
  const plan = { facts, parameters: parametersFor(book, region), asOf, snapshot, rows };
  const { tallies, rows: answers } = await run(opened, plan, (finding) => findings.push(finding));
  if (!partial && findings.some(({ severity }) => severity === 'error')) throw new DataError(findings);
  return { tallies, findings, standards, terms: profile.terms, answers };
}
