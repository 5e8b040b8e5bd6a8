import { randomBytes } from 'node:crypto';
import { UserError } from '../../../errors.ts';
import type { DatabaseTable, Sql } from '../../../input/database-table.ts';
import type { Found } from '../../../input/finding.ts';
import { hasMembers } from '../../../input/open-table.ts';
import type { OpenedTable } from '../../../input/open-table.ts';
import { readAgainAs } from '../../../input/read-table.ts';
import type { TableReading } from '../../../input/read-table.ts';
import type { RecordBatch } from '../../../input/records.ts';
import { withTicks } from '../../../input/ticks.ts';
import { originOf } from '../../../input/record-file.ts';
import type { Test } from '../../../language/readings/to-sql.ts';
import { inputAsRead } from '../../reading-notes.ts';
import type { Counted } from '../../reading-notes.ts';
import { RowCounter } from '../../row-counter.ts';
import type { Tally } from '../../tally.ts';
import type { Told } from '../../told.ts';
import type { Text } from '../../../vocabulary/text.ts';
import type { Engine, Reading, Survey } from '../engine.ts';
import { FileAnswers } from '../files/file-rows.ts';
import { surveyPlaces } from '../files/survey-places.ts';
import { KeyReader, numbersInSql, recordOf, writtenKeys } from './keyed-places.ts';
import type { PlainKey } from './keyed-places.ts';
import { bothHold, countedApart, partRows, readApart, recordsApart } from './rows-apart.ts';
import { sumsOf } from './sums.ts';
import type { SummedKey } from './sums.ts';
import { plainColumns } from './plain-columns.ts';
import { answeredByTable, shownQueries, takeShown } from './rows-shown.ts';
import { TableInSql } from './table-in-sql.ts';
import { surveyWords } from './words.ts';

/** Adds up the rows of a table where they lie, in a database: sums travel, rows do not. */
export const sql: Engine = { id: 'sql', survey, read };

/** Under which names persons are known: others in every process, so that no two results can be put together by them. */
const SALT = randomBytes(16).toString('hex');

const databaseOf = ({ database, file }: OpenedTable): DatabaseTable => {
  if (!database) throw new Error(`${file} is no table of a database`);
  return database;
};

async function survey(table: OpenedTable): Promise<Survey> {
  const keys = await writtenKeys(table, databaseOf(table));
  const records = keys.flatMap(({ key }) => {
    const record = recordOf(key, table);
    return record ? [record] : [];
  });
  const read = async function* (): AsyncGenerator<RecordBatch> {
    yield { records: [table.header, ...records] };
  };
  return surveyPlaces({ ...table, records: read }, { plainRows: 'read' });
}

async function read(table: OpenedTable, told: Told, found: Found): Promise<Reading> {
  const opened = withoutPersons(table);
  const database = databaseOf(opened);
  refuseMembers(opened);
  const known = await surveyWords(opened, database);
  const { blankThroughout, tickColumns } = known;
  // A cell that a row cannot do without is read as ticked from the first.
  const first = withTicks(
    opened,
    tickColumns.filter((column) => opened.headings.some((heading) => heading.column === column && heading.definition.required)),
  );
  const rightly = readAgainAs(first, { blankThroughout, tickColumns });
  const asked = new TableInSql(first, database, known);
  const keys = await writtenKeys(first, database);
  const reader = new KeyReader(first, told);
  const plain = new Map<string, PlainKey>();
  for (const { key } of keys) {
    const means = reader.read(key);
    if (means) plain.set(key, means);
  }
  const { plain: where, apart } = await partRows(
    asked,
    plain,
    keys.map(({ key }) => key),
  );

  const facts = told.facts.filter(({ from, origin }) => from === 'households' && origin !== 'evaluation');
  const columns = plainColumns(rightly, known, database.dialect);
  const numbers = numbersInSql(plain, told, database);
  const sums = await sumsOf({ table: asked, columns, facts, numbers, where, salt: SALT });

  const from = told.duplicates.begin(opened);
  const answers = new FileAnswers(told.queries, first, told.numbers);
  const counter = new RowCounter(first, told, from, found, (row) => answers.take(row));
  const noted = notePlaces(sums, plain, told, opened, found);
  const fetched = new Map<string, number>();
  const records = recordsApart(asked, first, {
    apart,
    salt: SALT,
    fetched: (key) => fetched.set(key, (fetched.get(key) ?? 0) + 1),
  });
  const reading = await readApart(first, records, (row) => counter.take(row), found);
  const rowsFetched = [...fetched.values()].reduce((total, rows) => total + rows, 0);
  const beyond = (rowsFetched < database.maxRefused ? [] : await countedApart(asked, apart)).flatMap(({ key, columns, rows }) => {
    const others = rows - (fetched.get(key) ?? 0);
    return others > 0 ? [{ key, columns, rows: others }] : [];
  });
  await sayDoubts(asked, first, where, found);
  const mustReadAgain = [...blankThroughout, ...tickColumns].some((column) => counter.accumulator.reads(column) || answers.reads(column));
  const right = mustReadAgain ? await readAgain(rightly, told, from, records) : { counter, answers };
  if (shownQueries(told).length > 0) {
    for (const { key, rows } of sums) right.answers.see(plain.get(key)!.place, plain.get(key)!.period, rows);
    const readAs = mustReadAgain ? rightly : first;
    await takeShown({ table: asked, columns, numbers, where, salt: SALT, plain, fetchedAs: first, readAs }, told, right.answers);
  }
  for (const { key, columns: faults, rows } of beyond) {
    const means = plain.get(key);
    for (let row = 0; row < rows; row++) right.counter.accumulator.reject({}, means?.place, means?.period, false);
    found({
      code: 'rows-not-fetched',
      severity: 'error',
      ...originOf(opened),
      ...(faults.length === 1 && { column: faults[0]! }),
      arguments: { rows: String(rows), limit: String(database.maxRefused), place: means?.place.village ?? '', columns: faults.join(', ') },
    });
  }
  const notFetched = beyond.reduce((total, { rows }) => total + rows, 0);
  await database.refuseChanged();
  const counted: Counted = {
    accepted: counter.accepted + noted.rows,
    rejected: counter.rejected + notFetched,
    shorter: counter.shorter + noted.shorter,
    respelled: counter.respelled + noted.respelled,
    firstRespelled: noted.firstRespelled ?? counter.firstRespelled,
  };
  const whole: TableReading = { ...reading, rows: reading.rows + noted.rows + notFetched, blankThroughout, tickColumns };
  if (whole.rows === 0) found({ code: 'no-rows', severity: 'error', ...originOf(opened) });
  const apartSums = right.counter.finish();
  return {
    sums: {
      input: inputAsRead({ ...opened, notes: [...opened.notes, ...spared(told)] }, whole, counted),
      tallies: [...talliesOf(sums, plain, told, opened), ...apartSums.tallies],
      unplaced: apartSums.unplaced,
    },
    rows: (query) => answeredByTable(right.answers, query),
  };
}

