import fc from 'fast-check';
import { Buffer } from 'node:buffer';
import { afterAll, describe, expect, test } from 'vitest';
import { openTables } from '../../../src/input/open-table.ts';
import { readTable } from '../../../src/input/read-table.ts';
import type { ReadRow } from '../../../src/input/read-row.ts';
import type { Condition, Parameters } from '../../../src/language/condition.ts';
import type { Fact } from '../../../src/language/fact.ts';
import { breakdownKey, factKey } from '../../../src/language/fact.ts';
import { isAnswerable } from '../../../src/language/readings/fact-columns.ts';
import { toPredicate } from '../../../src/language/readings/holds.ts';
import { namesOf, toWeigh } from '../../../src/language/readings/weigh.ts';
import { facts } from '../../../src/tables/facts.ts';
import { engines } from '../../../src/tally/engines/index.ts';
import { run } from '../../../src/tally/run.ts';
import { SUM_PARTS } from '../../../src/tally/sum-parts.ts';
import type { SumPart } from '../../../src/tally/sum-parts.ts';
import { NOTHING, SUM_KEYS } from '../../../src/tally/sum.ts';
import type { Sum } from '../../../src/tally/sum.ts';
import type { RowQuery } from '../../../src/tally/row-query.ts';
import { periodEnd } from '../../../src/vocabulary/period.ts';
import type { Period } from '../../../src/vocabulary/period.ts';
import { placeKey } from '../../../src/vocabulary/place.ts';
import { putInto } from '../../support/database-tables.ts';
import { beginServers } from '../../support/database-servers.ts';
import { csvOf } from '../../support/tables.ts';
import type { TableRow } from '../../support/tables.ts';

/** A poverty line of 3 000 yuan and a floor area of 20 square metres, in smallest units, judged at the end of 2019. */
const PARAMETERS: Parameters = { poverty_line: 300_000n, floor_area: 200_000n, as_of: periodEnd('2019' as Period) };

// Every third cell is blank, wrong, or a lower bound. A file has some of the columns.
const CELLS: Readonly<Record<string, readonly string[]>> = {
  persons: ['1', '3', '4', '', '-2', '3人'],
  status: ['未脱贫', '已脱贫', '返贫', '注销', '', '乱写'],
  net_income_per_capita: ['2000', '2999.99', '3000', '5000', '', '三千'],
  exempt: ['是', '否', ''],
  has_industry: ['是', '否', '', '1'],
  industries: ['优质稻', '优质稻、鸡', '', '无'],
  industry_award: ['1200.50', '0', '', '87万多'],
  helper_unit: ['县农业局', '县水利局、县农业局', ''],
  helper_name: ['干部01', '干部02、干部03', ''],
  safe_housing: ['是', '否', ''],
  exit_year: ['2018', '2019', '', '2017'],
  floor_area: ['60', '79.5', '80', ''],
};
const COLUMNS = Object.keys(CELLS);
const REQUIRED = ['persons', 'status'];

const household: fc.Arbitrary<TableRow> = fc.record({
  village: fc.constantFrom('东村', '西村', ''),
  ...Object.fromEntries(COLUMNS.map((column) => [column, fc.constantFrom(...CELLS[column]!)])),
});

/** A row of each answer, so that no column is blank throughout or has nothing but ticks: what is only known at the end is tried elsewhere. */
const FIRST: readonly TableRow[] = [0, 1].map((index) => ({
  village: '东村',
  ...Object.fromEntries(COLUMNS.map((column) => [column, CELLS[column]![index]!])),
}));

const registry = fc
  .tuple(fc.array(household, { maxLength: 25 }), fc.subarray(COLUMNS.filter((column) => !REQUIRED.includes(column))))
  .map(([rows, kept]) =>
    [...FIRST, ...rows].map((row, index) => ({
      household_id: `H${1000 + index}`,
      period: '2019',
      ...Object.fromEntries(Object.entries(row).filter(([column]) => ['village', ...REQUIRED, ...kept].includes(column))),
    })),
  );

