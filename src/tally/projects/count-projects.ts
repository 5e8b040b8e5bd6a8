import type { Found } from '../../input/finding.ts';
import type { OpenedTable } from '../../input/open-table.ts';
import { readTable } from '../../input/read-table.ts';
import type { TableReading } from '../../input/read-table.ts';
import type { ReadRow } from '../../input/read-row.ts';
import type { Period } from '../../vocabulary/period.ts';
import { FileAnswers } from '../engines/files/file-rows.ts';
import type { TallyPlan } from '../plan.ts';
import { inputAsRead } from '../reading-notes.ts';
import { placesForProjects } from '../told.ts';
import type { Told } from '../told.ts';
import type { Whole } from '../whole.ts';
import { ProjectCounter, tallyProjects } from './project-tally.ts';

/**
 * Adds up project files, after the other tables: their periods are those in which the state of a project is asked. Gives what is told when the villages
 * that projects name are known too.
 */
export async function countProjects(
  files: readonly OpenedTable[],
  plan: TallyPlan,
  told: Told,
  whole: Whole,
  found: Found,
  progress: ((file: string, rows: number) => void) | undefined,
): Promise<Told> {
  const read: { readonly file: OpenedTable; readonly rows: readonly ReadRow[]; readonly reading: TableReading }[] = [];
  for (const file of files) {
    file.findings.forEach(found);
    const rows: ReadRow[] = [];
    const reading = await readTable(
      file,
      (row) => rows.push(row),
      found,
      (count) => progress?.(file.file, count),
    );
    read.push({ file, rows, reading });
  }
  const placed = { ...told, places: placesForProjects(told, whole.tallies, read) };
  const counters = read.map(({ file, rows, reading }) => {
    const counter = new ProjectCounter(file, placed, found);
    for (const row of rows) counter.take(row);
    whole.add(file, inputAsRead(file, reading, counter), { tallies: [], unplaced: [] });
    return counter;
  });
  if (counters.length > 0) {
    const answers = new Map(counters.map((counter) => [counter, new FileAnswers(told.queries, counter.file, told.numbers)]));
    const periods: readonly Period[] = [...new Set(whole.tallies.map(({ period }) => period))];
    whole.addSums(tallyProjects(counters, plan, told.numbers, periods, placed.places.villages, answers));
    for (const own of answers.values()) whole.answer(told.queries, (query) => own.of(query));
  }
  return placed;
}
