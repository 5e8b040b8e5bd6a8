import { listIn, rowOf } from '../../language/row.ts';
import { villages } from '../../tables/villages/table.ts';
import { UserError } from '../../errors.ts';
import { describeChanges } from '../../input/changes.ts';
import type { Finding, Found } from '../../input/findings.ts';
import { hasMembers } from '../../input/open-table.ts';
import type { OpenedTable } from '../../input/open-table.ts';
import { foldMembers } from '../../input/fold-members.ts';
import { readAgainAs, readTable, shownValue } from '../../input/read-table.ts';
import { originOf } from '../../input/record-file.ts';
import type { ReadRow, TableReading } from '../../input/read-table.ts';
import { withRequiredTicks } from '../../input/ticks.ts';
import { sumRows } from '../../input/sum-rows.ts';
import type { SumRow } from '../../input/sum-rows.ts';
import type { Period } from '../../vocabulary/period.ts';
import { placeKey, placeName } from '../../vocabulary/place.ts';
import type { Place } from '../../vocabulary/place.ts';
import type { TableId } from '../../vocabulary/table.ts';
import type { Text } from '../../vocabulary/text.ts';
import { FirstRows, alikePlaces } from '../alike-places.ts';
import { declarationKey, disagreements } from '../disagreements.ts';
import type { DeclaredAt } from '../disagreements.ts';
import { Duplicates } from '../duplicates.ts';
import { parametersOf } from '../engine.ts';
import type { CountedRow, TallyEngine, TallyPlan } from '../engine.ts';
import { HelperNames } from '../helper-names.ts';
import { mergeTallies } from '../merge.ts';
import { withoutNames } from '../personal.ts';
import { indexPlaces } from '../place-index.ts';
import { PeriodLeaps } from '../period-leaps.ts';
import { PlaceKeys } from '../place-keys.ts';
import { ProjectCounter, tallyProjects } from '../project-tally.ts';
import { readTallies, refuseContained, refuseSummedTwice } from '../read-tallies.ts';
import { RowCounter } from '../row-counter.ts';
import type { RunContext } from '../row-counter.ts';
import { RowPlaces, writtenPlace } from '../row-places.ts';
import { inputOf, isOfCounty } from '../tally.ts';
import { Spellings } from '../spellings.ts';
import { placesNamedBy } from '../survey-places.ts';
import { UnitLeaps } from '../unit-leaps.ts';
import type { Input, Tally, Unplaced } from '../tally.ts';

/** A row of a village file, held back with its findings until all villages are known. */
interface HeldRow {
  readonly read: ReadRow;
  readonly findings: readonly Finding[];
}

interface HeldFile {
  readonly file: OpenedTable;
  /** Taken off as they are counted: nothing needs a row twice. */
  rows: readonly HeldRow[];
  readonly reading: TableReading;
  /** Findings about the file, after its last row. */
  readonly last: readonly Finding[];
}

/**
 * Adds up the rows of the files in this process, one row at a time. Villages come first: only when all are known can it be told which village
 * a short reference means. Their rows are held; those of households and projects are not.
 */