/** Says what is wrong with rows that count all the same. */
async function sayDoubts(asked: TableInSql, opened: OpenedTable, where: Test<Sql>, found: Found): Promise<void> {
  const { database } = asked;
  const doubtful = bothHold(asked, where, asked.isDoubtful);
  if (doubtful === false) return;
  const count = await asked.countOf(doubtful);
  if (count === 0) return;
  await readApart(opened, recordsApart(asked, opened, { apart: doubtful, salt: SALT }), () => undefined, found);
  if (count > database.maxRefused)
    found({
      code: 'doubts-not-shown',
      severity: 'warning',
      ...originOf(opened),
      arguments: { rows: String(count - database.maxRefused), limit: String(database.maxRefused) },
    });
}

/** Reads the rows that are read one by one again, silently, as the whole table showed to be right. */
async function readAgain(rightly: OpenedTable, told: Told, from: number, records: OpenedTable['records']) {
  const answers = new FileAnswers(told.queries, rightly, told.numbers);
  const counter = new RowCounter(
    rightly,
    told,
    from,
    () => undefined,
    (row) => answers.take(row),
  );
  await readApart(
    rightly,
    records,
    (row) => counter.take(row),
    () => undefined,
  );
  return { counter, answers };
}

/** A table without the columns that name persons: they are not asked for. Of the helpers of households it is only told who is the same. */
const withoutPersons = (table: OpenedTable): OpenedTable => ({
  ...table,
  headings: table.headings.filter(({ column, definition }) => definition.personal === undefined || column === 'helper_name'),
});

function refuseMembers(table: OpenedTable): void {
  if (hasMembers(table))
    throw new UserError({
      zh: `${table.file}：数据库里的户表要一户一行；一人一行的表，请做一个按户汇总的视图`,
      en: `${table.file}: a household table in a database has a row per household; of a table with a row per member, make a view with a row for each household`,
    });
}

/** What a result does without. */
const spared = ({ queries }: Told): readonly Text[] =>
  queries.some(({ from, isSpared }) => from === 'households' && isSpared)
    ? [
        {
          zh: '户表在数据库里，户不出数据库：各期之间逐户的变化没有比较',
          en: 'households stay in their database: what changed for each of them between periods is not compared',
        },
      ]
    : [];

/** Notes of the rows that counted where they lay what the rows of files are noted for. */
function notePlaces(
  sums: readonly SummedKey[],
  plain: ReadonlyMap<string, PlainKey>,
  { periods, firstRows }: Told,
  opened: OpenedTable,
  found: Found,
) {
  const noted = { rows: 0, shorter: 0, respelled: 0, firstRespelled: undefined as PlainKey['respelled'] };
  const origin = originOf(opened);
  for (const { key, rows } of sums) {
    const { place, period, namesPeriod, shorter, respelled } = plain.get(key)!;
    noted.rows += rows;
    if (shorter) noted.shorter += rows;
    if (respelled) noted.respelled += rows;
    noted.firstRespelled ??= respelled;
    if (namesPeriod) periods.see(period, opened, NOWHERE, () => undefined, rows);
    firstRows.note(place, { ...origin, ...NOWHERE });
  }
  // Said also where all rows of a place are read one by one: they would not say it again.
  for (const { findings } of plain.values()) for (const finding of findings) found({ ...origin, ...finding });
  return noted;
}
const NOWHERE = { line: 0, row: 0 };

function talliesOf(
  sums: readonly SummedKey[],
  plain: ReadonlyMap<string, PlainKey>,
  { numbers }: Told,
  { sha256 }: OpenedTable,
): readonly Tally[] {
  const inputs = new Set([sha256]);
  return sums.map(({ key, facts }) => {
    const { place, period } = plain.get(key)!;
    return { place, period, facts, parameters: numbers.at(place, period), inputs };
  });
}
