import { UserError } from '../errors.ts';
import type { OpenedTable } from '../input/open-table.ts';
import { readTable } from '../input/read-table.ts';
import type { ReadRow, TableReading } from '../input/read-table.ts';
import { originOf } from '../input/record-file.ts';
import type { Period } from '../vocabulary/period.ts';
import { placeKey, placeName } from '../vocabulary/place.ts';
import type { Place } from '../vocabulary/place.ts';
import type { TableId } from '../vocabulary/table.ts';
import { alikePlaces } from './alike-places.ts';
import { DatedNumbers } from './dated-numbers.ts';
import { declarationKey, disagreements } from './disagreements.ts';
import type { DeclaredAt } from './disagreements.ts';
import { parametersOf } from './engine.ts';
import type { TallyEngine, TallyPlan } from './engine.ts';
import { sumHouseholds } from './engines/files/households.ts';
import { holdAll, released } from './engines/files/villages.ts';
import { FileAnswers, answersOf } from './file-rows.ts';
import { mergeTallies } from './merge.ts';
import { withoutNames } from './personal.ts';
import { ProjectCounter, tallyProjects } from './project-tally.ts';
import { readTallies, refuseContained, refuseSummedTwice } from './read-tallies.ts';
import { readingNotes } from './reading-notes.ts';
import type { Counted } from './reading-notes.ts';
import { RowCounter } from './row-counter.ts';
import { writtenPlace } from './row-places.ts';
import { contextOf, placesForProjects } from './run-context.ts';
import { Spellings } from './spellings.ts';
import { placesNamedBy } from './survey-places.ts';
import { inputOf, isOfCounty } from './tally.ts';
import type { Input, Tally, Unplaced } from './tally.ts';
import { UnitLeaps } from './unit-leaps.ts';

/**
 * Adds up the rows of the files in this process, one row at a time. Villages come first: only when all are known can it be told which village
 * a short reference means. Their rows are held; those of households and projects are not.
 */
