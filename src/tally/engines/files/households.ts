import { foldMembers } from '../../../input/fold-members.ts';
import type { Found } from '../../../input/finding.ts';
import { hasMembers } from '../../../input/open-table.ts';
import type { OpenedTable } from '../../../input/open-table.ts';
import { withRequiredTicks } from '../../../input/ticks.ts';
import { readAgainAs, readTable } from '../../../input/read-table.ts';
import type { TableReading } from '../../../input/read-table.ts';
import type { ReadRow } from '../../../input/read-row.ts';
import { inputAsRead } from '../../reading-notes.ts';
import { RowCounter } from '../../row-counter.ts';
import type { ChangeCode } from '../../../input/value-kind.ts';
import type { Told } from '../../told.ts';
import type { Reading } from '../engine.ts';
import { FileAnswers } from './file-rows.ts';
import { PlainRows } from './plain-rows.ts';

/** Adds up the rows of a household file and answers what is asked of them. That it may take a second reading is nobody else's matter. */
export async function readHouseholds(file: OpenedTable, told: Told, found: Found, progress?: (rows: number) => void): Promise<Reading> {
  const from = told.duplicates.begin(file);
  const answers = new FileAnswers(told.queries, file, told.numbers);
  const counter = new RowCounter(file, told, from, found, (row) => answers.take(row));
  const reading = await readAndCount(file, counter, told, found, progress);
  const right = mustReadAgain(reading, counter, answers) ? await readAgain(file, reading, told, from) : { counter, answers };
  return {
    // Of the rows as they were first read the findings speak.
    sums: { input: inputAsRead(file, reading, counter), ...right.counter.finish() },
    rows: (query) => right.answers.of(query),
  };
}

/** Reads the rows of a file and counts them: plain ones by groups of what their bytes say, the others one by one. */
async function readAndCount(
  file: OpenedTable,
  counter: RowCounter,
  told: Told,
  found: Found,
  progress?: (rows: number) => void,
): Promise<TableReading> {
  const plain = PlainRows.of(file, counter, told);
  if (!plain) return takeHouseholds(file, (row) => counter.take(row), found, progress);
  const take = (row: ReadRow): void => {
    counter.take(row);
    if (!row.shifted) plain.taken(row.position.row);
  };
  const reading = await readTable({ ...file, records: () => plain.scan.records() }, take, found, progress);
  plain.finish();
  return { ...reading, changes: together(reading.changes, plain.scan.changes) };
}

const together = (some: ReadonlyMap<ChangeCode, number>, others: ReadonlyMap<ChangeCode, number>): ReadonlyMap<ChangeCode, number> =>
  new Map([...some.keys(), ...others.keys()].map((code) => [code, (some.get(code) ?? 0) + (others.get(code) ?? 0)]));

/** Household rows, as they are or folded from a row per member. */
async function takeHouseholds(
  file: OpenedTable,
  take: (row: ReadRow) => void,
  found: Found,
  progress?: (rows: number) => void,
): Promise<TableReading> {
  if (!hasMembers(file)) return readTable(file, take, found, progress);
  const ticked = await withRequiredTicks(file);
  const members: ReadRow[] = [];
  const reading = await readTable(ticked, (row) => members.push(row), found, progress);
  const folded = foldMembers(ticked, members, found);
  for (const household of folded) take(household);
  return { ...reading, households: folded.length };
}

/** Whether a column that was asked for showed, at the end, to mean something else than it was read as. */
const mustReadAgain = ({ blankThroughout, tickColumns }: TableReading, { accumulator }: RowCounter, answers: FileAnswers): boolean =>
  [...blankThroughout, ...tickColumns].some((column) => accumulator.reads(column) || answers.reads(column));

/** Reads a file again, silently, in the way that its first reading showed to be right. */
async function readAgain(
  file: OpenedTable,
  reading: TableReading,
  told: Told,
  from: number,
): Promise<{ readonly counter: RowCounter; readonly answers: FileAnswers }> {
  const silent: Found = () => undefined;
  const rightly = readAgainAs(file, reading);
  const answers = new FileAnswers(told.queries, rightly, told.numbers);
  const counter = new RowCounter(rightly, told, from, silent, (row) => answers.take(row));
  await readAndCount(rightly, counter, told, silent);
  return { counter, answers };
}
