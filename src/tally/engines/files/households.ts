import { foldMembers } from '../../../input/fold-members.ts';
import type { Found } from '../../../input/findings.ts';
import { hasMembers } from '../../../input/open-table.ts';
import type { OpenedTable } from '../../../input/open-table.ts';
import { withRequiredTicks } from '../../../input/ticks.ts';
import { readAgainAs, readTable } from '../../../input/read-table.ts';
import type { ReadRow, TableReading } from '../../../input/read-table.ts';
import type { ChangeCode } from '../../../input/value-kind.ts';
import type { DatedNumbers } from '../../dated-numbers.ts';
import { FileAnswers } from '../../file-rows.ts';
import type { Counted } from '../../reading-notes.ts';
import { RowCounter } from '../../row-counter.ts';
import type { RunContext } from '../../row-counter.ts';
import { PlainRows } from './plain-rows.ts';

/** What a household file comes to. */
export interface SummedHouseholds {
  readonly reading: TableReading;
  /** How many rows counted, as they were first read: of these the findings speak. */
  readonly counted: Counted;
  readonly sums: Pick<RowCounter, 'accumulator' | 'counties'>;
  readonly answers: FileAnswers;
}

/** Adds up the rows of a household file and answers what is asked of them. That it may take a second reading is nobody else's matter. */
export async function sumHouseholds(
  file: OpenedTable,
  context: RunContext,
  numbers: DatedNumbers,
  found: Found,
  progress?: (rows: number) => void,
): Promise<SummedHouseholds> {
  const from = context.duplicates.begin(file);
  const answer = new FileAnswers(context.plan.rows, file, numbers);
  const counter = new RowCounter(file, context, from, found, (row) => answer.take(row));
  const reading = await readAndCount(file, counter, context, found, progress);
  const right = mustReadAgain(reading, counter, answer) ? await readAgain(file, reading, context, from, numbers) : { counter, answer };
  return { reading, counted: counter, sums: right.counter, answers: right.answer };
}

/** Reads the rows of a file and counts them: plain ones by groups of what their bytes say, the others one by one. */
async function readAndCount(
  file: OpenedTable,
  counter: RowCounter,
  { plan }: RunContext,
  found: Found,
  progress?: (rows: number) => void,
): Promise<TableReading> {
  const plain = PlainRows.of(file, counter, plan);
  if (!plain) return readHouseholds(file, (row) => counter.take(row), found, progress);
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
async function readHouseholds(
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
const mustReadAgain = ({ blankThroughout, tickColumns }: TableReading, { accumulator }: RowCounter, answer: FileAnswers): boolean =>
  [...blankThroughout, ...tickColumns].some((column) => accumulator.reads(column) || answer.reads(column));

/** Reads a file again, silently, in the way that its first reading showed to be right. */
async function readAgain(
  file: OpenedTable,
  reading: TableReading,
  context: RunContext,
  from: number,
  numbers: DatedNumbers,
): Promise<{ readonly counter: RowCounter; readonly answer: FileAnswers }> {
  const silent: Found = () => undefined;
  const rightly = readAgainAs(file, reading);
  const answer = new FileAnswers(context.plan.rows, rightly, numbers);
  const counter = new RowCounter(rightly, context, from, silent, (row) => answer.take(row));
  await readAndCount(rightly, counter, context, silent);
  return { counter, answer };
}