export const run: TallyEngine = async (opened, plan, found, progress) => {
  const of = (table: TableId): readonly OpenedTable[] => opened.filter((file) => file.table === table);
  const inputs = new Map<OpenedTable, Input>();
  const tallies: Tally[] = [];
  const unplaced: Unplaced[] = [];
  const gather = (summedUp: { readonly tallies: readonly Tally[]; readonly unplaced: readonly Unplaced[] }): void => {
    for (const tally of summedUp.tallies) tallies.push(tally);
    for (const one of summedUp.unplaced) unplaced.push(one);
  };
  const order = new Map<string, number>();
  const remember = (place: Place): void => {
    const key = context.keys.of(place);
    if (!order.has(key)) order.set(key, order.size);
  };

  const held = await holdAll(of('villages'), progress);
  const spellings = new Spellings();
  for (const { rows } of held) for (const { read } of rows) if (!read.shifted) spellings.of(writtenPlace(read.row));
  const summed = await readTallies(of('tallies'), (place) => spellings.of(place).place, found);
  refuseContained(summed.tallies, opened);
  summed.inputs.forEach((input, file) => inputs.set(file, input));
  for (const one of summed.unplaced) unplaced.push(one);
  const told = contextOf(held, summed.tallies, plan, spellings);
  const context = told.places.villages.length > 0 ? told : { ...told, places: await placesNamedBy(of('households'), told.places, plan) };

  const close = (file: OpenedTable, reading: TableReading, counter: Counted): void => {
    const { accepted, rejected } = counter;
    const notes = [...file.notes, ...readingNotes(file, reading, counter)];
    inputs.set(file, { ...inputOf(file), rows: reading.rows, accepted, rejected, notes });
  };
  const keep = (file: OpenedTable, { accumulator: own, counties }: Pick<RowCounter, 'accumulator' | 'counties'>): void => {
    for (const accumulator of [own, counties]) {
      const summedUp = accumulator.finish(file.sha256);
      gather({ ...summedUp, tallies: summedUp.tallies.filter(({ facts }) => facts.size > 0) });
    }
  };

  const numbers = new DatedNumbers(plan);
  const answers: FileAnswers[] = [];
  const declaredAt = new Map<string, DeclaredAt>();
  const isComparing = opened.some(({ table }) => table === 'households' || table === 'tallies');
  const incomes = new UnitLeaps(context.keys);
  for (const one of held) {
    const { file, reading, last } = one;
    file.findings.forEach(found);
    const answer = new FileAnswers(plan.rows, file, numbers);
    answers.push(answer);
    const seeIncome = incomes.seeing(file);
    const counter = new RowCounter(file, context, context.duplicates.begin(file), found, (row) => {
      const { place, period, position, key } = row;
      if (!row.ofCounty) {
        remember(place);
        if (isComparing) declaredAt.set(declarationKey({ place, period }), { ...originOf(file), ...position, key: key() });
        seeIncome?.(row);
      }
      answer.take(row);
    });
    for (const { read, findings } of released(one)) {
      findings.forEach(found);
      counter.take(read);
    }
    last.forEach(found);
    keep(file, counter);
    close(file, reading, counter);
  }
  for (const finding of incomes.findings()) found(finding);
  for (const tally of summed.tallies) if (!isOfCounty(tally)) remember(tally.place);

  for (const file of of('households')) {
    refuseWithoutPeriod(file, context.fallbackPeriod);
    file.findings.forEach(found);
    const {
      reading,
      counted,
      sums,
      answers: answered,
    } = await sumHouseholds(file, context, numbers, found, (rows) => progress?.(file.file, rows));
    close(file, reading, counted);
    keep(file, sums);
    answers.push(answered);
  }

  const read: { readonly file: OpenedTable; readonly rows: readonly ReadRow[]; readonly reading: TableReading }[] = [];
  for (const file of of('projects')) {
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
  const projectContext = { ...context, places: placesForProjects(context, [...summed.tallies, ...tallies], read) };
  const projects = read.map(({ file, rows, reading }) => {
    const counter = new ProjectCounter(file, projectContext, found);
    for (const row of rows) counter.take(row);
    close(file, reading, counter);
    return counter;
  });
  if (projects.length > 0) {
    const answerOf = new Map(projects.map((counter) => [counter, new FileAnswers(plan.rows, counter.file, numbers)]));
    answers.push(...answerOf.values());
    const periods = [...new Set([...summed.tallies, ...tallies].map(({ period }) => period))];
    gather(tallyProjects(projects, projectContext, periods, projectContext.places.villages, answerOf));
  }

  refuseSummedTwice(summed.tallies, tallies);
  const before = summed.tallies.map((tally) => markOtherLine(tally, plan));
  const merged = inOrder(mergeTallies(before.concat(tallies)), order);
  for (const finding of context.periods.findings()) found(finding);
  for (const finding of disagreements(merged, declaredAt)) found(finding);
  // Where villages are told by a table, a name that is none of them has its own finding.
  const known = new Set(context.places.villages.map(placeKey));
  const isKnown = (place: Place): boolean => known.size === 0 || known.has(placeKey(place));
  const beside = opened.find(({ table }) => table === 'tallies') ?? opened[0];
  for (const finding of alikePlaces(merged, isKnown, context.firstRows, beside?.file ?? '')) found(finding);
  const nameless = withoutNames({ tallies: merged, unplaced, inputs: opened.map((file) => inputs.get(file)!) });
  return { tallies: nameless, rows: answersOf(plan.rows, answers) };
};

/** Tallies made under another poverty line than the one in force here keep all but what depends on it. */
function markOtherLine(tally: Tally, plan: TallyPlan): Tally {
  const here = parametersOf(plan, tally.place, tally.period).poverty_line;
  return tally.parameters.poverty_line === here ? tally : { ...tally, otherLine: true };
}

function refuseWithoutPeriod(file: OpenedTable, fallback: Period | undefined): void {
  if (fallback !== undefined || file.headings.some(({ column }) => column === 'period')) return;
  throw new UserError({
    zh: `${file.file}：户表没有“年度”（period）列，文件里又不止一个时期（或没有村表）。请用 --snapshot 2020 指明它属于哪一期；不同时期的几个户表，请各加一列年度`,
    en: `${file.file}: the household table has no period column, and the run has several periods (or no village table). Say which with --snapshot 2020; give files of different periods a period column each`,
  });
}

/** Places in the order of the village file, others after them by name; the periods of each in order of time. */
function inOrder(tallies: readonly Tally[], order: ReadonlyMap<string, number>): readonly Tally[] {
  const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const ranked = tallies.map((tally) => ({ tally, rank: order.get(placeKey(tally.place)) ?? order.size }));
  ranked.sort(
    (a, b) =>
      a.rank - b.rank ||
      (a.rank < order.size
        ? 0
        : byText(placeName(a.tally.place), placeName(b.tally.place)) || byText(placeKey(a.tally.place), placeKey(b.tally.place))) ||
      byText(a.tally.period, b.tally.period),
  );
  return ranked.map(({ tally }) => tally);
}