const asked = facts.filter(({ from }) => from === 'households');
const holds = new Map(asked.map((fact) => [fact, fact.where && toPredicate(fact.where)]));
const weighs = new Map(asked.map((fact) => [fact, fact.sum === 1 ? undefined : toWeigh(fact.sum)]));
const ONE = { amount: 1n, atLeast: false };

const tablesOf = (rows: readonly TableRow[]) =>
  openTables({
    file: 'h.csv',
    open: async function* () {
      yield Buffer.from(csvOf(rows));
    },
  });

/** The rows as the front door reads them. */
async function readRows(rows: readonly TableRow[]): Promise<{ readonly has: ReadonlySet<string>; readonly read: readonly ReadRow[] }> {
  const [file] = await tablesOf(rows);
  const read: ReadRow[] = [];
  await readTable(
    file!,
    (row) => read.push(row),
    () => undefined,
  );
  return { has: new Set(file!.headings.map(({ column }) => column)), read };
}

/** What a row adds to a part of a sum, word for word as the part says. */
function added(part: SumPart, fact: Fact, row: ReadRow, isRejected: boolean, has: ReadonlySet<string>): bigint {
  // Which dated numbers hold is known of a place.
  const parameters = row.row.village === undefined ? {} : PARAMETERS;
  if (part.rows !== 'all' && (part.rows === 'rejected') !== isRejected) return 0n;
  if ((part.columns === 'there') !== isAnswerable(fact, has)) return 0n;
  if (part.answers) {
    const predicate = holds.get(fact);
    const answer = predicate ? predicate(row.row, parameters) : true;
    if (answer === false || !part.answers.includes(answer ? 'yes' : 'unknown')) return 0n;
  }
  const weigh = weighs.get(fact);
  const weight = weigh ? weigh(row.row, parameters) : ONE;
  const isExact = weight !== undefined && !weight.atLeast;
  const fits = {
    known: weight !== undefined,
    exact: isExact,
    'lower-bound': weight?.atLeast === true,
    unknown: weight === undefined,
    'not-exact': !isExact,
  };
  if (part.weight && !fits[part.weight]) return 0n;
  return part.adds === 'weight' ? weight!.amount : 1n;
}

/** The sums of every place, in the plainest way. */
async function plainSums(rows: readonly TableRow[]): Promise<Readonly<Record<string, Sum>>> {
  const { has, read } = await readRows(rows);
  const sums = new Map<string, Record<keyof Sum, bigint>>();
  const add = (key: string, part: keyof Sum, amount: bigint): void => {
    const sum = sums.get(key) ?? { ...NOTHING };
    sum[part] += amount;
    sums.set(key, sum);
  };
  for (const row of read) {
    const place = typeof row.row.village === 'string' ? row.row.village : '?';
    const isRejected = row.rejected || place === '?';
    for (const fact of asked) {
      for (const part of SUM_KEYS) {
        const amount = added(SUM_PARTS[part], fact, row, isRejected, has);
        add(`${place} ${factKey(fact)}`, part, amount);
        const answered = !isRejected && isAnswerable(fact, has) && (!fact.where || holds.get(fact)!(row.row, PARAMETERS) === true);
        // Names of persons are numbers outside the run: tried in names-stay-in.test.ts.
        if (!fact.per || fact.personal || !answered || part === 'unknown') continue;
        for (const name of namesOf(row.row, fact.per)) add(`${place} ${breakdownKey(fact, name)}`, part, amount);
      }
    }
  }
  return Object.fromEntries(sums);
}

const servers = await beginServers();
afterAll(async () => {
  for (const server of servers) await server.end();
});

