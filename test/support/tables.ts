import { Buffer } from 'node:buffer';
import { stringify } from 'csv-stringify/sync';
import { openTables } from '../../src/input/open-table.ts';
import type { Finding } from '../../src/input/findings.ts';
import { measure, periodsOf } from '../../src/measure/measure.ts';
import type { Measured, Query } from '../../src/measure/measure.ts';
import { metrics } from '../../src/measure/metrics/index.ts';
import { inProcess } from '../../src/tally/engines/in-process.ts';
import { facts } from '../../src/tally/facts/index.ts';
import type { TallyPlan } from '../../src/tally/engine.ts';
import type { Tallies } from '../../src/tally/tally.ts';

export type TableRow = Readonly<Record<string, string | number | undefined>>;

/** Rows as CSV, with every column that any of them gives: an undefined cell is no cell, a blank one is ''. */
export function csvOf(rows: readonly TableRow[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row).filter((column) => row[column] !== undefined)))];
  return stringify([columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))]);
}

/** Adds up files given as text, by name. */
export async function tallyTexts(
  files: Readonly<Record<string, string>>,
  plan: Partial<TallyPlan> = {},
): Promise<{ readonly tallies: Tallies; readonly findings: readonly Finding[] }> {
  const opened = [];
  for (const [file, text] of Object.entries(files)) {
    const open = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from(text);
    };
    opened.push(...(await openTables({ file, open })));
  }
  const findings: Finding[] = [];
  const tallies = await inProcess(opened, { facts, parameters: () => ({}), ...plan }, (finding) => findings.push(finding));
  return { tallies, findings };
}

/** One metric of the whole of some files, in their latest period unless told otherwise. */
export async function measured(files: Readonly<Record<string, string>>, id: string, query: Partial<Query> = {}): Promise<Measured> {
  const { tallies } = await tallyTexts(files);
  const period = query.period ?? periodsOf(tallies).at(-1)!;
  const metric = metrics.find((one) => one.id === id)!;
  return measure(tallies, { by: 'village', evidence: 'auto', ...query, period, metrics: [metric] }).total.measured[0]!;
}