export const inProcess: TallyEngine = async (opened, plan, found, progress) => {
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
  const context = told.places.villages.length > 0 ? told : { ...told, places: await placesNamedBy(of('households'), told.places) };

  const close = (file: OpenedTable, reading: TableReading, counter: Counted): void => {
    const { accepted, rejected } = counter;
    const notes = [...file.notes, ...readingNotes(file, reading, counter)];
    inputs.set(file, { ...inputOf(file), rows: reading.rows, accepted, rejected, notes });
  };
  const keep = (file: OpenedTable, counter: RowCounter): void => {
    for (const accumulator of [counter.accumulator, counter.counties]) {
      const summedUp = accumulator.finish(file.sha256);
      gather({ ...summedUp, tallies: summedUp.tallies.filter(({ facts }) => facts.size > 0) });
    }
  };

  const declaredAt = new Map<string, DeclaredAt>();
  const isComparing = opened.some(({ table }) => table === 'households' || table === 'tallies');
  const incomes = new UnitLeaps(context.keys);
  for (const one of held) {
    const { file, reading, last } = one;
    file.findings.forEach(found);
    const visit = visitOf(file, plan);
    const seeIncome = incomes.seeing(file);
    const counter = new RowCounter(file, context, context.duplicates.begin(file), found, (row) => {
      const { place, period, position, key } = row;
      if (!row.ofCounty) {
        remember(place);
        if (isComparing) declaredAt.set(declarationKey({ place, period }), { ...originOf(file), ...position, key: key() });
        seeIncome?.(row);
      }
      visit?.(row);
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
    const from = context.duplicates.begin(file);
    const counter = new RowCounter(file, context, from, found, visitOf(file, plan));
    const reading = await readHouseholds(
      file,
      (row) => counter.take(row),
      found,
      (rows) => progress?.(file.file, rows),
    );
    close(file, reading, counter);
    keep(file, mustReadAgain(reading, counter, plan) ? await readAgain(file, reading, context, from) : counter);
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
    const periods = [...new Set([...summed.tallies, ...tallies].map(({ period }) => period))];
    const summedUp = tallyProjects(projects, projectContext, periods, projectContext.places.villages);
    gather(summedUp);
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
  return withoutNames({ tallies: merged, unplaced, inputs: opened.map((file) => inputs.get(file)!) });
};

/** The rows of a file in order, let go of behind the one in hand. */
function* released(held: HeldFile): Generator<HeldRow> {
  const rows = held.rows.toReversed();
  held.rows = [];
  for (let row = rows.pop(); row; row = rows.pop()) yield row;
}

async function holdAll(
  files: readonly OpenedTable[],
  progress: ((file: string, rows: number) => void) | undefined,
): Promise<readonly HeldFile[]> {
  const held: HeldFile[] = [];
  for (const file of files) {
    const rows: HeldRow[] = [];
    let findings: Finding[] = [];
    const hold = (read: ReadRow): void => {
      rows.push({ read, findings: findings.length > 0 ? findings : NO_FINDINGS });
      if (findings.length > 0) findings = [];
    };
    const reading = await readTable(
      file,
      hold,
      (finding) => findings.push(finding),
      (count) => progress?.(file.file, count),
    );
    let read: readonly HeldRow[] = rows;
    if (reading.tickColumns.length > 0) {
      // Read once more with ticks and blanks as yes and no; its findings have been found.
      const again: ReadRow[] = [];
      await readTable(
        readAgainAs(file, { ...reading, blankThroughout: [] }),
        (read) => again.push(read),
        () => undefined,
      );
      read = rows.map(({ findings: found }, index) => ({ read: again[index]!, findings: found }));
    }
    held.push(withoutSums({ file, rows: read, reading, last: findings }));
  }
  return held;
}

/** A file without the rows that sum up others: each is said where it stood, in place of what was found in it. */
function withoutSums({ file, rows, reading, last }: HeldFile): HeldFile {
  const sums = new Map(sumRows(rows.map(({ read }) => (read.shifted ? {} : (read.asWritten ?? read.row)))).map((one) => [one.index, one]));
  const kept: HeldRow[] = [];
  let waiting: Finding[] = [];
  let left = 0;
  rows.forEach((held, index) => {
    const sum = sums.get(index);
    const said = sum && sumFinding(file, held.read, sum);
    if (said?.code === 'sum-row') {
      left++;
      waiting.push(said);
      return;
    }
    const isAlone = waiting.length === 0 && said === undefined;
    kept.push(isAlone ? held : { read: held.read, findings: [...waiting, ...held.findings, ...(said ? [said] : [])] });
    if (waiting.length > 0) waiting = [];
  });
  const { rows: all, noDataRows } = reading;
  return { file, rows: kept, reading: { ...reading, rows: all - left, noDataRows: noDataRows + left }, last: [...waiting, ...last] };
}

function sumFinding(file: OpenedTable, { row, position, key }: ReadRow, { why, rows }: SumRow): Finding {
  const about = { severity: 'warning', ...originOf(file), ...position, key: key(), column: 'village' } as const;
  const name = shownValue(typeof row.village === 'string' ? row.village : '', undefined);
  if (why === 'looks like an area') return { code: 'area-as-village', ...about, value: name, arguments: { name } };
  return { code: 'sum-row', ...about, value: name, arguments: { name, what: SUMMED_UP[why](rows ?? 0) } };
}

const SUMMED_UP: Readonly<Record<Exclude<SumRow['why'], 'looks like an area'>, (rows: number) => Text>> = {
  'named as the area of others': () => ({ zh: '所辖各村', en: 'the villages in it' }),
  'equals the rows below': (rows) => ({ zh: `下面 ${rows} 行`, en: rows === 1 ? 'the row below' : `the ${rows} rows below` }),
  'equals the rows above': (rows) => ({ zh: `上面 ${rows} 行`, en: rows === 1 ? 'the row above' : `the ${rows} rows above` }),
};

const NO_FINDINGS: readonly Finding[] = [];

function contextOf(held: readonly HeldFile[], summed: readonly Tally[], plan: RunContext['plan'], spellings: Spellings): RunContext {
  const periods = new Set(summed.map(({ period }) => period));
  for (const { rows } of held) {
    for (const { read } of rows) {
      const { period } = rowOf(villages, read.row);
      if (period !== undefined && !read.shifted) periods.add(period);
    }
  }
  const index = indexPlaces(namedVillages(held, summed, spellings));
  const keys = new PlaceKeys();
  return {
    plan,
    places: new RowPlaces(index.villages.length > 0 ? index : undefined, { spellings }),
    duplicates: new Duplicates(),
    firstRows: new FirstRows(keys),
    keys,
    periods: new PeriodLeaps(),
    helpers: new HelperNames(),
    fallbackPeriod: plan.snapshot ?? (periods.size === 1 ? [...periods][0] : undefined),
  };
}

/** The villages that village rows and tallies name. */
function* namedVillages(held: readonly HeldFile[], summed: readonly Tally[], spellings: Spellings): Generator<Place> {
  for (const { rows } of held)
    for (const { read } of rows) if (!read.shifted && read.row.village !== undefined) yield spellings.of(writtenPlace(read.row)).place;
  for (const { place } of summed) if (place.village !== undefined) yield place;
}

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

const mustReadAgain = ({ blankThroughout, tickColumns }: TableReading, { accumulator }: RowCounter, { visitor }: TallyPlan): boolean =>
  [...blankThroughout, ...tickColumns].some((column) => accumulator.reads(column) || visitor?.columns.has(column));

/** Tallies made under another poverty line than the one in force here keep all but what depends on it. */
function markOtherLine(tally: Tally, plan: TallyPlan): Tally {
  const here = parametersOf(plan, tally.place, tally.period).poverty_line;
  return tally.parameters.poverty_line === here ? tally : { ...tally, otherLine: true };
}

/** Begins the rows of a file for those who want to see them. */
function visitOf(file: OpenedTable, plan: TallyPlan): ((row: CountedRow) => void) | undefined {
  const visit = plan.visitor?.begin(file);
  return visit && ((row) => visit({ ...row, parameters: parametersOf(plan, row.place, row.period) }));
}

/** The known villages; where no table tells them, those that households and projects name, so that a shorter reference finds its village. */
function placesForProjects(
  { places }: RunContext,
  tallies: readonly Tally[],
  read: readonly { readonly rows: readonly ReadRow[] }[],
): RowPlaces {
  if (places.villages.length > 0) return places;
  const named = read.flatMap(({ rows }) =>
    rows.flatMap(({ row, shifted }) =>
      shifted ? [] : (listIn(row, 'village') ?? []).map((village) => places.spelled(writtenPlace({ ...row, village }))),
    ),
  );
  return places.knowing(indexPlaces([...tallies.map(({ place }) => place).filter(({ village }) => village !== undefined), ...named]));
}

/** Reads a file again, silently, in the way that its first reading showed to be right. */
async function readAgain(file: OpenedTable, reading: TableReading, context: RunContext, from: number): Promise<RowCounter> {
  const silent: Found = () => undefined;
  const rightly = readAgainAs(file, reading);
  const counter = new RowCounter(rightly, context, from, silent, visitOf(rightly, context.plan));
  await readHouseholds(rightly, (row) => counter.take(row), silent);
  return counter;
}

function refuseWithoutPeriod(file: OpenedTable, fallback: Period | undefined): void {
  if (fallback !== undefined || file.headings.some(({ column }) => column === 'period')) return;
  throw new UserError({
    zh: `${file.file}：户表没有“年度”（period）列，文件里又不止一个时期（或没有村表）。请用 --snapshot 2020 指明它属于哪一期；不同时期的几个户表，请各加一列年度`,
    en: `${file.file}: the household table has no period column, and the run has several periods (or no village table). Say which with --snapshot 2020; give files of different periods a period column each`,
  });
}

/** What the rows of a file came to. */
type Counted = Pick<RowCounter, 'accepted' | 'rejected' | 'shorter' | 'respelled' | 'firstRespelled'>;

function readingNotes(
  { headings }: OpenedTable,
  reading: TableReading,
  { shorter, respelled, firstRespelled = ['', ''] }: Counted,
): readonly Text[] {
  const notes: Text[] = [];
  if (reading.blankRows > 0)
    notes.push({
      zh: `跳过 ${reading.blankRows} 个空行`,
      en: `${reading.blankRows} blank ${reading.blankRows === 1 ? 'row' : 'rows'} skipped`,
    });
  if (shorter > 0)
    notes.push({
      zh: `${shorter} 行的村没有写全（如缺乡镇），按唯一相符的村计入`,
      en: `${shorter} ${shorter === 1 ? 'row names its' : 'rows name their'} village with fewer parts than the village has; the only one that fits was taken`,
    });
  if (respelled > 0) {
    const [written, as] = firstRespelled.map((name) => shownValue(name, undefined)) as [string, string];
    notes.push({
      zh: `${respelled} 行的地名只是写法不同（全角半角、空格、括号，如“${written}”即“${as}”），按同一个地方计入`,
      en: `${respelled} ${respelled === 1 ? 'row writes its' : 'rows write their'} place otherwise (width, blanks, brackets: "${written}" is "${as}"); it is the same place`,
    });
  }
  if (reading.blankThroughout.length > 0)
    notes.push({
      zh: `整列为空，按“不知道”处理：${reading.blankThroughout.join('、')}`,
      en: `blank throughout, so not known: ${reading.blankThroughout.join(', ')}`,
    });
  if (reading.households !== undefined)
    notes.push({
      zh: `一人一行，按户编号合并为 ${reading.households} 户`,
      en: `a row per member, folded into ${reading.households} ${reading.households === 1 ? 'household' : 'households'}`,
    });
  if (reading.surplusRows > 0)
    notes.push({
      zh: `${reading.surplusRows} 行末尾有多余的空单元格，已忽略`,
      en: `${reading.surplusRows} ${reading.surplusRows === 1 ? 'row ends' : 'rows end'} with surplus blank cells, left aside`,
    });
  const turned = new Set(headings.flatMap(({ column, unit }) => (unit.inverted ? [column] : [])));
  const [asked, opposite] = [false, true].map((isTurned) => reading.tickColumns.filter((column) => turned.has(column) === isTurned)) as [
    string[],
    string[],
  ];
  if (asked.length > 0)
    notes.push({
      zh: `只有“√”和空格的列，空格按“否”：${asked.join('、')}`,
      en: `nothing but ticks and blanks, so a blank is "no": ${asked.join(', ')}`,
    });
  if (opposite.length > 0)
    notes.push({
      zh: `表头问的是相反的情况（如“是否危房”）、只有“√”和空格的列，“√”按不达标、空格按达标：${opposite.join('、')}`,
      en: `nothing but ticks and blanks under a heading that asks the opposite, so a tick is "no" and a blank "yes": ${opposite.join(', ')}`,
    });
  return [...notes, ...describeChanges(reading.changes)];
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