/** Where the rows of a law lie, for each engine. One whose server is missing here has said so. */
const subjects = engines.flatMap((engine) => {
  if (engine.id === 'files')
    return [
      {
        id: engine.id,
        engine,
        showsRows: true,
        runs: 50,
        open: async (rows: readonly TableRow[]) => ({ tables: await tablesOf(rows), end: () => undefined }),
      },
    ];
  return servers.map((server) => ({
    id: `${engine.id} of ${server.name}`,
    engine,
    showsRows: false,
    // Making a table takes longer than asking it.
    runs: server.scheme === 'postgres' ? 50 : 25,
    open: (rows: readonly TableRow[]) => putInto(server, rows),
  }));
});

describe.each(subjects)('laws of the engine of $id', ({ engine, open, showsRows, runs }) => {
  const runOn = async (rows: readonly TableRow[], queries: readonly RowQuery[] = []) => {
    const { tables, end } = await open(rows);
    const outcome = await run(tables, { facts: asked, parameters: () => PARAMETERS, rows: queries }, () => undefined, undefined, engine);
    end();
    return outcome;
  };

  test('each part of each sum is made of the rows that it says', async () => {
    await fc.assert(
      fc.asyncProperty(registry, async (rows) => {
        const { tallies } = await runOn(rows);
        const plain = await plainSums(rows);
        const own: Record<string, Sum> = {};
        const personal = asked.filter((fact) => fact.personal).map((fact) => breakdownKey(fact, ''));
        for (const { place, facts: sums } of [...tallies.tallies, ...tallies.unplaced])
          for (const [name, sum] of sums)
            if (!personal.some((prefix) => name.startsWith(prefix))) own[`${place?.village ?? '?'} ${name}`] = sum;
        for (const key of Object.keys(plain)) expect(own[key], key).toEqual(plain[key]);
        expect(Object.keys(own).toSorted()).toEqual(Object.keys(plain).toSorted());
      }),
      { numRuns: runs },
    );
  });

  const conditions: readonly Condition[] = asked.flatMap(({ where }) => where ?? []);
  test.runIf(showsRows)('a query brings the rows that count and for which its condition holds or may hold, in their order', async () => {
    await fc.assert(
      fc.asyncProperty(registry, fc.constantFrom(...conditions), async (rows, where) => {
        const query: RowQuery = { from: 'households', columns: ['household_id', 'persons'], where };
        const { rows: answers } = await runOn(rows, [query]);
        const { read } = await readRows(rows);
        const expected = read.filter(
          ({ row, rejected }) => !rejected && row.village !== undefined && toPredicate(where)(row, PARAMETERS) !== false,
        );
        const brought = answers[0]!.flatMap((file) => [...file.rows]);
        expect(brought.map(({ row, cells, place }) => [row, cells, placeKey(place)])).toEqual(
          expected.map(({ row, position }) => [
            position.row,
            { household_id: row.household_id, persons: row.persons },
            placeKey({ village: row.village as string }),
          ]),
        );
      }),
      { numRuns: 60 },
    );
  });

  test.runIf(showsRows)('a table that is given in two parts comes to the same as one', async () => {
    await fc.assert(
      fc.asyncProperty(registry, fc.nat(20), async (rows, cut) => {
        const parts = [[...rows.slice(0, 2), ...rows.slice(2 + cut)], rows.slice(2, 2 + cut)];
        fc.pre(parts[1]!.length > 0);
        // What is blank throughout one part alone is another question.
        const second = [...FIRST.map((row, index) => ({ ...row, household_id: `F${1000 + index}`, period: '2019' })), ...parts[1]!];
        const kept = Object.keys(rows[0]!);
        const trimmed = second.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => kept.includes(column))));
        const whole = await runOn([...parts[0]!, ...trimmed]);
        const plan = { facts: asked, parameters: () => PARAMETERS };
        const opened = [...(await tablesOf(parts[0]!)), ...(await tablesOf(trimmed))];
        const apart = await run(opened, plan, () => undefined, undefined, engine);
        const sums = ({ tallies }: typeof whole) =>
          tallies.tallies.map(({ place, facts: own }) => [placeKey(place), [...own].toSorted()]).toSorted();
        expect(sums(apart)).toEqual(sums(whole));
      }),
      { numRuns: 40 },
    );
  });
});
