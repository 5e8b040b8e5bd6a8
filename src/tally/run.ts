import { UserError } from '../errors.ts';
import type { Found } from '../input/finding.ts';
import type { OpenedTable } from '../input/open-table.ts';
import { placeColumns } from '../tables/shared.ts';
import type { Period } from '../vocabulary/period.ts';
import { placeKey } from '../vocabulary/place.ts';
import type { Place } from '../vocabulary/place.ts';
import type { TableId } from '../vocabulary/table.ts';
import { countVillages } from './count-villages.ts';
import { disagreements } from './disagreements.ts';
import type { Engine } from './engines/engine.ts';
import { files } from './engines/files/engine.ts';
import { engineOf, refuseBesideDatabase, withoutRowNumbers } from './engines/of-table.ts';
import { holdAll } from './engines/files/villages.ts';
import { withoutNames } from './personal.ts';
import { alikePlaces } from './places/alike-places.ts';
import { indexPlaces } from './places/place-index.ts';
import { writtenPlace } from './places/row-places.ts';
import { Spellings } from './places/spellings.ts';
import type { Outcome, TallyPlan } from './plan.ts';
import { countProjects } from './projects/count-projects.ts';
import { readTallies, refuseContained, refuseSummedTwice } from './read-tallies.ts';
import { isOfCounty } from './tally.ts';
import type { Tally } from './tally.ts';
import { toldBy } from './told.ts';
import type { Told } from './told.ts';
import { Whole } from './whole.ts';

/**
 * Adds up the tables of a run. Villages come first: only when all are known can it be told which village a short reference means. Their rows are held;
 * those of households and projects are not. Findings leave in row order within a file, as they are found.
 * Throws a UserError when the files do not go together.
 */
export async function run(
  opened: readonly OpenedTable[],
  plan: TallyPlan,
  foundAt: Found,
  progress?: (file: string, rows: number) => void,
  engine: Engine = files,
): Promise<Outcome> {
  const of = (table: TableId): readonly OpenedTable[] => opened.filter((file) => file.table === table);
  refuseBesideDatabase(of('households'));
  const found = withoutRowNumbers(opened, foundAt);
  const held = await holdAll(of('villages'), progress);
  const spellings = new Spellings();
  for (const { rows } of held) for (const { read } of rows) if (!read.shifted) spellings.of(writtenPlace(read.row));
  const summed = await readTallies(of('tallies'), (place) => spellings.of(place).place, found);
  refuseContained(summed.tallies, opened);
  const told = await placesNamedBy(of('households'), toldBy(held, summed.tallies, plan, spellings), engine);
  const before = summed.tallies.map((tally) => markOtherLine(tally, told));
  const whole = new Whole(told.keys);
  for (const [file, input] of summed.inputs) whole.add(file, input, { tallies: [], unplaced: [] });
  whole.addSums({ tallies: before, unplaced: summed.unplaced });

  const isComparing = opened.some(({ table }) => table === 'households' || table === 'tallies');
  const declaredAt = countVillages(held, told, whole, found, isComparing);
  for (const tally of before) if (!isOfCounty(tally)) whole.remember(tally.place);
  for (const file of of('households')) {
    refuseWithoutPeriod(file, told.fallbackPeriod);
    file.findings.forEach(found);
    const { sums, rows } = await engineOf(file, engine).read(file, told, found, (count) => progress?.(file.file, count));
    whole.add(file, sums.input, sums);
    whole.answer(told.queries, rows);
  }
  const { places } = await countProjects(of('projects'), plan, told, whole, found, progress);

  refuseSummedTwice(before, whole.tallies.slice(before.length));
  const merged = whole.merged();
  for (const finding of told.periods.findings()) found(finding);
  for (const finding of disagreements(merged, declaredAt)) found(finding);
  // Where villages are told by a table, a name that is none of them has its own finding.
  const known = new Set(places.villages.map(placeKey));
  const isKnown = (place: Place): boolean => known.size === 0 || known.has(placeKey(place));
  const beside = opened.find(({ table }) => table === 'tallies') ?? opened[0];
  for (const finding of alikePlaces(merged, isKnown, told.firstRows, beside?.file ?? '')) found(finding);
  return {
    tallies: withoutNames({ tallies: merged, unplaced: whole.unplaced, inputs: whole.inputsOf(opened) }),
    rows: whole.answersTo(told.queries),
  };
}

/**
 * What is told, with the villages that household tables name where no table tells them: before the first row is counted it must be known whether
 * a name with fewer parts fits one of them or several. Tables that name places by the village alone leave nothing to be filled in, and are not looked through.
 */
async function placesNamedBy(tables: readonly OpenedTable[], told: Told, engine: Engine): Promise<Told> {
  const columns = new Set(
    tables.flatMap(({ headings }) => headings.map(({ column }) => column).filter((column) => column in placeColumns)),
  );
  if (told.places.villages.length > 0 || columns.size < 2) return told;
  const named: Place[] = [];
  for (const table of tables)
    for (const place of (await engineOf(table, engine).survey(table, told)).places) named.push(told.places.spelled(place));
  return { ...told, places: told.places.knowing(indexPlaces(named)) };
}

/** Tallies made under another poverty line than the one in force here keep all but what depends on it. */
function markOtherLine(tally: Tally, { numbers }: Told): Tally {
  const here = numbers.at(tally.place, tally.period).poverty_line;
  return tally.parameters.poverty_line === here ? tally : { ...tally, otherLine: true };
}

function refuseWithoutPeriod(file: OpenedTable, fallback: Period | undefined): void {
  if (fallback !== undefined || file.headings.some(({ column }) => column === 'period')) return;
  throw new UserError({
    zh: `${file.file}：户表没有“年度”（period）列，文件里又不止一个时期（或没有村表）。请用 --snapshot 2020 指明它属于哪一期；不同时期的几个户表，请各加一列年度`,
    en: `${file.file}: the household table has no period column, and the run has several periods (or no village table). Say which with --snapshot 2020; give files of different periods a period column each`,
  });
}
