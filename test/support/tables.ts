import { Buffer } from 'node:buffer';
import { stringify } from 'csv-stringify/sync';
import { openTables } from '../../src/input/open-table.ts';
import type { Parameters } from '../../src/language/condition.ts';
import type { Finding } from '../../src/input/finding.ts';
import { measure, periodsOf } from '../../src/measure/measure.ts';
import type { Measured, Measurement, Query } from '../../src/measure/measured.ts';
import { metrics } from '../../src/measure/metrics/index.ts';
import { run } from '../../src/tally/run.ts';
import { facts } from '../../src/tables/facts.ts';
import type { Outcome, TallyPlan } from '../../src/tally/plan.ts';
import type { IsoDate } from '../../src/vocabulary/period.ts';

export type TableRow = Readonly<Record<string, string | number | undefined>>;

/** Rows as CSV, with every column that any of them gives: an undefined cell is no cell, a blank one is ''. */
export function csvOf(rows: readonly TableRow[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row).filter((column) => row[column] !== undefined)))];
  return stringify([columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))]);
}

/** What a tallying needs beside its files. */
export interface Given extends Omit<Partial<TallyPlan>, 'parameters' | 'asOf'> {
  /** The dated numbers that hold, in smallest units (a poverty line in fen): everywhere, or by place and period. */
  readonly parameters?: Parameters | TallyPlan['parameters'];
  readonly asOf?: string | undefined;
}

/** Adds up files given as text, by name; every fact, unless told otherwise. */
export async function tallyTexts(
  files: Readonly<Record<string, string>>,
  { parameters = {}, asOf, ...more }: Given = {},
): Promise<Outcome & { readonly findings: readonly Finding[] }> {
  const opened = [];
  for (const [file, text] of Object.entries(files)) {
    const open = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from(text);
    };
    opened.push(...(await openTables({ file, open })));
  }
  const findings: Finding[] = [];
  const resolve = typeof parameters === 'function' ? parameters : () => parameters;
  const plan = { facts, ...more, parameters: resolve, asOf: asOf as IsoDate | undefined };
  const outcome = await run(opened, plan, (finding) => findings.push(finding));
  return { ...outcome, findings };
}

/** Metrics of every place of some files and of the whole, in their latest period unless told otherwise. */
export async function measuredAll(
  files: Readonly<Record<string, string>>,
  ids: readonly string[],
  query: Partial<Query> = {},
  given: Given = {},
): Promise<Measurement> {
  const { tallies } = await tallyTexts(files, given);
  const period = query.period ?? periodsOf(tallies).at(-1)!;
  const chosen = ids.map((id) => {
    const found = metrics.find((one) => one.id === id);
    if (!found) throw new Error(`no metric ${id}`);
    return found;
  });
  return measure(tallies, { by: 'village', evidence: 'auto', ...query, period, metrics: chosen });
}

/** One metric of the whole of some files, in their latest period unless told otherwise. */
export async function measured(
  files: Readonly<Record<string, string>>,
  id: string,
  query: Partial<Query> = {},
  given: Given = {},
): Promise<Measured> {
  return (await measuredAll(files, [id], query, given)).total.measured[0]!;
}

/** The files of a village table and a household table, those alone that have rows. */
export const filesOf = (households: readonly TableRow[], villages: readonly TableRow[] = []): Readonly<Record<string, string>> => ({
  ...(households.length > 0 && { 'households.csv': csvOf(households) }),
  ...(villages.length > 0 && { 'villages.csv': csvOf(villages) }),
});

/** A measured metric in the numbers that a reader sees; bounds that are open are undefined. */
export const seen = ({ value, low, high, missing, reason, evidence, marks }: Measured) => ({
  value: value && `${value.numerator}/${value.denominator}`,
  low: low && `${low.numerator}/${low.denominator}`,
  high: high && `${high.numerator}/${high.denominator}`,
  missing: Number(missing),
  reason,
  evidence,
  marks,
});

/** A village row with the columns given, of 2020 unless they say otherwise. */
export const village = (more: TableRow = {}): TableRow => ({ village: '大桥村', period: 2020, ...more });

/** A registered household of three persons that left poverty, of 2020, with the columns given. */
export const household = (id: number | string, more: TableRow = {}): TableRow => ({
  household_id: `H${id}`,
  village: '大桥村',
  period: 2020,
  persons: 3,
  status: 'exited',
  ...more,
});

/** A household for each of the rows given, numbered from `first`. */
export const householdsOf = (rows: readonly TableRow[], first = 1): readonly TableRow[] =>
  rows.map((row, index) => household(first + index, row));

/** A project row with the columns given, of 2020 and of one village. */
export const project = (id: string, more: TableRow = {}): TableRow => ({
  project_id: id,
  name: `项目${id}`,
  village: '大桥村',
  period: 2020,
  category: 'industry',
  ...more,
});
